// The rules that every DOCX is held to: they hold for a document with everything in it, and each finds what breaks it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { docxOf } from "../../support/docx-kit.ts";
import { docxFindings, type docxRules } from "../../support/docx-rules.ts";
import { sampleDocument } from "../../support/docx-sample.ts";
import { somePages } from "../../support/known-pages.ts";

let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await docxOf(sampleDocument(), somePages(sampleDocument())));
});

// The sample has a run-in heading of the fourth level under one of the second.
const known = "headings go down one level at a time";

test("a document with everything in it keeps the rules", () => {
  expect(Object.keys(docxFindings(bytes)).filter((rule) => rule !== known)).toEqual([]);
});

/** The file with one part changed; the change must do something. */
function broken(path: string, by: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = by(before);
  expect(after, "nothing was broken").not.toBe(before);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

const body = "word/document.xml";
const paragraph = (words: string, style = "BodyText", run = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${run}<w:t>${words}</w:t></w:r></w:p>`;
const before = (inserted: string) => (xml: string) => xml.replace("<w:body>", `<w:body>${inserted}`);

const cases: Readonly<Record<keyof typeof docxRules, readonly [string, (xml: string) => string]>> = {
  "every style that is used is defined": [body, before(paragraph("words", "Unheard"))],
  "every paragraph has a style": [body, before("<w:p><w:r><w:t>words</w:t></w:r></w:p>")],
  "no run has a face, a size or a colour of its own": [
    body,
    before(paragraph("words", "BodyText", '<w:rPr><w:sz w:val="30"/></w:rPr>')),
  ],
  "no empty paragraph keeps a distance": [body, before(`${paragraph("a")}${paragraph("")}${paragraph("b")}`)],
  "no spaces in a row": [body, before(paragraph("one   two"))],
  "no heading is a line of bold words": [
    body,
    before(paragraph("Costs", "BodyText", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>') + paragraph("words")),
  ],
  "no list is typed": [body, before(paragraph("• one") + paragraph("• two"))],
  "a table with a caption marks its headers": [body, (xml) => xml.replaceAll("<w:tblHeader/>", "")],
  "header rows stand at the top": [
    body,
    (xml) => xml.replace("</w:tr></w:tbl>", "</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr></w:tbl>"),
  ],
  "a header of one row looks as the table's style says": [
    body,
    (xml) => xml.replaceAll(/(<w:tblHeader\/>.*?<w:tcW [^>]*>)/gs, '$1<w:shd w:val="clear" w:fill="FF0000"/>'),
  ],
  "every table says what it is": [
    body,
    (xml) => xml.replace(/<w:tblCaption [^>]*>/, "").replace(/<w:tblDescription [^>]*>/, ""),
  ],
  "every row has the width of its table": [body, (xml) => xml.replace(/<w:gridCol [^>]*>/, "")],
  "no row is left empty to keep a distance": [
    body,
    (xml) => xml.replace("</w:tr></w:tbl>", "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
  ],
  "every drawing has a text alternative": [body, (xml) => xml.replace(/ descr="[^"]*"/, "")],
  "drawings stand in the line": [body, (xml) => xml.replaceAll("wp:inline", "wp:anchor")],
  "fields are whole, clean and filled": [body, (xml) => xml.replace('w:fldCharType="begin"', '$& w:dirty="true"')],
  "ids are unique over all parts": [body, before('<w:p w14:paraId="00000001"/><w:p w14:paraId="00000001"/>')],
  "bookmarks begin, end and have names that Word takes": [body, (xml) => xml.replace(/<w:bookmarkEnd [^>]*>/, "")],
  "every reference has its target, and says what the target says": [
    body,
    (xml) => xml.replace(/( REF _pots .*?<w:t[^>]*>)Table 1</s, "$1Table 9<"),
  ],
  "captions count without a gap": [body, (xml) => xml.replace(/( SEQ Table .*?<w:t[^>]*>)1</s, "$13<")],
  "notes are cited in the order of their numbers": [
    body,
    (xml) => xml.replace(/(<w:footnoteReference w:id=)"1"/, '$1"2"'),
  ],
  "headings go down one level at a time": [body, before(paragraph("Deep", "Heading3"))],
  "the file has a title and a language": ["docProps/core.xml", (xml) => xml.replace(/<dc:title>[^<]*/, "<dc:title>")],
  "nothing keeps readers out": [
    "word/settings.xml",
    (xml) => xml.replace("</w:settings>", '<w:documentProtection w:edit="readOnly"/></w:settings>'),
  ],
  "links say where they lead": [
    body,
    before(
      '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>',
    ),
  ],
};

describe("a file that breaks one", () => {
  test.each(Object.entries(cases))("%s", (rule, [path, by]) => {
    expect(docxFindings(broken(path, by))).toHaveProperty([rule]);
  });
});
