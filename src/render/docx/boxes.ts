// Quotes, callouts and statement cards: an accent rule on the left and a tint. Paragraphs carry both in their styles;
// what is not a paragraph needs a cell round it, since the rule would follow each list item's own indent.
import { AlignmentType, Table, TableCell, TableLayoutType, TableRow } from "docx";
import type { Block, Callout, Card, CardGrid, Quote } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import { type Piece, type Place, room, unspaced } from "./book.ts";
import { cellChildren } from "./element.ts";
import { inlines, run } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";
import { boxBorder, type ParagraphStyle } from "./styles.ts";
import { eighths, hex, twips } from "./units.ts";

interface BoxLine {
  readonly style: ParagraphStyle;
  readonly text: string;
}

interface Box {
  readonly style: ParagraphStyle;
  readonly titles: readonly BoxLine[];
  readonly blocks: readonly Block[];
  /** Paragraph under the blocks. */
  readonly ending?: (place: Place) => Piece;
  readonly tinted: boolean;
}

/** A quotation with who said it. */
export function quote(node: Quote, place: Place): readonly Piece[] {
  const { attribution } = node;
  return box(
    {
      style: "Quote",
      titles: [],
      blocks: node.blocks,
      tinted: false,
      ...(attribution
        ? { ending: (at) => paragraph(at, inlines(attribution, at.book), { style: "QuoteAttribution", inset: 12 }) }
        : {}),
    },
    place,
  );
}

/** A remark set apart. */
export function callout(node: Callout, place: Place): readonly Piece[] {
  return box(
    {
      style: "Callout",
      titles: node.title ? [{ style: "CalloutTitle", text: node.title }] : [],
      blocks: node.blocks,
      tinted: true,
    },
    place,
  );
}

/** One statement card. */
export function card(node: Card, place: Place): readonly Piece[] {
  return box({ style: "Card", titles: cardTitles(node), blocks: node.blocks, tinted: true }, place);
}

function cardTitles(node: Card): readonly BoxLine[] {
  return [
    ...(node.brand ? [{ style: "CardBrand", text: node.brand } as const] : []),
    ...(node.topic ? [{ style: "CardTopic", text: node.topic } as const] : []),
  ];
}

/** Cards beside each other, row by row. */
export function cardGrid(node: CardGrid, place: Place): readonly Piece[] {
  const columns = Math.max(1, node.columns);
  const width = room(place) / columns;
  const rows = Array.from({ length: Math.ceil(node.cards.length / columns) }, (_, r) => {
    const cards = node.cards.slice(r * columns, (r + 1) * columns);
    const empty = Array.from({ length: columns - cards.length }, () => undefined);
    return new TableRow({
      cantSplit: true,
      children: [...cards, ...empty].map((one, c) =>
        boxCell(
          one ? { style: "Card", titles: cardTitles(one), blocks: one.blocks, tinted: true } : undefined,
          { ...place, lead: r === 0 && c === 0 ? unspaced(place.lead) : {} },
          width,
          true,
        ),
      ),
    });
  });
  return rows.length === 0
    ? []
    : [
        boxTable(
          rows,
          Array.from({ length: columns }, () => width),
          place,
        ),
      ];
}

function box(content: Box, place: Place): readonly Piece[] {
  if (place.style.startsWith("Table") || !content.blocks.every((block) => block.type === "paragraph")) {
    const width = room(place);
    const row = new TableRow({ children: [boxCell(content, { ...place, lead: unspaced(place.lead) }, width, false)] });
    return [boxTable([row], [width], place)];
  }
  return boxLines(content, place);
}

/** Lines of a box that carry rule and tint in their styles. */
function boxLines(content: Box, place: Place): readonly Piece[] {
  const at = (lead: Place["lead"]): Place => ({ ...place, style: content.style, lead, after: undefined });
  const titles = content.titles.map((line, i) =>
    paragraph(at(i === 0 ? place.lead : {}), [run(line.text)], { style: line.style, inset: 12 }),
  );
  return [
    ...titles,
    ...flow(content.blocks, at(titles.length > 0 ? {} : place.lead)),
    ...(content.ending ? [content.ending(at({}))] : []),
  ];
}

function boxCell(content: Box | undefined, place: Place, width: number, spaced: boolean): TableCell {
  const { theme } = place.book;
  const none = { style: "nil" } as const;
  const gap = { style: "single", size: eighths(8), color: "FFFFFF" } as const;
  const inside: Place = {
    ...place,
    style: place.style.startsWith("Table") ? place.style : "BoxText",
    indent: 0,
    right: 0,
    width: width - 30,
    after: 4,
    between: 6,
  };
  const lines = content ? cellLines(content, inside) : [paragraph({ ...inside, lead: {} }, [])];
  return new TableCell({
    width: { size: twips(width), type: "dxa" },
    margins: { left: twips(9), right: twips(9), top: twips(7), bottom: twips(5), marginUnitType: "dxa" },
    ...(content?.tinted ? { shading: { type: "clear", fill: hex(theme.colours.groupTint) } as const } : {}),
    borders: {
      top: none,
      bottom: spaced ? gap : none,
      right: spaced ? gap : none,
      left: content ? { ...boxBorder(theme).left, space: 0 } : none,
    },
    children: cellChildren(lines),
  });
}

function cellLines(content: Box, place: Place): readonly Piece[] {
  const titles = content.titles.map((line, i) =>
    paragraph({ ...place, lead: i === 0 ? place.lead : {}, after: undefined }, [run(line.text)], {
      style: plainTitle[line.style] ?? line.style,
    }),
  );
  return [
    ...titles,
    ...flow(content.blocks, { ...place, lead: titles.length > 0 ? {} : place.lead }),
    ...(content.ending ? [content.ending({ ...place, lead: {} })] : []),
  ];
}

/** In a cell the rule and tint are the cell's. */
const plainTitle: Partial<Record<ParagraphStyle, ParagraphStyle>> = {
  CalloutTitle: "BoxTitle",
  CardTopic: "BoxTitle",
  CardBrand: "BoxBrand",
};

function boxTable(rows: readonly TableRow[], widths: readonly number[], place: Place): Table {
  return new Table({
    rows,
    style: "LayoutTable",
    alignment: AlignmentType.LEFT,
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, w) => sum + w, 0)), type: "dxa" },
    columnWidths: widths.map(twips),
    indent: { size: twips(place.indent), type: "dxa" },
    tableLook: { firstRow: false, firstColumn: false, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  });
}
