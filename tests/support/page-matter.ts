// What a DOCX and a PDF of one document must share beyond their words: captions, headings, notes, and tables cell by cell.
import { strFromU8, unzipSync } from "fflate";
import { openDocx } from "./docx-file.ts";
import { docxText } from "./docx-text.ts";
import { all, child, elements, type Node, readXml, val } from "./docx-xml.ts";
import { childrenOf, type PdfFile, type Tag, tagsOf, wordsOf } from "./pdf-file.ts";

/** Words without spaces and without the places where a line may break. */
export interface Matter {
  readonly headings: readonly string[];
  readonly captions: readonly string[];
  /** Rows of cells, table by table. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly notes: readonly string[];
}

const bare = (words: string): string => words.replaceAll(/[\s\u200b]+/g, "");

export function pdfMatter({ root }: PdfFile): Matter {
  const said = (tag: Tag): string => bare(wordsOf(tag, "FENote", "Note"));
  const rows = (tag: Tag): readonly Tag[] =>
    childrenOf(tag).flatMap((part) =>
      part.role === "TR" ? [part] : ["THead", "TBody"].includes(part.role) ? rows(part) : [],
    );
  return {
    headings: tagsOf(root, "H1", "H2", "H3", "H4", "H5", "H6").map(said),
    captions: tagsOf(root, "Caption").map(said),
    tables: tagsOf(root, "Table").map((table) =>
      rows(table).map((row) =>
        childrenOf(row)
          .filter(({ role }) => /^T[HD]$/.test(role))
          .map(said),
      ),
    ),
    notes: tagsOf(root, "FENote", "Note").map((note) => bare(wordsOf(note))),
  };
}

export function docxMatter(bytes: Uint8Array): Matter {
  const { styles } = openDocx(bytes);
  const parts = unzipSync(bytes);
  const root = (name: string): Node => readXml(parts[name] ? strFromU8(parts[name]) : "<none/>");
  const body = child(root("word/document.xml"), "w:body") ?? root("");
  const read = docxText(bytes);
  const words = new Map(
    all(body, ["w:p"]).map((node, i) => [node, bare(`${read.body[i]?.marker ?? ""}${shown(node)}`)] as const),
  );
  const styled = (wanted: (style: string) => boolean): readonly string[] =>
    [...words].flatMap(([node, said]) => (wanted(val(node, "w:pPr", "w:pStyle") ?? "") && said !== "" ? [said] : []));
  return {
    // In Word the title of contents is none of their entries, so it has no level.
    headings: styled((style) => styles.outline(style) !== undefined || /^Contents(?:List)?Title$/.test(style)),
    captions: styled((style) => style === "Caption"),
    tables: all(body, ["w:tbl"])
      .filter((table) => !isForLooks(table))
      .map((table) =>
        elements(table)
          .filter(({ name }) => name === "w:tr")
          .map((row) =>
            elements(row)
              .filter((cell) => cell.name === "w:tc" && !goesOn(cell))
              .map((cell) =>
                all(cell, ["w:p"])
                  .map((p) => words.get(p) ?? "")
                  .join(""),
              ),
          ),
      ),
    notes: docxNotes(
      root("word/footnotes.xml"),
      read.notes.map(({ marker }) => marker),
    ),
  };
}

/** Boxes, contents in two columns, and lines to sign on are tables in Word alone. */
function isForLooks(table: Node): boolean {
  const [first] = all(table, ["w:pStyle"]);
  return (
    val(table, "w:tblPr", "w:tblStyle") === "LayoutTable" ||
    val(table, "w:tblPr", "w:tblDescription") === "Sign-off" ||
    first?.attributes.get("w:val") === "ContentsSection"
  );
}

function docxNotes(notes: Node, markers: readonly string[]): readonly string[] {
  let at = 0;
  return all(notes, ["w:footnote"]).flatMap((note) => {
    const words = all(note, ["w:p"]).map((p) => `${markers[at++] ?? ""}${shown(p)}`);
    return note.attributes.has("w:type") ? [] : [bare(`${note.attributes.get("w:id")}${words.join("")}`)];
  });
}

/** A cell that is part of the one above. */
export function goesOn(cell: Node): boolean {
  const merge = child(cell, "w:tcPr", "w:vMerge");
  return merge !== undefined && merge.attributes.get("w:val") !== "restart";
}

/** Words as Word shows them: what fields show and the numbers of notes are among them. */
export function shown(node: Node): string {
  return elements(node)
    .map((c) => {
      if (c.name === "w:t") return c.children.join("");
      if (c.name === "w:footnoteReference") return c.attributes.get("w:id") ?? "";
      return ["w:drawing", "w:pict", "w:pPr", "w:rPr", "w:instrText"].includes(c.name) ? "" : shown(c);
    })
    .join("");
}
