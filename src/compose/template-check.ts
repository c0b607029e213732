// Reads a parsed template once, branches that are not taken too: every name is checked, every helper call is given its place.

import { offsetOf, type Source, type Span } from "../source.ts";
import { type Context, problem } from "./context.ts";
import { written } from "./expression.ts";
import { formats } from "./figures.ts";
import { blockHelpers, helperArguments, namedHelpers } from "./requests.ts";
import { suggest } from "./suggest.ts";
import { type Shape, shapes } from "./template-names.ts";

/** Argument that carries a call's place into the helper. */
export const placeKey = "fivecase-place";

const conditions = ["if", "unless"];

interface Check {
  readonly context: Context;
  readonly source: Source;
  readonly partials: readonly string[];
  /** Names that can be used here, innermost last. */
  readonly scopes: readonly Readonly<Record<string, Shape>>[];
  readonly used: Set<string>;
}

/** Reports what is wrong with a template and makes its helper calls carry their places; returns the partials it places. */
export function checkTemplate(
  context: Context,
  source: Source,
  program: hbs.AST.Program,
  partials: readonly string[],
): ReadonlySet<string> {
  const used = new Set<string>();
  program.body.forEach((node) => {
    statement(node, { context, source, partials, scopes: [shapes], used });
  });
  return used;
}

function spanOf(node: hbs.AST.Node, check: Check): Span {
  const at = (p: hbs.AST.Position) => offsetOf(check.source, { line: p.line, column: p.column + 1 });
  return { file: check.source.file, start: at(node.loc.start), end: at(node.loc.end) };
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement => node.type === "MustacheStatement";
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === "BlockStatement";
const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement => node.type === "PartialStatement";
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";

const refused: Readonly<Record<string, string>> = {
  Decorator: "a decorator",
  DecoratorBlock: "a decorator",
  PartialBlockStatement: "a partial with a block",
};

function statement(node: hbs.AST.Statement, check: Check): void {
  if (node.type === "ContentStatement" || node.type === "CommentStatement") return;
  if (isMustache(node)) mustache(node, check);
  else if (isBlock(node)) block(node, check);
  else if (isPartial(node)) partial(node, check);
  else problem(check.context, "template/not-allowed", spanOf(node, check), { what: refused[node.type] ?? node.type });
}

function mustache(node: hbs.AST.MustacheStatement, check: Check): void {
  const { context } = check;
  if (!isPath(node.path)) {
    problem(context, "template/not-allowed", spanOf(node, check), { what: "a value in braces" });
    return;
  }
  const name = node.path.original;
  if (blockHelpers.includes(name)) {
    problem(context, "template/bad-argument", spanOf(node, check), {
      helper: name,
      name: "it",
      wanted: `a block: {{#${name}}} … {{/${name}}}`,
    });
    return;
  }
  if (isHelper(name, check)) {
    call(name, node, check);
    return;
  }
  if (node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0) {
    const known = [...Object.keys(helperArguments), ...Object.keys(formats), ...Object.keys(context.views)];
    problem(context, "template/unknown-helper", spanOf(node.path, check), { name }, suggest(name, known));
    return;
  }
  printed(node.path, check);
}

const isHelper = (name: string, check: Check) =>
  Object.hasOwn(helperArguments, name) ||
  Object.hasOwn(formats, name) ||
  name === "view" ||
  Object.hasOwn(check.context.views, name);

// A helper's or view's call: its arguments are known, plain, and name what there is.
function call(name: string, node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement, check: Check): void {
  const { context } = check;
  const isFormat = Object.hasOwn(formats, name);
  const wanted = isFormat || namedHelpers.includes(name) ? 1 : 0;
  if (node.params.length !== wanted) {
    const words = wanted === 1 ? "one name" : "left out";
    problem(context, "template/bad-argument", spanOf(node, check), {
      helper: name,
      name: "its first argument",
      wanted: words,
    });
  }
  const first = node.params[0];
  const view =
    name === "view" ? first && written(first) : Object.hasOwn(helperArguments, name) || isFormat ? undefined : name;
  if (name === "view" && (view === undefined || !Object.hasOwn(context.views, view))) {
    const span = spanOf(first ?? node, check);
    problem(
      context,
      "template/unknown-helper",
      span,
      { name: view ?? "" },
      suggest(view ?? "", Object.keys(context.views)),
    );
  }
  const known = isFormat
    ? (formats[name]?.named ?? [])
    : view === undefined
      ? (helperArguments[name] ?? [])
      : [...(context.views[view]?.attributes ?? []), "id", "upright", "caption", "required"];
  for (const pair of node.hash?.pairs ?? []) {
    if (!known.includes(pair.key))
      problem(
        context,
        "template/unknown-argument",
        spanOf(pair, check),
        { helper: name, name: pair.key },
        suggest(pair.key, known),
      );
    pair.value = argument(pair.value, isFormat, check);
  }
  node.params = node.params.map((param) => argument(param, isFormat, check));
  const place = spanOf(node, check);
  const pair: hbs.AST.HashPair = {
    type: "HashPair",
    key: placeKey,
    value: textNode(JSON.stringify(place), node),
    loc: node.loc,
  };
  node.hash = { type: "Hash", pairs: [...(node.hash?.pairs ?? []), pair], loc: node.loc };
}

// A format's names are figures, as in prose, so they reach the helper as texts; elsewhere a bare word is a name of the template.
function argument(node: hbs.AST.Expression, isFormat: boolean, check: Check): hbs.AST.Expression {
  if (node.type === "SubExpression") {
    problem(check.context, "template/not-allowed", spanOf(node, check), { what: "an expression in brackets" });
    return textNode("", node);
  }
  if (isFormat) return textNode(written(node) ?? "", node);
  if (isPath(node)) {
    const shape = resolve(node, check);
    if (shape?.type === "text" || shape?.type === "flag") return node;
    unknown(node, check, `a text is written in quotes: "${node.original}"`);
    return textNode("", node);
  }
  return node;
}

function textNode(value: string, at: hbs.AST.Node): hbs.AST.StringLiteral {
  return { type: "StringLiteral", value, original: value, loc: at.loc };
}

function printed(path: hbs.AST.PathExpression, check: Check): void {
  const shape = resolve(path, check);
  if (shape?.type === "text") return;
  unknown(path, check, shape ? `${path.original} can be asked with {{#if}}, but not printed` : undefined);
}

function block(node: hbs.AST.BlockStatement, check: Check): void {
  const { context } = check;
  const name = isPath(node.path) ? node.path.original : "";
  const [first, ...others] = node.params;
  const inside = (scopes: Check["scopes"]) => {
    for (const program of [node.program, node.inverse])
      program?.body.forEach((child) => {
        statement(child, { ...check, scopes });
      });
  };
  if (node.program?.blockParams?.length)
    problem(context, "template/not-allowed", spanOf(node, check), { what: "names of its own (as |x|)" });
  if (blockHelpers.includes(name)) {
    call(name, node, check);
    if (node.inverse) problem(context, "template/not-allowed", spanOf(node, check), { what: `else in ${name}` });
    inside(check.scopes);
    return;
  }
  if (conditions.includes(name) || name === "each") {
    if (!first || others.length > 0 || !isPath(first) || (node.hash?.pairs.length ?? 0) > 0) {
      problem(context, "template/bad-argument", spanOf(node, check), {
        helper: name,
        name: "its argument",
        wanted: "one name",
      });
      return;
    }
    const shape = resolve(first, check);
    const fits = name === "each" ? shape?.type === "list" : shape !== undefined && shape.type !== "group";
    if (!fits) unknown(first, check, undefined);
    inside(name === "each" && shape?.type === "list" ? [...check.scopes, shape.names] : check.scopes);
    return;
  }
  problem(
    context,
    "template/unknown-helper",
    spanOf(node.path, check),
    { name },
    suggest(name, [...conditions, "each", ...blockHelpers]),
  );
}

function partial(node: hbs.AST.PartialStatement, check: Check): void {
  const { context } = check;
  if (!isPath(node.name)) {
    problem(context, "template/not-allowed", spanOf(node, check), { what: "a partial whose name is computed" });
    return;
  }
  const name = node.name.original;
  if (node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0)
    problem(context, "template/not-allowed", spanOf(node, check), { what: "arguments of a partial" });
  if (check.scopes.length > 1)
    problem(context, "template/not-allowed", spanOf(node, check), { what: "a partial inside each" });
  if (!check.partials.includes(name))
    problem(context, "template/unknown-partial", spanOf(node, check), { name }, suggest(name, check.partials));
  else check.used.add(name);
}

function resolve(path: hbs.AST.PathExpression, check: Check): Shape | undefined {
  if (path.data || path.depth >= check.scopes.length) return undefined;
  let names = check.scopes[check.scopes.length - 1 - path.depth];
  let shape: Shape | undefined;
  for (const part of path.parts) {
    shape = names && Object.hasOwn(names, part) ? names[part] : undefined;
    if (!shape) return undefined;
    names = shape.type === "group" ? shape.names : undefined;
  }
  return shape;
}

function unknown(path: hbs.AST.PathExpression, check: Check, help: string | undefined): void {
  const { context } = check;
  const name = path.original;
  const innermost = check.scopes.at(-1) ?? {};
  const known =
    check.scopes.length > 1 ? [...leaves(innermost), ...leaves(shapes).map((leaf) => `../${leaf}`)] : leaves(innermost);
  const plain =
    check.scopes.length > 1 && leaves(shapes).includes(name) ? `inside {{#each}} write ../${name}` : undefined;
  const chosen = help ?? plain;
  problem(
    context,
    "template/unknown-name",
    spanOf(path, check),
    { name },
    chosen ? { help: chosen } : suggest(name, known),
  );
}

function leaves(names: Readonly<Record<string, Shape>>, before = ""): readonly string[] {
  return Object.entries(names).flatMap(([name, shape]) =>
    shape.type === "group" ? leaves(shape.names, `${before}${name}.`) : [`${before}${name}`],
  );
}
