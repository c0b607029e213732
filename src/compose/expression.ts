// What stands between {{ and }}: a format, one name and named arguments, read by Handlebars' own parser.
import Handlebars from "handlebars";
import { offsetOf, type Source, type Span } from "../source.ts";

export interface Expression {
  /** "money", "count". */
  readonly format: string;
  readonly formatSpan: Span | undefined;
  /** The name as written, "benefits.net"; undefined for a format alone. */
  readonly path: string | undefined;
  readonly pathSpan: Span | undefined;
  readonly named: ReadonlyMap<string, Argument>;
  readonly span: Span | undefined;
}

interface Argument {
  readonly value: string;
  readonly span: Span | undefined;
}

export type Read = { readonly expression: Expression } | { readonly reason: string };

/** Reads the text between the braces. `span` covers the braces too; without one the parts have no places. */
export function readExpression(inside: string, span: Span | undefined): Read {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(`{{${inside}}}`);
  } catch (error) {
    return { reason: parserReason(error) };
  }
  const [statement, ...more] = program.body;
  if (!statement || more.length > 0 || !isMustache(statement)) return { reason: "it is not one format with one name" };
  if (statement.path.type !== "PathExpression") return { reason: "it must begin with a format" };
  // The parser reads `~` and `{{{` as looks of their own, which have no meaning here.
  if (statement.strip.open || statement.strip.close || inside.startsWith("{"))
    return { reason: "it has marks that mean nothing here" };
  const source: Source = { file: span?.file ?? "", text: `{{${inside}}}` };
  // The text may reach us without the spaces it was written with; then only the whole has a place.
  const exact = span !== undefined && span.end - span.start === source.text.length;
  const place = (node: hbs.AST.Node): Span | undefined =>
    exact
      ? {
          file: span.file,
          start: span.start + offsetOf(source, { line: node.loc.start.line, column: node.loc.start.column + 1 }),
          end: span.start + offsetOf(source, { line: node.loc.end.line, column: node.loc.end.column + 1 }),
        }
      : span;
  const [first, ...others] = statement.params;
  if (others.length > 0) return { reason: "it has more than one name" };
  const path = first && written(first);
  if (first && path === undefined) return { reason: "its name is not a plain name" };
  const named = new Map<string, Argument>();
  for (const pair of statement.hash?.pairs ?? []) {
    const value = written(pair.value);
    if (value === undefined) return { reason: `${pair.key} is not a plain value` };
    if (named.has(pair.key)) return { reason: `${pair.key} is given twice` };
    named.set(pair.key, { value, span: place(pair) });
  }
  return {
    expression: {
      format: statement.path.original,
      formatSpan: place(statement.path),
      path,
      pathSpan: first && place(first),
      named,
      span,
    },
  };
}

function isMustache(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement & { path: hbs.AST.PathExpression } {
  return node.type === "MustacheStatement";
}

interface Literal extends hbs.AST.Expression {
  readonly original: string | number | boolean;
}

const literals = new Set(["PathExpression", "StringLiteral", "NumberLiteral", "BooleanLiteral"]);
const isLiteral = (node: hbs.AST.Expression): node is Literal => literals.has(node.type);

/** A name or literal as its text; undefined for what would compute. */
export function written(node: hbs.AST.Expression): string | undefined {
  return isLiteral(node) ? String(node.original) : undefined;
}

/** The parser's last word on what it could not read, without its picture of the place. */
export function parserReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const last = message.trim().split("\n").at(-1) ?? "";
  const expecting = /^Expecting .*, got '(\w+)'$/.exec(last);
  if (!expecting) return last.replace(/ - \d+:\d+$/, "").replace(/\.$/, "");
  return `it stops making sense at ${tokens[expecting[1] ?? ""] ?? "what follows"}`;
}

const tokens: Readonly<Record<string, string>> = {
  NUMBER: "a number",
  CLOSE: "the closing braces",
  EOF: "the end",
  INVALID: "a character that is not allowed here",
  EQUALS: "an equals sign",
  STRING: "a quoted text",
  SEP: "a dot or slash",
  ID: "a name",
};
