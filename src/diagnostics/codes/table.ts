import { entry } from "./entry.ts";

const nearestHelp = (d: { readonly nearest?: string | undefined }) =>
  d.nearest === undefined ? undefined : `did you mean \`${d.nearest}\`?`;

export const tableCodes = {
  "table/unknown-cell": entry<{ key: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `The table has no column \`${d.key}\`.`,
    help: nearestHelp,
    explain:
      "A row gives its cells by the keys under `columns:`. Besides them `id`, `section`, `group` and `subtotal` have a meaning of their own.",
  }),
  "table/unknown-column": entry<{ key: string; setting: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `\`${d.setting}\` names the column \`${d.key}\`, which the table does not have.`,
    help: nearestHelp,
    explain: "Settings of a table name columns by their keys under `columns:`.",
  }),
  "table/missing-cell": entry<{ column: string; number: boolean }>({
    severity: "error",
    message: (d) => `The row has no \`${d.column}\`.`,
    help: (d) =>
      d.number
        ? "write the number, or nil, n/a, not yet agreed, or TBC by … on …"
        : "write the text, – or n/a, or give the table `empty-as: –`",
    explain:
      "An empty cell says nothing: it may be nothing, not known or forgotten. Every cell is filled; a table may say with `empty-as:` what a text cell left out prints.",
  }),
  "table/not-a-number": entry<{ found: string; column: string }>({
    severity: "error",
    message: (d) => `The column ${d.column} holds numbers; found "${d.found}".`,
    help: (d) => {
      const digits = /^[-−]?\s*£?\s*([-−]?[\d,_]+(\.\d+)?)\s*([km]|K|M)?%?$/u.exec(d.found);
      return digits ? `write the digits only: ${digits[1]}; the unit belongs to the column` : undefined;
    },
    explain:
      "A cell of a number column is a number, a percentage, nil, n/a, not yet agreed, unknown, `TBC by … on …`, or a formula that begins with =.",
  }),
  "table/not-a-tick": entry<{ found: string }>({
    severity: "error",
    message: (d) => `A tick is yes or no; found "${d.found}".`,
    explain: "Cells of a tick column are yes, no, true, false, x or ✓; a cell left out is no.",
  }),
  "table/not-a-date": entry<{ found: string }>({
    severity: "error",
    message: (d) => `The column holds dates; found "${d.found}".`,
    help: () => "write 2014-01-28, 2014-09, 2014-11-06 to 2014-11-07 or end of 2014-10",
    explain: "Dates are written year first, so that nobody takes the day for the month.",
  }),
  "table/not-a-year": entry<{ found: string }>({
    severity: "error",
    message: (d) => `The column holds years; found "${d.found}".`,
    help: () => "write 2014/15 for a financial year, 2014 for a calendar year",
    explain: "A financial year is written 2014/15.",
  }),
  "table/unknown-rating": entry<{ found: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `"${d.found}" is no rating of this programme.`,
    help: (d) => nearestHelp(d) ?? "use a word of conventions.risk-matrix, or add it to its `words:`",
    explain:
      "Rating words are the bands of the programme's risk matrix, its further `words:`, and Red, Amber, Green, High, Medium and Low.",
  }),
  "table/duplicate-row": entry<{ id: string }>({
    severity: "error",
    message: (d) => `Two rows have the id \`${d.id}\`.`,
    help: () => "give one of them another id",
    explain: "Formulas and text reach a row by its id, so an id is given once in a table.",
  }),
  "table/row-kinds": entry<{ kinds: readonly string[] }>({
    severity: "error",
    message: (d) => `A row cannot be ${d.kinds.join(" and ")} at once.`,
    explain: "`section`, `group` and `subtotal` each make a row of their own kind.",
  }),
  "table/csv-missing": entry<{ file: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `The rows are to come from ${d.file}, which is not there.`,
    help: (d) => nearestHelp(d) ?? "the CSV file stands in the same folder as this file",
    explain: "`from:` names a CSV file beside the data file. Its first line holds the keys of the columns.",
  }),
  "table/csv": entry<{ problem: string }>({
    severity: "error",
    message: (d) => `The CSV file cannot be read: ${d.problem}.`,
    help: () => 'a value with a comma or a line break stands in "…", and a quote inside it is doubled',
    explain: "Rows are lines, values have commas between, and the first line holds the keys of the columns.",
  }),
  "table/csv-header": entry<{ missing: readonly string[] }>({
    severity: "error",
    message: (d) => `The first line lacks ${d.missing.map((m) => `\`${m}\``).join(", ")}.`,
    help: () => "the first line holds the keys of the columns, or their labels",
    explain: "Every column of the table that is not computed has a place in the CSV file's first line.",
  }),
  "table/csv-width": entry<{ found: number; wanted: number }>({
    severity: "error",
    message: (d) => `The row has ${d.found} values where the first line has ${d.wanted}.`,
    help: () => 'put "…" round a value that holds a comma',
    explain: "Each row of a CSV file has as many values as its first line.",
  }),
  "table/both-rows": entry<Record<never, never>>({
    severity: "error",
    message: () => "The table has both `rows` and `from`.",
    help: () => "keep one of them",
    explain: "Rows stand in the table or come from a CSV file.",
  }),
  "table/total-column": entry<{ column: string; reason: "text" | "additive" | "cumulative" }>({
    severity: "error",
    message: (d) =>
      d.reason === "text"
        ? `The column ${d.column} holds no numbers to add.`
        : d.reason === "cumulative"
          ? `The column ${d.column} holds running totals, which are not added.`
          : `The rows of the column ${d.column} are not to be added.`,
    help: () => "take it out of `total.columns`, or say `additive: true` at the column",
    explain: "A total adds columns whose rows can be added. Percentages, rates and running totals cannot.",
  }),
  "table/identity": entry<{ identity: string; row: string; left: string; right: string }>({
    severity: "error",
    message: (d) => `In ${d.row} \`${d.identity}\` does not hold: ${d.left} against ${d.right}.`,
    explain:
      "`identities:` are equations that every row must satisfy, rounding apart. Column totals can agree while a row does not.",
  }),
  "table/identity-form": entry<{ identity: string }>({
    severity: "error",
    message: (d) => `\`${d.identity}\` is not an equation.`,
    help: () => "write: achieved + delayed + lost = budget",
    explain: "An identity has one `=` with names of columns on both sides.",
  }),
};
