// Every line of an appraisal as it was typed, with what its two views need to know of it.
import type { Line } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import type { Engine } from "../engine/engine.ts";
import { plainValue } from "../numbers/format.ts";
import { writtenDecimals } from "../numbers/written.ts";
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import type { AppraisalLine, AppraisalShape, EconomicInputs } from "./shape.ts";
import { acrossYears, yearCells, yearColumns } from "./year-table.ts";

const capitalise = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What is said of a line beside its amounts. */
function treatment(engine: Engine, inputs: EconomicInputs, shape: AppraisalShape, line: Line): string {
  const rate = (quantity: Quantity, name: string) =>
    plainValue(engine.value(name), writtenDecimals(quantity) ?? 1, engine.style);
  const id = shape.lines.find((l) => l.source === line)?.id ?? "";
  const { vat } = line;
  const bias = line["optimism-bias"];
  const { index } = line;
  const words = [
    line.nature !== undefined && line.nature !== "resource" ? capitalise(line.nature) : undefined,
    line.recurrence === undefined ? undefined : capitalise(line.recurrence),
    vat
      ? `VAT ${rate(vat.rate, `lines.${id}.vat.rate`)}${vat.recoverable ? `, ${rate(vat.recoverable, `lines.${id}.vat.recoverable`)} recovered` : ""}`
      : undefined,
    index === undefined ? undefined : `index: ${inputs.data["price-indices"]?.[index]?.label ?? index}`,
    bias === undefined ? undefined : `optimism bias: ${inputs.data["optimism-bias"]?.[bias]?.label ?? bias}`,
  ].filter((w) => w !== undefined);
  return words.length === 0 ? "As typed" : words.join("; ");
}

function pricesWords(line: Line, shape: AppraisalShape): string {
  const prices = line.prices ?? "real";
  if (prices === "cash") return "Cash";
  return `Real, ${typeof prices === "object" ? prices.base : shape.base}`;
}

const kindTitles = { cost: "Costs", benefit: "Benefits", income: "Income" } as const;

/** `a.lines`: every line as typed, with what the two views need to know of it. */
export function linesTable(engine: Engine, inputs: EconomicInputs, shape: AppraisalShape): GeneratedTable {
  const titles = (ids: readonly string[]) =>
    ids.length === shape.options.length
      ? "All"
      : shape.options
          .filter((o) => ids.includes(o.id))
          .map((o) => o.title)
          .join("; ");
  const rowsOf = (line: AppraisalLine): readonly GeneratedRow[] => {
    const keys = [...new Set(line.options.map(line.key))];
    return keys.map((key) => ({
      kind: "body",
      id: key,
      cells: {
        line: { markdown: line.source.label },
        options: { markdown: titles(line.options.filter((o) => line.key(o) === key)) },
        class: { markdown: capitalise(line.source.class) },
        prices: { markdown: pricesWords(line.source, shape) },
        treatment: { markdown: treatment(engine, inputs, shape, line.source) },
        ...yearCells(shape, (year) => `lines.${key}.${year}`),
      },
      origin: line.origin,
    }));
  };
  const rows = (["cost", "benefit", "income"] as const).flatMap((kind): readonly GeneratedRow[] => {
    const body = shape.lines.filter((l) => l.source.kind === kind).flatMap(rowsOf);
    return body.length === 0 ? [] : [{ kind: "section", label: kindTitles[kind], cells: {} }, ...body];
  });
  const sources = shape.lines.filter((l) => l.source.source !== undefined);
  const notes = shape.lines.filter((l) => l.source.note !== undefined);
  return {
    id: `${shape.id}.lines`,
    kind: "lines",
    title: `${shape.source.title}: costs, benefits and income as entered`,
    columns: [
      { key: "line", label: "Line", rowHeader: true, weight: 3 },
      { key: "options", label: "Options", weight: 2 },
      { key: "class", label: "Class", weight: 1.5 },
      { key: "prices", label: "Prices", weight: 1.5 },
      { key: "treatment", label: "Treatment", weight: 2.5 },
      ...yearColumns(shape, engine.style.money),
    ],
    rows,
    notes: [
      "Amounts are positive as typed; lines in different prices, or for different options, are not added.",
      "Transfers, sunk costs, financing and VAT are left out of the economic case; benefits that bring no cash are left out of the financial case.",
      ...notes.map((l) => `${l.source.label}: ${l.source.note}`),
    ],
    source:
      sources.length === 0
        ? undefined
        : sources.map((l) => `${l.source.label}: ${l.source.source?.replace(/\.$/, "")}`).join("; "),
    across: acrossYears(shape),
    origin: shape.origin,
  };
}
