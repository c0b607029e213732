// A comparison for programs: the same facts, with `file:line` in the place of spans.
import type { Comparison } from "./compare.ts";
import type { Place } from "./rich.ts";

/** Names the form; a change that would break a reader gets another number. */
export const jsonSchema = "fivecase/diff@1";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A comparison with its places as words. */
export function describeJson(comparison: Comparison, place: Place): Json {
  return plainly(comparison, place);
}

function plainly(value: unknown, place: Place): Json {
  if (Array.isArray(value)) return value.map((item) => plainly(item, place));
  if (typeof value === "object" && value !== null) {
    const side = "change" in value && value.change === "removed" ? "before" : "after";
    const entries = Object.entries(value).flatMap(([key, inside]): readonly (readonly [string, Json])[] => {
      if (inside === undefined) return [];
      return [[key, key === "at" && isSpan(inside) ? place(inside, side) : plainly(inside, place)]];
    });
    return Object.fromEntries(entries);
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function isSpan(value: unknown): value is { readonly file: string; readonly start: number; readonly end: number } {
  return typeof value === "object" && value !== null && "file" in value && "start" in value;
}
