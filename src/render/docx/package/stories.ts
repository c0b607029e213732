// Body, headers, footers and notes in one pass each: ids, section ends, and styles of paragraphs that have none.
import { type Counts, paragraphId } from "./counts.ts";

/** Parts that hold paragraphs. */
export const storyPath = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

const tag = /<(\/?)(w:p|w:pPr|w:pStyle|w:bookmarkStart|w:bookmarkEnd|wp:docPr|pic:cNvPr|v:shape)(?=[\s/>])[^>]*>/g;

/** A section's properties in a paragraph of their own, as the library writes them. */
const sectionEnd = "<w:p><w:pPr><w:sectPr";

/** The separator of notes needs no number of a note. */
const strayNumber =
  /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:s|continuationS)eparator\/>)/g;

/** What a paragraph needs that is known only further on. */
interface Open {
  /** Where its attributes go among the pieces. */
  readonly attributes: number;
  /** Hidden bookmark that it is known by. */
  name?: string;
  /** Where a section's properties would go among the pieces. */
  properties?: number;
}

/** Writes a part anew; `path` names the paragraphs that no source does. */
export function story(path: string, given: string, counts: Counts): string {
  const xml = ready(given);
  const pieces: string[] = [];
  const open: Open[] = [];
  const bookmarks = new Map<string, string>();
  const dropped = new Set<string>();
  let written = 0;
  let style = "";
  let last: Open | undefined;
  let lastEnd = 0;
  let name = path;
  let since = 0;

  const put = (text: string, from: number, to: number): void => {
    pieces.push(xml.slice(written, from), text);
    written = to;
  };
  const identify = (at: Open): void => {
    if (at.name === undefined) since++;
    else {
      name = at.name;
      since = 0;
    }
    const id = paragraphId(since === 0 ? name : `${name} ${since}`, counts);
    pieces[at.attributes] = ` w14:paraId="${id}" w14:textId="77777777"`;
  };
  const begin = (from: number, to: number): void => {
    put("<w:p", from, from + 4);
    const at: Open = { attributes: pieces.push("") - 1 };
    if (xml[to - 2] !== "/") {
      open.push(at);
      return;
    }
    // A cell that goes on from the row above; without a style it would be as high as running text, in a list's it
    // would have a bullet.
    const plain = style.replace(/^TableList/, "TableText");
    put(`>${plain ? `<w:pPr><w:pStyle w:val="${plain}"/></w:pPr>` : ""}</w:p>`, from + 4, to);
    identify(at);
  };

  tag.lastIndex = 0;
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [text, closing, kind] = found;
    const from = found.index;
    const to = from + text.length;
    switch (kind) {
      case "w:p": {
        if (closing) {
          last = open.pop();
          if (last) identify(last);
          lastEnd = to;
          break;
        }
        const end = xml.startsWith(sectionEnd, from) ? endOfSection(xml, from) : undefined;
        if (end === undefined) {
          begin(from, to);
        } else if (lastEnd === from && last?.properties !== undefined) {
          // The properties belong to the last paragraph with words.
          pieces[last.properties] = xml.slice(from + 12, end - 14);
          put("", from, end);
          tag.lastIndex = end;
        } else {
          begin(from, to);
          put('<w:pPr><w:pStyle w:val="Gap"/>', to, to + 7);
        }
        break;
      }
      case "w:pPr": {
        const at = open.at(-1);
        if (!closing || !at) break;
        put("", from, from);
        at.properties = pieces.length - 1;
        break;
      }
      case "w:pStyle":
        style = attribute(text, "w:val");
        break;
      case "w:bookmarkStart": {
        const id = attribute(text, "w:id");
        const mark = attribute(text, "w:name");
        if (mark.startsWith("_fc")) {
          if (counts.marks.has(mark)) {
            dropped.add(id);
            put("", from, to);
            break;
          }
          counts.marks.add(mark);
          const at = open.at(-1);
          if (at) at.name ??= mark;
        }
        const number = String(++counts.bookmarks);
        bookmarks.set(id, number);
        put(withAttribute(text, "w:id", number), from, to);
        break;
      }
      case "w:bookmarkEnd": {
        const id = attribute(text, "w:id");
        put(dropped.has(id) ? "" : withAttribute(text, "w:id", bookmarks.get(id) ?? id), from, to);
        break;
      }
      case "wp:docPr": {
        const number = ++counts.drawings;
        const named = text.replace(
          /( name=")([^"\d]+)"/,
          (_, before: string, word: string) => `${before}${word} ${number}"`,
        );
        put(withAttribute(named, "id", String(number)), from, to);
        break;
      }
      case "pic:cNvPr":
        put(withAttribute(text, "id", String(++counts.pictures)), from, to);
        break;
      case "v:shape":
        if (!closing) put(shape(text, xml, to, ++counts.shapes), from, to);
        break;
    }
  }
  pieces.push(xml.slice(written));
  return pieces.join("");
}

/** The part with the name space of ids declared, for readers that know it or not. */
function ready(xml: string): string {
  const clean = xml.includes("noteRef/>") ? xml.replaceAll(strayNumber, "") : xml;
  const root = /<w:(?:document|hdr|ftr|footnotes|endnotes|comments)\b[^>]*>/.exec(clean);
  if (!root) return clean;
  const [text] = root;
  const said = /mc:Ignorable="([^"]*)"/.exec(text);
  if (said?.[1]?.split(" ").includes("w14")) return clean;
  const declared = said
    ? text.replace(said[0], `mc:Ignorable="${said[1]} w14"`)
    : text.replace(/\/?>$/, (end) => ` mc:Ignorable="w14"${end}`);
  return clean.slice(0, root.index) + declared + clean.slice(root.index + text.length);
}

/** Where a paragraph ends that holds nothing but the properties of a section. */
function endOfSection(xml: string, from: number): number | undefined {
  const close = "</w:sectPr></w:pPr></w:p>";
  const at = xml.indexOf("</w:sectPr>", from);
  return at >= 0 && xml.startsWith(close, at) ? at + close.length : undefined;
}

/** A watermark; Word finds its own by this name, and says its words to who cannot see it. */
function shape(text: string, xml: string, end: number, number: number): string {
  const words = /<v:textpath\b[^>]* string="([^"]*)"/.exec(xml.slice(end, end + 600))?.[1];
  const named = text.replace(/(PowerPlusWaterMarkObject)[\w-]*/, `$1${number}`);
  const told = words === undefined || / alt="/.test(named) ? "" : ` alt="${words}"`;
  const identified = / o:spid="/.test(named) ? "" : ` o:spid="_x0000_s${2048 + number}"`;
  return named.replace(/(\/?>)$/, `${identified}${told}$1`);
}

function attribute(text: string, name: string): string {
  const at = text.indexOf(` ${name}="`);
  if (at < 0) return "";
  const from = at + name.length + 3;
  return text.slice(from, text.indexOf('"', from));
}

function withAttribute(text: string, name: string, value: string): string {
  const at = text.indexOf(` ${name}="`);
  if (at < 0) return text;
  const from = at + name.length + 3;
  return text.slice(0, from) + value + text.slice(text.indexOf('"', from));
}
