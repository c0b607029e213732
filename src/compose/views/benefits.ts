// The cost/benefit table: ranges, shares, totals by kind, adjustments; and the phasing below it.

import type { BenefitsModel, Range, Value } from "../../compute/model.ts";
import { digits, inUnit, plainValue } from "../../compute/numbers/format.ts";
import type { MoneyUnit } from "../../compute/numbers/money.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Block, Cell, Inline } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { finished, type GridColumn, type GridRow, grid } from "./grid.ts";
import { bold, capital, inlineCell, markdownCell, note, textCell } from "./parts.ts";
import { organisationName } from "./people.ts";
import { choice, nothingToShow } from "./registers.ts";
import { incompleteNote, roundingNote } from "./table.ts";

export const benefits: View = {
  attributes: ["view", "as"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const model = request.document.benefits;
    if (!model) {
      diagnostics.push(...nothingToShow(request, "benefits"));
      return { value: [], diagnostics };
    }
    const view = choice(request, "view", ["annual", "lines", "phasing"], diagnostics);
    const as = request.attributes.as === undefined ? model.unit : choice(request, "as", ["£", "£k", "£m"], diagnostics);
    const print = printer(request, as);
    const phased = model.phases.length > 0;
    const blocks: readonly Block[] = [
      ...(view === "phasing" ? [] : [annualTable(request, model, print, view === "annual")]),
      ...(phased && view !== "lines" ? [phasingTable(request, model, print, view === "phasing")] : []),
    ];
    return { value: blocks, diagnostics };
  },
};

interface Printer {
  readonly unit: MoneyUnit;
  readonly cell: (value: Value | undefined, strong?: boolean) => Cell;
  readonly text: (value: Value) => string;
}

/** Amounts without their unit, which the headers give. */
function printer(request: ViewRequest, unit: MoneyUnit): Printer {
  const { style } = request.document;
  const decimals = unit === "£m" ? 1 : 0;
  const plain = (value: Value) => {
    if (value.type === "number") return digits(inUnit(value, unit), decimals, style);
    return plainValue(value, undefined, style);
  };
  return {
    unit,
    text: plain,
    cell: (value, strong = false) => {
      if (!value) return textCell(undefined);
      const words = plain(value);
      return inlineCell([strong ? bold(words) : { type: "value", text: words }], { computed: true });
    },
  };
}

function annualTable(request: ViewRequest, model: BenefitsModel, print: Printer, full: boolean) {
  const { kit } = request;
  const hasConfidence = model.lines.some((l) => l.source.confidence !== undefined);
  const group: readonly Inline[] = [text(`Annual benefits (${print.unit})`)];
  const sharesGroup: readonly Inline[] = [text(`Share of the average (${print.unit})`)];
  const amount = (key: string, label: string, over: readonly Inline[]): GridColumn => ({
    key,
    label: [text(label)],
    align: "right",
    weight: 2,
    group: over,
  });
  const columns: readonly GridColumn[] = [
    { key: "benefit", label: [text("Benefit")], rowHeader: true, weight: 4 },
    { key: "category", label: [text("Category")], weight: 2 },
    amount("lower", "Lower", group),
    amount("upper", "Upper", group),
    amount("average", "Average", group),
    ...model.partners.map((p) => amount(`share-${p}`, organisationName(request, p, "short"), sharesGroup)),
    ...(hasConfidence ? [{ key: "confidence", label: [text("Confidence")], weight: 2 }] : []),
  ];
  const tail = hasConfidence ? [textCell(undefined)] : [];
  const range = (r: Range, strong = false) => [r.lower, r.upper, r.central].map((v) => print.cell(v, strong));
  const blank = () => model.partners.map(() => textCell(undefined));
  const label = (words: readonly Inline[]) => inlineCell(words, { colSpan: 2, header: "row" });
  const lines = model.lines.map(
    (line): GridRow => ({
      cells: [
        markdownCell(kit, line.source.label, { origin: line.origin }),
        textCell(capital(line.source.kind)),
        ...range(line.annual),
        ...model.partners.map((p) => print.cell(line.shares.get(p))),
        ...(hasConfidence ? [textCell(capital(line.source.confidence ?? ""))] : []),
      ],
      entry: line.id,
      origin: line.origin,
    }),
  );
  const kinds = model.kinds.map(({ kind, total }) =>
    finished("subtotal", [label([bold(`Total ${kind}`)]), ...range(total, true), ...blank(), ...tail]),
  );
  const whole = finished("total", [
    label([bold("Total annual benefits")]),
    ...range(model.total, true),
    ...model.partners.map((p) => print.cell(model.partnerTotals.get(p), true)),
    ...tail,
  ]);
  const steps = model.adjustments.map((step) => {
    const by = () => textCell(plainValue(step.by, undefined, request.document.style), { align: "right" });
    return finished("body", [label([text(step.label)]), by(), by(), by(), ...blank(), ...tail], step.origin);
  });
  const net = finished("total", [
    label([bold("Annual benefits after adjustments")]),
    ...range(model.net, true),
    ...blank(),
    ...tail,
  ]);
  const reasons = model.adjustments.flatMap((s) => (s.reason ? [note(`${s.label}: ${s.reason}`)] : []));
  return grid(request, {
    title: [text("Annual benefits and their adjustment")],
    subject: "benefits",
    summary: annualSummary(model, print),
    columns,
    rows: full ? [...lines, ...kinds, whole, ...(steps.length > 0 ? [...steps, net] : [])] : [...lines, whole],
    notes: [
      ...(full && steps.length > 1
        ? [
            note(
              model.combine === "multiplicative"
                ? "Each adjustment is taken on what the one before it left."
                : "The adjustments are added up and taken on the total.",
            ),
          ]
        : []),
      ...(full ? reasons : []),
      ...(model.roundingNote ? [note(roundingNote)] : []),
      ...(model.incomplete ? [note(incompleteNote)] : []),
      ...lineNotes(request, model),
    ],
  });
}

function lineNotes(request: ViewRequest, model: BenefitsModel) {
  return model.lines.flatMap((line) =>
    line.source.note
      ? [
          {
            type: "paragraph" as const,
            role: "note" as const,
            children: [...request.kit.inlines(line.source.label), text(": "), ...request.kit.inlines(line.source.note)],
          },
        ]
      : [],
  );
}

function annualSummary(model: BenefitsModel, print: Printer): string {
  const many = model.lines.length;
  const shares = model.partners.length > 0 ? ", each partner's share of the average" : "";
  return `A table of ${many} ${many === 1 ? "benefit" : "benefits"} a year, lower, upper and average${shares}; below them the totals, the adjustments and what is left: ${print.unit} ${print.text(model.net.central)} on average.`;
}

function phasingTable(request: ViewRequest, model: BenefitsModel, print: Printer, alone: boolean) {
  const { style } = request.document;
  const single = model.lines.every((line) => line.single);
  const row = (label: string, key: keyof Range): GridRow => ({
    cells: [
      textCell(label),
      ...model.phases.map((p) => print.cell(p.amount[key])),
      print.cell(model.phasedTotal?.[key], true),
    ],
  });
  const share: GridRow = {
    cells: [
      textCell("Share of the full-year benefit"),
      ...model.phases.map((p) => textCell(plainValue(p.share, undefined, style))),
      textCell(undefined),
    ],
  };
  const number = (key: string, label: string): GridColumn => ({ key, label: [text(label)], align: "right", weight: 2 });
  const id = request.id === undefined || alone ? request.id : `${request.id}-phasing`;
  const title: readonly Inline[] = [text(`Benefits by financial year (${print.unit})`)];
  return grid(alone ? request : { ...request, id, caption: title }, {
    title,
    summary: `The benefits after adjustments in each financial year from ${model.phases[0]?.year ?? ""} to ${model.phases.at(-1)?.year ?? ""}, and in all.`,
    columns: [
      { key: "range", label: [text("Benefit")], rowHeader: true, weight: 3 },
      ...model.phases.map((p) => number(p.year, p.year)),
      number("total", "Total"),
    ],
    rows: [
      share,
      ...(single ? [] : [row("Lower", "lower"), row("Upper", "upper")]),
      finished("total", rowCells(row(single ? "Benefit" : "Average", "central"))),
    ],
    notes: model.roundingNote ? [note(roundingNote)] : [],
  });
}

function rowCells(row: GridRow): readonly Cell[] {
  if ("finished" in row) return row.finished.cells;
  const [first, ...others] = row.cells;
  return first ? [{ ...first, header: "row" }, ...others] : [];
}
