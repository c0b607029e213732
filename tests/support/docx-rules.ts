// What makes a DOCX well made beyond being valid: rules that a validator does not know, each as a list of findings.
import { type DocxFile, type DocxStyles, openDocx, type Standing } from "./docx-file.ts";
import { all, child, elements, type Node, val, wordsOf } from "./docx-xml.ts";

type Rule = (file: DocxFile) => readonly string[];

/** Findings by rule; a rule without any is left out. */
export function docxFindings(bytes: Uint8Array): Readonly<Record<string, readonly string[]>> {
  const file = openDocx(bytes);
  return Object.fromEntries(
    Object.entries(docxRules).flatMap(([name, rule]) => {
      const found = rule(file);
      return found.length > 0 ? [[name, found]] : [];
    }),
  );
}

/** A bullet or a number that stands among the words. */
const typed = /^\s*(?:[•●▪‣◦–*-]|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])\s/;

/** A paragraph as a finding names it. */
const named = ({ style, text }: Standing): string => `${style}: ${text.slice(0, 60)}`;

export const docxRules = {
  "every style that is used is defined": ({ stories, styles }) => {
    const referring = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];
    const used = [...stories.values(), styles.root].flatMap((part) => all(part, referring));
    return missing(
      used.map((node) => node.attributes.get("w:val") ?? ""),
      styles.byId,
    );
  },

  "every paragraph has a style": ({ paragraphs }) => paragraphs.filter(({ style }) => style === "").map(named),

  "no run has a face, a size or a colour of its own": ({ stories }) =>
    [...stories.values()].flatMap((part) =>
      all(part, ["w:r"]).flatMap((run) =>
        elements(child(run, "w:rPr") ?? run)
          .filter(({ name }) => ["w:rFonts", "w:sz", "w:color", "w:shd", "w:u", "w:highlight"].includes(name))
          .map(({ name }) => `${name} on "${wordsOf(run)}"`),
      ),
    ),

  "no empty paragraph keeps a distance": ({ paragraphs, styles }) =>
    paragraphs
      .filter((p) => p.isEmpty && !isNeeded(p, styles))
      .map((p) => `${p.style} after ${p.before?.name ?? "nothing"}`),

  "no spaces in a row": ({ paragraphs }) => paragraphs.filter(({ text }) => / {2,}/.test(text)).map(named),

  "no heading is a line of bold words": ({ paragraphs, styles }) =>
    paragraphs
      .filter((p) => {
        const isListed = (node: Node | undefined): boolean =>
          node !== undefined &&
          (numberOf(node) !== undefined || styles.isNumbered(val(node, "w:pPr", "w:pStyle") ?? ""));
        // A line may say what the list under it is of.
        if (p.isInTable || p.text.trim() === "" || isListed(p.node) || isListed(p.after)) return false;
        const runs = all(p.node, ["w:r"]).filter((run) => wordsOf(run).trim() !== "");
        return styles.outline(p.style) === undefined && runs.length > 0 && runs.every(isBold);
      })
      .map(named),

  "no list is typed": ({ paragraphs, styles }) =>
    paragraphs
      .filter(({ node, style, text, before, after }) => {
        // Contents repeat the numbers of headings; one line is no list.
        if (style.startsWith("TOC") || ![before, after].some((beside) => beside && typed.test(wordsOf(beside))))
          return false;
        return numberOf(node) === undefined && !styles.isNumbered(style) && typed.test(text);
      })
      .map(named),

  "a table with a caption marks its headers": ({ tables }) =>
    tables
      .filter(({ caption, node }) => caption !== undefined && !hasHeaders(node) && !isGridOfBoxes(node))
      .map(({ caption }) => caption ?? ""),

  "header rows stand at the top": ({ tables }) =>
    tables.flatMap(({ node, caption }) => {
      const rows = elements(node).filter(({ name }) => name === "w:tr");
      const isHeader = rows.map((row) => child(row, "w:trPr", "w:tblHeader") !== undefined);
      return isHeader.some((header, i) => header && i > 0 && !isHeader[i - 1]) ? [caption ?? "a table"] : [];
    }),

  "a header of one row looks as the table's style says": ({ tables }) =>
    tables.flatMap(({ node, caption }) => {
      const [first, second] = elements(node).filter(({ name }) => name === "w:tr");
      const isHeader = (row: Node | undefined) => child(row, "w:trPr", "w:tblHeader") !== undefined;
      if (!first || !isHeader(first) || isHeader(second)) return [];
      const own = all(first, ["w:tcPr"]).flatMap((cell) =>
        elements(cell).filter(({ name }) => ["w:shd", "w:vAlign"].includes(name)),
      );
      return own.length === 0 ? [] : [caption ?? `without caption: ${wordsOf(first)}`];
    }),

  "every table says what it is": ({ tables }) =>
    tables
      .filter(({ node }) => !val(node, "w:tblPr", "w:tblDescription") && !val(node, "w:tblPr", "w:tblCaption"))
      .map(({ node, caption }) => caption ?? `without caption: ${wordsOf(node).slice(0, 60)}`),

  "every row has the width of its table": ({ tables }) =>
    tables.flatMap(({ node, caption }) => {
      const columns = all(child(node, "w:tblGrid") ?? node, ["w:gridCol"]).length;
      const rows = elements(node).filter(({ name }) => name === "w:tr");
      return rows.every((row) => widthOf(row) === columns) ? [] : [caption ?? "a table"];
    }),

  "no row is left empty to keep a distance": ({ tables }) =>
    tables.flatMap(({ node, caption }) =>
      elements(node)
        .filter(({ name }) => name === "w:tr")
        .filter((row) => wordsOf(row).trim() === "" && all(row, ["w:drawing", "w:sdt"]).length === 0)
        .map(() => caption ?? `without caption: ${wordsOf(node).slice(0, 60)}`),
    ),

  "every drawing has a text alternative": ({ stories }) =>
    [...stories].flatMap(([path, part]) => [
      ...all(part, ["wp:docPr"])
        .filter((node) => !node.attributes.get("descr") && all(node, ["adec:decorative"]).length === 0)
        .map((node) => `${path}: ${node.attributes.get("name")}`),
      ...all(part, ["v:shape"])
        .filter((node) => !node.attributes.has("alt"))
        .map((node) => `${path}: ${node.attributes.get("id")}`),
    ]),

  "drawings stand in the line": ({ stories }) =>
    [...stories].flatMap(([path, part]) => all(part, ["wp:anchor", "w:framePr"]).map(({ name }) => `${path}: ${name}`)),

  "fields are whole, clean and filled": ({ fields, settings }) => [
    ...(child(settings, "w:updateFields") ? ["the settings ask for an update"] : []),
    ...fields.flatMap(({ code, result, isWhole, isDirty }) => [
      ...(isWhole ? [] : [`not ended: ${code}`]),
      ...(isDirty ? [`dirty: ${code}`] : []),
      ...(result.trim() === "" && !/^(?:TOC|STYLEREF)\b/.test(code) ? [`empty: ${code}`] : []),
    ]),
  ],

  "ids are unique over all parts": ({ stories }) => {
    const count = (names: readonly string[], attribute: string): readonly string[] =>
      repeated(
        [...stories.values()].flatMap((part) => all(part, names).flatMap((n) => n.attributes.get(attribute) ?? [])),
      ).map((id) => `${names[0]} ${attribute} ${id}`);
    return [
      ...count(["w:bookmarkStart"], "w:id"),
      ...count(["w:bookmarkEnd"], "w:id"),
      ...count(["w:bookmarkStart"], "w:name"),
      ...count(["wp:docPr"], "id"),
      ...count(["w:p"], "w14:paraId"),
      ...count(["v:shape"], "id"),
      ...count(["w:sdtPr"], "w:id"),
    ];
  },

  "bookmarks begin, end and have names that Word takes": ({ stories }) =>
    [...stories].flatMap(([path, part]) => {
      const ids = (name: string) => all(part, [name]).map((n) => n.attributes.get("w:id") ?? "");
      const [starts, ends] = [ids("w:bookmarkStart"), ids("w:bookmarkEnd")];
      const bad = all(part, ["w:bookmarkStart"])
        .map((n) => n.attributes.get("w:name") ?? "")
        .filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name));
      return [
        ...starts.filter((id) => !ends.includes(id)).map((id) => `${path}: ${id} does not end`),
        ...ends.filter((id) => !starts.includes(id)).map((id) => `${path}: ${id} does not begin`),
        ...bad.map((name) => `${path}: ${name}`),
      ];
    }),

  "every reference has its target, and says what the target says": ({ fields, bookmarks, anchors }) => [
    ...missing(anchors, bookmarks),
    ...fields.flatMap(({ code, result }) => {
      const [, kind, name = "", rest = ""] = /^(REF|PAGEREF|NOTEREF)\s+(\S+)(.*)$/.exec(code) ?? [];
      if (kind === undefined) return [];
      const target = bookmarks.get(name);
      if (!target) return [`${kind} ${name}: no such bookmark`];
      if (kind === "PAGEREF") return /^\d+$/.test(result) ? [] : [`${code}: "${result}"`];
      const wanted =
        kind === "NOTEREF" ? target.note : /\\[nrw]\b/.test(rest) ? target.number.replace(/\.$/, "") : target.text;
      return wanted === result ? [] : [`${code}: "${result}", not "${wanted}"`];
    }),
  ],

  "captions count without a gap": ({ fields }) => {
    const last = new Map<string, number>();
    return fields.flatMap(({ code, result }) => {
      const [, label = "", restart] = /^SEQ (\w+)(?:.*\\r (\d+))?/.exec(code) ?? [];
      if (label === "") return [];
      const wanted = restart === undefined ? (last.get(label) ?? 0) + 1 : Number(restart);
      last.set(label, wanted);
      return String(wanted) === result ? [] : [`${code}: "${result}", not "${wanted}"`];
    });
  },

  "notes are cited in the order of their numbers": ({ notes }) =>
    notes.flatMap((note, i) => (note === i + 1 ? [] : [`note ${note} is cited as number ${i + 1}`])),

  "headings go down one level at a time": ({ paragraphs, styles }) => {
    let level = 0;
    return paragraphs.flatMap((p) => {
      const own = styles.outline(p.style);
      if (own === undefined || p.isInTable || p.isEmpty) return [];
      const isSkipped = own + 1 > level + 1;
      level = own + 1;
      return isSkipped ? [named(p)] : [];
    });
  },

  "the file has a title and a language": ({ core, styles }) => [
    ...(child(core, "dc:title")?.children.join("").trim() ? [] : ["no title"]),
    ...(val(styles.root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang") ? [] : ["no language"]),
  ],

  "nothing keeps readers out": ({ settings }) =>
    ["w:documentProtection", "w:writeProtection"].filter((name) => child(settings, name) !== undefined),

  "links say where they lead": ({ stories }) =>
    [...stories.values()].flatMap((part) =>
      all(part, ["w:hyperlink"])
        .map((link) => wordsOf(link).trim())
        .filter((words) => words === "" || /^(?:click here|here|more|link)$/i.test(words))
        .map((words) => `"${words}"`),
    ),
} satisfies Readonly<Record<string, Rule>>;

/**
 * Word wants a paragraph to end a section and a cell after a table, and makes one table of two that touch; a table keeps
 * no distance from a box above it. Two boxes of paragraphs keep theirs by themselves.
 */
function isNeeded({ node, before, after, isInTable, isOnlyChild }: Standing, styles: DocxStyles): boolean {
  if (child(node, "w:pPr", "w:sectPr")) return true;
  if (isInTable && isOnlyChild) return true;
  const isBox = (beside: Node | undefined): boolean =>
    beside?.name === "w:tbl" || styles.hasBorder(val(beside, "w:pPr", "w:pStyle") ?? "");
  return isBox(before) && (after === undefined || after.name === "w:sectPr" || after.name === "w:tbl");
}

/** Numbering that a paragraph has of its own. */
function numberOf(node: Node): string | undefined {
  return val(node, "w:pPr", "w:numPr", "w:numId");
}

/** Boxes side by side: a row of bold words heads each row of text. */
function isGridOfBoxes(table: Node): boolean {
  const rows = elements(table).filter(({ name }) => name === "w:tr");
  const isNames = (row: Node) => all(row, ["w:r"]).every((run) => wordsOf(run).trim() === "" || isBold(run));
  return rows.every((row, i) => isNames(row) === (i % 2 === 0));
}

function isBold(run: Node): boolean {
  const properties = child(run, "w:rPr");
  const bold = child(properties, "w:b");
  return (
    (bold !== undefined && !["0", "false"].includes(bold.attributes.get("w:val") ?? "")) ||
    val(properties, "w:rStyle") === "Strong"
  );
}

/** A header row that repeats, or a first column that is marked as a header. */
function hasHeaders(table: Node): boolean {
  const look = child(table, "w:tblPr", "w:tblLook");
  const isOn = (name: string) => ["1", "true"].includes(look?.attributes.get(`w:${name}`) ?? "");
  const first = elements(table).find(({ name }) => name === "w:tr");
  return isOn("firstRow") ? child(first, "w:trPr", "w:tblHeader") !== undefined : isOn("firstColumn");
}

/** Grid columns that a row covers. */
function widthOf(row: Node): number {
  const cells = elements(row).filter(({ name }) => name === "w:tc");
  const around = ["w:gridBefore", "w:gridAfter"].map((name) => Number(val(row, "w:trPr", name) ?? 0));
  return [...cells.map((cell) => Number(val(cell, "w:tcPr", "w:gridSpan") ?? 1)), ...around].reduce((a, b) => a + b, 0);
}

function missing(names: readonly string[], known: { readonly has: (name: string) => boolean }): readonly string[] {
  return [...new Set(names)].filter((name) => !known.has(name));
}

function repeated(values: readonly string[]): readonly string[] {
  const met = new Set<string>();
  return [...new Set(values.filter((value) => met.has(value) || !met.add(value)))];
}
