// What is wrong with a formula, as findings.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Span } from "../../source.ts";
import { functionNames } from "./expression.ts";
import type { SyntaxProblem } from "./tokens.ts";
import type { Fault } from "./worked.ts";

/** A fault in the working out as a finding; `where` names one row of many. */
export function reportFault(fault: Fault, at: Span | undefined, where: string | undefined): Diagnostic {
  switch (fault.type) {
    case "units":
      return report("figure/units", at, fault);
    case "zero":
      return report("figure/division-by-zero", at, { divisor: fault.divisor, where });
    case "list":
      return report("figure/list", at, fault);
    case "words":
      return report("figure/not-a-number", at, fault);
    case "comparison":
      return report("figure/comparison", at, {});
    case "arguments":
      return report("figure/arguments", at, fault);
  }
}

/** What is meant by signs that people write. */
const instead: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "−": "- with spaces round it",
  "–": "- with spaces round it",
  "£": "the digits only; the unit belongs to the figure or column",
  "^": "a product: rate * rate",
  ":": "a column by its name, or values with commas: sum(works.cost), sum(a, b)",
};

/** A fault in the writing of a formula as a finding. */
export function reportSyntax(problem: SyntaxProblem, at: Span | undefined): Diagnostic {
  switch (problem.type) {
    case "expected":
      return report("figure/syntax", at, problem);
    case "stray":
      return report("figure/stray-character", at, {
        text: problem.text,
        instead: Object.hasOwn(instead, problem.text) ? instead[problem.text] : undefined,
      });
    case "spaces":
      return report("figure/spaces", at, problem);
    case "thousands":
      return report("figure/thousands", at, problem);
    case "span":
      return report("figure/year-span", at, problem);
    case "function":
      return report("figure/unknown-function", at, {
        name: problem.name,
        nearest: nearest(problem.name, functionNames),
      });
    case "depth":
      return report("figure/too-deep", at, {});
  }
}
