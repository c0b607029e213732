// The checks that need finished documents: what prose says, and what the documents of a programme say of each other.
import type { Model } from "../compute/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { checkCounts } from "./counts.ts";
import { checkDifferences } from "./differences.ts";
import { linesOf } from "./lines.ts";
import { checkLiterals } from "./literals.ts";
import { checkPercentages } from "./percentages.ts";
import { checkRoundingWords } from "./rounding-words.ts";

/** Reports where the words of a finished document disagree with its figures. */
export function checkDocument(model: Model, documentId: string, tree: Document): readonly Diagnostic[] {
  const document = model.documents.get(documentId);
  if (!document) return [];
  const { files } = model.case.sources;
  const lines = linesOf(tree);
  return [
    ...checkLiterals(document, lines, files),
    ...checkCounts(document, lines, files),
    ...checkRoundingWords(document, lines, files),
    ...checkPercentages(document),
  ];
}

/** Reports where the documents of a programme disagree with each other. */
export function checkProgramme(model: Model): readonly Diagnostic[] {
  return checkDifferences(model);
}
