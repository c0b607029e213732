// Walks and rewrites a tree in reading order, so that no stage spells out the nodes it does not care about.
import type { Block, Cell, Inline, ListItem, Row, Table } from "./document.ts";

/** What to do on the way; a node is entered before what it holds, and `block` may replace it before its parts are visited. */
export interface Rewrite {
  readonly block?: (block: Block) => Block;
  readonly item?: (item: ListItem) => ListItem;
  readonly row?: (row: Row) => Row;
  /** Replaces one inline, after its children, by any number. */
  readonly inline?: (inline: Inline) => readonly Inline[];
}

/** The same blocks with every node passed through `by`, in reading order. */
export function rewriteBlocks(blocks: readonly Block[], by: Rewrite): readonly Block[] {
  return blocks.map((block) => rewriteBlock(block, by));
}

function rewriteBlock(given: Block, by: Rewrite): Block {
  const block = by.block ? by.block(given) : given;
  const inlines = (children: readonly Inline[]) => rewriteInlines(children, by);
  const blocks = (children: readonly Block[]) => rewriteBlocks(children, by);
  switch (block.type) {
    case "heading":
      return { ...block, children: inlines(block.children) };
    case "paragraph":
      return { ...block, children: inlines(block.children) };
    case "list":
      return {
        ...block,
        items: block.items.map((given) => {
          const item = by.item ? by.item(given) : given;
          return { ...item, blocks: blocks(item.blocks) };
        }),
      };
    case "definition-list":
      return { ...block, items: block.items.map((i) => ({ term: inlines(i.term), blocks: blocks(i.blocks) })) };
    case "quote": {
      const inside = blocks(block.blocks);
      return { ...block, blocks: inside, ...(block.attribution ? { attribution: inlines(block.attribution) } : {}) };
    }
    case "card":
    case "callout":
    case "prompt":
    case "answer":
      return { ...block, blocks: blocks(block.blocks) };
    case "card-grid":
      return { ...block, cards: block.cards.map((card) => ({ ...card, blocks: blocks(card.blocks) })) };
    case "table":
      return rewriteTable(block, by);
    case "exhibit":
    case "picture":
      return {
        ...block,
        caption: { ...block.caption, children: inlines(block.caption.children) },
        notes: block.notes.map((note) => ({ ...note, children: inlines(note.children) })),
      };
    case "cover":
    case "contents":
    case "sign-off":
    case "page-break":
      return block;
  }
}

function rewriteTable(table: Table, by: Rewrite): Table {
  const cells = (cell: Cell): Cell => ({ ...cell, blocks: rewriteBlocks(cell.blocks, by) });
  const caption = table.caption
    ? { caption: { ...table.caption, children: rewriteInlines(table.caption.children, by) } }
    : {};
  const rows = table.rows.map((given) => {
    const row = by.row ? by.row(given) : given;
    return { ...row, cells: row.cells.map(cells) };
  });
  const notes = table.notes.map((note) => ({ ...note, children: rewriteInlines(note.children, by) }));
  return { ...table, ...caption, rows, notes };
}

/** The same inlines with every one passed through `by.inline`, innermost first. */
function rewriteInlines(inlines: readonly Inline[], by: Rewrite): readonly Inline[] {
  const { inline } = by;
  if (!inline) return inlines;
  return inlines.flatMap((node): readonly Inline[] =>
    inline("children" in node ? { ...node, children: rewriteInlines(node.children, by) } : node),
  );
}

/** Looks at every node in reading order. */
export interface Visitor {
  readonly block?: (block: Block) => void;
  readonly item?: (item: ListItem) => void;
  readonly row?: (row: Row) => void;
  readonly inline?: (inline: Inline) => void;
}

/** Calls the visitor on every node in reading order. */
export function visitBlocks(blocks: readonly Block[], visitor: Visitor): void {
  const { block, item, row, inline } = visitor;
  rewriteBlocks(blocks, {
    block: seen(block),
    item: seen(item),
    row: seen(row),
    ...(inline ? { inline: (node: Inline) => [seen(inline)(node)] } : {}),
  });
}

const seen =
  <T>(look: ((node: T) => void) | undefined) =>
  (node: T): T => {
    look?.(node);
    return node;
  };

export interface Said {
  readonly words: string;
  /** Of the words, where it is not the document's. */
  readonly language?: string;
}

/** The words of inlines by language, without their looks; a run for each change of language. */
export function saidIn(inlines: readonly Inline[], language?: string): readonly Said[] {
  const made: Said[] = [];
  for (const inline of inlines) {
    const inside = inline.type === "foreign" ? inline.language : language;
    const runs = "children" in inline ? saidIn(inline.children, inside) : [said(plainWords(inline), language)];
    for (const run of runs) {
      const last = made.at(-1);
      if (last && last.language === run.language) made[made.length - 1] = said(last.words + run.words, run.language);
      else if (run.words !== "") made.push(run);
    }
  }
  return made;
}

function said(words: string, language: string | undefined): Said {
  return language === undefined ? { words } : { words, language };
}

/** The words of inlines, without their looks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plainWords).join("");
}

function plainWords(node: Inline): string {
  switch (node.type) {
    case "text":
    case "code":
      return node.value;
    case "value":
    case "rating":
      return node.text;
    case "tick":
      return node.label;
    case "line-break":
      return " ";
    case "footnote-reference":
      return "";
    case "emphasis":
    case "strong":
    case "superscript":
    case "link":
    case "reference":
    case "foreign":
      return plainText(node.children);
  }
}
