// A PDF file as a reader with a screen reader meets it: the tree of tags with its words and links.
import { type Dictionary, isName, isReference, type Objects, openObjects, reader, type Value } from "./pdf-objects.ts";

export interface Place {
  /** From 0. */
  readonly page: number;
  /** From the foot of the page. */
  readonly y: number;
}

export interface Annotation {
  readonly page: number;
  readonly words: string;
  readonly url?: string;
  readonly to?: Place;
  readonly box: readonly number[];
  /** Its own tag, found by its number in the parent tree. */
  readonly owner: number;
}

/** Words marked on a page. */
export interface Words {
  readonly page: number;
  readonly words: string;
  /** Of the first word's baseline. */
  readonly y: number;
}

export interface Tag {
  readonly id: number;
  readonly role: string;
  readonly alt?: string;
  readonly actual?: string;
  readonly language?: string;
  readonly key?: string;
  readonly attributes: Dictionary;
  readonly children: readonly (Tag | Words | Annotation)[];
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** All that is shown, in the order of the stream. */
  readonly words: string;
  readonly artifacts: string;
  /** Words that are in no mark at all. */
  readonly unmarked: string;
  /** Number of marked runs that belong to tags, and of annotations. */
  readonly marks: number;
  readonly links: number;
}

export interface PdfFile {
  readonly root: Tag;
  readonly pages: readonly PdfPage[];
  readonly catalogue: Dictionary;
  readonly preferences: Dictionary;
}

export const isTag = (child: Tag["children"][number]): child is Tag => "role" in child;
export const isWords = (child: Tag["children"][number]): child is Words => "words" in child && !("box" in child);
export const isAnnotation = (child: Tag["children"][number]): child is Annotation => "box" in child;

/** The tags with one of the roles below a tag, in reading order. */
export function tagsOf(tag: Tag, ...roles: readonly string[]): readonly Tag[] {
  return tag.children.flatMap((child) =>
    isTag(child) ? [...(roles.includes(child.role) ? [child] : []), ...tagsOf(child, ...roles)] : [],
  );
}

/** The tags right below one. */
export function childrenOf(tag: Tag): readonly Tag[] {
  return tag.children.filter(isTag);
}

/** All words below a tag, those of the roles in `without` left out. */
export function wordsOf(tag: Tag, ...without: readonly string[]): string {
  return tag.children
    .map((child) => {
      if (isTag(child)) return without.includes(child.role) ? "" : wordsOf(child, ...without);
      return isWords(child) ? child.words : "";
    })
    .join("");
}

/** Where the first word below a tag stands. */
export function placeOf(tag: Tag): Place | undefined {
  for (const child of tag.children) {
    const found = isTag(child) ? placeOf(child) : isWords(child) ? child : undefined;
    if (found) return { page: found.page, y: found.y };
  }
  return undefined;
}

/** The links below a tag. */
export function linksOf(tag: Tag): readonly Annotation[] {
  return tag.children.flatMap((child) => (isTag(child) ? linksOf(child) : isAnnotation(child) ? [child] : []));
}

interface Shown {
  readonly words: ReadonlyMap<number, { readonly words: string; readonly y: number }>;
  readonly all: string;
  readonly artifacts: string;
  readonly unmarked: string;
  readonly marks: number;
}

function unicodeOf(file: Objects, font: Dictionary): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const text = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");
  const cmap = file.stream(font["ToUnicode"]);
  for (const [, block = ""] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", , list = "", first = ""] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:\[([^\]]*)\]|<([0-9a-f]+)>)/gi,
    )) {
      const start = Number.parseInt(from, 16);
      const each = list === "" ? [first] : [...list.matchAll(/<([0-9a-f ]*)>/gi)].map((found) => found[1] ?? "");
      each.forEach((hex, index) => {
        map.set((start + index).toString(16).padStart(4, "0"), text(hex.replaceAll(" ", "")));
      });
    }
  }
  return map;
}

/** Runs a page's stream, as far as words and marks go. */
function shownOn(file: Objects, page: Dictionary): Shown {
  const fonts = file.dictionary(file.dictionary(page["Resources"])["Font"]);
  const maps = new Map(Object.entries(fonts).map(([name, font]) => [name, unicodeOf(file, file.dictionary(font))]));
  const read = reader(file.stream(page["Contents"]));
  const words = new Map<number, { words: string; y: number }>();
  const open: (number | "artifact")[] = [];
  const height = Number(file.list(page["MediaBox"])[3]);
  let all = "";
  let marks = 0;
  let artifacts = "";
  let unmarked = "";
  let font: ReadonlyMap<string, string> | undefined;
  let y = 0;
  let stack: Value[] = [];
  for (let value = read.next(); value !== undefined; value = read.next()) {
    if (typeof value !== "object" || value === null || !("operator" in value)) {
      stack.push(value as Value);
      continue;
    }
    switch (value.operator) {
      case "BDC": {
        const facts = file.dictionary(stack.at(-1));
        const mark = typeof facts["MCID"] === "number" ? facts["MCID"] : "artifact";
        if (mark !== "artifact") marks++;
        open.push(mark);
        break;
      }
      case "EMC":
        open.pop();
        break;
      case "Tf": {
        const name = stack.at(-2);
        font = isName(name) ? maps.get(name.name) : undefined;
        break;
      }
      case "Tm":
        y = height - Number(stack.at(-1));
        break;
      case "Tj": {
        const codes =
          Buffer.from(String(stack.at(-1)), "latin1")
            .toString("hex")
            .match(/.{4}/g) ?? [];
        const shown = codes.map((code) => font?.get(code) ?? "\ufffd").join("");
        all += shown;
        const mark = open.at(-1);
        if (mark === undefined) unmarked += shown;
        else if (mark === "artifact") artifacts += `${shown}\n`;
        else {
          const known = words.get(mark);
          words.set(mark, known ? { ...known, words: known.words + shown } : { words: shown, y });
        }
        break;
      }
      default:
        break;
    }
    stack = [];
  }
  return { words, all, artifacts, unmarked, marks };
}

/** Reads a file that this program wrote. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = openObjects(bytes);
  const catalogue = file.dictionary(file.trailer["Root"]);
  const kids = file.list(file.dictionary(catalogue["Pages"])["Kids"]);
  const pageNumber = new Map(kids.map((kid, index) => [isReference(kid) ? kid.ref : -1, index]));
  const sheets = kids.map((kid) => file.dictionary(kid));
  const shown = sheets.map((sheet) => shownOn(file, sheet));
  const names = namesOf(file, file.dictionary(catalogue["Names"])["Dests"]);
  const parents = numbersOf(file, file.dictionary(catalogue["StructTreeRoot"])["ParentTree"]);
  const pageOf = (value: Value | undefined): number => (isReference(value) ? (pageNumber.get(value.ref) ?? -1) : -1);

  function placed(destination: Value | undefined): Place | undefined {
    const found = file.get(destination);
    const list = file.list(typeof found === "string" ? names.get(found) : found);
    const page = pageOf(list[0]);
    return page < 0 ? undefined : { page, y: Number(file.get(list[3])) };
  }
  function annotation(value: Value | undefined, page: number): Annotation {
    const facts = file.dictionary(value);
    const action = file.dictionary(facts["A"]);
    const owner = parents.get(Number(facts["StructParent"]));
    const to = placed(action["D"]);
    const listed = file
      .list(sheets[page]?.["Annots"])
      .some((a) => isReference(a) && isReference(value) && a.ref === value.ref);
    return {
      page: listed ? page : -1,
      words: String(facts["Contents"] ?? ""),
      box: file.list(facts["Rect"]).map(Number),
      owner: isReference(owner) ? owner.ref : -1,
      ...(typeof action["URI"] === "string" ? { url: action["URI"] } : {}),
      ...(to ? { to } : {}),
    };
  }
  function marked(id: Value | undefined, page: number): Words {
    const found = shown[page]?.words.get(Number(id));
    return { page, words: found?.words ?? "", y: found?.y ?? -1 };
  }
  function tag(value: Value): Tag {
    const facts = file.dictionary(value);
    const own = pageOf(facts["Pg"]);
    const children = file.list(facts["K"]).map((kid): Tag | Words | Annotation => {
      if (typeof kid === "number") return marked(kid, own);
      const inner = file.dictionary(kid);
      const type = inner["Type"];
      const on = inner["Pg"] === undefined ? own : pageOf(inner["Pg"]);
      if (isName(type) && type.name === "MCR") return marked(inner["MCID"], on);
      if (isName(type) && type.name === "OBJR") return annotation(inner["Obj"], on);
      return tag(kid);
    });
    const role = facts["S"];
    const attributes: Record<string, Value> = {};
    for (const set of file.list(facts["A"])) Object.assign(attributes, file.dictionary(set));
    const said = (key: string, name: string) => (typeof facts[key] === "string" ? { [name]: facts[key] } : {});
    return {
      id: isReference(value) ? value.ref : -1,
      role: isName(role) ? role.name : "",
      attributes,
      children,
      ...said("Alt", "alt"),
      ...said("ActualText", "actual"),
      ...said("Lang", "language"),
      ...said("ID", "key"),
    };
  }
  const top = file.list(file.dictionary(catalogue["StructTreeRoot"])["K"]);
  const first = top[0];
  if (first === undefined || top.length !== 1) throw new Error("the tree does not have one root");
  return {
    root: tag(first),
    catalogue,
    preferences: file.dictionary(catalogue["ViewerPreferences"]),
    pages: sheets.map((sheet, index): PdfPage => {
      const [, , width, height] = file.list(sheet["MediaBox"]).map(Number);
      return {
        width: width ?? 0,
        height: height ?? 0,
        words: shown[index]?.all ?? "",
        artifacts: shown[index]?.artifacts ?? "",
        unmarked: shown[index]?.unmarked ?? "",
        marks: shown[index]?.marks ?? 0,
        links: file.list(sheet["Annots"]).length,
      };
    }),
  };
}

function pairsOf(file: Objects, tree: Value | undefined, key: "Names" | "Nums"): readonly (readonly [Value, Value])[] {
  const node = file.dictionary(tree);
  const list = file.list(node[key]);
  const own = list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? null] as const] : []));
  return [...own, ...file.list(node["Kids"]).flatMap((kid) => pairsOf(file, kid, key))];
}

function namesOf(file: Objects, tree: Value | undefined): ReadonlyMap<string, Value> {
  return new Map(pairsOf(file, tree, "Names").map(([name, value]) => [String(name), value]));
}

function numbersOf(file: Objects, tree: Value | undefined): ReadonlyMap<number, Value> {
  return new Map(pairsOf(file, tree, "Nums").map(([number, value]) => [Number(number), value]));
}

/** Whether a value of an attribute is this name. */
export function says(attribute: Value | undefined, name: string): boolean {
  return isName(attribute) && attribute.name === name;
}
