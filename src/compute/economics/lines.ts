// Costs, benefits and income as typed, once for all appraisals that count them.
import type { DataFile } from "../../../schemas/data.ts";
import { type Line, lineClasses } from "../../../schemas/finance.ts";
import type { Quantity } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { build } from "../formula/expression.ts";
import { writtenDecimals } from "../numbers/written.ts";
import { type Check, nameAmounts } from "./amounts.ts";
import { readShare } from "./parts.ts";
import type { AppraisalShape, EconomicSurroundings } from "./shape.ts";

/** Name of the part of a line's amounts that its VAT adds and nobody recovers: rate × (1 − recovered share). */
export function vatName(line: { readonly id: string; readonly source: Line }): string | undefined {
  return line.source.vat && line.source.kind !== "income" ? `lines.${line.id}.vat` : undefined;
}

/** Names what every line says; returns the checks of its values. */
export function nameLines(
  engine: Engine,
  data: DataFile,
  appraisals: readonly AppraisalShape[],
  around: EconomicSurroundings,
): readonly Check[] {
  return Object.entries(data.lines ?? {}).flatMap(([id, source]) => {
    checkKind(engine, id, source, around);
    nameVat(engine, id, source, around);
    const { places } = around;
    const counting = appraisals.flatMap((a) => {
      const line = a.lines.find((l) => l.id === id);
      return line ? [{ line, years: a.years.map((y) => y.year) }] : [];
    });
    checkOptions(
      engine,
      id,
      source,
      appraisals.filter((a) => a.source.lines?.includes(id) ?? true).flatMap((a) => a.options.map((o) => o.id)),
      around,
    );
    const years = [...new Set(counting.flatMap((c) => c.years))].sort();
    const own = Object.entries(source["by-option"] ?? {});
    const path = ["lines", id];
    const sparse = source.recurrence === "one-off";
    const partial = around.leftOut(`lines.${id}`);
    const checks = own.flatMap(([option, amounts]) =>
      nameAmounts(engine, amounts, {
        prefix: `lines.${id}.${option}`,
        label: `${source.label}, ${option}`,
        path: [...path, "by-option", option],
        places,
        years,
        sparse,
        partial,
      }),
    );
    // A line whose options all have amounts of their own needs no others.
    const none = !source.values && !source.annual && !source.total && !source.phase;
    const covered = own.length > 0 && counting.every(({ line }) => line.options.every((o) => line.key(o) !== id));
    if (none && covered) return checks;
    return [
      ...checks,
      ...nameAmounts(engine, source, {
        prefix: `lines.${id}`,
        label: source.label,
        path,
        places,
        years,
        sparse,
        partial,
      }),
    ];
  });
}

/** Options that a line names are options of an appraisal that counts it, and have the line if they have amounts of it. */
function checkOptions(
  engine: Engine,
  id: string,
  source: Line,
  appraised: readonly string[],
  { places }: EconomicSurroundings,
): void {
  // Without any, the set or the appraisal itself is what is missing.
  if (appraised.length === 0) return;
  const unknown = (option: string, known: readonly string[], register: string, at: Span | undefined) => {
    if (!known.includes(option))
      engine.problems.push(report("register/unknown", at, { id: option, register, nearest: nearest(option, known) }));
  };
  const all = "the options that are appraised";
  const path = ["lines", id];
  for (const [i, option] of (source.options ?? []).entries())
    unknown(option, appraised, all, places.value([...path, "options", i]) ?? places.value([...path, "options"]));
  for (const option of Object.keys(source["by-option"] ?? {})) {
    const at = places.key([...path, "by-option", option]);
    if (source.options) unknown(option, source.options, `the options of ${id}`, at);
    else unknown(option, appraised, all, at);
  }
}

function checkKind(engine: Engine, id: string, source: Line, { places }: EconomicSurroundings): void {
  const classes: readonly string[] = lineClasses[source.kind];
  if (!classes.includes(source.class))
    engine.problems.push(
      report("figure/line-class", places.value(["lines", id, "class"]), {
        kind: source.kind,
        found: source.class,
        classes,
      }),
    );
  if (source.vat && source.kind === "income")
    engine.problems.push(report("figure/vat-on-income", places.key(["lines", id, "vat"]), { label: source.label }));
}

function nameVat(engine: Engine, id: string, source: Line, { places }: EconomicSurroundings): void {
  const { vat } = source;
  const name = vatName({ id, source });
  if (!vat || !name) return;
  const typed = (part: "rate" | "recoverable", quantity: Quantity, what: string) => {
    const span = places.value(["lines", id, "vat", part]);
    engine.define({
      name: `${name}.${part}`,
      label: `${source.label}, ${what}`,
      decimals: writtenDecimals(quantity),
      origin: span,
      make: () => readShare(engine, quantity, span, `The ${what} of ${source.label}`),
    });
  };
  typed("rate", vat.rate, "VAT rate");
  if (vat.recoverable) typed("recoverable", vat.recoverable, "recovered share of VAT");
  engine.define({
    name,
    label: `${source.label}, VAT that is not recovered`,
    decimals: 1,
    origin: places.key(["lines", id, "vat"]),
    make: () =>
      engine.compute(
        vat.recoverable
          ? build.binary(
              "*",
              build.name(`${name}.rate`),
              build.binary("-", build.number("1"), build.name(`${name}.recoverable`)),
            )
          : build.name(`${name}.rate`),
        "%",
      ),
  });
}
