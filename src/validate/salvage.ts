// Checks data against a schema and keeps what is right: what fails is reported once and left out.
import type { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../parse/draft.ts";
import { type Finding, findings } from "./issues.ts";
import { type Subject, valueAt } from "./locate.ts";

export interface Salvaged<T> {
  /** Undefined when nothing valid is left. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths that were left out, or hold something that stands in for what was wrong. */
  readonly left: readonly Path[];
}

export interface Mending {
  /** How much goes when a value fails; the path of the value itself unless told otherwise. */
  readonly extent: (path: Path) => Path;
  /** A value that can stand for one that is wrong or missing, so that the rest is still read. */
  readonly standIn?: (path: Path) => unknown;
  /** What stands for an amount that cannot be read, so that what it belongs to is still complete. */
  readonly amount?: string;
}

/** A list keeps its order and its numbers, so a bad entry takes the whole list along. */
export function wholeList(path: Path): Path {
  const list = path.findIndex((step) => typeof step === "number");
  return list === -1 ? path : path.slice(0, list);
}

/** Leaves out what is wrong, with the list it stands in. */
export const leaveOut: Mending = { extent: wholeList };

/** Reads a value; a file with mistakes in its YAML was reported already, so its findings are kept back. */
export function salvage<S extends z.ZodType>(schema: S, subject: Subject, mending: Mending): Salvaged<z.output<S>> {
  const { data } = subject;
  const first = schema.safeParse(data.value);
  if (first.success) return { value: first.data, diagnostics: [], left: [] };
  const found = findings(first.error.issues, schema, subject);
  const diagnostics = data.broken ? [] : found.map((f) => f.diagnostic);
  const left: Path[] = [];
  const rest = copy(data.value);
  let spoilt = found;
  for (let round = 0; round < 100; round++) {
    const mended = spoilt.flatMap((finding) => mend(rest, finding, mending));
    if (mended.length === 0) break;
    left.push(...mended);
    const again = schema.safeParse(rest);
    if (again.success) return { value: again.data, diagnostics, left };
    spoilt = findings(again.error.issues, schema, { ...subject, data: { ...data, value: rest } });
  }
  return { value: undefined, diagnostics, left };
}

/** Takes out what a finding spoils, or puts something in its place; the paths that were changed. */
function mend(value: unknown, finding: Finding, { extent, standIn, amount }: Mending): readonly Path[] {
  const lack = finding.lacks && standIn?.(finding.lacks);
  if (finding.lacks && lack !== undefined) return put(value, finding.lacks, lack) ? [finding.lacks] : [];
  return finding.spoils.flatMap((path) => {
    if (finding.amount && amount !== undefined && put(value, path, amount)) return [path];
    const whole = extent(path);
    if (whole.length === 0) return [];
    const instead = standIn?.(whole);
    const changed = instead === undefined ? remove(value, whole) : put(value, whole, instead);
    return changed ? [whole] : [];
  });
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}

function remove(value: unknown, path: Path): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined || Array.isArray(parent)) return false;
  return Object.hasOwn(parent, key) && Reflect.deleteProperty(parent, key);
}

function put(value: unknown, path: Path, instead: unknown): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return false;
  return valueAt(parent, [key]) !== instead && Reflect.set(parent, key, instead);
}
