// What another program makes of a DOCX: the structure of its tagged PDF, beside what the file itself says.
import { strFromU8, unzipSync } from "fflate";
import { openDocx } from "./docx-file.ts";
import { docxText } from "./docx-text.ts";
import { all, child, elements, type Node, readXml } from "./docx-xml.ts";
import { goesOn, shown } from "./page-matter.ts";

/** Words without spaces, which break where lines do. */
export interface Structure {
  readonly paragraphs: readonly string[];
  /** Level and words. */
  readonly headings: readonly string[];
  /** Cells of each row, table by table. */
  readonly tables: readonly (readonly number[])[];
}

/** What a reader of the tagged PDF meets. */
export interface Seen extends Structure {
  /** Words drawn in each figure. */
  readonly figures: readonly string[];
}

interface Element {
  readonly name: string;
  readonly indent: number;
  readonly children: (Element | string)[];
}

/** Reads the output of `pdfinfo -struct-text`. */
export function pdfStructure(output: string): Seen {
  const root: Element = { name: "", indent: -1, children: [] };
  const open: Element[] = [root];
  for (const line of output.split("\n")) {
    const [, spaces = "", said = ""] = /^( *)(.*)$/.exec(line) ?? [];
    if (said === "" || said.startsWith("/") || said.startsWith("Object ")) continue;
    while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
    const at = open.at(-1) ?? root;
    if (said.startsWith('"')) at.children.push(said.slice(1, -1));
    else {
      const made: Element = { name: /^\w+/.exec(said)?.[0] ?? "", indent: spaces.length, children: [] };
      at.children.push(made);
      open.push(made);
    }
  }
  const figures = (element: Element): readonly string[] =>
    element.children.flatMap((c) => (typeof c === "string" ? [] : c.name === "Figure" ? [said(c)] : figures(c)));
  const found = below(root, /^(?:P|H\d?)$/);
  return {
    paragraphs: found.map(said).filter((words) => words !== ""),
    figures: figures(root),
    headings: found.flatMap((e) => (/^H\d/.test(e.name) ? [`${e.name.slice(1)} ${said(e)}`] : [])),
    tables: below(root, /^Table$/).map((table) =>
      rowsOf(table).map((row) => row.children.filter((c) => typeof c !== "string" && /^T[DH]$/.test(c.name)).length),
    ),
  };
}

function below(element: Element, names: RegExp): readonly Element[] {
  // What is drawn in a figure is no paragraph of the text.
  return element.children.flatMap((c) => {
    if (typeof c === "string" || c.name === "Figure") return [];
    const inner = c.name === "P" ? [] : below(c, names);
    return names.test(c.name) ? [c, ...inner] : inner;
  });
}

/** Rows of a table itself, not of a table in one of its cells. */
function rowsOf(element: Element): readonly Element[] {
  return element.children.flatMap((c) => {
    if (typeof c === "string" || c.name === "Table") return [];
    return c.name === "TR" ? [c] : rowsOf(c);
  });
}

function said(element: Element): string {
  return bare(element.children.map((c) => (typeof c === "string" ? c : said(c))).join(""));
}

const bare = (words: string): string => words.replaceAll(/[\s\u200b]+/g, "");

/** The same of the file: what fields show and notes' numbers are among the words. */
export function docxStructure(bytes: Uint8Array): Structure & { readonly notes: readonly string[] } {
  const { styles } = openDocx(bytes);
  const parts = unzipSync(bytes);
  const root = (name: string): Node => readXml(parts[name] ? strFromU8(parts[name]) : "<none/>");
  const body = child(root("word/document.xml"), "w:body") ?? root("");
  const markers = docxText(bytes).body;
  const paragraphs = all(body, ["w:p"]).map((node, i) => ({
    words: bare(`${markers[i]?.marker ?? ""}${shown(node)}`),
    level: styles.outline(markers[i]?.style ?? ""),
  }));
  return {
    paragraphs: paragraphs.map(({ words }) => words).filter((words) => words !== ""),
    headings: paragraphs.flatMap(({ words, level }) =>
      level === undefined || words === "" ? [] : [`${level + 1} ${words}`],
    ),
    tables: all(body, ["w:tbl"]).map((table) =>
      elements(table)
        .filter(({ name }) => name === "w:tr")
        .map((row) => elements(row).filter((cell) => cell.name === "w:tc" && !goesOn(cell)).length),
    ),
    notes: all(root("word/footnotes.xml"), ["w:footnote"])
      .filter((note) => !note.attributes.has("w:type"))
      .flatMap((note) => {
        const own = all(note, ["w:p"]).map((p) => bare(shown(p)));
        return own.map((words, i) => (i === 0 ? `${note.attributes.get("w:id")}${words}` : words));
      }),
  };
}
