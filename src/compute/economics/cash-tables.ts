// Tables of the financial case: from the economic view to cash, capital and revenue, who bears it, and who funds it.
import { moneyPlaces } from "../numbers/format.ts";
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { type CashClass, cashLines, lessName } from "./cash.ts";
import { linesWithoutShares, partnersOf, unallocated } from "./partners.ts";
import { reconciliationSteps, stepOrder } from "./reconciliation.ts";
import { type AppraisalOption, type AppraisalShape, type EconomicInputs, linesOf, optionName } from "./shape.ts";
import { acrossYears, yearCells, yearColumns } from "./year-table.ts";

export const classTitles: Readonly<Record<CashClass, string>> = { capital: "Capital", revenue: "Revenue" };

/** What the tables of an option say about the prices they are in. */
export function priceNote(inputs: EconomicInputs, shape: AppraisalShape): string {
  const label = (id: string) => inputs.data["price-indices"]?.[id]?.label ?? id;
  const ids = [
    ...new Set([
      ...(shape.source.index === undefined ? [] : [shape.source.index]),
      ...shape.lines.flatMap((l) => l.source.index ?? []),
    ]),
  ];
  return ids.length === 0
    ? `No price index is given: lines in real prices stay in prices of ${shape.base}.`
    : `Cash: prices of the year in which money moves, from prices of ${shape.base} by ${ids.map(label).join(", ")}.`;
}

/** `a.o.economic-financial`: the same lines in both cases, and every reason why the totals differ. */
export function reconciliationTable(shape: AppraisalShape, option: AppraisalOption): GeneratedTable {
  return {
    id: optionName(shape, option.id, "economic-financial"),
    kind: "economic-financial",
    title: `${option.title}: from the economic case to the financial case`,
    columns: [
      { key: "step", label: "Step", rowHeader: true, weight: 3 },
      { key: "definition", label: "What it is", weight: 4 },
      { key: "amount", label: "Amount", unit: shape.unit, decimals: moneyPlaces[shape.unit] },
    ],
    rows: stepOrder.map((step): GeneratedRow => {
      const amount = { figure: optionName(shape, option.id, "reconciliation", step) };
      const { label, words } = reconciliationSteps[step];
      return step === "financial"
        ? { kind: "total", id: step, label, cells: { amount } }
        : { kind: "body", id: step, cells: { step: { markdown: label }, definition: { markdown: words }, amount } };
    }),
    notes: [
      `Net cost over ${shape.years[0]?.year} to ${shape.years.at(-1)?.year}; costs are positive. Prices of the base year are those of ${shape.base}.`,
    ],
    adds: true,
    origin: shape.origin,
  };
}

function classRows(shape: AppraisalShape, option: AppraisalOption, of: CashClass): readonly GeneratedRow[] {
  const { costs, less } = cashLines(shape, option.id, of);
  if (costs.length + less.length === 0) return [];
  return [
    { kind: "section", label: classTitles[of], cells: {} },
    ...costs.map(
      (line): GeneratedRow => ({
        kind: "body",
        id: line.id,
        cells: {
          line: { markdown: line.source.label },
          ...yearCells(shape, (year) => optionName(shape, option.id, "cash", line.id, year)),
        },
        origin: line.origin,
      }),
    ),
    ...less.map(
      (line): GeneratedRow => ({
        kind: "body",
        id: line.id,
        cells: {
          line: { markdown: line.source.label },
          ...yearCells(shape, (year) => lessName(shape, option.id, line.id, year)),
        },
        origin: line.origin,
      }),
    ),
    {
      kind: "subtotal",
      id: of,
      label: `${classTitles[of]}, net`,
      cells: yearCells(shape, (year) => optionName(shape, option.id, of, year)),
    },
  ];
}

/** `a.o.financial-case`: capital and revenue by year, as money moves. */
export function financialTable(inputs: EconomicInputs, shape: AppraisalShape, option: AppraisalOption): GeneratedTable {
  const lines = linesOf(shape, option.id);
  const vat = lines.some((l) => l.cash && l.source.vat !== undefined);
  return {
    id: optionName(shape, option.id, "financial-case"),
    kind: "financial-case",
    title: `${option.title}: capital and revenue by year`,
    columns: [{ key: "line", label: "Line", rowHeader: true, weight: 4 }, ...yearColumns(shape)],
    rows: [
      ...classRows(shape, option, "capital"),
      ...classRows(shape, option, "revenue"),
      {
        kind: "total",
        id: "total",
        label: "Net cost in cash",
        cells: yearCells(shape, (year) => optionName(shape, option.id, "cash", year)),
      },
    ],
    notes: [
      priceNote(inputs, shape),
      vat ? "Amounts include VAT that is not recovered." : undefined,
      "Optimism bias is not included. Income and cash-releasing benefits are below zero.",
      lines.some((l) => !l.cash) ? "Benefits that bring no cash are left out." : undefined,
    ],
    adds: true,
    across: acrossYears(shape),
    equations: [...shape.years.map((y) => y.year), "total"].map((column) => ({
      whole: { row: "total", column },
      plus: ["capital", "revenue"].map((row) => ({ row, column })),
    })),
    origin: shape.origin,
  };
}

/** `a.o.partner-shares`: net cost in cash by organisation; undefined where no line says who bears it. */
export function partnersTable(
  inputs: EconomicInputs,
  shape: AppraisalShape,
  option: AppraisalOption,
): GeneratedTable | undefined {
  const partners = partnersOf(shape, option.id);
  if (partners.length === 0) return undefined;
  const row = (key: string, label: string): GeneratedRow => ({
    kind: "body",
    id: key,
    cells: {
      organisation: { markdown: label },
      ...yearCells(shape, (year) => optionName(shape, option.id, "shares", key, year)),
    },
  });
  const rest = linesWithoutShares(shape, option.id);
  return {
    id: optionName(shape, option.id, "partner-shares"),
    kind: "partner-shares",
    title: `${option.title}: net cost by organisation`,
    columns: [{ key: "organisation", label: "Organisation", rowHeader: true, weight: 4 }, ...yearColumns(shape)],
    rows: [
      ...partners.map((id) => row(id, inputs.around.organisations.get(id) ?? id)),
      ...(rest.length === 0 ? [] : [row(unallocated, "Not shared out")]),
      {
        kind: "total",
        id: "total",
        label: "Net cost in cash",
        cells: yearCells(shape, (year) => optionName(shape, option.id, "cash", year)),
      },
    ],
    notes: [
      "Each organisation bears its share of every line, in cash, less its share of income and cash-releasing benefits.",
      rest.length === 0 ? undefined : `Not shared out: ${rest.map((l) => l.source.label).join("; ")}.`,
      priceNote(inputs, shape),
    ],
    adds: true,
    across: acrossYears(shape),
    origin: shape.origin,
  };
}

/** Every table of the input side that needs an appraisal. */
export function cashTables(inputs: EconomicInputs, shape: AppraisalShape): readonly GeneratedTable[] {
  return shape.options.flatMap((option) => {
    const partners = partnersTable(inputs, shape, option);
    return [reconciliationTable(shape, option), financialTable(inputs, shape, option), ...(partners ? [partners] : [])];
  });
}
