// What a reader can see of blocks, as plain values to compare: words, their looks and what they are part of. Places in the source, ids, numbers that are
// counted, widths and pages are left out; so is what tells of the document itself.
import type { Block, Caption, Footnote, Inline, ListItem, Row, Table } from "../document/document.ts";
import { plainText } from "../document/visit.ts";

/** Plain JSON. */
export type Form = string | number | boolean | null | undefined | readonly Form[];

/** What blocks refer to. */
export interface Context {
  readonly notes: ReadonlyMap<string, Footnote>;
  /** Numbers of what can be referred to, as references call them: "3.1", "4", "B". */
  readonly numbers: ReadonlyMap<string, string>;
  /** What tells each picture from another, by asset id. */
  readonly pictures: ReadonlyMap<string, string>;
}

const spaces = (text: string): string => text.replace(/\s/gu, " ");

/** Blocks as a reader sees them. */
export function formOf(blocks: readonly Block[], context: Context): readonly Form[] {
  return blocks.flatMap((block) => {
    const form = blockForm(block, context);
    return form === undefined ? [] : [form];
  });
}

function blockForm(block: Block, context: Context): Form {
  const inside = (blocks: readonly Block[]) => formOf(blocks, context);
  const inlines = (children: readonly Inline[]) => inlineForms(children, context);
  const caption = (given: Caption | undefined) => (given ? ["caption", ...inlines(given.children)] : undefined);
  switch (block.type) {
    case "heading":
      return ["heading", block.level, block.role, block.number === undefined, ...inlines(block.children)];
    case "paragraph":
      return [block.role ?? "p", ...inlines(block.children)];
    case "list":
      return ["list", block.style, ...block.items.map((item: ListItem) => inside(item.blocks))];
    case "definition-list":
      return ["definitions", ...block.items.flatMap((i) => [inlines(i.term), inside(i.blocks)])];
    case "quote":
      return ["quote", inside(block.blocks), block.attribution && inlines(block.attribution)];
    case "card":
      return ["card", block.brand, block.topic, inside(block.blocks)];
    case "card-grid":
      return ["cards", ...inside(block.cards)];
    case "callout":
      return ["callout", block.title, inside(block.blocks)];
    case "prompt":
      return ["prompt", inside(block.blocks)];
    case "answer":
      return ["answer", inside(block.blocks)];
    case "table":
      return block.control
        ? undefined
        : [
            "table",
            caption(block.caption),
            block.summary,
            ...block.rows.map((row) => rowForm(row, context)),
            inside(block.notes),
          ];
    case "exhibit":
      return block.control
        ? undefined
        : ["exhibit", caption(block.caption), block.alt, JSON.stringify(block.content), inside(block.notes)];
    case "picture":
      return [
        "picture",
        caption(block.caption),
        block.alt,
        context.pictures.get(block.asset),
        block.width,
        inside(block.notes),
      ];
    case "cover":
      return [
        "cover",
        block.kind,
        block.title,
        block.subtitle,
        [...block.organisations],
        block.logos.map((logo) => [context.pictures.get(logo.asset), logo.alt]),
        ...block.facts.filter((fact) => !fact.control).map((fact) => [fact.label, fact.value]),
      ];
    case "contents":
    case "sign-off":
    case "page-break":
      return undefined;
  }
}

function rowForm(row: Row, context: Context): Form {
  const cells = row.cells.map((cell) => [cell.colSpan ?? 1, cell.rowSpan ?? 1, formOf(cell.blocks, context)]);
  return [row.kind, ...cells];
}

/** Neighbouring words become one; where they came from does not show. */
function inlineForms(inlines: readonly Inline[], context: Context): readonly Form[] {
  const made: Form[] = [];
  for (const form of inlines.flatMap((inline) => inlineForm(inline, context))) {
    const last = made.at(-1);
    if (typeof form === "string" && typeof last === "string") made[made.length - 1] = last + form;
    else if (form !== "") made.push(form);
  }
  return made;
}

function inlineForm(inline: Inline, context: Context): readonly Form[] {
  const inside = (children: readonly Inline[]) => inlineForms(children, context);
  switch (inline.type) {
    case "text":
      return [spaces(inline.value)];
    case "value":
      return [spaces(inline.text)];
    case "emphasis":
    case "strong":
    case "superscript":
      return inline.children.length === 0 ? [] : [[inline.type, ...inside(inline.children)]];
    case "code":
      return [["code", inline.value]];
    case "link":
      return [["link", inline.url, ...inside(inline.children)]];
    case "reference":
      return isCounted(inline, context) ? [["reference", inline.target]] : inside(inline.children);
    case "footnote-reference": {
      const note = context.notes.get(inline.id);
      // A note within a note would go round for ever if it named itself.
      const others = new Map([...context.notes].filter(([id]) => id !== inline.id));
      return [["note", ...(note ? formOf(note.blocks, { ...context, notes: others }) : [])]];
    }
    case "line-break":
      return ["\n"];
    case "rating":
      return [["rating", inline.text, inline.tone, ...(inline.options ?? [])]];
    case "tick":
      return [[inline.mark, inline.label]];
    case "foreign":
      return inside(inline.children);
  }
}

/** True where the words of a reference are the number of its target, which moves when something is put before it. */
function isCounted(reference: Extract<Inline, { readonly type: "reference" }>, context: Context): boolean {
  const number = context.numbers.get(reference.target);
  if (number === undefined) return false;
  const counter = /^\p{L}{2,}\s([\p{L}\d.]+)$/u.exec(plainText(reference.children))?.[1];
  if (counter === undefined || counter === number) return counter === number;
  // "a)" under "2)" is called 2a.
  return /^\p{L}/u.test(number) && counter.endsWith(number) && /^\d+$/.test(counter.slice(0, -number.length));
}

/** The numbers by which references call a table, a picture, an exhibit, a heading or a numbered item. */
export function numberOf(block: Block): readonly (readonly [string, string])[] {
  switch (block.type) {
    case "heading": {
      const bare = block.number?.replace(/[\s.:)–—-]+$/u, "").replace(/^\p{L}{2,}\s+/u, "");
      return bare === undefined || bare === "" ? [] : [[block.id, bare]];
    }
    case "table":
      return tableNumber(block);
    case "exhibit":
    case "picture":
      return [[block.id, String(block.caption.number)]];
    case "list":
      return block.items.flatMap((item) =>
        item.id === undefined || item.value === undefined ? [] : [[item.id, item.marker.replace(/[.)]$/, "")] as const],
      );
    case "paragraph":
    case "definition-list":
    case "quote":
    case "card":
    case "card-grid":
    case "callout":
    case "prompt":
    case "answer":
    case "cover":
    case "contents":
    case "sign-off":
    case "page-break":
      return [];
  }
}

function tableNumber(table: Table): readonly (readonly [string, string])[] {
  return table.caption && table.id !== undefined ? [[table.id, String(table.caption.number)]] : [];
}
