// Quotes, callouts, statement cards and a form's own words. Paragraphs carry rule and tint in their styles;
// what is not a paragraph needs a cell round it, since the rule would follow each list item's own indent.
import {
  AlignmentType,
  type IBorderOptions,
  type ITableOptions,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
} from "docx";
import type { Block, Callout, Card, CardGrid, Quote } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import { type Piece, type Place, room, type Style, unspaced } from "./book.ts";
import { cellChildren } from "./element.ts";
import { inlines, run } from "./inlines.ts";
import { accentRule, type BoxKind, boxFill, boxInset } from "./looks-box.ts";
import { paragraph } from "./paragraph.ts";
import type { ParagraphStyle } from "./styles.ts";
import { DescribedTable } from "./table-described.ts";
import { tableText } from "./table-text.ts";
import { twips } from "./units.ts";

interface BoxLine {
  readonly style: ParagraphStyle;
  /** Style of the line where a cell carries rule and tint. */
  readonly inCell: ParagraphStyle;
  readonly text: string;
}

/** What stands in a box. */
export interface Box {
  readonly kind: BoxKind;
  readonly style: ParagraphStyle;
  /** Style of the text where a cell carries rule and tint. */
  readonly inCell: Style;
  readonly listStyle?: Place["listStyle"];
  readonly titles: readonly BoxLine[];
  /** Node that the titles are of. */
  readonly node?: Callout | Card;
  readonly blocks: readonly Block[];
  /** Paragraph under the blocks. */
  readonly ending?: (place: Place, boxed: boolean) => Piece;
}

/** A quotation with who said it. */
export function quote(node: Quote, place: Place): readonly Piece[] {
  const { attribution } = node;
  const ending: Box["ending"] = attribution
    ? (at, boxed) =>
        paragraph(at, inlines(attribution, at.book), {
          ...(boxed ? { style: "BoxBrand" } : { style: "QuoteAttribution", inset: boxInset }),
          mark: at.book.ids.get(attribution),
        })
    : undefined;
  return box({ kind: "rule", style: "Quote", inCell: "BoxText", titles: [], blocks: node.blocks, ending }, place);
}

/** A remark set apart. */
export function callout(node: Callout, place: Place): readonly Piece[] {
  const titles = node.title ? [{ style: "CalloutTitle", inCell: "BoxTitle", text: node.title } as const] : [];
  return box({ kind: "rule", style: "Callout", inCell: "BoxText", titles, node, blocks: node.blocks }, place);
}

/** One statement card. */
export function card(node: Card, place: Place): readonly Piece[] {
  return box(cardBox(node, "BoxText"), place);
}

function cardBox(node: Card, inCell: Style): Box {
  const titles = [
    ...(node.brand ? [{ style: "CardBrand", inCell: "BoxBrand", text: node.brand } as const] : []),
    ...(node.topic ? [{ style: "CardTopic", inCell: "BoxTitle", text: node.topic } as const] : []),
  ];
  return { kind: "rule", style: "Card", inCell, titles, node, blocks: node.blocks };
}

/** Points between cards. */
const cardGap = 9;

/** Cards beside each other; each row is a table, since only so can the ground show between the rows. */
export function cardGrid(node: CardGrid, place: Place): readonly Piece[] {
  const columns = Math.max(1, node.columns);
  const width = (room(place) - cardGap * (columns - 1)) / columns;
  const widths = Array.from({ length: columns * 2 - 1 }, (_, i) => (i % 2 === 0 ? width : cardGap));
  const at: Place = { ...place, listStyle: () => tableText("List", "Left", "Usual") };
  return Array.from({ length: Math.ceil(node.cards.length / columns) }, (_, r) => r).flatMap((r) => {
    const cells = widths.map((cellWidth, i) => {
      const one = i % 2 === 0 ? node.cards[r * columns + i / 2] : undefined;
      const lead = r === 0 && i === 0 ? unspaced(place.lead) : {};
      return boxCell(one && cardBox(one, tableText("Text", "Left", "Usual")), { ...at, lead }, cellWidth);
    });
    const described = boxDescription(node.cards.slice(r * columns, (r + 1) * columns).map(namesOf));
    const table = boxTable([new TableRow({ cantSplit: true, children: cells })], widths, described, place);
    return r === 0 ? [table] : [paragraph({ ...place, lead: {}, after: undefined }, [], { style: "Gap" }), table];
  });
}

/** A box, as paragraphs where that holds. */
export function box(content: Box, place: Place): readonly Piece[] {
  const plain = content.blocks.every((block) => block.type === "paragraph" && !block.role);
  if (plain && !place.lead.marker && !place.style.startsWith("Table")) return boxLines(content, place);
  const width = room(place);
  const row = new TableRow({
    children: [boxCell(content, { ...place, lead: unspaced(place.lead) }, width)],
  });
  return [boxTable([row], [width], boxDescription([content.titles.map((line) => line.text)]), place)];
}

/** What a box is called on the page. */
function namesOf({ brand, topic }: Card): readonly string[] {
  return [brand, topic].filter((name) => name !== undefined);
}

/** These tables only hold what is set apart, so their descriptions say that, and the names of the boxes. */
function boxDescription(names: readonly (readonly string[])[]): string {
  const said = names.map((one) => one.join(", ")).filter((one) => one !== "");
  const words = names.length === 1 ? "Text set apart" : `${names.length} texts set apart, side by side`;
  return said.length > 0 ? `${words}: ${said.join("; ")}.` : `${words}.`;
}

/** Lines of a box that carry rule and tint in their styles. */
function boxLines(content: Box, place: Place): readonly Piece[] {
  const at = (lead: Place["lead"]): Place => ({ ...place, style: content.style, lead, after: undefined });
  const titles = content.titles.map((line, i) =>
    paragraph(at(i === 0 ? place.lead : {}), [run(line.text)], {
      style: line.style,
      inset: boxInset,
      ...titleMark(content, i, place),
    }),
  );
  return [
    ...titles,
    ...flow(content.blocks, at(titles.length > 0 ? {} : place.lead)),
    ...(content.ending ? [content.ending(at({}), false)] : []),
  ];
}

function boxCell(content: Box | undefined, place: Place, width: number): TableCell {
  const { theme } = place.book;
  const none: IBorderOptions = { style: "nil" };
  const inside: Place = {
    ...place,
    style: place.style.startsWith("Table") ? place.style : (content?.inCell ?? "BoxText"),
    listStyle: content?.listStyle ?? place.listStyle,
    indent: 0,
    right: 0,
    width: width - 30,
    after: 3,
    between: 6,
  };
  return new TableCell({
    width: { size: twips(width), type: "dxa" },
    ...(content
      ? {
          margins: { left: twips(11), right: twips(11), top: twips(8), bottom: twips(6), marginUnitType: "dxa" },
          shading: { type: "clear", fill: boxFill(theme, content.kind) },
        }
      : {}),
    borders: {
      top: none,
      bottom: none,
      right: none,
      left: content?.kind === "rule" ? accentRule(theme) : none,
    },
    children: cellChildren(
      content ? cellLines(content, inside) : [paragraph({ ...inside, lead: {} }, [], { style: "Gap" })],
    ),
  });
}

function titleMark({ node }: Box, line: number, { book }: Place): { readonly mark?: string } {
  return node && line === 0 ? { mark: book.ids.get(node) } : {};
}

function cellLines(content: Box, place: Place): readonly Piece[] {
  const titles = content.titles.map((line, i) =>
    paragraph({ ...place, lead: i === 0 ? place.lead : {}, after: undefined }, [run(line.text)], {
      style: line.inCell,
      ...titleMark(content, i, place),
    }),
  );
  const lines = [
    ...titles,
    ...flow(content.blocks, { ...place, lead: titles.length > 0 ? {} : place.lead }),
    ...(content.ending ? [content.ending({ ...place, lead: {} }, true)] : []),
  ];
  return lines.length > 0 ? lines : [paragraph(place, [])];
}

function boxTable(rows: readonly TableRow[], widths: readonly number[], description: string, place: Place): Table {
  const options: ITableOptions = {
    rows,
    style: "LayoutTable",
    alignment: AlignmentType.LEFT,
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, w) => sum + w, 0)), type: "dxa" },
    columnWidths: widths.map(twips),
    indent: { size: twips(place.indent), type: "dxa" },
    tableLook: { firstRow: false, firstColumn: false, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  };
  return new DescribedTable(options, "", description);
}
