// Data texts without their looks, for outputs that hold words only.
import type { Model } from "../compute/model.ts";
import type { Control } from "../control/control.ts";
import type { Inline } from "../document/inline.ts";
import { plainText } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { contextOf } from "./compose.ts";
import { person } from "./names.ts";
import { versionLine } from "./version-line.ts";
import { views } from "./views/index.ts";
import { classificationWords, kindWords } from "./views/words.ts";

/** A document's facts in words, and its data texts as the page words them. */
export interface PlainWords {
  readonly kind: string;
  readonly classification: string;
  readonly status: string;
  /** "Version 1.2 · For approval". */
  readonly versionLine: string;
  /** In the header of each printed sheet; "" for none. */
  readonly marking: string;
  readonly authors: readonly string[];
  /** Markdown of a data text as plain words; what is wrong in it was reported when the document was composed. */
  readonly plain: (markdown: string, origin?: Span) => string;
}

// Words that Markdown and typography leave alone, so that a long table need not be parsed cell by cell.
const untouched = /^[\p{L}\p{N}](?:[\p{L}\p{N},;()%]| (?! ))*$/u;
const touched = /^\d+\)|\d \p{L}/u;

function words(inlines: readonly Inline[]): string {
  return inlines.map((node) => (node.type === "line-break" ? "\n" : plainText([node]))).join("");
}

/** The words of one document. */
export function plainWords(model: Model, documentId: string, control: Control): PlainWords {
  const document = model.documents.get(documentId);
  if (!document) throw new Error(`words were asked of a document that the model does not have: ${documentId}`);
  const context = contextOf(model, document, control, views);
  const { front } = document.document;
  return {
    kind: kindWords[front.kind],
    classification: classificationWords[front.classification],
    status: control.status.name,
    versionLine: versionLine(front.version, control),
    marking: control.marks.marking ?? "",
    authors: front.authors.map((id) => person(context, id)),
    plain: (markdown, origin) =>
      untouched.test(markdown) && !touched.test(markdown) ? markdown : words(context.kit.inlines(markdown, origin)),
  };
}
