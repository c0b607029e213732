// Amounts and percentages as people write them in running text.
import { type Exact, exact, halfUnit, powerOfTen } from "../compute/numbers/money.ts";

/** An amount or a percentage that somebody typed; a range gives two. */
export interface Literal {
  readonly kind: "money" | "percent";
  /** Offsets in the text it was read from, its sign and unit included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Pounds, or a fraction: £11.1m is 11100000, 46% is 0.46. */
  readonly value: Exact;
  /** How far rounding may have moved it: half a unit of its last digit. */
  readonly slack: Exact;
  /** Digits after the point as written. */
  readonly decimals: number;
  /** Power of ten of its unit: 6 for £m; 0 for percentages. */
  readonly scale: number;
  /** Digits that tell it from other numbers: 3 in £109m and in £1,060,000. */
  readonly significant: number;
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d]|[.,]\d)`;
const scaleWord = String.raw`(?:thousand|million|billion|trillion|mn|bn|tn|[kKmMbB]|['‘’]000s?)(?![\p{L}\p{N}])`;
const percentSign = String.raw`(?:%|per\s?cent(?![\p{L}])|percent(?![\p{L}]))(?!\s?points?)`;
const dash = String.raw`(?:\s?[–—-]\s?|\s+to\s+|\s+and\s+)`;

const money = new RegExp(
  String.raw`(?<![\p{L}\p{N}£])(?<sign>[−-])?£\s?(?<first>${number})(?:\s?(?<unit>${scaleWord}))?` +
    String.raw`(?:(?<join>${dash})(?<pound>£\s?)?(?<second>${number})(?:\s?(?<unit2>${scaleWord}))?)?`,
  "gu",
);
const percent = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/£−-])(?<sign>[−-])?(?<first>${number})(?:\s?(?<unit>${percentSign})|(?=${dash}${number}\s?${percentSign}))` +
    String.raw`(?:(?<join>${dash})(?<second>${number})\s?(?<unit2>${percentSign}))?`,
  "gu",
);

/** Every amount and percentage of a text, in order. */
export function readAmounts(text: string): readonly Literal[] {
  const found: Literal[] = [];
  if (text.includes("£")) for (const match of text.matchAll(money)) found.push(...moneyOf(match, text));
  if (/%|cent/.test(text)) for (const match of text.matchAll(percent)) found.push(...percentOf(match));
  return found.sort((a, b) => a.start - b.start);
}

function scaleOf(unit: string | undefined): number {
  if (unit === undefined) return 0;
  if (/^(k|thousand|['‘’]000)/i.test(unit)) return 3;
  if (/^(m|million|mn)$/i.test(unit)) return 6;
  if (/^(b|bn|billion)$/i.test(unit)) return 9;
  return 12;
}

function moneyOf(match: RegExpExecArray, text: string): readonly Literal[] {
  const { sign, first = "", unit, join, pound, second, unit2 } = match.groups ?? {};
  const start = match.index;
  const whole = start + match[0].length;
  const alone = start + `${sign ?? ""}£`.length + gapAfterPound(match[0]) + first.length + unitLength(match[0], unit);
  // "£5m and 12 people", "£5m – 12 people": the second is an amount only where something says so.
  const ranged =
    second !== undefined &&
    (pound !== undefined || unit2 !== undefined || (/[–—-]/.test(join ?? "") && unit === undefined));
  const between = join?.trim() !== "and" || pound !== undefined || /between\s*$/i.test(text.slice(0, start));
  if (!ranged || !between || second === undefined) {
    return [
      literal("money", {
        start,
        end: alone,
        text: text.slice(start, alone),
        sign,
        digits: first,
        scale: scaleOf(unit),
      }),
    ];
  }
  const secondStart = whole - (match[0].length - match[0].lastIndexOf(`${pound ?? ""}${second}`));
  // "£12–15m" and "£12m to £15m" are the same range.
  const shared = unit ?? (pound === undefined || exact(plain(first)).lessThan(1000) ? unit2 : undefined);
  return [
    literal("money", {
      start,
      end: alone,
      text: text.slice(start, alone),
      sign,
      digits: first,
      scale: scaleOf(shared),
    }),
    literal("money", {
      start: secondStart,
      end: whole,
      text: text.slice(secondStart, whole),
      sign: undefined,
      digits: second,
      scale: scaleOf(unit2 ?? (pound === undefined ? unit : undefined)),
    }),
  ];
}

const gapAfterPound = (text: string): number => /£(\s?)/u.exec(text)?.[1]?.length ?? 0;

function unitLength(text: string, unit: string | undefined): number {
  if (unit === undefined) return 0;
  const before = text.slice(0, text.indexOf(unit));
  return unit.length + (/\s$/u.test(before) ? 1 : 0);
}

function percentOf(match: RegExpExecArray): readonly Literal[] {
  const { sign, first = "", unit, second } = match.groups ?? {};
  const text = match[0];
  const start = match.index;
  const alone = (sign?.length ?? 0) + first.length + unitLength(text, unit);
  const one = literal("percent", {
    start,
    end: start + alone,
    text: text.slice(0, alone),
    sign,
    digits: first,
    scale: 0,
  });
  if (second === undefined) return [one];
  const at = text.lastIndexOf(second);
  const end = start + text.length;
  return [
    one,
    literal("percent", { start: start + at, end, text: text.slice(at), sign: undefined, digits: second, scale: 0 }),
  ];
}

const plain = (digits: string): string => digits.replaceAll(",", "");

interface Written {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sign: string | undefined;
  readonly digits: string;
  readonly scale: number;
}

function literal(kind: Literal["kind"], written: Written): Literal {
  const { start, end, text, sign, scale } = written;
  const digits = plain(written.digits);
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const unit = powerOfTen(kind === "percent" ? -2 : scale);
  const read = exact(digits).times(unit);
  const significant = digits
    .replace(".", "")
    .replace(/^0+/, "")
    .replace(decimals > 0 ? /^$/ : /0+$/, "").length;
  return {
    kind,
    start,
    end,
    text,
    value: sign ? read.negated() : read,
    slack: slackOf(digits, decimals, read, unit),
    decimals,
    scale: kind === "percent" ? 0 : scale,
    significant,
  };
}

const half = exact("0.005");

/** Noughts at the end of a whole number may be rounding too, within half a per cent: £317,200 for £317,187.50. */
function slackOf(digits: string, decimals: number, read: Exact, unit: Exact): Exact {
  const written = halfUnit(decimals).times(unit);
  if (decimals > 0) return written;
  const noughts = /0*$/.exec(digits)?.[0].length ?? 0;
  const loose = powerOfTen(noughts).dividedBy(2).times(unit);
  const cap = read.times(half);
  const least = loose.lessThan(cap) ? loose : cap;
  return least.greaterThan(written) ? least : written;
}

/** The number a format of ours printed, when it is one: "£11.1m", "46%", "321,000", "22 people". */
export function readPrinted(
  text: string,
): { readonly value: Exact; readonly kind: "money" | "percent" | "number" } | undefined {
  const [only, ...others] = readAmounts(text);
  if (only && others.length === 0) return { value: only.value, kind: only.kind };
  const found = only ? null : /^(?:[a-z]+ )?([−-])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s\p{L}.*)?$/u.exec(text);
  if (!found) return undefined;
  const read = exact(plain(`${found[2] ?? ""}${found[3] ?? ""}`));
  return { value: found[1] ? read.negated() : read, kind: "number" };
}
