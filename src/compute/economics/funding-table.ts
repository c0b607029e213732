// Funding as a table: need, sources and gap, capital and revenue apart.
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import type { CashClass } from "./cash.ts";
import { classTitles, priceNote } from "./cash-tables.ts";
import { type FundingShape, fundingClasses, sourcesOf } from "./funding.ts";
import type { EconomicInputs } from "./shape.ts";
import { acrossYears, yearCells, yearColumns } from "./year-table.ts";

/** `f.funding`: need, sources and gap by year, capital and revenue apart. */
export function fundingTable(inputs: EconomicInputs, shape: FundingShape): GeneratedTable {
  const { id, source, appraisal } = shape;
  const { organisations, places } = inputs.around;
  const status = (name: string): string => {
    const given = source.sources[name];
    const from =
      given?.organisation === undefined ? undefined : (organisations.get(given.organisation) ?? given.organisation);
    const words = [from, given?.status].filter((w) => w !== undefined);
    return words.length === 0 ? "Not stated" : words.join(", ");
  };
  const rowsOf = (of: CashClass): readonly GeneratedRow[] => [
    { kind: "section", label: classTitles[of], cells: {} },
    {
      kind: "group",
      id: `${of}-need`,
      cells: {
        source: { markdown: `${classTitles[of]} needed` },
        ...yearCells(appraisal, (year) => `${id}.${of}.need.${year}`),
      },
    },
    ...sourcesOf(shape, of).map(
      (name): GeneratedRow => ({
        kind: "body",
        id: name,
        cells: {
          source: { markdown: source.sources[name]?.label ?? name },
          status: { markdown: status(name) },
          ...yearCells(appraisal, (year) => `${id}.${of}.${name}.${year}`),
        },
        origin: places.key(["funding", id, "sources", name]),
      }),
    ),
    {
      kind: "subtotal",
      id: `${of}-funded`,
      label: `${classTitles[of]} funded`,
      cells: yearCells(appraisal, (year) => `${id}.${of}.funded.${year}`),
    },
    {
      kind: "group",
      id: `${of}-gap`,
      cells: {
        source: { markdown: `${classTitles[of]} gap` },
        ...yearCells(appraisal, (year) => `${id}.${of}.gap.${year}`),
      },
    },
  ];
  const closed = source["gap-closed-by"];
  const notes = Object.values(source.sources).flatMap((s) => (s.note === undefined ? [] : [`${s.label}: ${s.note}`]));
  return {
    id: `${id}.funding`,
    kind: "funding",
    title: source.title,
    columns: [
      { key: "source", label: "Source", rowHeader: true, weight: 4 },
      { key: "status", label: "From and status", weight: 3 },
      ...yearColumns(appraisal),
    ],
    rows: [
      ...fundingClasses.flatMap(rowsOf),
      {
        kind: "group",
        id: "gap",
        cells: {
          source: { markdown: "Affordability gap, capital and revenue" },
          ...yearCells(appraisal, (year) => `${id}.gap.${year}`),
        },
      },
    ],
    notes: [
      "Gap = need less funding; below zero it is a surplus. The need is the financial case of the option: capital and revenue in cash, VAT that is not recovered included.",
      closed === undefined ? undefined : `How the gap is closed: ${closed}`,
      priceNote(inputs, appraisal),
      ...notes,
      source.note,
    ],
    adds: true,
    across: acrossYears(appraisal),
    equations: [...appraisal.years.map((y) => y.year), "total"].flatMap((column) => {
      const at = (row: string) => ({ row, column });
      return [
        ...fundingClasses.map((of) => ({
          whole: at(`${of}-gap`),
          plus: [at(`${of}-need`)],
          minus: [at(`${of}-funded`)],
        })),
        { whole: at("gap"), plus: fundingClasses.map((of) => at(`${of}-gap`)) },
      ];
    }),
    origin: places.key(["funding", id]),
  };
}
