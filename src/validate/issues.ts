// What zod finds, in an author's words and at an author's place.
import type { z } from "zod";
import { amountHelp } from "../diagnostics/amounts.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Path } from "../parse/draft.ts";
import { nameOf, pathText, placeOfKey, placeOfValue, quote, type Subject, valueAt } from "./locate.ts";
import { keysAt } from "./schema-keys.ts";

type Issue = z.core.$ZodIssue;

/** One finding, and the paths whose values it spoils. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly spoils: readonly Path[];
  /** A key that is not there; what it belongs to is spoilt unless something can stand in for it. */
  readonly lacks?: Path;
  /** True for a number, percentage or formula that cannot be read as one. */
  readonly amount?: boolean;
}

/** Findings of one run, alternatives resolved to the one the author most likely meant. */
export function findings(issues: readonly Issue[], schema: z.core.$ZodType, subject: Subject): readonly Finding[] {
  return issues.flatMap((issue) => finding(issue, [], schema, subject)).map((found) => withAnchor(found, subject));
}

/** A finding in a value that an alias repeats points at the alias; a note shows what it repeats. */
function withAnchor(found: Finding, subject: Subject): Finding {
  const { diagnostic } = found;
  const span = diagnostic.path && subject.data.places.anchor?.(diagnostic.path);
  if (!span) return found;
  const notes = [...(diagnostic.notes ?? []), { message: "the value that is repeated stands here", span }];
  return { ...found, diagnostic: { ...diagnostic, notes } };
}

function finding(issue: Issue, base: Path, schema: z.core.$ZodType, subject: Subject): readonly Finding[] {
  const path: Path = [...base, ...steps(issue.path)];
  const { value } = subject.data;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, schema, subject));
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1) ?? "");
    const rule = wording(issue.issues[0]?.message ?? "is not a name");
    const diagnostic = report("yaml/wrong-key", placeOfKey(subject, path), { key, rule }, { path });
    return [{ diagnostic, spoils: [path] }];
  }
  if (path.length > 0 && valueAt(value, path) === undefined) return [missing(path, subject)];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = meant(issue.errors);
    if (branch) return branch.flatMap((inner) => finding(inner, path, schema, subject));
  }
  const found = valueAt(value, path);
  const details = {
    path: path.length === 0 ? subject.name : pathText(path),
    found: quote(found),
    ...rule(issue, found, unitBeside(value, path)),
  };
  const diagnostic = report("yaml/wrong-value", placeOfValue(subject, path), details, { path });
  return [{ diagnostic, spoils: [path], amount: isAmount(issue) && typeof found === "string" }];
}

function unknownKey(path: Path, key: string, schema: z.core.$ZodType, subject: Subject): Finding {
  const known = keysAt(schema, path);
  const own = valueAt(subject.data.value, path);
  const taken = typeof own === "object" && own !== null ? new Set(Object.keys(own)) : new Set<string>();
  const details = {
    key,
    parent: nameOf(subject, path),
    nearest: nearest(key, known),
    known: known.filter((k) => !taken.has(k)),
  };
  const whole = [...path, key];
  return {
    diagnostic: report("yaml/unknown-key", placeOfKey(subject, whole), details, { path: whole }),
    spoils: [whole],
  };
}

function missing(path: Path, subject: Subject): Finding {
  const parent = path.slice(0, -1);
  const details = { key: String(path.at(-1)), parent: nameOf(subject, parent) };
  return {
    diagnostic: report("yaml/missing-key", placeOfValue(subject, parent), details, { path }),
    spoils: [parent],
    lacks: path,
  };
}

/** The alternative whose kind of value fits; undefined when none does or several do not differ. */
function meant(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = errors.filter((issues) => !issues.some(isOtherKind));
  const [best] = [...fitting].sort((a, b) => a.length - b.length);
  return best;
}

/** True where the value itself, and not something in it, is of another kind. */
function isOtherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  return issue.code === "invalid_union" && issue.errors.length > 0 && issue.errors.every((e) => e.some(isOtherKind));
}

/** The unit that the entry round a value declares. */
function unitBeside(value: unknown, path: Path): string {
  const entry = valueAt(value, path.slice(0, -1));
  const unit = typeof entry === "object" && entry !== null && "unit" in entry ? entry.unit : undefined;
  return typeof unit === "string" ? unit : "";
}

function rule(
  issue: Issue,
  found: unknown,
  unit: string,
): { readonly rule: string; readonly help: string | undefined } {
  switch (issue.code) {
    case "invalid_type":
      return { rule: `must be ${kindWord(issue.expected)}`, help: quoteHelp(issue.expected, found) };
    case "invalid_value":
      return choice(issue.values.map(String), found);
    case "invalid_union": {
      if ("options" in issue && issue.options) return choice(issue.options.map(String), found);
      return { rule: `must be ${either([...new Set(kindsOf(issue))])}`, help: undefined };
    }
    case "too_small":
      return { rule: "must not be empty", help: undefined };
    default: {
      const amount = isAmount(issue) && typeof found === "string";
      return { rule: wording(issue.message), help: amount ? amountHelp(found, unit) : undefined };
    }
  }
}

/** True where the schema of quantities is what refuses the value. */
function isAmount(issue: Issue): boolean {
  return issue.code === "custom" && issue.message.startsWith("must be a number");
}

function kindsOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_type") return [kindWord(issue.expected)];
  return issue.code === "invalid_union" ? issue.errors.flatMap((inner) => inner.flatMap(kindsOf)) : [];
}

function choice(
  values: readonly string[],
  found: unknown,
): { readonly rule: string; readonly help: string | undefined } {
  const near = typeof found === "string" ? nearest(found, values) : undefined;
  return { rule: `must be ${either(values)}`, help: near === undefined ? undefined : `did you mean ${near}?` };
}

function either(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "something else";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function kindWord(expected: string): string {
  if (expected === "string") return "text";
  if (expected === "array") return "a list";
  if (expected === "object" || expected === "record") return "a map";
  if (expected === "boolean") return "true or false";
  return `a ${expected}`;
}

function quoteHelp(expected: string, found: unknown): string | undefined {
  if (expected === "string" && typeof found === "boolean") return `write "${found}" in quotes if the word is meant`;
  return undefined;
}

/** Messages of our own schemas begin with "must"; others are made to fit. */
function wording(message: string): string {
  return message.startsWith("must ") ? message.replace(/\.$/, "") : "is not written as it must be";
}

function steps(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}
