// A DOCX opened for judging: its stories as trees, and what paragraphs, tables, fields and bookmarks in them are.
import { strFromU8, unzipSync } from "fflate";
import { docxText } from "./docx-text.ts";
import { all, child, elements, type Node, readXml, val, wordsOf } from "./docx-xml.ts";

export interface DocxFile {
  /** Body, headers, footers and notes by their paths. */
  readonly stories: ReadonlyMap<string, Node>;
  readonly styles: DocxStyles;
  readonly settings: Node;
  readonly core: Node;
  /** Paragraphs of the body, in order. */
  readonly paragraphs: readonly Standing[];
  /** Tables of the body, in order. */
  readonly tables: readonly { readonly node: Node; readonly caption: string | undefined }[];
  /** Fields of the body, in order of their ends. */
  readonly fields: readonly DocxField[];
  readonly bookmarks: ReadonlyMap<string, Target>;
  /** Notes in the order in which the body cites them. */
  readonly notes: readonly number[];
  /** Names that links lead to. */
  readonly anchors: readonly string[];
}

export interface DocxStyles {
  readonly root: Node;
  readonly byId: ReadonlyMap<string, Node>;
  /** Level from 0 where the style, or one that it is based on, is a heading's. */
  readonly outline: (id: string) => number | undefined;
  readonly isNumbered: (id: string) => boolean;
  readonly hasBorder: (id: string) => boolean;
}

/** A paragraph and where it stands. */
export interface Standing {
  readonly node: Node;
  readonly style: string;
  readonly text: string;
  /** Nothing to see: no words, no drawing. */
  readonly isEmpty: boolean;
  readonly isInTable: boolean;
  /** What stands before and after it in the same cell or body. */
  readonly before: Node | undefined;
  readonly after: Node | undefined;
  readonly isOnlyChild: boolean;
}

export interface DocxField {
  readonly code: string;
  readonly result: string;
  readonly isWhole: boolean;
  readonly isDirty: boolean;
}

/** What a bookmark marks, as a reference repeats it. */
export interface Target {
  readonly text: string;
  /** Number of its paragraph. */
  readonly number: string;
  /** Number of the note that it marks. */
  readonly note: string;
}

const story = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

export function openDocx(bytes: Uint8Array): DocxFile {
  const parts = unzipSync(bytes);
  const part = (path: string): Node => readXml(parts[path] ? strFromU8(parts[path]) : "<none/>");
  const stories = new Map(
    Object.keys(parts)
      .filter((path) => story.test(path))
      .sort()
      .map((path) => [path, part(path)] as const),
  );
  const body = child(stories.get("word/document.xml"), "w:body") ?? readXml("<none/>");
  const read = readFlow(body, markers(bytes));
  return {
    stories,
    styles: stylesOf(part("word/styles.xml")),
    settings: part("word/settings.xml"),
    core: part("docProps/core.xml"),
    paragraphs: standing(body, false),
    tables: tablesOf(body),
    ...read,
    anchors: [...stories.values()].flatMap((s) =>
      all(s, ["w:hyperlink"]).flatMap((link) => link.attributes.get("w:anchor") ?? []),
    ),
  };
}

function stylesOf(root: Node): DocxStyles {
  const byId = new Map(
    elements(root)
      .filter(({ name }) => name === "w:style")
      .map((style) => [style.attributes.get("w:styleId") ?? "", style]),
  );
  /** The first answer of a style or of what it is based on. */
  const inherited = (id: string, answer: (style: Node) => string | undefined): string | undefined => {
    const own = byId.get(id);
    if (!own) return undefined;
    return answer(own) ?? inherited(val(own, "w:basedOn") ?? "", answer);
  };
  return {
    root,
    byId,
    outline(id) {
      const level = inherited(id, (style) => val(style, "w:pPr", "w:outlineLvl"));
      return level === undefined || level === "9" ? undefined : Number(level);
    },
    hasBorder: (id) => inherited(id, (style) => child(style, "w:pPr", "w:pBdr")?.name) !== undefined,
    isNumbered: (id) => (inherited(id, (style) => val(style, "w:pPr", "w:numPr", "w:numId")) ?? "0") !== "0",
  };
}

/** Content controls hold blocks as the body does. */
function blocksOf(parent: Node): readonly Node[] {
  return elements(parent).flatMap((node) => {
    if (node.name === "w:sdt") return blocksOf(child(node, "w:sdtContent") ?? node);
    return ["w:p", "w:tbl", "w:sectPr"].includes(node.name) ? [node] : [];
  });
}

function standing(parent: Node, isInTable: boolean): readonly Standing[] {
  const blocks = blocksOf(parent);
  return blocks.flatMap((node, i): readonly Standing[] => {
    if (node.name === "w:tbl") return all(node, ["w:tc"], ["w:tc"]).flatMap((cell) => standing(cell, true));
    if (node.name !== "w:p") return [];
    const text = wordsOf(node);
    const seen = all(node, ["w:drawing", "w:pict", "w:fldChar", "w:footnoteReference", "w:sdt"]);
    return [
      {
        node,
        style: val(node, "w:pPr", "w:pStyle") ?? "",
        text,
        isEmpty: text.trim() === "" && seen.length === 0,
        isInTable,
        before: blocks[i - 1],
        after: blocks[i + 1],
        isOnlyChild: blocks.length === 1,
      },
    ];
  });
}

function tablesOf(parent: Node): DocxFile["tables"] {
  const blocks = blocksOf(parent);
  return blocks.flatMap((node, i) => {
    if (node.name !== "w:tbl") return [];
    const before = blocks[i - 1];
    const isCaption = before !== undefined && val(before, "w:pPr", "w:pStyle") === "Caption";
    return [
      { node, caption: isCaption ? wordsOf(before) : undefined },
      ...all(node, ["w:tc"], ["w:tc"]).flatMap(tablesOf),
    ];
  });
}

/** Number or bullet of each paragraph of the body, as Word counts them. */
function markers(bytes: Uint8Array): readonly string[] {
  return docxText(bytes).body.map(({ marker }) => marker.trim());
}

/** Fields and bookmarks, met as a reader meets them. */
function readFlow(body: Node, numbers: readonly string[]): Pick<DocxFile, "fields" | "bookmarks" | "notes"> {
  const fields: DocxField[] = [];
  const open: { code: string; result: string; isDirty: boolean; isResult: boolean }[] = [];
  const marks = new Map<string, { readonly name: string; text: string; readonly number: string; note: string }>();
  const bookmarks = new Map<string, Target>();
  let paragraph = -1;
  const notes: number[] = [];
  const say = (text: string): void => {
    for (const field of open) if (field.isResult) field.result += text;
    for (const mark of marks.values()) mark.text += text;
  };
  const visit = (node: Node): void => {
    const value = (name: string): string => node.attributes.get(name) ?? "";
    switch (node.name) {
      case "w:p":
        paragraph++;
        break;
      case "w:t":
        say(node.children.join(""));
        return;
      case "w:instrText": {
        const field = open.at(-1);
        if (field) field.code += node.children.join("");
        return;
      }
      case "w:fldChar":
        if (value("w:fldCharType") === "begin")
          open.push({ code: "", result: "", isDirty: node.attributes.has("w:dirty"), isResult: false });
        else if (value("w:fldCharType") === "separate") {
          const field = open.at(-1);
          if (field) field.isResult = true;
        } else {
          const field = open.pop();
          if (field) fields.push({ ...field, code: field.code.trim(), isWhole: field.isResult });
        }
        return;
      case "w:fldSimple": {
        const field = { code: value("w:instr"), result: "", isDirty: node.attributes.has("w:dirty"), isResult: true };
        open.push(field);
        elements(node).forEach(visit);
        open.pop();
        fields.push({ ...field, code: field.code.trim(), isWhole: true });
        return;
      }
      case "w:bookmarkStart":
        marks.set(value("w:id"), { name: value("w:name"), text: "", number: numbers[paragraph] ?? "", note: "" });
        return;
      case "w:bookmarkEnd": {
        const mark = marks.get(value("w:id"));
        marks.delete(value("w:id"));
        if (mark) bookmarks.set(mark.name, mark);
        return;
      }
      case "w:footnoteReference":
        notes.push(Number(value("w:id")));
        for (const mark of marks.values()) mark.note = value("w:id");
        return;
    }
    elements(node).forEach(visit);
  };
  visit(body);
  fields.push(...open.map(({ code, result, isDirty }) => ({ code: code.trim(), result, isDirty, isWhole: false })));
  return { fields, bookmarks, notes };
}
