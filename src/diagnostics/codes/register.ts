import { entry } from "./entry.ts";

/** The first few scores of a run. */
function scoreWords(scores: readonly number[]): string {
  const shown = scores.slice(0, 12).join(", ");
  const more = scores.length > 12 ? " and more" : "";
  return `${scores.length === 1 ? "the score" : "the scores"} ${shown}${more}`;
}

/** Registers: people, boards, risks and the rest, and what refers to them. */
export const registerCodes = {
  "register/duplicate-id": entry<{ id: string; register: string }>({
    severity: "error",
    message: (d) => `${d.id} stands a second time in ${d.register}.`,
    help: () => "keep one of the two, or give one another id",
    explain:
      "Registers are joined over all files of data/, and programme.yaml; an id stands in one of them. A document's own data/ may replace an entry.",
  }),
  "register/unknown": entry<{ id: string; register: string; nearest: string | undefined }>({
    severity: "error",
    message: (d) => `There is no ${d.id} in ${d.register}.`,
    help: (d) =>
      d.nearest === undefined
        ? `add ${d.id} to ${d.register}, or name one that is there`
        : `did you mean ${d.nearest}?`,
    explain: "An id refers to an entry of a register; that entry must exist.",
  }),
  "register/unknown-document": entry<{
    document: string;
    more: number;
    nearest: string | undefined;
    recorded: boolean;
  }>({
    severity: "error",
    message: (d) =>
      `There is no document ${d.document} in this programme${d.more > 0 ? `; ${d.more} more ${d.more === 1 ? "entry names" : "entries name"} it` : ""}.`,
    help: (d) => {
      if (d.recorded)
        return `a record stays as it was written: if the folder was renamed, write \`formerly: ${d.document}\` in the front matter of that document`;
      return d.nearest === undefined
        ? "name the folders of documents, or take the name out"
        : `did you mean ${d.nearest}?`;
    },
    explain:
      "`documents:` limits an entry to the documents whose folders it names; a misspelt name would hide it. A recorded approval names the folder that its document had then; one that was renamed since lists its earlier names under `formerly`.",
  }),
  "register/unknown-profile": entry<{ profile: string; nearest: string | undefined; known: readonly string[] }>({
    severity: "error",
    message: (d) => `There is no house profile ${d.profile}.`,
    help: (d) => (d.nearest === undefined ? `known profiles: ${d.known.join(", ")}` : `did you mean ${d.nearest}?`),
    explain: "A house profile is a folder templates/houses/<profile> with a profile.yaml, shipped or in the workspace.",
  }),
  "register/unknown-theme": entry<{ theme: string; nearest: string | undefined; known: readonly string[] }>({
    severity: "error",
    message: (d) => `There is no theme ${d.theme}.`,
    help: (d) => (d.nearest === undefined ? `known themes: ${d.known.join(", ")}` : `did you mean ${d.nearest}?`),
    explain: "A theme is a file templates/themes/<theme>.yaml, shipped or in the workspace.",
  }),
  "register/unknown-calendar": entry<{ calendar: string; nearest: string | undefined; known: readonly string[] }>({
    severity: "error",
    message: (d) => `There is no calendar ${d.calendar}.`,
    help: (d) => (d.nearest === undefined ? `known calendars: ${d.known.join(", ")}` : `did you mean ${d.nearest}?`),
    explain:
      "A calendar of bank holidays is a file templates/calendars/<calendar>.yaml, shipped or in the workspace. Working days are counted by it.",
  }),
  "register/milestone-without-date": entry<{ milestone: string }>({
    severity: "error",
    message: (d) => `The milestone ${d.milestone} has neither a date nor a meeting.`,
    help: () => "give it `when`, or the `meeting` that it is",
    explain:
      "A milestone stands on a timeline, so it needs a date. Where it is a meeting of the register, `meeting:` names it and the date is written there alone.",
  }),
  "register/row-without-mark": entry<{ activity: string }>({
    severity: "warning",
    message: (d) => `Nobody is marked for "${d.activity}".`,
    help: () => "mark at least one column, or take the row out",
    explain:
      "A matrix of responsibilities says who does each thing. A row without a mark leaves an activity with nobody, which is usually a slip.",
  }),
  "register/one-accountable": entry<{ activity: string; count: number }>({
    severity: "warning",
    message: (d) =>
      `"${d.activity}" has ${d.count === 0 ? "nobody" : `${d.count} bodies`} accountable (A); it should be one.`,
    explain:
      "In a RACI matrix exactly one body is accountable for each activity. With none nobody answers for it; with several none does.",
  }),
  "register/unknown-letter": entry<{ activity: string; letter: string }>({
    severity: "error",
    message: (d) => `"${d.letter}" for "${d.activity}" is not one of R, A, C and I.`,
    help: () => "use R (responsible), A (accountable), C (consulted) or I (informed)",
    explain: "A matrix of kind raci knows four letters: responsible, accountable, consulted and informed.",
  }),
  "register/duplicate-reference": entry<{ title: string; first: string }>({
    severity: "warning",
    message: (d) => `"${d.title}" stands among the references twice; it is printed once.`,
    help: (d) => `cite the first entry, ${d.first}, and take this one out`,
    explain:
      "Two entries with the same author, year and title are one source. The second is left out of the printed list.",
  }),
  "register/uncited-reference": entry<{ id: string }>({
    severity: "warning",
    message: (d) => `Nothing in a document that lists it cites the reference ${d.id}.`,
    help: (d) => `cite it with \`:ref[${d.id}]\`, or limit it to other documents with \`documents:\``,
    explain:
      "A reference list names the sources that the text draws on. An entry that is never cited should be cited where it is used or left out.",
  }),
  "register/link-missing": entry<{ title: string }>({
    severity: "warning",
    message: (d) => `"${d.title}" has neither a link nor a file, and the document is no draft.`,
    help: () => "give its `link` or `file`, or say `status: closed` where readers cannot have it",
    explain:
      "A related document that readers are sent to must be reachable once the document leaves its authors; until then it may be to be supplied.",
  }),
  "register/nothing-to-show": entry<{ register: string }>({
    severity: "warning",
    message: (d) => `There is nothing to print here: this document has no ${d.register.replaceAll("-", " ")}.`,
    help: (d) => `add entries under \`${d.register}:\` in a data file, or take this line out`,
    explain:
      "A directive or a template places a register that has no entries for this document: none are written, or all of them are limited to other documents by `documents:`.",
  }),
  "register/which-entry": entry<{ register: string; ids: readonly string[] }>({
    severity: "error",
    message: (d) => `It is not said which entry of ${d.register.replaceAll("-", " ")} is meant.`,
    help: (d) => `write of=${d.ids[0] ?? "id"}${d.ids.length > 1 ? `, or one of ${d.ids.slice(1).join(", ")}` : ""}`,
    explain: "`of` names the entry to place. It may be left out only where the register has a single entry.",
  }),
  "register/unknown-entry": entry<{ register: string; id: string }>({
    severity: "error",
    message: (d) => `There is no "${d.id}" among the ${d.register.replaceAll("-", " ")} of this document.`,
    explain:
      "An attribute names entries of a register by their ids, the keys under which they stand in the data file. The entry may be missing, spelt otherwise, or limited to other documents by `documents:`.",
  }),
  "register/no-such-column": entry<{ attribute: string; column: string }>({
    severity: "error",
    message: (d) => `"${d.column}" in ${d.attribute} is not one of the names that can stand here.`,
    explain:
      "`columns`, `rows`, `x`, `y` and the marks of a matrix name columns or rows of the register or table that is placed, by their keys.",
  }),
  "register/unknown-value": entry<{ attribute: string; value: string }>({
    severity: "error",
    message: (d) => `"${d.value}" is not a value that ${d.attribute} can have here.`,
    explain: "Some attributes take one of a few words, or the name of a group or field that occurs in the register.",
  }),
  "register/risk-band": entry<{ scores: string }>({
    severity: "error",
    message: (d) => `"${d.scores}" are not the scores of a band.`,
    help: () => "write the first and last score, such as 1–9, or a single one, such as 25",
    explain: "A band of the risk matrix gives its rating to a run of scores, the first and the last included.",
  }),
  "register/risk-band-gap": entry<{ scores: readonly number[] }>({
    severity: "error",
    message: (d) => `No band of the risk matrix holds ${scoreWords(d.scores)}.`,
    help: () => "widen a band so that every product of likelihood and impact has a rating",
    explain: "Every score that likelihood × impact can give on the matrix's scale lies in exactly one band.",
  }),
  "register/risk-band-overlap": entry<{ scores: readonly number[]; words: readonly string[] }>({
    severity: "error",
    message: (d) => `${d.words.join(" and ")} both hold ${scoreWords(d.scores)}.`,
    help: () => "let each band begin after the one before ends",
    explain: "Every score that likelihood × impact can give on the matrix's scale lies in exactly one band.",
  }),
  "register/risk-scale": entry<{ part: "likelihood" | "impact"; value: number; scale: number }>({
    severity: "error",
    message: (d) => `The ${d.part} ${d.value} is not on the scale from 1 to ${d.scale}.`,
    explain: "Likelihood and impact are whole numbers from 1 to the `scale` of the programme's risk matrix.",
  }),
  "register/risk-half-valued": entry<{ has: string; lacks: string }>({
    severity: "warning",
    message: (d) => `The risk has a ${d.has} but no ${d.lacks}, so it counts for nothing in money.`,
    help: (d) => `add \`${d.lacks}:\`, or take \`${d.has}:\` away`,
    explain:
      "The expected value of a risk is its probability times what it costs if it happens. With one of the two it is left out of the total.",
  }),
  "register/risk-rating": entry<{ found: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `"${d.found}" is no rating of this programme.`,
    help: (d) => (d.nearest === undefined ? undefined : `did you mean \`${d.nearest}\`?`),
    explain:
      "A stated rating is a band of the risk matrix, one of its further `words:`, or Red, Amber, Green, High, Medium, Low.",
  }),
  "register/risk-rating-differs": entry<{ found: string; score: number; word: string }>({
    severity: "error",
    message: (d) => `The risk is rated ${d.found}, but its score of ${d.score} is ${d.word}.`,
    help: () => "take out the rating, or correct likelihood and impact",
    explain: "A scored risk is rated by the bands of the matrix; a word beside the scores must say the same.",
  }),
  "register/nothing-to-draw": entry<{ table: string }>({
    severity: "error",
    message: (d) => `The table ${d.table} has no numbers to draw with these rows and columns.`,
    help: () => "name its number columns in `y` and the column of labels in `x`",
    explain: "A chart draws one or more number columns of a table against the labels of its rows.",
  }),
  "register/mixed-units": entry<{ table: string; units: readonly string[] }>({
    severity: "warning",
    message: (d) => `The chart of ${d.table} draws columns of different units (${d.units.join(", ")}) on one axis.`,
    help: () => "choose columns of one unit in `y`",
    explain: "Numbers of different units on one axis invite a comparison that means nothing.",
  }),
  "register/waterfall-columns": entry<{ table: string; columns: number }>({
    severity: "error",
    message: (d) => `A waterfall of ${d.table} can draw one column of changes, not ${d.columns}.`,
    help: () => "name the column in `y`",
    explain:
      "A waterfall leads from one level through changes to the next. Each bar begins where the last one ended, so that there can be one column of numbers only.",
  }),
  "register/waterfall-level": entry<{ level: string; shown: string; reached: string }>({
    severity: "error",
    message: (d) => `The waterfall reaches ${d.reached} where "${d.level}" is ${d.shown}.`,
    help: () => "draw every row that leads to it, or name the rows that are levels in `levels`",
    explain:
      "In a waterfall a level is what the changes before it come to. Sub-totals, the total and the rows named in `levels` are levels, all other rows are changes; one that is missing or of the wrong kind makes bars that do not meet.",
  }),
  "register/stacked-signs": entry<{ table: string; kind: string }>({
    severity: "error",
    message: (d) => `The ${d.kind} of ${d.table} would stack values above and below zero.`,
    help: () => "use kind=stacked, which sets them on either side of zero, or kind=line",
    explain:
      "Stacked areas and histograms show parts of a whole by their heights. A part below zero has no height to show, so that the picture would mislead.",
  }),
};
