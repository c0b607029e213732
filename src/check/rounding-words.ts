// Words typed before a printed value, such as "over", against the side of it that the real value lies on.

import type { DocumentModel } from "../compute/model.ts";
import { plainValue } from "../compute/numbers/format.ts";
import { type Exact, isMoney } from "../compute/numbers/money.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Value } from "../document/document.ts";
import { type Source, spanText } from "../source.ts";
import { readPrinted } from "./amounts.ts";
import { comparable } from "./figure-index.ts";
import type { Line } from "./lines.ts";
import { placeOf } from "./place.ts";

type Side = "above" | "not below" | "below" | "not above";

/** Where the real value must lie, by the words before what is printed; longer ones first. */
const sides: readonly (readonly [words: string, side: Side])[] = [
  ["no more than", "not above"],
  ["no less than", "not below"],
  ["not more than", "not above"],
  ["not less than", "not below"],
  ["in excess of", "above"],
  ["more than", "above"],
  ["less than", "below"],
  ["at least", "not below"],
  ["at most", "not above"],
  ["up to", "not above"],
  ["exceeds", "above"],
  ["over", "above"],
  ["above", "above"],
  ["under", "below"],
  ["below", "below"],
  ["nearly", "below"],
  ["almost", "below"],
];
const before = new RegExp(
  String.raw`(?<![\p{L}-])(${sides.map(([words]) => words.replace(/ /g, "\\s")).join("|")})(?:\s(?:a|an))?\s$`,
  "iu",
);

// In "control over £5m", "spread over 3 years" and "from 5 up to 10" the words mean something else.
const otherwise =
  /\b(?:control|say|power|authority|responsibility|decisions?|spread|phased|divided|spent|carried|fall|falls|come|comes|set|listed|shown|from \S+)\s+(?:over|above|under|below|up to)\s$/i;
const spans = /^\S+\s(?:years?|months?|weeks?|days?|hours?)\b/i;

const limit = /\b(?:if|unless|when|whenever|where|whether|limit|threshold|ceiling|cap|must|may)\b[^.]*$/i;

/** Reports words that put the real value on the wrong side of the printed one. */
export function checkRoundingWords(
  document: DocumentModel,
  lines: readonly Line[],
  files: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  return lines.flatMap((line) =>
    line.pieces.flatMap((piece) => {
      const { node } = piece;
      if (node?.type !== "value" || node.kept !== undefined) return [];
      const lead = line.text.slice(0, piece.start);
      const found = before.exec(lead);
      if (!found || otherwise.test(lead) || spans.test(line.text.slice(piece.start))) return [];
      const words = (found[1] ?? "").replace(/\s/g, " ").toLowerCase();
      const side = sides.find(([known]) => known === words)?.[1];
      const real = realValue(document, node, files);
      const shown = readPrinted(node.text);
      if (!side || !real || !shown || shown.kind !== real.kind || holds(side, shown.value, real.value)) return [];
      const details = { words, shown: node.text, exact: real.text };
      // Against a limit a value is compared, not rounded: "if it is over 5%".
      if (shown.value.abs().equals(real.value.abs()) && limit.test(lead)) return [];
      const at = placeOf(files, line, found.index, found.index + words.length);
      return at ? [report("figure/rounding-words", at, details)] : [];
    }),
  );
}

function holds(side: Side, shown: Exact, real: Exact): boolean {
  const by = real.abs().comparedTo(shown.abs());
  switch (side) {
    case "above":
      return by > 0;
    case "not below":
      return by >= 0;
    case "below":
      return by < 0;
    case "not above":
      return by <= 0;
  }
}

interface Real {
  readonly kind: "money" | "percent" | "number";
  readonly value: Exact;
  readonly text: string;
}

/** The exact value behind what is printed; undefined where the name tells nothing, such as that of a date. */
function realValue(document: DocumentModel, node: Value, files: ReadonlyMap<string, Source>): Real | undefined {
  const figure = document.figures.get(node.name ?? "");
  if (figure?.value.type !== "number") return undefined;
  const share = shareOf(document, node, files);
  const found = share === undefined ? figure : { ...figure, value: share };
  if (found.value.type !== "number") return undefined;
  const { value } = found;
  const digits = value.unit === "%" ? value.exact.times(100) : value.exact;
  const text = plainValue(value, Math.min(digits.decimalPlaces(), 6), document.style);
  const known = comparable(found);
  if (known) return { ...known, text };
  return isMoney(value.unit) || value.unit === "%" ? undefined : { kind: "number", value: value.exact, text };
}

/** The ratio that `{{percent a of=b}}` prints. */
function shareOf(
  document: DocumentModel,
  node: Value,
  files: ReadonlyMap<string, Source>,
): Extract<NonNullable<ReturnType<DocumentModel["figures"]["get"]>>["value"], { type: "number" }> | undefined {
  const source = node.origin && files.get(node.origin.file);
  const of =
    source && node.origin
      ? /^\{\{\s*percent\s.*\bof=["']?([^\s"'}]+)/.exec(spanText(source, node.origin))?.[1]
      : undefined;
  const part = document.figures.get(node.name ?? "");
  const whole = of === undefined ? undefined : document.figures.get(of);
  const a = part && comparable(part);
  const b = whole && comparable(whole);
  return a && b ? { type: "number", exact: a.value.dividedBy(b.value), unit: "%" } : undefined;
}
