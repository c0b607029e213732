// Option appraisals as both halves of the economic core see them: years, options and the lines that count.
import type { DataFile } from "../../../schemas/data.ts";
import type { Line, OptionAppraisal } from "../../../schemas/finance.ts";
import type { Conventions } from "../../../schemas/programme.ts";
import { isFinancialYear } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import { isMoney, type MoneyUnit } from "../numbers/money.ts";
import { firstYear, yearsBetween } from "../numbers/years.ts";
import { plainText } from "../tables/rows.ts";

/** What naming economics needs besides the engine. */
export interface EconomicSurroundings {
  readonly places: Places;
  readonly conventions: Conventions | undefined;
  /** Places of programme.yaml. */
  readonly programme: Places;
  /** Names of the organisations by id. */
  readonly organisations: ReadonlyMap<string, string>;
  /** True for an entry (`lines.roof`) or register that was written but could not be read; it was reported. */
  readonly leftOut: (name: string) => boolean;
}

/** The registers as read, and what is around them. */
export interface EconomicInputs {
  readonly data: DataFile;
  readonly around: EconomicSurroundings;
}

/** A year of an appraisal; `index` counts years after the base year, which is year 0. */
export interface AppraisalYear {
  readonly year: string;
  readonly index: number;
}

export interface AppraisalOption {
  readonly id: string;
  /** Markdown. */
  readonly title: string;
}

/** A line that counts in an appraisal. */
export interface AppraisalLine {
  readonly id: string;
  readonly source: Line;
  /** Options that have it, in the order of the options register. */
  readonly options: readonly string[];
  /** True in the economic view: a resource, neither transfer nor sunk nor financing. Its amounts are `a.o.<l>.<y>`. */
  readonly economic: boolean;
  /** True in the financial view: money that moves. Its amounts are `a.o.cash.<l>.<y>`. */
  readonly cash: boolean;
  /** The line's id, followed by the option's where that has amounts of its own: what was typed is `lines.<key>.<y>`. */
  readonly key: (option: string) => string;
  readonly origin: Span | undefined;
}

/**
 * One appraisal of options. Figures that the input side names and the results side builds on, in `unit`:
 * `a.o.<l>.<y>` and `.total` for each line that is `economic`; `a.o.costs|benefits|net.<y>` and `.total` (net is
 * benefits less costs, income counts as a benefit); `a.o.cash.<l>.<y>`, `a.o.capital|revenue.<y>` and totals.
 */
export interface AppraisalShape {
  readonly id: string;
  readonly source: OptionAppraisal;
  readonly unit: MoneyUnit;
  /** In order, without a gap. */
  readonly years: readonly AppraisalYear[];
  /** Year 0 and price base. */
  readonly base: string;
  /** In the order of the options register. */
  readonly options: readonly AppraisalOption[];
  /** In the order of the lines register. */
  readonly lines: readonly AppraisalLine[];
  readonly places: Places;
  readonly origin: Span | undefined;
}

/** Where a year's or total's figure of an option stands: `a.o.costs.2026/27`, `a.o.npsv`. */
export function optionName(shape: AppraisalShape, option: string, ...rest: readonly string[]): string {
  return [shape.id, option, ...rest].join(".");
}

/** Lines that an option has. */
export function linesOf(shape: AppraisalShape, option: string): readonly AppraisalLine[] {
  return shape.lines.filter((line) => line.options.includes(option));
}

/** Last words of names below an option that are no line's: a line of that name would be taken for one of them. */
const optionWords: ReadonlySet<string> = new Set(
  (
    "costs benefits net present pv-costs pv-benefits npsv npc bcr roi discounted-roi irr eac payback discounted-payback " +
    "incremental-npsv incremental-bcr rank cash capital revenue reconciliation shares sensitivity scenarios total"
  ).split(" "),
);

/** Words below an appraisal that are no option's. */
const appraisalWords: ReadonlySet<string> = new Set(
  "factor rate annuity real nominal sensitivity switching scenarios lines total annual phase vat shares".split(" "),
);

/** Years of a span; one that is no span is reported, and its years are read as well as they can be. */
export function yearsOfSpan(engine: Engine, span: string, at: Span | undefined): readonly string[] {
  const [from = "", to = ""] = span.split(" to ");
  const backwards = firstYear(to) < firstYear(from);
  if (!isFinancialYear(from) || !isFinancialYear(to) || backwards)
    engine.problems.push(report("figure/year-span", at, { written: span }));
  return backwards ? yearsBetween(to, from) : yearsBetween(from, to);
}

function shapeLine(id: string, source: Line, options: readonly AppraisalOption[], places: Places): AppraisalLine {
  const own = source["by-option"] ?? {};
  return {
    id,
    source,
    options: options.map((o) => o.id).filter((o) => source.options?.includes(o) ?? true),
    economic: (source.nature ?? "resource") === "resource",
    cash: source.class !== "non-cash-releasing" && source.class !== "societal",
    key: (option) => (Object.hasOwn(own, option) ? `${id}.${option}` : id),
    origin: places.key(["lines", id]),
  };
}

/** Year 0: the appraisal's own, else the programme's, else its first year. Years before it are reported. */
function baseOf(engine: Engine, id: string, source: OptionAppraisal, first: string, around: EconomicSurroundings) {
  const { conventions, places } = around;
  const wanted = source.base ?? conventions?.discounting?.base ?? first;
  const late = firstYear(first) < firstYear(wanted);
  const base = late ? first : wanted;
  const at = (key: "base" | "years") => places.value(["option-appraisals", id, key]);
  if (late)
    engine.problems.push(report("figure/appraisal-base", at("base") ?? at("years"), { year: first, base: wanted }));
  const prices = conventions?.["price-base"];
  if (prices !== undefined && prices !== base)
    engine.problems.push(
      report("figure/price-base-differs", at("base") ?? at("years"), { title: plainText(source.title), base, prices }),
    );
  return base;
}

function shapeAppraisal(
  engine: Engine,
  data: DataFile,
  id: string,
  source: OptionAppraisal,
  around: EconomicSurroundings,
): AppraisalShape {
  const { places } = around;
  const years = yearsOfSpan(engine, source.years, places.value(["option-appraisals", id, "years"]));
  const base = baseOf(engine, id, source, years[0] ?? "", around);
  const set = Object.hasOwn(data.options ?? {}, source.options) ? data.options?.[source.options] : undefined;
  const options = Object.entries(set?.options ?? {}).map(([option, o]) => ({ id: option, title: o.title }));
  for (const option of options)
    if (appraisalWords.has(option.id))
      engine.problems.push(
        report("figure/taken-name", places.key(["options", source.options, "options", option.id]), {
          what: "option",
          name: option.id,
          figure: `${id}.${option.id}`,
        }),
      );
  const lines = Object.entries(data.lines ?? {})
    .filter(([line]) => source.lines?.includes(line) ?? true)
    .map(([line, l]) => shapeLine(line, l, options, places))
    .filter((line) => line.options.length > 0);
  for (const line of lines)
    if (optionWords.has(line.id))
      engine.problems.push(
        report("figure/taken-name", line.origin, { what: "line", name: line.id, figure: `${id}.option.${line.id}` }),
      );
  return {
    id,
    source,
    unit: source.unit !== undefined && isMoney(source.unit) ? source.unit : engine.style.money,
    years: years.map((year) => ({ year, index: Math.max(0, firstYear(year) - firstYear(base)) })),
    base,
    options,
    lines: lines.filter((line) => !optionWords.has(line.id)),
    places,
    origin: places.key(["option-appraisals", id]),
  };
}

/** The appraisals of a programme. What they refer to and is not there was reported before, and is left out. */
export function shapeAppraisals(
  engine: Engine,
  data: DataFile,
  around: EconomicSurroundings,
): readonly AppraisalShape[] {
  return Object.entries(data["option-appraisals"] ?? {}).map(([id, source]) =>
    shapeAppraisal(engine, data, id, source, around),
  );
}
