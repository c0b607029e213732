// Contents and lists of tables and exhibits: a live TOC field that already holds its entries. Page numbers are
// PAGEREF fields, which the pages known of the document fill in when the file is written.
import {
  InternalHyperlink,
  type ITableOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TabStopDefinition,
  TabStopType,
  TextRun,
} from "docx";
import type { Contents, ContentsEntry } from "../../document/document.ts";
import { saidIn } from "../../document/visit.ts";
import { type Book, type Piece, type Place, room } from "./book.ts";
import { inColumn } from "./contents-columns.ts";
import { BlockElement, element } from "./element.ts";
import { field, fieldEnd, fieldStart } from "./fields.ts";
import { headingStyle } from "./heading.ts";
import { run } from "./inlines.ts";
import { pageTextWidth } from "./measure.ts";
import { paragraph, withoutLead } from "./paragraph.ts";
import { dottedTab } from "./spacing.ts";
import { type ParagraphStyle, paragraphNames } from "./styles.ts";
import { DescribedTable } from "./table-described.ts";
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
  const widths = otherWidth(place);
  const last = node.entries.length - 1;
  const paragraphs = node.entries.map(
    (entry, i) =>
      new Paragraph({
        style: entryStyle(node, entry),
        keepNext: i < (last < wholeContents ? last : edgeEntries - 1),
        ...(widths.length > 0 ? { tabStops: widths } : {}),
        children: [
          ...(i === 0 ? fieldStart(instruction(node, place.book)) : []),
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

/** Tabs of entries on a page of another width than the styles are for. */
function otherWidth(place: Place): readonly TabStopDefinition[] {
  const [usual, own] = [dottedTab(pageTextWidth(place.book.theme.page)), dottedTab(room(place))];
  return usual.position === own.position ? [] : [{ ...usual, type: TabStopType.CLEAR }, own];
}

/**
 * The field that makes the list anew. It names the styles of listed headings, and not outline levels (`\u`): headings
 * that are not listed have those too, for Word's navigation.
 */
function instruction(node: Contents, book: Book): string {
  switch (node.of) {
    case "headings":
      return `TOC ${listedStyles(node, book)} \\h \\z`;
    case "tables":
      return 'TOC \\h \\z \\c "Table"';
    case "exhibits":
      return 'TOC \\h \\z \\c "Figure"';
  }
}

/** Heading styles down to the depth, and by name those that Word would not look for or would put on another level. */
function listedStyles(node: Contents, book: Book): string {
  const levels = new Map(node.entries.map(({ target, level }) => [target, level]));
  const styles = new Map<ParagraphStyle, number>();
  for (const { blocks } of book.document.sections) {
    for (const block of blocks) {
      const level = block.type === "heading" ? levels.get(block.id) : undefined;
      if (block.type === "heading" && level !== undefined) styles.set(headingStyle(block, book), level);
    }
  }
  const moved = [...styles].some(([style, level]) => /^Heading/.test(style) && style !== `Heading${level}`);
  const named = [...styles].filter(([style]) => moved || !/^Heading/.test(style));
  const names = named.map(([style, level]) => `${paragraphNames[style].replace(/^heading/, "Heading")},${level}`);
  const depth = Math.min(6, Math.max(1, node.depth));
  return [...(moved ? [] : [`\\o "1-${depth}"`]), ...(names.length > 0 ? [`\\t "${names.join(",")}"`] : [])].join(" ");
}

function entryStyle(node: Contents, entry: ContentsEntry): ParagraphStyle {
  const styles = ["TOC1", "TOC2", "TOC3", "TOC4", "TOC5", "TOC6"] as const;
  return node.of === "headings" ? (styles[entry.level - 1] ?? "TOC6") : "TableofFigures";
}

/** Words of an entry, linked to their place. */
function linked(entry: ContentsEntry, book: Book, paged: boolean): readonly ParagraphChild[] {
  const anchor = book.bookmarks.of(entry.target);
  const inside = entry.number !== undefined && inColumn(entry, book.theme, book.faces.measure);
  // As Word does it where the number of the heading is followed by a space.
  const number = entry.number ? (inside || !paged ? [run(entry.number), tab()] : [run(`${entry.number} `)]) : [];
  const words = [...number, ...title(entry)];
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
  const options: ITableOptions = {
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
  };
  return new DescribedTable(options, "", `${node.title}: sections, each with its sub-sections.`);
}

function linkedInline(entry: ContentsEntry, book: Book): readonly ParagraphChild[] {
  const anchor = book.bookmarks.of(entry.target);
  const number = entry.number ? `${entry.number}\u2002` : "";
  const words = entry.children ? [...(number ? [run(number)] : []), ...title(entry)] : [run(number + entry.text)];
  return anchor ? [new InternalHyperlink({ anchor, children: words })] : words;
}
