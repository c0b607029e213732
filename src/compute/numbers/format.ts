// Values as text. Numbers are rounded here and nowhere else on their way to a page.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import type { CellModel, ColumnModel, NumberStyle, Value } from "../model.ts";
import { type DateStyle, formatWhen, type HouseDates } from "./date.ts";
import { convert, type Exact, exact, isMoney, type MoneyUnit, round } from "./money.ts";

/** Words that may stand before a rounded number. */
export const roundingWords = ["about", "circa", "approximately", "over", "under", "nearly"] as const;
export type RoundingWord = (typeof roundingWords)[number];

/** Text, and what is wrong with asking for it. The text is fit to print all the same. */
export interface Formatted {
  readonly text: string;
  readonly problem?: FormatProblem;
}

export type FormatProblem =
  | { readonly type: "word"; readonly word: RoundingWord; readonly shown: string; readonly exact: string }
  | { readonly type: "unit"; readonly found: string; readonly wanted: string };

/** The problem as a finding at the place that asked for the format. */
export function reportFormat(problem: FormatProblem, span: Span | undefined): Diagnostic {
  return problem.type === "word"
    ? report("figure/rounding-word", span, problem)
    : report("figure/format-unit", span, problem);
}

const minus = "−";
const unbroken = "\u00a0";

/** Digits with thousands separators and a minus sign; -0 is 0. */
export function digits(value: Exact, decimals: number, style: NumberStyle): string {
  const rounded = round(value, decimals, style.rounding);
  const [whole = "0", fraction] = rounded.abs().toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${rounded.isNegative() && !rounded.isZero() ? minus : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** An amount with its sign and scale: "−£30,000", "£11.1m". */
function amount(value: Exact, unit: MoneyUnit, decimals: number, style: NumberStyle): string {
  const text = digits(value, decimals, style);
  const negative = text.startsWith(minus);
  return `${negative ? minus : ""}£${negative ? text.slice(1) : text}${unit.slice(1)}`;
}

/** What stands for a value that is no number: "nil", "n/a", "TBC". */
function standIn(value: Exclude<Value, { type: "number" }>): string {
  switch (value.type) {
    case "empty":
      return value.empty === "nil" ? "–" : value.empty;
    case "open":
      return value.word;
    case "words":
      return value.words;
    case "broken":
      return "?";
  }
}

function withWord(
  word: RoundingWord | undefined,
  text: string,
  shown: Exact,
  real: Exact,
  full: () => string,
): Formatted {
  if (!word) return { text };
  const wrong =
    (word === "over" && shown.abs().greaterThanOrEqualTo(real.abs())) ||
    ((word === "under" || word === "nearly") && shown.abs().lessThanOrEqualTo(real.abs()));
  return {
    text: `${word} ${text}`,
    ...(wrong ? { problem: { type: "word", word, shown: text, exact: full() } as const } : {}),
  };
}

export interface MoneyOptions {
  readonly as?: MoneyUnit;
  readonly places?: number;
  readonly word?: RoundingWord;
}

/** Digits after the point that amounts of a scale have unless others are asked for. */
export const moneyPlaces: Readonly<Record<MoneyUnit, number>> = { "£": 0, "£k": 0, "£m": 1 };

/** An amount: "£11,125,433", "about £11.1m". */
export function money(value: Value, options: MoneyOptions, style: NumberStyle): Formatted {
  if (value.type !== "number") return { text: standIn(value) };
  const held = isMoney(value.unit) ? value.unit : undefined;
  const from = held ?? style.money;
  const to = options.as ?? from;
  const places = options.places ?? moneyPlaces[to];
  const converted = convert(value.exact, from, to);
  const text = amount(converted, to, places, style);
  const full = () => amount(converted, to, Math.min(converted.decimalPlaces(), 6), style);
  const made = withWord(options.word, text, round(converted, places, style.rounding), converted, full);
  return held || value.unit === "number"
    ? made
    : { ...made, problem: { type: "unit", found: value.unit, wanted: "an amount of money" } };
}

export interface PercentOptions {
  readonly of?: Value;
  readonly places?: number;
  readonly word?: RoundingWord;
}

/** A rate, or one amount as a share of another: "46%". */
export function percent(value: Value, options: PercentOptions, style: NumberStyle): Formatted {
  if (value.type !== "number") return { text: standIn(value) };
  const whole = options.of;
  if (whole && whole.type !== "number") return { text: standIn(whole) };
  if (whole?.exact.isZero()) return { text: "n/a" };
  const share = whole ? comparable(value, whole).dividedBy(whole.exact) : value.exact;
  const places = options.places ?? 0;
  const points = share.times(100);
  const text = `${digits(points, places, style)}%`;
  const full = () => `${digits(points, Math.min(points.decimalPlaces(), 6), style)}%`;
  const made = withWord(options.word, text, round(points, places, style.rounding), points, full);
  const fits = whole ? isMoney(whole.unit) === isMoney(value.unit) : value.unit === "%" || value.unit === "number";
  return fits ? made : { ...made, problem: { type: "unit", found: value.unit, wanted: "a percentage" } };
}

function comparable(value: Value & { type: "number" }, to: Value & { type: "number" }): Exact {
  return isMoney(value.unit) && isMoney(to.unit) ? convert(value.exact, value.unit, to.unit) : value.exact;
}

export interface NumberOptions {
  readonly places?: number;
  readonly word?: RoundingWord;
  /** Prints the unit behind the number: "22 people". */
  readonly unit?: boolean;
}

/** A plain number: "321,000", "843.3". */
export function number(value: Value, options: NumberOptions, style: NumberStyle): Formatted {
  if (value.type !== "number") return { text: standIn(value) };
  const held = value.unit === "%" ? value.exact.times(100) : value.exact;
  const places = options.places ?? Math.min(held.decimalPlaces(), 2);
  const unit = options.unit && !["number", "%"].includes(value.unit) ? `${unbroken}${value.unit}` : "";
  const text = `${digits(held, places, style)}${value.unit === "%" ? "%" : ""}${unit}`;
  const full = () => digits(held, Math.min(held.decimalPlaces(), 6), style);
  return withWord(options.word, text, round(held, places, style.rounding), held, full);
}

/** Any value in the form its own unit asks for: money, percentage, or number with unit. */
export function plainValue(value: Value, decimals: number | undefined, style: NumberStyle): string {
  if (value.type !== "number") return standIn(value);
  const places = decimals === undefined ? {} : { places: decimals };
  if (isMoney(value.unit)) return money(value, places, style).text;
  if (value.unit === "%") return percent(value, places, style).text;
  return number(value, { ...places, unit: true }, style).text;
}

const ones =
  "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A count in words up to ninety-nine; larger ones in digits. */
export function countWords(count: number, style: NumberStyle): string {
  if (!Number.isInteger(count) || count < 0 || count > 99) return digits(exact(count), 0, style);
  if (count < 20) return ones[count] ?? String(count);
  const unit = count % 10;
  return `${tens[Math.floor(count / 10) - 2] ?? ""}${unit > 0 ? `-${ones[unit] ?? ""}` : ""}`;
}

/** A count in digits with thousands separators. */
export function count(value: number, style: NumberStyle): string {
  return digits(exact(value), 0, style);
}

/** The number a column shows for a value: in its printed unit, rounded; undefined where there is none. */
export function shownNumber(value: Value, column: ColumnModel, style: NumberStyle): Exact | undefined {
  if (value.type !== "number") return undefined;
  return round(inUnit(value, column.as), column.decimals, style.rounding);
}

/** A value's digits in another unit: pounds as £m, a fraction as per cent. */
export function inUnit(value: Value & { type: "number" }, as: string): Exact {
  if (isMoney(value.unit) && isMoney(as)) return convert(value.exact, value.unit, as);
  if (as === "%" && (value.unit === "%" || value.unit === "number")) return value.exact.times(100);
  return value.exact;
}

/** The unit of a column as its header prints it; "" where the numbers say it themselves or there is none. */
export function columnUnit(column: ColumnModel): string {
  return column.type !== "number" || column.as === "number" || column.as === "" ? "" : column.as;
}

/** A value with a unit of its own, which no header gives: "£3,140k", "3.5%", "1.42", "12 years". */
export function shownValue(value: Value, shown: NonNullable<CellModel["shown"]>, style: NumberStyle): string {
  if (value.type !== "number") return standIn(value);
  const { as, decimals } = shown;
  const converted = inUnit(value, as);
  if (isMoney(as)) return amount(converted, as, decimals, style);
  const text = digits(converted, decimals, style);
  if (as === "%") return `${text}%`;
  return as === "" || as === "number" ? text : `${text}${unbroken}${as}`;
}

/**
 * A cell as plain text: digits without the unit that its column's header gives, or with the cell's own unit.
 * Markdown comes back as it was written; a tick comes back as its word.
 */
export function cellText(
  { content, shown }: Pick<CellModel, "content" | "shown">,
  column: ColumnModel,
  style: NumberStyle,
  dates: HouseDates,
  dateStyle: DateStyle = "table",
): string {
  switch (content.type) {
    case "number":
      if (shown) return shownValue(content, shown, style);
      if (column.type !== "number") return plainValue(content, undefined, style);
      return `${column.prefix ?? ""}${digits(inUnit(content, column.as), column.decimals, style)}`;
    case "empty":
    case "open":
    case "words":
    case "broken":
      return standIn(content);
    case "markdown":
      return content.text;
    case "tick":
      return content.on ? "Yes" : "";
    case "rating":
      return content.word;
    case "date":
      return formatWhen(content.when, dateStyle, dates);
    case "blank":
      return "";
  }
}
