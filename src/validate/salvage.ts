// Checks data against a schema and keeps what is right: what fails is reported once and left out.
import type { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../parse/draft.ts";
import { findings } from "./issues.ts";
import { type Subject, valueAt } from "./locate.ts";

export interface Salvaged<T> {
  /** Undefined when nothing valid is left. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths that were left out. */
  readonly left: readonly Path[];
}

/** How much goes when a value fails; the path of the value itself unless told otherwise. */
export type Extent = (path: Path) => Path;

/** A list keeps its order and its numbers, so a bad entry takes the whole list along. */
export const wholeList: Extent = (path) => {
  const list = path.findIndex((step) => typeof step === "number");
  return list === -1 ? path : path.slice(0, list);
};

/** Reads a value; a file with mistakes in its YAML was reported already, so its findings are kept back. */
export function salvage<S extends z.ZodType>(schema: S, subject: Subject, extent: Extent): Salvaged<z.output<S>> {
  const { data } = subject;
  const first = schema.safeParse(data.value);
  if (first.success) return { value: first.data, diagnostics: [], left: [] };
  const found = findings(first.error.issues, schema, subject);
  const diagnostics = data.broken ? [] : found.map((f) => f.diagnostic);
  const left: Path[] = [];
  const rest = copy(data.value);
  let spoilt = found.flatMap((f) => f.spoils);
  for (let round = 0; round < 100; round++) {
    let removed = false;
    for (const path of spoilt) {
      const whole = extent(path);
      if (whole.length === 0 || !remove(rest, whole)) continue;
      left.push(whole);
      removed = true;
    }
    if (!removed) break;
    const again = schema.safeParse(rest);
    if (again.success) return { value: again.data, diagnostics, left };
    const inRest: Subject = { ...subject, data: { ...data, value: rest } };
    spoilt = findings(again.error.issues, schema, inRest).flatMap((f) => f.spoils);
  }
  return { value: undefined, diagnostics, left };
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
