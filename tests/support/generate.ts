// Small Documents for laws: any mix of blocks, with numbers, ids, references and notes worked out as compose does.
import fc from "fast-check";
import type {
  Block,
  Document,
  Footnote,
  Inline,
  List,
  ListItem,
  NumberStyle,
  PageSection,
  Paragraph,
  RatingTone,
  Row,
  Table,
} from "../../src/document/document.ts";
import { documentOf } from "./nodes.ts";

const wordList = [
  "care",
  "health",
  "£11.1m",
  "“quoted”",
  "it’s",
  "2014/15",
  "A&B",
  "<b>",
  "Plymouth",
  "–",
  "−3.5%",
  "naïve",
  "e.g.",
  "1.",
  "%1",
  "{{x}}",
  "C:\\path",
  "https://a.b/c?d=e&f",
  "supercalifragilistic",
  "office-affluent",
  `unbreakable${"longword".repeat(16)}`,
  "a",
];

const phrase = fc.array(fc.constantFrom(...wordList), { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));

const tones: readonly RatingTone[] = ["green", "amber-green", "amber", "amber-red", "red", "neutral"];

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: phrase.map((value): Inline => ({ type: "text", value })) },
  { weight: 1, arbitrary: phrase.map((text): Inline => ({ type: "value", text })) },
  { weight: 1, arbitrary: phrase.map((value): Inline => ({ type: "code", value })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: "line-break" }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(phrase, fc.constantFrom(...tones))
      .map(([text, tone]): Inline => ({ type: "rating", text, tone })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("tick", "cross", "box", "checked-box")
      .map((mark): Inline => ({ type: "tick", mark, label: "Yes" })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: "footnote-reference", id: "", number: 0 }) },
);

const inlines: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("emphasis", "strong", "superscript"), fc.array(leaf, { minLength: 1, maxLength: 3 }))
        .map(([type, children]): Inline => ({ type, children })),
    },
    {
      weight: 1,
      arbitrary: fc.array(leaf, { minLength: 1, maxLength: 2 }).map(
        (children): Inline => ({
          type: "link",
          url: "https://example.org/a?b=c&d",
          children: withoutNotes(children),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: phrase.map(
        (value): Inline => ({ type: "foreign", language: "cy", children: [{ type: "text", value }] }),
      ),
    },
    {
      weight: 1,
      arbitrary: phrase.map(
        (value): Inline => ({ type: "reference", to: "heading", target: "h1", children: [{ type: "text", value }] }),
      ),
    },
  ),
  { minLength: 1, maxLength: 4 },
);

const plainInlines = inlines.map(withoutNotes);
/** No heading is empty. */
const titles = fc
  .tuple(phrase, plainInlines)
  .map(([value, rest]): readonly Inline[] => [{ type: "text", value }, ...rest]);

const paragraph: fc.Arbitrary<Paragraph> = fc
  .tuple(inlines, fc.constantFrom(undefined, undefined, undefined, "lead", "strapline", "instruction"))
  .map(([children, role]): Paragraph => ({ type: "paragraph", ...(role ? { role } : {}), children }));

const styles: readonly (NumberStyle | "bullet")[] = [
  "bullet",
  "decimal",
  "lower-alpha",
  "upper-alpha",
  "lower-roman",
  "upper-roman",
];

const list = (item: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<List> =>
  fc
    .tuple(
      fc.constantFrom(...styles),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(".", ")", ""),
      fc.array(item, { minLength: 1, maxLength: 4 }),
    )
    .map(
      ([style, start, end, items]): List => ({
        type: "list",
        style,
        items: items.map(
          (blocks, i): ListItem =>
            style === "bullet"
              ? { marker: "•", blocks }
              : { marker: `${counter(start + i, style)}${end}`, value: start + i, blocks },
        ),
      }),
    );

const table = (blocks: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<Table> =>
  fc
    .record({
      columns: fc.array(fc.constantFrom("left", "right", "decimal", "centre"), { minLength: 1, maxLength: 5 }),
      kinds: fc.array(fc.constantFrom("body", "body", "section", "group", "subtotal", "total"), {
        minLength: 1,
        maxLength: 5,
      }),
      headers: fc.integer({ min: 0, max: 2 }),
      look: fc.constantFrom("ruled", "borderless", "grid", "form"),
      cells: fc.array(blocks, { minLength: 1, maxLength: 12 }),
      caption: fc.option(plainInlines, { nil: undefined }),
      notes: fc.array(paragraph, { maxLength: 2 }),
      spans: fc.boolean(),
      merged: fc.boolean(),
    })
    .map(({ columns, kinds, headers, look, cells, caption, notes, spans, merged }): Table => {
      let next = 0;
      const take = (): readonly Block[] => cells[next++ % cells.length] ?? [];
      const rowOf = (kind: Row["kind"]): Row => {
        if (kind === "section") return { kind, cells: [{ blocks: take(), colSpan: columns.length }] };
        if (spans && columns.length > 1) {
          return { kind, cells: [{ blocks: take(), colSpan: 2 }, ...columns.slice(2).map(() => ({ blocks: take() }))] };
        }
        return { kind, cells: columns.map(() => ({ blocks: take() })) };
      };
      // The first cell of the last two rows reaches over both, if they are alike.
      const rows = kinds.map((kind) => rowOf(kind));
      const [above, below] = rows.slice(-2);
      const [wide, first] = [above?.cells[0], below?.cells[0]];
      const room = (first?.colSpan ?? 1) < columns.length && wide?.colSpan === first?.colSpan;
      if (merged && room && above && below && wide) {
        const down = [{ ...wide, rowSpan: 2 }, ...above.cells.slice(1)];
        rows.splice(-2, 2, { ...above, cells: down }, { ...below, cells: below.cells.slice(1) });
      }
      return {
        type: "table",
        ...(caption ? { id: "", caption: { label: "Table", number: 0, children: caption } } : {}),
        summary: "What the table shows.",
        look,
        columns: columns.map((align, i) => ({ key: `c${i}`, align, rowHeader: i === 0, ruleBefore: i === 1 })),
        rows: [...Array.from({ length: headers }, (): Row => rowOf("header")), ...rows],
        notes,
      };
    });

const flat: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 1, arbitrary: list(fc.tuple(paragraph)) },
  {
    weight: 1,
    arbitrary: list(fc.oneof(fc.tuple(paragraph), fc.tuple(paragraph, list(fc.tuple(paragraph))))),
  },
);
const flats = fc.array(flat, { minLength: 1, maxLength: 3 });

const nested: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), titles, fc.constantFrom("scheme", "scheme", "none", "own"), fc.boolean())
      .map(
        ([level, children, numbered, inContents]): Block => ({
          type: "heading",
          level: level as 1 | 2 | 3 | 4 | 5 | 6,
          id: numbered,
          children,
          inContents,
        }),
      ),
  },
  { weight: 4, arbitrary: list(flats) },
  { weight: 3, arbitrary: table(fc.array(flat, { maxLength: 2 })) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(plainInlines, flats), { minLength: 1, maxLength: 3 })
      .map((items): Block => ({ type: "definition-list", items: items.map(([term, blocks]) => ({ term, blocks })) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(flats, fc.option(plainInlines, { nil: undefined }))
      .map(([blocks, attribution]): Block => ({ type: "quote", blocks, ...(attribution ? { attribution } : {}) })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(phrase, flats).map(([title, blocks]): Block => ({ type: "callout", title, blocks })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(phrase, flats)
      .map(([topic, blocks]): Block => ({ type: "card", brand: "I say", topic, blocks })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.tuple(phrase, flats), { minLength: 1, maxLength: 4 }))
      .map(
        ([columns, cards]): Block => ({
          type: "card-grid",
          columns,
          cards: cards.map(([topic, blocks]) => ({ type: "card", topic, blocks })),
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(plainInlines, fc.array(paragraph, { maxLength: 1 })).map(
      ([children, notes]): Block => ({
        type: "exhibit",
        id: "",
        caption: { label: "Figure", number: 0, children },
        alt: "What the figure shows.",
        content: { type: "levels", sides: [] },
        notes,
      }),
    ),
  },
  { weight: 1, arbitrary: flats.map((blocks): Block => ({ type: "prompt", blocks })) },
  { weight: 1, arbitrary: flats.map((blocks): Block => ({ type: "answer", to: "h1", blocks })) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(phrase, fc.option(phrase, { nil: undefined })), { minLength: 1, maxLength: 3 }).map(
      (fields): Block => ({
        type: "sign-off",
        fields: fields.map(([label, value]) => ({ label, ...(value ? { value } : {}) })),
      }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Block>({ type: "page-break" }) },
);

/** A Document as compose would leave it, a page or two long. */
export const documents: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(fc.tuple(fc.boolean(), fc.array(nested, { minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 3 }),
    fc.array(flats, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([parts, notes, contents]) => resolve(parts, notes, contents));

function resolve(
  parts: readonly (readonly [boolean, readonly Block[]])[],
  noteBlocks: readonly (readonly Block[])[],
  contents: boolean,
): Document {
  const resolver = new Resolver(noteBlocks);
  const sections = parts.map(
    ([landscape, blocks]): PageSection => ({
      orientation: landscape ? "landscape" : "portrait",
      role: "body",
      blocks: resolver.blocks(blocks),
    }),
  );
  const front: PageSection = {
    orientation: "portrait",
    role: "front",
    blocks: [
      { type: "contents", of: "headings", title: "Contents", look: "list", depth: 3, entries: resolver.entries },
    ],
  };
  return documentOf([], { sections: contents ? [front, ...sections] : sections, footnotes: resolver.footnotes });
}

/** Gives headings, tables and notes their numbers and ids in one pass. */
class Resolver {
  readonly footnotes: Footnote[] = [];
  readonly entries: { target: string; level: number; number?: string; text: string }[] = [];
  #counters = [0, 0, 0, 0, 0, 0];
  #level = 0;
  #tables = 0;
  #figures = 0;
  #own = 0;
  #headings = 0;
  readonly #noteBlocks: readonly (readonly Block[])[];

  constructor(noteBlocks: readonly (readonly Block[])[]) {
    this.#noteBlocks = noteBlocks;
  }

  blocks(blocks: readonly Block[]): readonly Block[] {
    return blocks.map((block) => this.#block(block));
  }

  #block(block: Block): Block {
    switch (block.type) {
      case "heading":
        return this.#heading(block);
      case "paragraph":
        return this.#paragraph(block);
      case "list":
        return { ...block, items: block.items.map((item) => ({ ...item, blocks: this.blocks(item.blocks) })) };
      case "definition-list":
        return { ...block, items: block.items.map((item) => ({ ...item, blocks: this.blocks(item.blocks) })) };
      case "quote":
      case "card":
      case "callout":
      case "prompt":
      case "answer":
        return { ...block, blocks: this.blocks(block.blocks) };
      case "card-grid":
        return { ...block, cards: block.cards.map((card) => ({ ...card, blocks: this.blocks(card.blocks) })) };
      case "table":
        return this.#table(block);
      case "exhibit": {
        const number = ++this.#figures;
        const notes = block.notes.map((note) => this.#paragraph(note));
        return { ...block, id: `f${number}`, caption: { ...block.caption, number }, notes };
      }
      default:
        return block;
    }
  }

  #heading(block: Extract<Block, { readonly type: "heading" }>): Block {
    const level = Math.min(block.level, this.#level + 1) as 1 | 2 | 3 | 4 | 5 | 6;
    this.#level = level;
    const id = `h${++this.#headings}`;
    const number = this.#number(block.id, level);
    const text = block.children.map((c) => (c.type === "text" ? c.value : "title")).join(" ");
    if (block.inContents && level <= 3) this.entries.push({ target: id, level, ...(number ? { number } : {}), text });
    const own = block.id === "own" ? { ownNumber: true } : {};
    return { ...block, level, id, ...(number ? { number, ...own } : {}) };
  }

  #number(kind: string, level: number): string | undefined {
    if (kind === "own") return `Appendix ${counter(++this.#own, "upper-alpha")}`;
    if (kind === "none" || level > 3) return undefined;
    this.#counters = this.#counters.map((n, i) => (i < level - 1 ? Math.max(1, n) : i === level - 1 ? n + 1 : 0));
    return this.#counters.slice(0, level).join(".");
  }

  #paragraph(block: Paragraph): Paragraph {
    return { ...block, children: this.#inlines(block.children) };
  }

  #inlines(children: readonly Inline[]): readonly Inline[] {
    return children.map((inline): Inline => {
      if (inline.type === "footnote-reference") return this.#note();
      if (inline.type === "emphasis" || inline.type === "strong" || inline.type === "superscript") {
        return { ...inline, children: this.#inlines(inline.children) };
      }
      return inline;
    });
  }

  #note(): Inline {
    const number = this.footnotes.length + 1;
    const blocks = withoutNoteBlocks(this.#noteBlocks[number % this.#noteBlocks.length] ?? []);
    this.footnotes.push({ id: `n${number}`, number, blocks });
    return { type: "footnote-reference", id: `n${number}`, number };
  }

  #table(block: Table): Table {
    const numbered = block.caption
      ? { id: `t${++this.#tables}`, caption: { ...block.caption, number: this.#tables } }
      : {};
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: this.blocks(cell.blocks) })),
    }));
    return { ...block, ...numbered, rows, notes: block.notes.map((note) => this.#paragraph(note)) };
  }
}

function withoutNotes(children: readonly Inline[]): readonly Inline[] {
  return children.flatMap((inline): readonly Inline[] => {
    if (inline.type === "footnote-reference") return [];
    return "children" in inline ? [{ ...inline, children: withoutNotes(inline.children) }] : [inline];
  });
}

function withoutNoteBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type === "paragraph") return { ...block, children: withoutNotes(block.children) };
    if (block.type === "list") {
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: withoutNoteBlocks(item.blocks) })) };
    }
    return block;
  });
}

const romans = [
  "",
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
];

function counter(value: number, style: NumberStyle): string {
  switch (style) {
    case "decimal":
      return String(value);
    case "lower-alpha":
      return String.fromCharCode(96 + value);
    case "upper-alpha":
      return String.fromCharCode(64 + value);
    case "lower-roman":
      return romans[value] ?? "";
    case "upper-roman":
      return (romans[value] ?? "").toUpperCase();
  }
}
