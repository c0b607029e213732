import { amountHelp } from "../amounts.ts";
import { entry } from "./entry.ts";

const nearestHelp = (d: { readonly nearest?: string | undefined }) =>
  d.nearest === undefined ? undefined : `did you mean \`${d.nearest}\`?`;

/** `where` names row and column in words: "row Dredging, column Cost". */
interface InCell {
  readonly found: string;
  readonly where: string;
}
const foundIn = (d: InCell) => `found "${d.found}" in ${d.where}`;

export const tableCodes = {
  "table/unknown-cell": entry<{ key: string; nearest?: string | undefined; more?: number }>({
    severity: "error",
    message: (d) =>
      `The table has no column \`${d.key}\`${d.more ? `, nor ${d.more} others that stand in the first line` : ""}.`,
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
  "table/missing-cell": entry<{ column: string; number: boolean; row: string }>({
    severity: "error",
    message: (d) => `The row ${d.row} has no \`${d.column}\`.`,
    help: (d) =>
      d.number
        ? "write the number, or nil, n/a, not yet agreed, or TBC by … on …"
        : "write the text, – or n/a, or give the table `empty-as: –`",
    explain:
      "An empty cell says nothing: it may be nothing, not known or forgotten. Every cell is filled; a table may say with `empty-as:` what a text cell left out prints.",
  }),
  "table/not-a-number": entry<InCell & { unit: string }>({
    severity: "error",
    message: (d) => `The column holds numbers; ${foundIn(d)}.`,
    help: (d) =>
      amountHelp(d.found, d.unit) ??
      "write digits, or nil, n/a, not yet agreed, unknown, or TBC by … on …; words belong in a text column",
    explain:
      "A cell of a number column is a number, a percentage, nil, n/a, not yet agreed, unknown, `TBC by … on …`, or a formula that begins with =. It is written in digits, with commas between thousands at most: the unit and its scale belong to the column.",
  }),
  "table/percent-plain": entry<{ written: string; percent: string; where: string }>({
    severity: "warning",
    message: (d) => `${d.written} in ${d.where} is read as ${d.written}%.`,
    help: (d) => `write ${d.percent} if a part of one is meant, ${d.written}% if it is this little`,
    explain:
      "A plain number in a column of percentages is a percentage: 46 is 46%. A number between -1 and 1 was more often meant as a part of one, so that 0.1 stands for 10%; with its % there is no doubt.",
  }),
  "table/adds-to": entry<{ column: string; sum: string; wanted: string }>({
    severity: "error",
    message: (d) => `The column ${d.column} adds up to ${d.sum}, not to ${d.wanted}.`,
    help: () => "correct a cell, or take `adds-to` out",
    explain:
      "`adds-to:` says what the cells of a column come to together, such as 100% for shares of a whole. Each typed cell may be off by half its last digit.",
  }),
  "table/typed-total": entry<{ row: string; ask: string }>({
    severity: "warning",
    message: (d) => `${d.row} is typed by hand, and a table adds its rows itself.`,
    help: (d) => `take the row out and write ${d.ask}`,
    explain:
      "A total that is typed stays behind when a row changes, and counts as one row more wherever rows are added or counted. `total: true` adds the rows of the table, `subtotal:` those since the last one.",
  }),
  "table/total-differs": entry<{ where: string; typed: string; sum: string; ask: string }>({
    severity: "error",
    message: (d) => `${d.where} says ${d.typed}, but the rows above it add up to ${d.sum}.`,
    help: (d) => `correct a row; better, take the typed total out and write ${d.ask}`,
    explain:
      "A row that is called a total holds what the rows above it add up to, rounding apart. A row that is no total has a name that says what it is.",
  }),
  "table/scale": entry<{ column: string; unit: string; largest: string; pounds: string }>({
    severity: "warning",
    message: (d) => `The amounts of the column ${d.column} come to ${d.largest}; they look like pounds, not ${d.unit}.`,
    help: (d) =>
      `say \`unit: £\` at the column if ${d.pounds} is meant, with \`as: ${d.unit}\` to print it in ${d.unit}`,
    explain:
      "Whole pounds typed into a column of £k or £m are a thousand or a million times too large. A column is reported when all of its amounts are large whole numbers and nothing else in the programme is of their size.",
  }),
  "table/parameter-name": entry<{ name: string; taken: "column" | "row" | "total" | undefined }>({
    severity: "error",
    message: (d) =>
      d.taken === undefined
        ? `\`${d.name}\` is no name that a formula can use.`
        : d.taken === "total"
          ? `\`${d.name}\` means the table's total, so no parameter can have this name.`
          : `The parameter \`${d.name}\` has the name of a ${d.taken} of the table.`,
    help: (d) =>
      d.taken === undefined ? "use letters, digits and hyphens: hours-per-week" : "give the parameter another name",
    explain:
      "`parameters:` are numbers that the table's formulas use by their bare names, beside the names of its columns; `table.parameter` reaches one from outside. So a parameter, a column and a row cannot share a name.",
  }),
  "table/generated-id": entry<{ id: string; from: string }>({
    severity: "error",
    message: (d) => `The name \`${d.id}\` belongs to the table that ${d.from} makes.`,
    help: () => "give this table another name",
    explain:
      "Registers make tables of their own, such as `benefits.lines` or `results.flows`. A table with the same name would hide one of the two.",
  }),
  "table/not-a-tick": entry<InCell>({
    severity: "error",
    message: (d) => `A tick is yes or no; ${foundIn(d)}.`,
    explain: "Cells of a tick column are yes, no, true, false, x or ✓; a cell left out is no.",
  }),
  "table/not-a-date": entry<InCell>({
    severity: "error",
    message: (d) => `The column holds dates; ${foundIn(d)}.`,
    help: () => "write 2014-01-28, 2014-09, 2014-11-06 to 2014-11-07 or end of 2014-10",
    explain: "Dates are written year first, so that nobody takes the day for the month.",
  }),
  "table/not-a-year": entry<InCell>({
    severity: "error",
    message: (d) => `The column holds years; ${foundIn(d)}.`,
    help: () => "write 2014/15 for a financial year, 2014 for a calendar year",
    explain: "A financial year is written 2014/15.",
  }),
  "table/unknown-rating": entry<InCell & { nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `This is no rating of the programme; ${foundIn(d)}.`,
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
  "table/csv": entry<{ problem: string; parted: boolean }>({
    severity: "error",
    message: (d) => `The CSV file cannot be read: ${d.problem}.`,
    help: (d) =>
      d.parted
        ? "save it with commas between the values (CSV, comma separated)"
        : 'a value with a comma or a line break stands in "…", and a quote inside it is doubled',
    explain: "Rows are lines, values have commas between, and the first line holds the keys of the columns.",
  }),
  "table/csv-header": entry<{ missing: readonly string[] }>({
    severity: "error",
    message: (d) => `The first line lacks ${d.missing.map((m) => `\`${m}\``).join(", ")}.`,
    help: () => "the first line holds the keys of the columns, or their labels",
    explain: "Every column of the table that is not computed has a place in the CSV file's first line.",
  }),
  "table/csv-width": entry<{ found: number; wanted: number; row: string; cut: string | undefined }>({
    severity: "error",
    message: (d) =>
      `The row${d.row === "" ? "" : ` ${d.row}`} has ${d.found} value${d.found === 1 ? "" : "s"} where the first line has ${d.wanted}.`,
    help: (d) =>
      d.found > d.wanted
        ? `put "…" round a value that holds a comma: "${d.cut ?? "44,000"}"`
        : "write every value; an empty one still has its comma",
    explain: "Each row of a CSV file has as many values as its first line.",
  }),
  "table/csv-first-line": entry<{ found: number; wanted: number }>({
    severity: "error",
    message: (d) => `The first line has ${d.found} values, but most lines below have ${d.wanted}.`,
    help: () => "write a heading for each column, with commas between them",
    explain:
      "Values find their columns by the headings of the first line. Where most lines are longer than it, a heading is missing or two have run together, so no line can be trusted.",
  }),
  "table/csv-twice": entry<{ heading: string; column: string }>({
    severity: "error",
    message: (d) => `Two headings mean the column \`${d.column}\`; this is the second, "${d.heading}".`,
    help: () => "take one of them out, or give it the name of its own column",
    explain: "A heading of a CSV file is the key of a column or its label, and each column is there once.",
  }),
  "table/csv-heading": entry<{ found: string }>({
    severity: "error",
    message: (d) => `"${d.found}" stands in a column that has no heading.`,
    help: () => "give the column a heading in the first line, or take the value out",
    explain:
      "The first line of a CSV file says what the values below it mean; a value without a heading would be lost.",
  }),
  "table/both-rows": entry<Record<never, never>>({
    severity: "error",
    message: () => "The table has both `rows` and `from`.",
    help: () => "keep one of them",
    explain: "Rows stand in the table or come from a CSV file.",
  }),
  "table/total-column": entry<{ column: string; reason: "text" | "additive" | "cumulative"; setting: string }>({
    severity: "error",
    message: (d) =>
      d.reason === "text"
        ? `The column ${d.column} holds no numbers to add.`
        : d.reason === "cumulative"
          ? `The column ${d.column} holds running totals, which are not added.`
          : `The rows of the column ${d.column} are not to be added.`,
    help: (d) =>
      d.setting === "total"
        ? "take it out of `total.columns`, or say `additive: true` at the column"
        : `take \`${d.setting}\` out of the column`,
    explain: "A total adds columns whose rows can be added. Percentages, rates and running totals cannot.",
  }),
  "table/nothing-to-carry": entry<{ lacks: "sums" | "words" }>({
    severity: "warning",
    message: (d) =>
      d.lacks === "sums"
        ? "The table has no column whose rows add up, so nothing is carried over its pages."
        : "Every column of the table is added up, so there is no place for the words “Carried forward”.",
    help: (d) =>
      d.lacks === "sums"
        ? "take `carry` out, or say `additive: true` at the column that is meant"
        : "take `carry` out, or show the column that names the rows",
    explain:
      "With `carry: true`, or `carry=yes` where the table is placed, a page that ends inside the table says what its rows come to so far, and the next one begins with it. That needs a column whose rows can be added, which percentages, rates and running totals cannot, and beside it one that is not added, for the words.",
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
