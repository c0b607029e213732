// Findings of the checks that hold prose, figures and documents of a programme against each other.
import { entry } from "./entry.ts";

interface Typed {
  readonly typed: string;
  readonly name: string;
  readonly label: string;
  readonly exact: string;
  /** The expression to paste. */
  readonly instead: string;
}

export const checkCodes = {
  "figure/prose-literal": entry<Typed>({
    severity: "warning",
    message: (d) => `"${d.typed}" is the figure \`${d.name}\` (${d.label}: ${d.exact}), typed by hand.`,
    help: (d) => `write ${d.instead}; or {{quoted "${d.typed}" reason="…"}} where the number must not follow the data`,
    explain:
      "A number that is typed stays as it is when the data change. An expression prints the same words and follows the figure. Where a number belongs to another document, `quoted` keeps it and the audit appendix lists it with its reason.",
  }),
  "figure/prose-contradicts": entry<Typed>({
    severity: "warning",
    message: (d) => `"${d.typed}" contradicts the figure \`${d.name}\` (${d.label}), which is ${d.exact}.`,
    help: (d) => `write ${d.instead}; or {{quoted "${d.typed}" reason="…"}} where another number is meant`,
    explain:
      "The sentence names a figure of the document, but its number is another one: an old value, a wrong unit or a slip. The figure and its place are shown; a number that is right all the same is kept with `quoted` and a reason.",
  }),
  "figure/count-differs": entry<{ typed: string; name: string; count: number; instead: string }>({
    severity: "warning",
    message: (d) => `The text says "${d.typed}", but \`${d.name}\` has ${d.count}.`,
    help: (d) => `write ${d.instead}, or other words where only some of them are meant`,
    explain:
      "A count in the text is held against the register, list or table that its noun names. `{{count …}}` counts by itself and never falls behind the data.",
  }),
  "figure/rounding-words": entry<{ words: string; shown: string; exact: string }>({
    severity: "warning",
    message: (d) => `"${d.words} ${d.shown}" is not true: the value is ${d.exact}.`,
    help: () => "use `about`, another word, or other places",
    explain:
      "Words such as over, nearly or up to before a rounded value promise on which side of it the real value lies. Over and at least need a value above what is printed, under, nearly and up to one below.",
  }),
  "figure/differs-between-documents": entry<{
    what: string;
    here: string;
    there: string;
    more: number;
    name: string;
    same: boolean;
  }>({
    severity: "warning",
    message: (d) =>
      `${d.what} is ${d.here} here and ${d.there} in ${d.same ? "another document" : "another table"} of the programme${
        d.more === 0 ? "" : `; ${d.more} more of its values differ`
      }.`,
    help: (d) => `correct one of them, or say why they differ: differs: { ${d.name}: "…" }`,
    explain:
      "Documents of one programme share their figures, and readers compare them. Where a document's own data gives a figure, table or entry another value than the rest of the programme, the reason stands under `differs:` and is listed in the audit appendix.",
  }),
  "figure/no-difference": entry<{ name: string; nearest?: string | undefined; known: boolean }>({
    severity: "warning",
    message: (d) =>
      d.known
        ? `\`${d.name}\` has a reason to differ from the rest of the programme, but does not differ.`
        : `\`differs:\` names \`${d.name}\`, which no data of this document has.`,
    help: (d) => (d.known ? "take the line out" : d.nearest === undefined ? undefined : `did you mean "${d.nearest}"?`),
    explain:
      "A reason that outlives its difference would excuse the next one unseen. Each name under `differs:` is a figure, table or entry of the data beside it.",
  }),
  "table/percent-sum": entry<{ column: string; sum: string }>({
    severity: "warning",
    message: (d) => `The percentages of ${d.column} add up to ${d.sum}, nearly but not quite to 100%.`,
    help: () => "correct a share, or say `adds-to:` at the column with what they add up to",
    explain:
      "Percentages that come within a point of 100 are almost always meant to add up to it. What rounding explains (half a unit of the last digit for each row) is not reported.",
  }),
};
