// Contents and lists of tables and exhibits: a live TOC field that already holds its entries. Page numbers are
// PAGEREF fields, which the document's page estimate fills in when the file is written.
import {
  InternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
} from "docx";
import type { Contents, ContentsEntry } from "../../document/document.ts";
import { saidIn } from "../../document/visit.ts";
import { type Book, type Piece, type Place, room } from "./book.ts";
import { BlockElement, element } from "./element.ts";
import { field, fieldEnd, fieldStart } from "./fields.ts";
import { run } from "./inlines.ts";
import { paragraph, withoutLead } from "./paragraph.ts";
import { dottedTab } from "./spacing.ts";
import type { ParagraphStyle } from "./styles.ts";
import { twips } from "./units.ts";

/** Contents with its title. */
export function contents(node: Contents, place: Place): readonly Piece[] {
  const title =
    node.title === ""
      ? []
      : [
          paragraph({ ...place, after: undefined }, [run(node.title)], {
            style: node.of === "headings" ? "ContentsTitle" : "ContentsListTitle",
          }),
        ];
  const entries = node.of === "headings" ? node.entries.filter((entry) => entry.level <= node.depth) : node.entries;
  if (entries.length === 0) return title;
  const shown = { ...node, entries };
  const at = title.length > 0 ? withoutLead(place) : place;
  return node.look === "two-column" ? [...title, twoColumns(shown, at)] : [entryList(shown, title, at)];
}

/** A page ends with the title and at least so many entries. */
const edgeEntries = 4;
/** Contents of up to so many entries stay together. */
const wholeContents = 12;

/** The title stands in the same content control as the entries, where it can stay with them. */
function entryList(node: Contents, title: readonly Paragraph[], place: Place): Piece {
  const width = room(place);
  const numbers = numberWidths(node, place.book);
  const last = node.entries.length - 1;
  const paragraphs = node.entries.map(
    (entry, i) =>
      new Paragraph({
        style: entryStyle(node, entry),
        keepNext: i < (last < wholeContents ? last : edgeEntries - 1),
        ...entryTabs(node, entry, numbers, width, place.book),
        children: [
          ...(i === 0 ? fieldStart(instruction(node)) : []),
          ...linked(entry, place.book, true),
          ...(i === last ? [fieldEnd()] : []),
        ],
      }),
  );
  const gallery = element("w:docPartObj", {}, [
    element("w:docPartGallery", { "w:val": node.of === "headings" ? "Table of Contents" : "Table of Figures" }),
    element("w:docPartUnique"),
  ]);
  return new BlockElement(element("w:sdtPr", {}, [gallery]), [...title, ...paragraphs]);
}

function instruction(node: Contents): string {
  switch (node.of) {
    case "headings":
      return `TOC \\o "1-${Math.min(6, Math.max(1, node.depth))}" \\h \\z`;
    case "tables":
      return 'TOC \\h \\z \\c "Table"';
    case "exhibits":
      return 'TOC \\h \\z \\c "Figure"';
  }
}

function entryStyle(node: Contents, entry: ContentsEntry): ParagraphStyle {
  const styles = ["TOC1", "TOC2", "TOC3", "TOC4", "TOC5", "TOC6"] as const;
  return node.of === "headings" ? (styles[entry.level - 1] ?? "TOC6") : "TableofFigures";
}

/** Words of an entry, linked to their place. */
function linked(entry: ContentsEntry, book: Book, paged: boolean): readonly ParagraphChild[] {
  const anchor = book.bookmarks.of(entry.target);
  const words = [...(entry.number ? [run(entry.number), tab()] : []), ...title(entry)];
  if (!anchor) return words;
  const page = paged ? [tab(), ...field(`PAGEREF ${anchor} \\h`, [])] : [];
  return [new InternalHyperlink({ anchor, children: [...words, ...page] })];
}

/** The words of an entry, in their languages. */
function title(entry: ContentsEntry): readonly TextRun[] {
  if (!entry.children) return [run(entry.text)];
  return saidIn(entry.children).map(({ words, language }) => run(words, language === undefined ? {} : { language }));
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

const indentStep = 14;

/** Space for the numbers of each level, so that titles of a level stand under each other. */
function numberWidths(node: Contents, book: Book): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { level, number } of node.entries) {
    if (!number) continue;
    const width = numberWidth(number, level, book);
    if (width <= widestColumn) widths.set(level, Math.max(widths.get(level) ?? 24, width));
  }
  return widths;
}

/** A number such as "Appendix A" makes room for itself alone. */
const widestColumn = 60;

function numberWidth(number: string, level: number, book: Book): number {
  return book.faces.measure(number, book.theme.body.size, level === 1) + 10;
}

function entryTabs(
  node: Contents,
  entry: ContentsEntry,
  numbers: ReadonlyMap<number, number>,
  width: number,
  book: Book,
): Pick<IParagraphOptions, "indent" | "tabStops"> {
  let left = 0;
  for (let level = 1; level < entry.level && node.of === "headings"; level++) left += numbers.get(level) ?? indentStep;
  const own = entry.number ? numberWidth(entry.number, entry.level, book) : 0;
  const number = own > widestColumn || own === 0 ? own : (numbers.get(entry.level) ?? own);
  return {
    indent: { left: twips(left + number), hanging: twips(number) },
    tabStops: [...(number > 0 ? [{ type: "left" as const, position: twips(left + number) }] : []), dottedTab(width)],
  };
}

/** Sections on the left, their sub-sections on the right. */
function twoColumns(node: Contents, place: Place): Table {
  const widths = [room(place) * 0.4, room(place) * 0.6];
  const groups: { readonly section: ContentsEntry | undefined; readonly below: ContentsEntry[] }[] = [];
  for (const entry of node.entries) {
    const group = groups.at(-1);
    if (entry.level === 1 || !group)
      groups.push(entry.level === 1 ? { section: entry, below: [] } : { section: undefined, below: [entry] });
    else group.below.push(entry);
  }
  const cell = (entries: readonly ContentsEntry[], style: ParagraphStyle, width: number): TableCell =>
    new TableCell({
      width: { size: twips(width), type: "dxa" },
      margins: { left: 0, right: twips(9), top: twips(3), bottom: twips(3), marginUnitType: "dxa" },
      children:
        entries.length === 0
          ? [new Paragraph({ style })]
          : entries.map((entry) => new Paragraph({ style, children: linkedInline(entry, place.book) })),
    });
  return new Table({
    style: "TableRuled",
    layout: TableLayoutType.FIXED,
    width: { size: twips(room(place)), type: "dxa" },
    columnWidths: widths.map(twips),
    tableLook: { firstRow: false, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: groups.map(
      ({ section, below }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(section ? [section] : [], "ContentsSection", widths[0] ?? 0),
            cell(below, "ContentsEntry", widths[1] ?? 0),
          ],
        }),
    ),
  });
}

function linkedInline(entry: ContentsEntry, book: Book): readonly ParagraphChild[] {
  const anchor = book.bookmarks.of(entry.target);
  const number = entry.number ? `${entry.number}\u2002` : "";
  const words = entry.children ? [...(number ? [run(number)] : []), ...title(entry)] : [run(number + entry.text)];
  return anchor ? [new InternalHyperlink({ anchor, children: words })] : words;
}
