// Columns of a table as declared, short or long, with their defaults filled in.
import type { TableSource } from "../../../schemas/table.ts";
import type { DetailsOf } from "../../diagnostics/catalogue.ts";
import type { ColumnModel } from "../model.ts";
import { isMoney } from "../numbers/money.ts";
import { slug } from "../numbers/slug.ts";

/** A column before its decimals are known. */
export interface ColumnShape extends Omit<ColumnModel, "decimals"> {
  readonly decimals: number | undefined;
  /** Without its "=". */
  readonly formula: string | undefined;
}

type Declared = TableSource["columns"][string];

const types = ["text", "number", "tick", "rating", "date", "year"] as const;
const isType = (word: string): word is ColumnModel["type"] => (types as readonly string[]).includes(word);

/** `public-health` as a heading: "Public health". */
export function humanise(key: string): string {
  const words = key.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Rates and shares do not add up over rows unless the author says so. */
function addsUp(unit: string): boolean {
  return unit !== "%" && !unit.startsWith("per ");
}

function shapeColumn(key: string, declared: Declared): ColumnShape {
  const long = typeof declared === "string" ? undefined : declared;
  const short = typeof declared === "string" ? declared.trim() : undefined;
  const shortType = short !== undefined && isType(short) ? short : undefined;
  const unit = short !== undefined && shortType === undefined ? short : (long?.unit ?? "");
  const measured = unit !== "" || long?.formula !== undefined || long?.as !== undefined;
  const type = shortType ?? long?.type ?? (measured ? "number" : "text");
  const held = type === "number" ? unit || (long?.as !== undefined ? long.as : "number") : "";
  return {
    key,
    label: long?.label ?? humanise(key),
    type,
    unit: held,
    as: type === "number" ? (long?.as ?? held) : "",
    decimals: long?.decimals,
    additive: long?.additive ?? addsUp(held),
    cumulative: long?.cumulative ?? false,
    group: long?.group,
    align: long?.align,
    weight: long?.width,
    rowHeader: false,
    sign: long?.sign,
    prefix: long?.prefix,
    note: long?.note,
    formula: long?.formula?.trim().replace(/^=\s*/, ""),
  };
}

/** The columns in order; the one that names the rows is marked. */
export function shapeColumns(source: TableSource): readonly ColumnShape[] {
  const columns = Object.entries(source.columns).map(([key, declared]) => shapeColumn(key, declared));
  const first = columns.find((c) => c.type === "text" || c.type === "year" || c.type === "date");
  const header = source["row-header"] ?? first?.key;
  return columns.map((c) => (c.key === header ? { ...c, rowHeader: true } : c));
}

/** Decimals a column prints when it declares none: what its cells are written with, or what its unit usually has. */
export function defaultDecimals(column: ColumnShape, written: readonly number[]): number {
  if (column.decimals !== undefined) return column.decimals;
  if (column.as !== column.unit && isMoney(column.as)) return column.as === "£m" ? 1 : 0;
  return Math.min(6, Math.max(0, ...written));
}

/** What the author's own words say about the scale of amounts: "(£k)", "£'000", "£m". */
export function scaleIn(label: string): "£" | "£k" | "£m" | undefined {
  if (/£\s?['’]?000s?\b|£\s?k\b/i.test(label)) return "£k";
  if (/£\s?m(illions?|n)?\b/i.test(label)) return "£m";
  return /\(£\)/.test(label) ? "£" : undefined;
}

/** A finding when a label's scale is not the printed one. */
export function checkScale(label: string, prints: readonly string[]): DetailsOf<"figure/label-scale"> | undefined {
  const says = scaleIn(label);
  const money = prints.filter(isMoney);
  const [first] = money;
  if (says === undefined || first === undefined || money.includes(says)) return undefined;
  return { label, says, prints: first };
}

/** Key of the column a CSV heading means: the key itself, or the label's words. */
export function columnNamed(heading: string, columns: readonly ColumnShape[]): string | undefined {
  const byKey = columns.find((c) => c.key === heading);
  return (byKey ?? columns.find((c) => slug(c.label) === slug(heading) || c.key === slug(heading)))?.key;
}
