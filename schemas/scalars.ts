// Values that stand alone. YAML scalars reach us as their source text, so "1.10" stays "1.10".
import { z } from "zod";

/** Plain text on one line or several; Markdown is allowed where `markdown` is used instead. */
export const text = z.string().min(1);

/** Text that may hold Markdown: emphasis, lists, links, figures. */
export const markdown = z
  .string()
  .meta({ description: "Text; may hold Markdown (emphasis, lists, links) and {{figures}}." });

/** A key that other entries refer to. */
export const identifier = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "must be letters, digits, hyphens, dots or underscores")
  .meta({ description: "Name that other entries refer to." });

const languagePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** Whether words are a language tag of BCP 47 in form. */
export const isLanguageTag = (written: string): boolean => languagePattern.test(written);

/** A language, for those who listen to a document. */
export const languageTag = z
  .string()
  .regex(languagePattern, "must be a language tag such as en-GB or cy")
  .meta({ description: "Language tag of BCP 47, such as en-GB or cy." });

const yes = new Set(["true", "yes"]);
const no = new Set(["false", "no"]);
/** true or false; `yes` and `no` are accepted. */
export const flag = z
  .union([z.boolean(), z.string()])
  .refine((v) => typeof v === "boolean" || yes.has(v) || no.has(v), "must be true or false")
  .transform((v) => v === true || (typeof v === "string" && yes.has(v)))
  .meta({ description: "true or false." });

const wholePattern = /^-?\d+$/;
/** A whole number, for settings rather than amounts. */
export const whole = z
  .union([z.string(), z.number()])
  .refine((v) => wholePattern.test(String(v)), "must be a whole number")
  .transform(Number);

const decimalPattern = /^-?(\d{1,3}(,\d{3})+|\d+(_\d{3})*)(\.\d+)?$/;
const percentPattern = /^-?\d+(\.\d+)?\s?%$/;
const emptyPattern = /^(nil|n\/a|not yet agreed|unknown)$/;
const openPattern = /^(TBC|TBD) by (.+) on (\d{4}-\d{2}-\d{2})$/;

/**
 * A number as an author writes one: exact decimal, percentage, declared empty or formula.
 * `rest` is allowed in shares only, and is resolved by the computation.
 */
export type Quantity =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "percent"; readonly text: string }
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "rest" }
  | { readonly kind: "empty"; readonly empty: "nil" | "n/a" | "not yet agreed" | "unknown" }
  | { readonly kind: "open"; readonly word: "TBC" | "TBD"; readonly owner: string; readonly due: string };

/** Reads a number as written; undefined when it is none of the known forms. */
export function readQuantity(written: string | number): Quantity | undefined {
  const raw = String(written).trim();
  if (raw.startsWith("=")) return { kind: "formula", text: raw.slice(1).trim() };
  if (decimalPattern.test(raw)) return { kind: "number", text: raw.replace(/[,_]/g, "") };
  if (percentPattern.test(raw)) return { kind: "percent", text: raw.replace(/\s?%$/, "") };
  if (raw === "rest") return { kind: "rest" };
  if (emptyPattern.test(raw)) return { kind: "empty", empty: raw as "nil" };
  const open = openPattern.exec(raw);
  if (open) return { kind: "open", word: open[1] as "TBC", owner: open[2] ?? "", due: open[3] ?? "" };
  return undefined;
}

/** A number, percentage, declared empty or `= formula`. */
export const quantity = z
  .union([z.string(), z.number()])
  .refine(
    (v) => readQuantity(v) !== undefined,
    "must be a number, a percentage, nil, n/a, TBC by … on …, or a formula that begins with =",
  )
  .transform((v): Quantity => readQuantity(v) ?? { kind: "empty", empty: "unknown" })
  .meta({
    description:
      "A number (44000), a percentage (5%), nil, n/a, not yet agreed, `TBC by FL on 2014-03-31`, or a formula: = a + b",
  });

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function isRealDate(v: string): boolean {
  if (!isoDate.test(v)) return false;
  const [y, m, d] = v.split("-").map(Number) as [number, number, number];
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

/** A calendar day, 2014-01-28. */
export const date = z
  .string()
  .refine(isRealDate, "must be a date such as 2014-01-28")
  .meta({ description: "A day: 2014-01-28" });

/** How exactly a date is known. */
export type Precision = "day" | "month" | "year";
export interface When {
  /** First and last possible day, ISO. */
  readonly start: string;
  readonly end: string;
  /** Part of the period meant, for fuzzy dates. */
  readonly part?: "beginning" | "middle" | "end" | "throughout";
  readonly startPrecision: Precision;
  readonly endPrecision: Precision;
  /** True for "a to b". */
  readonly range: boolean;
  /** As the author wrote it. */
  readonly written: string;
}

const partWords: Readonly<Record<string, When["part"]>> = {
  "beginning of": "beginning",
  early: "beginning",
  mid: "middle",
  late: "end",
  "end of": "end",
  throughout: "throughout",
};

function readPoint(raw: string): { start: string; end: string; precision: Precision } | undefined {
  if (isRealDate(raw)) return { start: raw, end: raw, precision: "day" };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(raw);
  if (month) {
    const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
    return { start: `${raw}-01`, end: `${raw}-${String(last).padStart(2, "0")}`, precision: "month" };
  }
  if (/^\d{4}$/.test(raw)) return { start: `${raw}-01-01`, end: `${raw}-12-31`, precision: "year" };
  return undefined;
}

/** Reads a day, month, year, range ("2014-11-06 to 2014-11-07") or fuzzy date ("end of 2014-10", "throughout 2014-09 to 2014-10"). */
export function readWhen(written: string): When | undefined {
  const raw = written.trim();
  const word = Object.keys(partWords).find((w) => raw.startsWith(`${w} `));
  const rest = word ? raw.slice(word.length + 1).trim() : raw;
  const [from, to, ...more] = rest.split(" to ");
  const first = readPoint((from ?? "").trim());
  if (!first || more.length > 0) return undefined;
  const last = to === undefined ? first : readPoint(to.trim());
  if (!last || last.end < first.start) return undefined;
  const part = word ? partWords[word] : undefined;
  return {
    start: first.start,
    end: last.end,
    ...(part ? { part } : {}),
    startPrecision: first.precision,
    endPrecision: last.precision,
    range: to !== undefined,
    written: raw,
  };
}

/** A day, a month, a year, a range, or a fuzzy date. */
export const when = z
  .string()
  .refine(
    (v) => readWhen(v) !== undefined,
    "must be a date, month, range or fuzzy date, such as 2014-11-06 to 2014-11-07 or end of 2014-10",
  )
  .transform(
    (v): When =>
      readWhen(v) ?? { start: "", end: "", startPrecision: "day", endPrecision: "day", range: false, written: v },
  )
  .meta({
    description:
      "2014-01-28, 2014-09, 2014-11-06 to 2014-11-07, early 2014-09, mid …, end of …, throughout 2014-09 to 2014-10",
  });

const yearPattern = /^(\d{4})\/(\d{2})$/;
/** A financial year whose second part is the first plus one: 2014/15. */
export function isFinancialYear(v: string): boolean {
  const m = yearPattern.exec(v);
  return m !== null && (Number(m[1]) + 1) % 100 === Number(m[2]);
}
export const financialYear = z
  .string()
  .refine(isFinancialYear, "must be a financial year such as 2014/15")
  .meta({ description: "A financial year: 2014/15" });

/** Stands where a value was wrong and was reported; the character is refused in sources, so no author can write it. */
export const brokenText = "\uE0FF";

/** Units an amount can carry; anything else is a word that is printed as it stands (people, days, per 100,000). */
export const unit = z.string().min(1).meta({ description: "£, £k, £m, %, number, people, days, FTE, per 100,000 …" });

/** One text or a list of texts; always read as a list. */
export const texts = z
  .union([text, z.array(text)])
  .transform((v) => (Array.isArray(v) ? v : [v]))
  .meta({ description: "One text or a list." });

/** One id or a list of ids; always read as a list. */
export const identifiers = z
  .union([identifier, z.array(identifier)])
  .transform((v) => (Array.isArray(v) ? v : [v]))
  .meta({ description: "One id or a list." });
