// Expressions to words: the named formats that prose and templates share.

import { milestoneDates } from "../../schemas/registers.ts";
import type { Value } from "../compute/model.ts";
import { type DateStyle, formatDate, formatWhen } from "../compute/numbers/date.ts";
import {
  count,
  countWords,
  type Formatted,
  money,
  number,
  percent,
  type RoundingWord,
  reportFormat,
  roundingWords,
} from "../compute/numbers/format.ts";
import { isMoney } from "../compute/numbers/money.ts";
import { countable, countOf } from "../compute/registers/count.ts";
import { rateRisk } from "../compute/registers/risk.ts";
import type { Inline } from "../document/document.ts";
import type { Span } from "../source.ts";
import { type Context, problem, registersOf } from "./context.ts";
import { type Expression, readExpression } from "./expression.ts";
import { nameable, nameOf } from "./names.ts";
import { suggest } from "./suggest.ts";

interface Format {
  readonly named: readonly string[];
  readonly render: (context: Context, expression: Expression, path: string) => readonly Inline[];
}

/** The formats a figure can have, by name. */
export const formats: Readonly<Record<string, Format>> = {
  money: { named: ["as", "places", "word", "year"], render: renderMoney },
  percent: { named: ["of", "places", "word", "year"], render: renderPercent },
  number: { named: ["places", "word", "unit", "year"], render: renderNumber },
  count: { named: ["as", "only"], render: renderCount },
  date: { named: ["style"], render: renderDate },
  name: { named: ["form"], render: renderName },
  rating: { named: [], render: renderRating },
  quoted: { named: ["reason"], render: renderQuoted },
};

const unreadable: readonly Inline[] = [{ type: "text", value: "?" }];

/** The words of `{{…}}`; what is wrong with it is reported and a question mark printed. */
export function figure(context: Context, inside: string, span: Span | undefined): readonly Inline[] {
  const read = readExpression(inside, span);
  if ("reason" in read) {
    problem(context, "document/expression-syntax", span, { reason: read.reason });
    return unreadable;
  }
  return evaluate(context, read.expression);
}

/** The words of an expression that was read already. */
export function evaluate(context: Context, expression: Expression): readonly Inline[] {
  const { format: name, formatSpan, path, span } = expression;
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) {
    problem(context, "document/unknown-expression", formatSpan ?? span, { name }, helpForFormat(context, expression));
    return unreadable;
  }
  if (path === undefined) {
    problem(context, "document/expression-syntax", span, { reason: `${name} needs a name` });
    return unreadable;
  }
  for (const [key, argument] of expression.named) {
    if (format.named.includes(key)) continue;
    const details = { directive: name, name: key };
    problem(context, "document/unknown-attribute", argument.span ?? span, details, suggest(key, format.named));
  }
  return format.render(context, expression, path);
}

// {{benefits.net}} is a figure without a format: say so rather than list the formats.
function helpForFormat(context: Context, expression: Expression): { readonly help?: string } {
  if (expression.path === undefined && context.document.figures.has(expression.format))
    return { help: `give it a format: {{money ${expression.format}}}, {{percent …}} or {{number …}}` };
  return suggest(expression.format, Object.keys(formats));
}

function lookUp(context: Context, expression: Expression, path: string, span: Span | undefined): Value | undefined {
  const year = expression.named.get("year")?.value;
  const name = year === undefined ? path : `${path}.${year}`;
  const found = context.document.figures.get(name);
  if (found) return found.value;
  unknown(context, span, name, context.document.figures.keys());
  return undefined;
}

function unknown(context: Context, span: Span | undefined, name: string, known: Iterable<string>): void {
  if (!context.document.leftOut(name))
    problem(context, "document/unknown-figure", span, { name }, suggest(name, known));
}

function value(expression: Expression, path: string, text: string): readonly Inline[] {
  const { span, named } = expression;
  const year = named.get("year")?.value;
  const name = year === undefined ? path : `${path}.${year}`;
  return [{ type: "value", text, name, ...(span ? { origin: span } : {}) }];
}

function formatted(context: Context, expression: Expression, path: string, made: Formatted): readonly Inline[] {
  if (made.problem) context.problems.push(reportFormat(made.problem, expression.span));
  return value(expression, path, made.text);
}

function bad(context: Context, expression: Expression, name: string, wanted: string): void {
  const span = expression.named.get(name)?.span ?? expression.span;
  problem(context, "document/bad-attribute", span, { directive: expression.format, name, wanted });
}

function places(context: Context, expression: Expression): { readonly places?: number } {
  const written = expression.named.get("places")?.value;
  if (written === undefined) return {};
  if (/^\d$/.test(written)) return { places: Number(written) };
  bad(context, expression, "places", "a number of digits from 0 to 9");
  return {};
}

function word(context: Context, expression: Expression): { readonly word?: RoundingWord } {
  const written = expression.named.get("word")?.value;
  if (written === undefined) return {};
  const known = roundingWords.find((w) => w === written);
  if (known) return { word: known };
  bad(context, expression, "word", `one of ${roundingWords.join(", ")}`);
  return {};
}

function renderMoney(context: Context, expression: Expression, path: string): readonly Inline[] {
  const found = lookUp(context, expression, path, expression.pathSpan);
  if (!found) return unreadable;
  const as = expression.named.get("as")?.value;
  if (as !== undefined && !isMoney(as)) bad(context, expression, "as", "£, £k or £m");
  const options = {
    ...(as !== undefined && isMoney(as) ? { as } : {}),
    ...places(context, expression),
    ...word(context, expression),
  };
  return formatted(context, expression, path, money(found, options, context.document.style));
}

function renderPercent(context: Context, expression: Expression, path: string): readonly Inline[] {
  const found = lookUp(context, expression, path, expression.pathSpan);
  const of = expression.named.get("of");
  const whole = of && lookUp(context, expression, of.value, of.span);
  if (!found || (of && !whole)) return unreadable;
  const options = { ...(whole ? { of: whole } : {}), ...places(context, expression), ...word(context, expression) };
  return formatted(context, expression, path, percent(found, options, context.document.style));
}

function renderNumber(context: Context, expression: Expression, path: string): readonly Inline[] {
  const found = lookUp(context, expression, path, expression.pathSpan);
  if (!found) return unreadable;
  const unit = expression.named.get("unit")?.value;
  if (unit !== undefined && unit !== "yes" && unit !== "no") bad(context, expression, "unit", "yes or no");
  const options = { unit: unit === "yes", ...places(context, expression), ...word(context, expression) };
  return formatted(context, expression, path, number(found, options, context.document.style));
}

function renderCount(context: Context, expression: Expression, path: string): readonly Inline[] {
  const found = countOf(context.document, path, expression.named.get("only")?.value);
  if (found === undefined) {
    const known = countable(context.document.document);
    unknown(context, expression.pathSpan, path, known);
    return unreadable;
  }
  const as = expression.named.get("as")?.value ?? "digits";
  if (as !== "words" && as !== "digits") bad(context, expression, "as", "words or digits");
  const style = context.document.style;
  return value(expression, path, as === "words" ? countWords(found, style) : count(found, style));
}

const dateStyles: readonly DateStyle[] = ["full", "table", "month", "year"];

function renderDate(context: Context, expression: Expression, path: string): readonly Inline[] {
  const written = expression.named.get("style")?.value;
  const style = dateStyles.find((s) => s === written) ?? "full";
  if (written !== undefined && style !== written) bad(context, expression, "style", dateStyles.join(", "));
  const dates = context.document.document.house.dates;
  if (/^\d{4}(-|$)/.test(path)) return value(expression, path, formatDate(path, style, dates));
  const found = dated(context).get(path);
  if (found === undefined) {
    unknown(context, expression.pathSpan, path, dated(context).keys());
    return unreadable;
  }
  return value(
    expression,
    path,
    typeof found === "string" ? formatDate(found, style, dates) : formatWhen(found, style, dates),
  );
}

/** Date of the meeting that a report goes to, as written: its own, or that of the register. */
export function meetingDate(context: Context): string | undefined {
  const { front } = context.document.document;
  if (front.kind !== "scrutiny-report") return undefined;
  const meetings = registersOf(context).meetings ?? {};
  return Object.hasOwn(meetings, front.meeting) ? meetings[front.meeting]?.date.written : front.meeting;
}

// Everything of a document that is a date, by its path.
function dated(context: Context) {
  const { meetings, milestones } = registersOf(context);
  const { front } = context.document.document;
  type When = NonNullable<typeof meetings>[string]["date"];
  const known = new Map<string, When | string>([["document.date", front.date]]);
  for (const [id, meeting] of Object.entries(meetings ?? {})) known.set(`meetings.${id}.date`, meeting.date);
  for (const { id, steps } of context.control.route)
    for (const { kind, to } of steps) if (kind !== "meeting") known.set(`meetings.${id}.${kind}`, to);
  for (const [id, milestone] of Object.entries(milestones ?? {})) {
    const [first] = milestoneDates(milestone, meetings);
    if (first) known.set(`milestones.${id}.when`, first);
  }
  const meeting = meetingDate(context);
  if (meeting !== undefined) known.set("document.meeting", meeting);
  return known;
}

function renderName(context: Context, expression: Expression, path: string): readonly Inline[] {
  const form = expression.named.get("form")?.value;
  const found = nameOf(context, path, form);
  if (found.type === "name") return value(expression, path, found.text);
  if (found.type === "form") bad(context, expression, "form", found.wanted);
  else unknown(context, expression.pathSpan, path, nameable(context));
  return unreadable;
}

function renderRating(context: Context, expression: Expression, path: string): readonly Inline[] {
  const risks = registersOf(context).risks ?? {};
  const id = path.startsWith("risks.") ? path.slice(6) : path;
  const risk = Object.hasOwn(risks, id) ? risks[id] : undefined;
  if (!risk) {
    const known = Object.keys(risks).map((key) => `risks.${key}`);
    unknown(context, expression.pathSpan, path, known);
    return unreadable;
  }
  const rating = rateRisk(risk, context.model.case.programme.conventions?.["risk-matrix"]);
  return [{ type: "rating", text: rating.word ?? String(rating.score ?? "–"), tone: rating.tone }];
}

/** A number as it was published elsewhere: the words as they are, with the reason why they do not follow the data. */
function renderQuoted(context: Context, expression: Expression, words: string): readonly Inline[] {
  const reason = expression.named.get("reason")?.value.trim() ?? "";
  if (reason === "")
    problem(context, "document/missing-attribute", expression.span, { directive: "quoted", name: 'reason="…"' });
  return [{ type: "value", text: words, kept: reason, ...(expression.span ? { origin: expression.span } : {}) }];
}
