// Amounts and percentages typed in prose, against the figures they could be.

import type { DocumentModel, Value } from "../compute/model.ts";
import { plainValue } from "../compute/numbers/format.ts";
import { type Exact, exact, powerOfTen } from "../compute/numbers/money.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Source } from "../source.ts";
import { type Literal, readAmounts } from "./amounts.ts";
import { type FigureIndex, indexFigures, type Named, sharedWords } from "./figure-index.ts";
import { type Line, type Sentence, sentencesOf, typedAt, valuesIn } from "./lines.ts";
import { placeOf } from "./place.ts";
import { contentWords } from "./words.ts";

interface Typed {
  readonly literal: Literal;
  readonly line: Line;
}

const one = exact(1);
/** How far from a figure a number may lie and still be meant for it. */
const near = exact("0.005");
const crowd = 64;
/** Where more amounts than these lie together, one word in common may be chance. */
const few = 3;

/** Reports typed amounts and percentages that equal or contradict a figure of the document. */
export function checkLiterals(
  document: DocumentModel,
  lines: readonly Line[],
  files: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  let index: FigureIndex | undefined;
  return lines.flatMap((line) => {
    const literals = readAmounts(line.text).filter((l) => typedAt(line, l.start, l.end) !== undefined);
    if (literals.length === 0) return [];
    index ??= indexFigures(document);
    const known = index;
    return sentencesOf(line).flatMap((sentence) => checkSentence(document, known, sentence, literals, files));
  });
}

function checkSentence(
  document: DocumentModel,
  index: FigureIndex,
  sentence: Sentence,
  all: readonly Literal[],
  files: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  const literals = all.filter((l) => l.start >= sentence.start && l.start < sentence.end);
  if (literals.length === 0) return [];
  const words = new Set(contentWords(sentence.line.text.slice(sentence.start, sentence.end)));
  const printed = new Set(valuesIn(sentence).map((v) => v.name));
  const about = index.about(words);
  const said = (named: Named) => literals.some((literal) => equals(literal, named));
  // What the sentence prints already, or says rightly elsewhere, is not what another number in it means.
  const open = about.filter((named) => !printed.has(named.figure.name) && !said(named));
  return literals.flatMap((literal) => {
    const typed: Typed = { literal, line: sentence.line };
    const same = equalTo(index, literal, words, about);
    if (same) return finding("figure/prose-literal", document, typed, same, files);
    if (about.some((named) => equals(literal, named))) return [];
    const meant = meantBy(literal, open) ?? nearlyMeant(index, literal, words, printed, said);
    return meant ? finding("figure/prose-contradicts", document, typed, meant, files) : [];
  });
}

function equals(literal: Literal, named: Named): boolean {
  return (
    named.kind === literal.kind && named.value.abs().minus(literal.value.abs()).abs().lessThanOrEqualTo(literal.slack)
  );
}

/** The figure a number is, as far as its digits and the words round it tell; a number of few digits needs more words. */
function equalTo(
  index: FigureIndex,
  literal: Literal,
  words: ReadonlySet<string>,
  about: readonly Named[],
): Named | undefined {
  const named = about.filter((n) => equals(literal, n));
  if (named.length > 0) return best(named, literal, words);
  if (literal.significant < 3) return undefined;
  const value = literal.value.abs();
  const found = index.between(literal.kind, value.minus(literal.slack), value.plus(literal.slack), crowd);
  const close = found.filter((n) => equals(literal, n));
  const amounts = new Set(close.map((n) => n.value.toString())).size;
  const spoken = close.filter((n) => sharedWords(words, n) >= (amounts > few ? 2 : 1));
  if (spoken.length > 0) return best(spoken, literal, words);
  // Without a word in common four digits may still tell it, unless several figures have them.
  return literal.significant >= 4 && amounts === 1 ? best(close, literal, words) : undefined;
}

function best(found: readonly Named[], literal: Literal, words: ReadonlySet<string>): Named | undefined {
  const off = (n: Named) => n.value.abs().minus(literal.value.abs()).abs();
  return [...found].sort(
    (a, b) =>
      sharedWords(words, b) - sharedWords(words, a) ||
      off(a).comparedTo(off(b)) ||
      a.figure.name.length - b.figure.name.length,
  )[0];
}

/** The figure a sentence is about, when its number is of that size, or of that size but for the unit. */
function meantBy(literal: Literal, open: readonly Named[]): Named | undefined {
  const sized = open.filter(
    (named) => named.kind === literal.kind && (ofSize(literal, named) || inOtherUnit(literal, named)),
  );
  const off = (n: Named) =>
    n.value
      .abs()
      .dividedBy(literal.value.abs().isZero() ? one : literal.value.abs())
      .minus(one)
      .abs();
  return [...sized].sort((a, b) => off(a).comparedTo(off(b)))[0];
}

function ofSize(literal: Literal, { value }: Named): boolean {
  const typed = literal.value.abs();
  return typed.lessThanOrEqualTo(value.abs().times(2)) && typed.times(2).greaterThanOrEqualTo(value.abs());
}

const otherUnits = [-6, -3, 3, 6];

/** £22.417K for £22.417m: the same digits, a thousand or a million times off. */
function inOtherUnit(literal: Literal, { value }: Named): boolean {
  return otherUnits.some((power) => shifted(literal, value, power));
}

function shifted(literal: Literal, value: Exact, power: number): boolean {
  if (literal.kind !== "money" || literal.significant < 2) return false;
  const by = powerOfTen(power);
  return literal.value.abs().times(by).minus(value.abs()).abs().lessThanOrEqualTo(literal.slack.times(by));
}

/** A number within half a per cent of a figure that the sentence has words of. */
function nearlyMeant(
  index: FigureIndex,
  literal: Literal,
  words: ReadonlySet<string>,
  printed: ReadonlySet<string | undefined>,
  said: (named: Named) => boolean,
): Named | undefined {
  if (literal.significant < 4) return undefined;
  const value = literal.value.abs();
  const found = index.between(literal.kind, value.times(one.minus(near)), value.times(one.plus(near)), crowd);
  const spoken = found.filter(
    (n) => sharedWords(words, n) > 1 && !printed.has(n.figure.name) && !said(n) && !equals(literal, n),
  );
  return best(spoken, literal, words);
}

/** The finding, unless no author wrote the words: a sentence that a view makes follows the data by itself. */
function finding(
  code: "figure/prose-literal" | "figure/prose-contradicts",
  document: DocumentModel,
  { literal, line }: Typed,
  named: Named,
  files: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  const { figure } = named;
  const at = placeOf(files, line, literal.start, literal.end);
  // A figure may be called by its number: "Flat rate of 5%".
  if (!at || figure.label.includes(literal.text)) return [];
  const published = document.explained.find((e) => e.figure === figure.name);
  const notes = [
    ...(figure.origin ? [{ message: "the figure stands here", span: figure.origin }] : []),
    ...(published && code === "figure/prose-contradicts"
      ? [{ message: `published as ${fully(document, published.stated)}: ${published.reason}` }]
      : []),
  ];
  const details = {
    typed: literal.text,
    name: figure.name,
    label: figure.label,
    exact: fully(document, figure.value),
    instead: expression(literal, named, code === "figure/prose-contradicts"),
  };
  return [report(code, at, details, { notes })];
}

/** A value with all its digits, but for those a division leaves. */
function fully(document: DocumentModel, value: Value): string {
  if (value.type !== "number") return plainValue(value, undefined, document.style);
  const digits = (value.unit === "%" ? value.exact.times(100) : value.exact).decimalPlaces();
  return plainValue(value, Math.min(digits, 4), document.style);
}

/**
 * What to write instead, in the unit and with the digits that were typed; in the right unit where that was the mistake.
 * A number that was wrong gets no fewer digits than its figure has.
 */
function expression(literal: Literal, { figure, value }: Named, wrong: boolean): string {
  const { name } = figure;
  const last = name.slice(name.lastIndexOf(".") + 1);
  const path = /^\d{4}\/\d{2}$/.test(last) ? `${name.slice(0, -last.length - 1)} year="${last}"` : name;
  const places = (unit: string) => {
    const own = wrong && figure.value.type === "number" && figure.value.unit === unit ? (figure.decimals ?? 0) : 0;
    return Math.max(literal.decimals, own);
  };
  if (literal.kind === "percent") return `{{percent ${path} places=${places("%")}}}`;
  const scale = literal.scale + (otherUnits.find((power) => wrong && shifted(literal, value, power)) ?? 0);
  const as = scale >= 6 ? "£m" : scale === 3 ? "£k" : "£";
  return `{{money ${path} as="${as}" places=${scale === 9 ? 0 : places(as)}}}`;
}
