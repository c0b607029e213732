// Formula text as tokens, each with its place. A hyphen belongs to the name; `2014/15` is a year.
import { isFinancialYear } from "../../../schemas/scalars.ts";

/** Offsets in the formula's text, after its "=". */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Operator = "+" | "-" | "*" | "/";
// Longer signs come first, so that ">=" is not read as ">".
const comparisons = ["<>", ">=", "<=", ">", "<", "="] as const;
export type Comparison = (typeof comparisons)[number];

export type Token = Place &
  (
    | { readonly type: "number"; readonly text: string; readonly percent: boolean }
    /** `to` is the last year of a span. */
    | { readonly type: "name"; readonly segments: readonly string[]; readonly to?: string }
    | { readonly type: "operator"; readonly operator: Operator }
    | { readonly type: "comparison"; readonly comparison: Comparison }
    | { readonly type: "(" | ")" | "," }
    | { readonly type: "end" }
    | { readonly type: "stray"; readonly text: string }
  );

/** What is wrong with the text of a formula. */
export type SyntaxProblem = Place &
  (
    | { readonly type: "expected"; readonly wanted: string; readonly found: string }
    | { readonly type: "stray"; readonly text: string }
    | { readonly type: "spaces"; readonly operator: string }
    | { readonly type: "thousands"; readonly written: string }
    | { readonly type: "span"; readonly written: string }
    | { readonly type: "function"; readonly name: string }
    | { readonly type: "depth" }
  );

const yearAt = /\d{4}\/\d{2}(?![\p{L}\p{N}])/uy;
const segmentAt = /[\p{L}\p{N}_][\p{L}\p{N}_-]*/uy;
const numberAt = /\d+(\.\d+)?( ?%(?![\p{L}\p{N}(]))?/uy;
const spaceAt = /\s+/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function year(text: string, at: number): string | undefined {
  const found = match(yearAt, text, at);
  return found !== undefined && isFinancialYear(found) ? found : undefined;
}

function nameFrom(text: string, at: number, first: string): Token {
  const segments = [first];
  let end = at + first.length;
  let to: string | undefined;
  while (text[end] === ".") {
    if (text[end + 1] === ".") {
      to = year(text, end + 2);
      if (to === undefined) break;
      end += 2 + to.length;
      break;
    }
    // `2014/16` is no financial year, but it is what a name says, and no division.
    const next = match(yearAt, text, end + 1) ?? match(segmentAt, text, end + 1);
    if (next === undefined) break;
    segments.push(next);
    end += 1 + next.length;
  }
  return { type: "name", segments, ...(to === undefined ? {} : { to }), start: at, end };
}

function tokenAt(text: string, at: number): Token {
  const start = at;
  const char = text[at] ?? "";
  if (char === "(" || char === ")" || char === ",") return { type: char, start, end: at + 1 };
  if (char === "+" || char === "-" || char === "*" || char === "/")
    return { type: "operator", operator: char, start, end: at + 1 };
  const comparison = comparisons.find((c) => text.startsWith(c, at));
  if (comparison !== undefined) return { type: "comparison", comparison, start, end: at + comparison.length };
  const bareYear = year(text, at);
  if (bareYear !== undefined) return nameFrom(text, at, bareYear);
  const run = match(segmentAt, text, at);
  if (run !== undefined && /[\p{L}_]/u.test(run)) return nameFrom(text, at, run);
  const number = match(numberAt, text, at);
  if (number !== undefined) {
    const percent = number.endsWith("%");
    const digits = percent ? number.slice(0, -1).trimEnd() : number;
    return { type: "number", text: digits, percent, start, end: at + number.length };
  }
  const stray = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
  return { type: "stray", text: stray, start, end: at + stray.length };
}

/** Every token of a formula, with an `end` token last. Characters that belong to no formula come back as `stray`. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(spaceAt, text, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at);
    found.push(token);
    at = token.end;
  }
  found.push({ type: "end", start: text.length, end: text.length });
  return found;
}
