// The grammar of formulas: text to a tree. It never throws; what is wrong comes back with its place.
import { isFinancialYear } from "../../../schemas/scalars.ts";
import { yearsBetween } from "../numbers/years.ts";
import { type Comparison, type Operator, type Place, type SyntaxProblem, type Token, tokens } from "./tokens.ts";

export const functionNames = [
  "sum",
  "average",
  "min",
  "max",
  "round",
  "abs",
  "count",
  "lookup",
  "if",
  "npv",
  "irr",
] as const;
export type FunctionName = (typeof functionNames)[number];

/** A formula as a tree. Nodes that the program makes itself have no place. */
export type Expression =
  | { readonly type: "number"; readonly text: string; readonly percent: boolean; readonly place?: Place }
  | { readonly type: "name"; readonly segments: readonly string[]; readonly to?: string; readonly place?: Place }
  | { readonly type: "negative"; readonly of: Expression; readonly place?: Place }
  | {
      readonly type: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly place?: Place;
    }
  | {
      readonly type: "comparison";
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly place?: Place;
    }
  | {
      readonly type: "call";
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
      readonly place?: Place;
    };

export interface Parsed {
  readonly expression: Expression | undefined;
  readonly problems: readonly SyntaxProblem[];
}

// Enough for any formula a person writes, and little enough for the stack.
const deepest = 64;
const longest = 300;

const isFunction = (name: string): name is FunctionName => (functionNames as readonly string[]).includes(name);

const strength: Readonly<Record<Operator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

interface Reader {
  readonly text: string;
  readonly list: readonly Token[];
  at: number;
  readonly problems: SyntaxProblem[];
}

const end: Token = { type: "end", start: 0, end: 0 };
const peek = (r: Reader): Token => r.list[r.at] ?? r.list.at(-1) ?? end;
function take(r: Reader): Token {
  const token = peek(r);
  if (token.type !== "end") r.at++;
  return token;
}

function written(r: Reader, token: Token): string {
  return token.type === "end" ? "the end" : `\`${r.text.slice(token.start, token.end)}\``;
}

function expected(r: Reader, wanted: string): undefined {
  const token = peek(r);
  if (r.problems.length > 0) return undefined;
  if (token.type === "stray") r.problems.push({ type: "stray", text: token.text, start: token.start, end: token.end });
  else r.problems.push({ type: "expected", wanted, found: written(r, token), start: token.start, end: token.end });
  return undefined;
}

const span = (from: Expression, to: Expression): { place?: Place } =>
  from.place && to.place ? { place: { start: from.place.start, end: to.place.end } } : {};

/** `1,000` would be two arguments; nobody means that. */
function thousands(r: Reader, token: Token): void {
  const comma = r.list[r.at];
  const next = r.list[r.at + 1];
  const joined =
    comma?.type === "," && comma.start === token.end && next?.type === "number" && next.start === comma.end;
  if (token.type === "number" && !token.percent && joined && /^\d{3}(\.\d+)?$/.test(next.text))
    r.problems.push({
      type: "thousands",
      written: r.text.slice(token.start, next.end),
      start: token.start,
      end: next.end,
    });
}

function call(r: Reader, name: Token & { type: "name" }, depth: number): Expression | undefined {
  const word = name.segments.join(".");
  take(r);
  const list: Expression[] = [];
  if (peek(r).type !== ")") {
    for (;;) {
      const argument = comparison(r, depth + 1);
      if (!argument) return undefined;
      list.push(argument);
      if (peek(r).type !== ",") break;
      take(r);
    }
  }
  if (peek(r).type !== ")") return expected(r, "`,` or `)`");
  const close = take(r);
  if (!isFunction(word)) {
    r.problems.push({ type: "function", name: word, start: name.start, end: name.end });
    return undefined;
  }
  return { type: "call", name: word, arguments: list, place: { start: name.start, end: close.end } };
}

function primary(r: Reader, depth: number): Expression | undefined {
  if (depth > deepest) {
    const token = peek(r);
    if (r.problems.length === 0) r.problems.push({ type: "depth", start: token.start, end: token.end });
    return undefined;
  }
  const token = peek(r);
  switch (token.type) {
    case "number":
      take(r);
      thousands(r, token);
      return {
        type: "number",
        text: token.text,
        percent: token.percent,
        place: { start: token.start, end: token.end },
      };
    case "name": {
      take(r);
      if (peek(r).type === "(" && token.to === undefined) return call(r, token, depth);
      const last = token.segments.at(-1) ?? "";
      if (token.to !== undefined && !(isFinancialYear(last) && last < token.to))
        r.problems.push({
          type: "span",
          written: r.text.slice(token.start, token.end),
          start: token.start,
          end: token.end,
        });
      return {
        type: "name",
        segments: token.segments,
        ...(token.to === undefined ? {} : { to: token.to }),
        place: { start: token.start, end: token.end },
      };
    }
    case "operator": {
      if (token.operator !== "-") return expected(r, "a number or a name");
      take(r);
      const of = primary(r, depth + 1);
      return of && { type: "negative", of, place: { start: token.start, end: of.place?.end ?? token.end } };
    }
    case "(": {
      take(r);
      const inner = comparison(r, depth + 1);
      if (!inner) return undefined;
      if (peek(r).type !== ")") return expected(r, "`)`");
      take(r);
      return inner;
    }
    case ")":
    case ",":
    case "comparison":
    case "end":
    case "stray":
      return expected(r, "a number or a name");
  }
}

function spaces(r: Reader, operator: Token & { type: "operator" }): void {
  const before = r.list[r.at - 2];
  const after = peek(r);
  const tight =
    (before?.type === "name" && before.end === operator.start) ||
    (after.type === "name" && after.start === operator.end);
  if (tight) r.problems.push({ type: "spaces", operator: operator.operator, start: operator.start, end: operator.end });
}

function sumOrProduct(r: Reader, depth: number, least: number): Expression | undefined {
  let left = primary(r, depth);
  while (left) {
    const token = peek(r);
    if (token.type !== "operator" || strength[token.operator] < least) return left;
    take(r);
    spaces(r, token);
    const right = sumOrProduct(r, depth + 1, strength[token.operator] + 1);
    if (!right) return undefined;
    left = { type: "binary", operator: token.operator, left, right, ...span(left, right) };
  }
  return left;
}

function comparison(r: Reader, depth: number): Expression | undefined {
  const left = sumOrProduct(r, depth, 1);
  const token = peek(r);
  if (!left || token.type !== "comparison") return left;
  take(r);
  const right = sumOrProduct(r, depth + 1, 1);
  return right && { type: "comparison", comparison: token.comparison, left, right, ...span(left, right) };
}

/** Reads a formula (without its "="). With problems there may be a tree all the same; it is not worth working out. */
export function parseFormula(text: string): Parsed {
  const r: Reader = { text, list: tokens(text), at: 0, problems: [] };
  const beyond = r.list[longest];
  if (beyond) return { expression: undefined, problems: [{ type: "depth", start: beyond.start, end: text.length }] };
  const expression = comparison(r, 0);
  if (expression && peek(r).type !== "end") expected(r, "an operator or the end");
  return { expression, problems: r.problems };
}

/** A name as the author writes it. */
export function nameText(name: Expression & { type: "name" }): string {
  return `${name.segments.join(".")}${name.to === undefined ? "" : `..${name.to}`}`;
}

/** Names of a span of years, one by one; undefined for a name without a span. */
export function spanOf({ segments, to }: Expression & { type: "name" }): readonly string[] | undefined {
  const last = segments.at(-1) ?? "";
  if (to === undefined || !isFinancialYear(last)) return undefined;
  const head = segments.slice(0, -1).join(".");
  return yearsBetween(last, to).map((year) => (head === "" ? year : `${head}.${year}`));
}

/** Nodes for figures that the program defines itself; names with dots in their ids stay whole. */
export const build = {
  name: (name: string): Expression => ({ type: "name", segments: [name] }),
  number: (text: string): Expression => ({ type: "number", text, percent: false }),
  call: (name: FunctionName, list: readonly Expression[]): Expression => ({ type: "call", name, arguments: list }),
  binary: (operator: Operator, left: Expression, right: Expression): Expression => ({
    type: "binary",
    operator,
    left,
    right,
  }),
};

/** Signed terms of a formula that only adds and subtracts names; undefined for any other. */
export function additiveTerms(
  e: Expression,
): readonly { readonly name: Expression & { type: "name" }; readonly sign: 1 | -1 }[] | undefined {
  if (e.type === "name") {
    const head = e.segments.slice(0, -1);
    const years = e.to === undefined ? undefined : yearsBetween(e.segments.at(-1) ?? "", e.to);
    return years
      ? years.map((year) => ({ name: { type: "name", segments: [...head, year] }, sign: 1 }))
      : [{ name: e, sign: 1 }];
  }
  if (e.type === "negative") return additiveTerms(e.of)?.map((t) => ({ ...t, sign: t.sign === 1 ? -1 : 1 }));
  if (e.type === "binary" && (e.operator === "+" || e.operator === "-")) {
    const left = additiveTerms(e.left);
    const right = additiveTerms(e.right);
    if (!left || !right) return undefined;
    const turned = right.map((t) =>
      e.operator === "+" ? t : { ...t, sign: t.sign === 1 ? (-1 as const) : (1 as const) },
    );
    return [...left, ...turned];
  }
  if (e.type === "call" && e.name === "sum") {
    const lists = e.arguments.map(additiveTerms);
    return lists.some((l) => l === undefined) ? undefined : lists.flatMap((l) => l ?? []);
  }
  return undefined;
}
