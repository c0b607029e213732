// The figures of a document by value and by the words of their labels, so that a literal meets only the few it could mean.
import type { DocumentModel, Figure } from "../compute/model.ts";
import { convert, type Exact, isMoney } from "../compute/numbers/money.ts";
import { contentWords, isYear } from "./words.ts";

/** A figure as running text would speak of it. */
export interface Named {
  readonly figure: Figure;
  readonly kind: "money" | "percent";
  /** Pounds, or a fraction. */
  readonly value: Exact;
  /** Words of the label, then of the title above it where the label says too little. */
  readonly words: readonly string[];
}

export interface FigureIndex {
  /** Figures of a kind between two amounts, signs apart; at most `limit` of them. */
  between(kind: Named["kind"], least: Exact, most: Exact, limit: number): readonly Named[];
  /** Figures whose leading words all stand in a sentence of these words. */
  about(words: ReadonlySet<string>): readonly Named[];
}

/** How many words of a label must stand in a sentence that is about its figure. */
const leading = 3;
/** A name that so many figures begin with says nothing about any of them. */
const crowd = 40;

/** Amount in pounds or rate as a fraction; undefined for anything else. */
export function comparable(figure: Figure): Pick<Named, "kind" | "value"> | undefined {
  const { value } = figure;
  if (value.type !== "number" || value.exact.isZero()) return undefined;
  if (isMoney(value.unit)) return { kind: "money", value: convert(value.exact, value.unit, "£") };
  return value.unit === "%" ? { kind: "percent", value: value.exact } : undefined;
}

/** Indexes the figures of a document, each once though it may have several names. */
export function indexFigures(document: DocumentModel): FigureIndex {
  const named: Named[] = [];
  const titles = new Map<string, readonly string[]>();
  const titleWords = (name: string): readonly string[] => {
    const title = titleAbove(document, name);
    const known = titles.get(title) ?? contentWords(title);
    titles.set(title, known);
    return known;
  };
  for (const [name, figure] of document.figures) {
    const found = name === figure.name ? comparable(figure) : undefined;
    if (found) named.push({ figure, ...found, words: namingWords(figure, titleWords) });
  }
  const sorted = { money: byValue(named, "money"), percent: byValue(named, "percent") };
  const pairs = new Map<string, Named[]>();
  for (const one of named) {
    const key = pairKey(one.words[0], one.words[1]);
    if (key === undefined) continue;
    const list = pairs.get(key);
    if (list) list.push(one);
    else pairs.set(key, [one]);
  }
  return {
    between: (kind, least, most, limit) => range(sorted[kind], least.toNumber(), most.toNumber(), limit),
    about: (words) => {
      const known = [...words];
      const found: Named[] = [];
      for (const a of known)
        for (const b of known) {
          const list = a === b ? undefined : pairs.get(`${a} ${b}`);
          if (list && list.length <= crowd) found.push(...list.filter((one) => speaksOf(words, one)));
        }
      return found;
    },
  };
}

/** True when a sentence of these words names the figure: its leading words, and the years it is for. */
export function speaksOf(words: ReadonlySet<string>, { words: own }: Named): boolean {
  return own.length >= 2 && own.every((word, i) => (i >= leading && !isYear(word)) || words.has(word));
}

/** How many words of the figure's name stand in the sentence. */
export function sharedWords(words: ReadonlySet<string>, { words: own }: Named): number {
  return own.filter((word) => words.has(word)).length;
}

function namingWords(figure: Figure, titleWords: (name: string) => readonly string[]): readonly string[] {
  const label = contentWords(figure.label);
  if (label.filter((word) => !isYear(word)).length >= leading) return label;
  return [...new Set([...label, ...titleWords(figure.name)])];
}

/** Title of the table or appraisal that a figure belongs to. */
function titleAbove(document: DocumentModel, name: string): string {
  const dot = name.indexOf(".");
  const head = dot < 0 ? "" : name.slice(0, dot);
  return document.tables.get(head)?.title ?? document.appraisals.get(head)?.source.title ?? "";
}

function pairKey(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? undefined : `${first} ${second}`;
}

interface Placed {
  readonly at: number;
  readonly named: Named;
}

function byValue(named: readonly Named[], kind: Named["kind"]): readonly Placed[] {
  return named
    .filter((one) => one.kind === kind)
    .map((one) => ({ at: one.value.abs().toNumber(), named: one }))
    .sort((a, b) => a.at - b.at);
}

function range(sorted: readonly Placed[], least: number, most: number, limit: number): readonly Named[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  const found: Named[] = [];
  for (let i = low; i < sorted.length && found.length < limit; i++) {
    const one = sorted[i];
    if (!one || one.at > most) break;
    found.push(one.named);
  }
  return found;
}
