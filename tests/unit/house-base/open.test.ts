// A house's Word file is judged before anything of it is used: each fault has a reason and a way out.
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openBase } from "../../../src/house-base/open.ts";
import { largestFile } from "../../../src/house-base/refusal.ts";
import { documentRelations, houseFile, relations, wenbridgeStyles } from "../../support/house-file.ts";

const file = "templates/houses/wenbridge/theme.docx";
const words = (text: string) => new TextEncoder().encode(text);
const part = (path: string, content: string | Uint8Array | undefined) => houseFile({ parts: { [path]: content } });

/** Sets a field of the list's entry of a name. */
function patched(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(changed.subarray(at + 46, at + 46 + length)) !== name) continue;
    view.setUint32(at + offset, value, true);
  }
  return changed;
}

/** Turns one bit in the middle of the packed styles. */
function spoiled(): Uint8Array {
  const bytes = houseFile().slice();
  const at = new TextDecoder("latin1").decode(bytes).indexOf("word/styles.xml") + 400;
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  return bytes;
}

const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`custom/${i}.xml`, ""]));
const deep = `${"<w:p>".repeat(100)}${"</w:p>".repeat(100)}`;

const refused: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  "an empty file": [new Uint8Array(), "not a Word document"],
  "a text with that name": [words("Our house style"), "not a Word document"],
  "an old Word file": [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "an old Word file (.doc), or one with a password"],
  "a zip file of something else": [zipSync({ "a.txt": words("a") }), "not a Word document"],
  "a workbook": [part("word/document.xml", "<workbook/>"), "not a Word document"],
  "a file cut short": [houseFile().subarray(0, 3000), "damaged"],
  "a file with a bit turned": [spoiled(), "damaged"],
  "a part longer than it says": [patched(houseFile(), "word/styles.xml", 24, 100), "damaged"],
  "a part that is not in the file": [patched(houseFile(), "word/styles.xml", 42, 10_000_000), "damaged"],
  "a file with a password": [patched(houseFile(), "word/styles.xml", 8, 1), "locked with a password"],
  "a file over the limit": [new Uint8Array(largestFile + 1), "20.0 MB, and at most 20.0 MB are read"],
  "a part that unpacks without end": [part("word/media/a.bin", new Uint8Array(40_000_000)), "far more than"],
  "more files than a document has": [houseFile({ parts: many }), "holds 2008 files, and at most 2000"],
  "a path that leads out": [part("../../evil.xml", "<a/>"), 'the path "../../evil.xml", which leads out of it'],
  "an absolute path": [part("/etc/passwd", "x"), "leads out of it"],
  "a path of Windows": [part("word\\..\\..\\evil.xml", "x"), "leads out of it"],
  macros: [part("word/vbaProject.bin", "x"), "holds macros"],
  "macros that are only said": [
    part(
      "[Content_Types].xml",
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    "holds macros",
  ],
  "a picture from elsewhere": [
    part("word/_rels/header1.xml.rels", relations(["image", "https://track.example/pixel.png"])),
    "takes something of the kind image from elsewhere (https://track.example/pixel.png)",
  ],
  "a template elsewhere": [
    part("word/_rels/settings.xml.rels", relations(["attachedTemplate", "file:///C:/Templates/House.dotm"])),
    "tied to a template elsewhere (file:///C:/Templates/House.dotm)",
  ],
  "no styles": [part("word/_rels/document.xml.rels", relations(["theme", "theme/theme1.xml"])), "has no styles"],
  "styles that are named and not there": [part("word/styles.xml", undefined), "has no styles"],
  "a document type": [
    houseFile({ styles: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${wenbridgeStyles}` }),
    "word/styles.xml in it has a document type of its own",
  ],
  "an entity of its own": [
    houseFile({ styles: wenbridgeStyles.replace("Wenbridge Display", "&house;") }),
    "it uses the entity &house;",
  ],
  "XML that does not close": [
    houseFile({ styles: wenbridgeStyles.slice(0, -12) }),
    "word/styles.xml in it cannot be read",
  ],
  "elements without end": [
    houseFile({ styles: wenbridgeStyles.replace("</w:styles>", `${deep}</w:styles>`) }),
    "nested more than 64 deep",
  ],
  "bytes that are no text": [part("word/styles.xml", Uint8Array.of(0x3c, 0xff, 0xfe, 0x3e)), "damaged"],
  "a relation out of the package": [
    part("word/_rels/document.xml.rels", relations(["styles", "../../../styles.xml"])),
    "damaged",
  ],
};

test.each(Object.entries(refused))("%s is refused with a reason and a way out", (_, [bytes, reason]) => {
  const answer = openBase(file, bytes);
  expect("reason" in answer ? answer.reason : answer).toContain(reason);
  expect("reason" in answer && answer.help.length > 20).toBe(true);
});

test("no part of a file, cut anywhere, throws", () => {
  const whole = houseFile();
  for (let length = 0; length < whole.length; length += 97) {
    expect(openBase(file, whole.subarray(0, length))).toHaveProperty("reason");
  }
});

test("no file with a byte changed throws", () => {
  const whole = houseFile();
  for (let at = 0; at < whole.length; at += 41) {
    const changed = whole.slice();
    changed[at] = 255 - (changed[at] ?? 0);
    expect(openBase(file, changed)).toBeTypeOf("object");
  }
});

describe("a sound file", () => {
  const base = openBase(file, houseFile());
  if ("reason" in base) throw new Error(base.reason);

  test("may link to pages on the web", () => expect(documentRelations).toContain("External"));

  test("gives its page in points", () => {
    expect(base.page).toEqual({
      width: 595.3,
      height: 841.9,
      margin: { left: 85.05, right: 62.35, top: 85.05, bottom: 68.05 },
      header: 35.45,
      footer: 28.35,
    });
  });

  const section = (text: string) => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const found = openBase(file, part("word/document.xml", `<w:document ${w}><w:body>${text}</w:body></w:document>`));
    return "reason" in found ? found.reason : found.page?.width;
  };
  const pages = (width: number, more = "") =>
    `<w:sectPr><w:pgSz w:w="${width}" w:h="16838"/><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1"/>${more}</w:sectPr>`;

  test.each([
    ["its last section", `<w:p><w:pPr>${pages(8000)}</w:pPr></w:p>${pages(10000)}`, 500],
    [
      "what it is after a tracked change",
      pages(10000, `<w:sectPrChange w:id="1">${pages(8000)}</w:sectPrChange>`),
      500,
    ],
    ["a text of any length before it", `${"<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(80_000)}${pages(10000)}`, 500],
    ["no section", "<w:p/>", undefined],
    ["a section of a paragraph alone", `<w:p><w:pPr>${pages(10000)}</w:pPr></w:p>`, undefined],
  ])("gives the page of %s", (_, text, width) => expect(section(text)).toBe(width));

  test("gives twelve colours and two faces", () => {
    expect(base.theme).toMatchObject({ name: "Wenbridge", major: "Calibri", minor: "Calibri" });
    expect(base.theme?.colours).toMatchObject({ dk1: "#22222a", accent1: "#5b2a6e", folHlink: "#5b2a6e" });
    expect(base.serif).toEqual(["Sabon Next LT"]);
  });

  test("gives styles without breaks, numbers, languages, and what other programs added", () => {
    const heading = base.styles.find((s) => s.name === "heading 1");
    expect(heading).toMatchObject({ id: "berschrift1", basedOn: "Hausschrift", link: "berschrift1Zchn" });
    expect(heading?.paragraph.map((p) => p.name)).toEqual(["w:pBdr", "w:spacing"]);
    expect(heading?.run.map((p) => p.name)).toEqual(["w:sz", "w:szCs"]);
    expect(JSON.stringify(base)).not.toMatch(/ligatures|de-DE/);
  });

  test("is the same under other prefixes, and from a strict file", () => {
    const strict = wenbridgeStyles
      .replaceAll("w:", "x:")
      .replace("xmlns:w=", "xmlns:x=")
      .replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      );
    const other = openBase(file, houseFile({ styles: strict }));
    expect("reason" in other ? other : other.styles).toEqual(base.styles);
  });
});
