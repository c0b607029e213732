// One pass in reading order gives every heading, caption and list its number, and every target its name for references.

import { marker } from "../document/counting.ts";
import type { Block, Caption, Inline, List, ListItem, NumberStyle, PageSection, Row } from "../document/document.ts";
import { plainText, rewriteBlocks } from "../document/visit.ts";
import { type Context, problem } from "./context.ts";
import type { DraftHeading, DraftList } from "./draft-nodes.ts";
import { levelOf } from "./headings.ts";
import { fill, referenceWords, type Scheme } from "./scheme.ts";

/** What a reference to an id prints; without words it has neither number nor title. */
export interface Target {
  readonly to: "heading" | "table" | "exhibit" | "item";
  readonly words: readonly Inline[];
}

export interface Numbered {
  readonly sections: readonly PageSection[];
  readonly targets: ReadonlyMap<string, Target>;
}

interface State {
  /** Counters of headings that follow the scheme. */
  counters: readonly number[];
  /** Counters under an appendix or a section with a pattern of its own, which the scheme does not count. */
  outside: readonly number[] | undefined;
  /** How many headings had each pattern of their own. */
  readonly own: Map<string, number>;
  appendix: number;
  inAppendix: boolean;
  /** Level of the heading without number that later, lower ones stand under. */
  unnumbered: number | undefined;
  level: number;
  tables: number;
  figures: number;
  /** The next number of a list that goes on, by style. */
  readonly lists: Map<string, number>;
  readonly targets: Map<string, Target>;
}

const text = (value: string): Inline => ({ type: "text", value });

/** Numbers the sections of a document. */
export function number(context: Context, sections: readonly PageSection[], scheme: Scheme): Numbered {
  const state: State = {
    counters: [0, 0, 0, 0, 0, 0],
    outside: undefined,
    own: new Map(),
    appendix: 0,
    inAppendix: false,
    unnumbered: undefined,
    level: 0,
    tables: 0,
    figures: 0,
    lists: new Map(),
    targets: new Map(),
  };
  const rewrite = {
    block: (block: Block): Block => numberBlock(context, block, state, scheme),
    item: (item: ListItem): ListItem => numberItem(item, state),
    row: (row: Row): Row => numberRow(row, state),
  };
  const numbered = sections.map((section) => {
    state.level = section.role === "front" ? 0 : state.level;
    return { ...section, blocks: rewriteBlocks(section.blocks, rewrite) };
  });
  return { sections: numbered, targets: state.targets };
}

function numberBlock(context: Context, block: Block, state: State, scheme: Scheme): Block {
  switch (block.type) {
    case "heading":
      return numberHeading(context, block, state, scheme);
    case "list":
      return numberList(block, state);
    case "table": {
      const caption = block.caption && captioned(block.caption, ++state.tables);
      const words = caption ? [text(`Table\u00a0${caption.number}`)] : [];
      const id = block.id === undefined ? undefined : free(block.id, state);
      if (id !== undefined) state.targets.set(id, { to: "table", words });
      const { id: _, ...rest } = block;
      return { ...rest, ...(id === undefined ? {} : { id }), ...(caption ? { caption } : {}) };
    }
    case "exhibit": {
      const id = free(block.id, state);
      const caption = captioned(block.caption, ++state.figures);
      state.targets.set(id, { to: "exhibit", words: [text(`Figure\u00a0${caption.number}`)] });
      return { ...block, id, caption };
    }
    case "picture": {
      const id = free(block.id, state);
      const caption = captioned(block.caption, ++state.figures);
      state.targets.set(id, { to: "exhibit", words: [text(`Figure\u00a0${caption.number}`)] });
      return { ...block, id, caption };
    }
    default:
      return block;
  }
}

const captioned = (caption: Caption, n: number): Caption => ({ ...caption, number: n });

// Ids that authors gave twice were reported; those that views mint from their data may come twice.
function free(wanted: string, state: State): string {
  let id = wanted;
  for (let n = 2; state.targets.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

// The first place where an entry is printed is the one that references go to.
function first(id: string | undefined, state: State, words: readonly Inline[]): boolean {
  if (id === undefined || state.targets.has(id)) return id === undefined;
  state.targets.set(id, { to: "item", words });
  return true;
}

function numberItem(item: ListItem, state: State): ListItem {
  if (first(item.id, state, itemWords(item))) return item;
  const { id: _, ...rest } = item;
  return rest;
}

function numberRow(row: Row, state: State): Row {
  if (first(row.id, state, [])) return row;
  const { id: _, ...rest } = row;
  return rest;
}

const itemWords = (item: ListItem): readonly Inline[] => [text(item.marker.replace(/[.)]$/, ""))];

// ---------------------------------------------------------------- lists

const isContinuing = (list: List): list is DraftList => "continues" in list || "nested" in list;

function numberList(list: List, state: State): List {
  const draft: DraftList = isContinuing(list) ? list : list;
  const { continues, nested, ...rest } = draft;
  if (list.style === "bullet") return rest;
  const { style } = list;
  const first = continues ? (state.lists.get(style) ?? 1) : (list.items[0]?.value ?? 1);
  const items = continues
    ? list.items.map((item, i) => ({ ...item, value: first + i, marker: marker(style, first + i) }))
    : list.items;
  if (!nested) state.lists.set(style, first + items.length);
  return { ...rest, items };
}

// ---------------------------------------------------------------- headings

function numberHeading(context: Context, block: DraftHeading, state: State, scheme: Scheme): Block {
  const { numbering, appendix, explicit, ...rest } = block;
  const level = fitted(context, block, state);
  const taken = !explicit && context.notebook.given.has(block.id);
  const id = free(taken ? `${block.id}-section` : block.id, state);
  const base = { ...rest, level, id };
  const title = plainText(block.children);
  const named = (words: string) => state.targets.set(id, { to: "heading", words: words === "" ? [] : [text(words)] });
  if (appendix) {
    state.inAppendix = true;
    state.unnumbered = undefined;
    state.appendix += 1;
    state.outside = [state.appendix, 0, 0, 0, 0, 0];
    const made = fill(scheme.appendix.pattern, state.outside, [scheme.appendix.style]);
    named(made === "" ? title : referenceWords(made, ""));
    return { ...base, ...(made === "" ? {} : { number: made, ownNumber: true }) };
  }
  if (numbering !== undefined && numbering !== "none") {
    const count = (state.own.get(numbering.pattern) ?? 0) + 1;
    state.own.set(numbering.pattern, count);
    state.unnumbered = undefined;
    state.outside = [count, 0, 0, 0, 0, 0];
    const made = fill(numbering.pattern, state.outside, []);
    named(/%\d/.test(numbering.pattern) ? referenceWords(made, "") : title);
    return { ...base, number: made, ownNumber: true };
  }
  if (state.unnumbered !== undefined && level <= state.unnumbered) state.unnumbered = undefined;
  if (level === 1) state.outside = undefined;
  const pattern = scheme.levels[level - 1]?.pattern ?? "";
  if (numbering === "none" || state.unnumbered !== undefined || pattern === "") {
    // What stands under a heading without number would otherwise count on from the chapter before.
    if (numbering === "none" && base.role !== "run-in") state.unnumbered ??= level;
    named(title);
    return base;
  }
  const own = state.outside !== undefined;
  const counters = (state.outside ?? state.counters).map((c, i) => (i === level - 1 ? c + 1 : i >= level ? 0 : c));
  if (own) state.outside = counters;
  else state.counters = counters;
  const usual = scheme.levels.map((l) => l.style);
  const styles = state.inAppendix ? [scheme.appendix.style, ...usual.slice(1)] : usual;
  const made = fill(pattern, counters, styles);
  named(referenceWords(made, above(pattern, level, counters, scheme, styles)));
  return { ...base, number: made, ...(own ? { ownNumber: true } : {}) };
}

// "a)" under "2)" is called 2a.
function above(
  pattern: string,
  level: number,
  counters: readonly number[],
  scheme: Scheme,
  styles: readonly NumberStyle[],
): string {
  if (level === 1 || /%1/.test(pattern)) return "";
  const higher = scheme.levels.slice(0, level - 1);
  return higher.map((l, i) => (l.pattern === "" ? "" : fill(`%${i + 1}`, counters, styles))).join("");
}

function fitted(context: Context, block: DraftHeading, state: State): DraftHeading["level"] {
  const most = state.level + 1;
  // Inside an appendix its title is the only heading of the first level.
  const least = state.inAppendix && !block.appendix ? 2 : 1;
  const level = levelOf(Math.max(least, Math.min(block.level, most)));
  if (block.level > most)
    problem(context, "document/heading-skips", block.origin, { level: block.level, expected: most });
  state.level = level;
  return level;
}
