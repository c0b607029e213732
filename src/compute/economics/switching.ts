// Switching values: how far one line has to move before the preferred option and the next best are worth the same.
import { brokenMade, type Engine, type Made } from "../engine/engine.ts";
import { build, type Expression } from "../formula/expression.ts";
import { moneyPlaces, plainValue } from "../numbers/format.ts";
import { compare, type Exact, exact } from "../numbers/money.ts";
import { answer } from "../registers/ranking.ts";
import type { GeneratedRow, GeneratedTable } from "../tables/generated.ts";
import { plainText } from "../tables/rows.ts";
import { economicLines, isCost, presentName } from "./results.ts";
import { type AppraisalLine, type AppraisalOption, type AppraisalShape, optionName } from "./shape.ts";

const changeDecimals = 1;

/** The best by net present social value of the options that are not preferred; undefined while that is not known. */
function nextBest(engine: Engine, shape: AppraisalShape): AppraisalOption | undefined {
  let found: { readonly option: AppraisalOption; readonly exact: Exact } | undefined;
  for (const option of shape.options) {
    if (option.id === shape.source.preferred) continue;
    const value = engine.value(optionName(shape, option.id, "npsv"));
    if (value.type === "number" && (!found || compare(value.exact, found.exact) > 0))
      found = { option, exact: value.exact };
  }
  return found?.option;
}

/** Lines of the preferred option and of any other, each once. */
function linesInPlay(shape: AppraisalShape): readonly AppraisalLine[] {
  return shape.lines.filter((line) => line.economic && line.options.length > 0);
}

/** Present value of a line in the preferred option less that in the other; undefined where neither has it. */
function presentGap(shape: AppraisalShape, line: AppraisalLine, other: string): Expression | undefined {
  const [own, its] = [shape.source.preferred, other].map((option) =>
    economicLines(shape, option).includes(line) ? build.name(presentName(shape, option, line.id)) : undefined,
  );
  if (own && its) return build.binary("-", own, its);
  return own ?? (its && { type: "negative", of: its });
}

const noSwitch = "n/a, same in both";

/**
 * For a line whose present value differs by P between the two options, the gap closes when it changes by gap ÷ P; a
 * benefit has to fall by as much as a cost has to rise. That is exact, since present values are linear in each line.
 */
function change(engine: Engine, shape: AppraisalShape, line: AppraisalLine): Made {
  const prefix = `${shape.id}.switching`;
  const gap = `${prefix}.gap`;
  const present = `${prefix}.${line.id}.present`;
  const difference = engine.value(present);
  if (difference.type !== "number") return { ...brokenMade, value: difference };
  if (difference.exact.isZero())
    return answer(
      { type: "words", words: noSwitch },
      `none, since ${present} is nothing: the line is worth the same in both options`,
      "",
      [present],
    );
  const share = build.binary("/", build.name(gap), build.name(present));
  return engine.compute(isCost(line) ? share : { type: "negative", of: share }, "%");
}

function nameLine(engine: Engine, shape: AppraisalShape, line: AppraisalLine): void {
  const prefix = `${shape.id}.switching.${line.id}`;
  const label = plainText(line.source.label);
  const { unit } = shape;
  const define = (part: string, words: string, decimals: number, make: () => Made) =>
    engine.define({ name: `${prefix}.${part}`, label: `${label}, ${words}`, decimals, origin: line.origin, make });
  define("present", "difference in present value", moneyPlaces[unit], () => {
    const other = nextBest(engine, shape);
    const difference = other && presentGap(shape, line, other.id);
    return difference ? engine.compute(difference, unit) : other ? nothing : brokenMade;
  });
  define("change", "change that closes the gap", changeDecimals, () => change(engine, shape, line));
  define("total", "total before the change", moneyPlaces[unit], () => {
    const carrier = carrierOf(engine, shape, line);
    return carrier ? engine.compute(build.name(optionName(shape, carrier, line.id, "total")), unit) : nothing;
  });
  define("value", "switching value", moneyPlaces[unit], () => {
    const moved = engine.value(`${prefix}.change`);
    if (moved.type === "words") return answer(moved, `none, as for ${prefix}.change`, "", [`${prefix}.change`]);
    const factor = build.binary("+", build.number("1"), build.name(`${prefix}.change`));
    return engine.compute(build.binary("*", build.name(`${prefix}.total`), factor), unit);
  });
}

const nothing: Made = { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } };

/** The option whose amounts of a line are shown: the preferred one, or the other where only that has it. */
function carrierOf(engine: Engine, shape: AppraisalShape, line: AppraisalLine): string | undefined {
  const { preferred } = shape.source;
  if (line.options.includes(preferred)) return preferred;
  const other = nextBest(engine, shape)?.id;
  return other !== undefined && line.options.includes(other) ? other : undefined;
}

/** Names the gap, and for each line its difference in present value, the change that closes the gap, and its value then. */
export function nameSwitching(engine: Engine, shape: AppraisalShape): () => readonly GeneratedTable[] {
  const { id, source, options, unit } = shape;
  if (options.length < 2 || !options.some((o) => o.id === source.preferred)) return () => [];
  const lines = linesInPlay(shape);
  engine.define({
    name: `${id}.switching.gap`,
    label: "Net present social value of the preferred option less that of the next best",
    decimals: moneyPlaces[unit],
    origin: shape.origin,
    make: () => {
      const other = nextBest(engine, shape);
      if (!other) return brokenMade;
      const [own, its] = [source.preferred, other.id].map((o) => build.name(optionName(shape, o, "npsv")));
      return own && its ? engine.compute(build.binary("-", own, its), unit) : brokenMade;
    },
  });
  for (const line of lines) nameLine(engine, shape, line);
  return () => {
    const other = nextBest(engine, shape);
    return other ? [switchingTable(engine, shape, lines, other)] : [];
  };
}

/** The size of a change, to order by; lines without one come last. */
function sizeOf(engine: Engine, shape: AppraisalShape, line: AppraisalLine): Exact | undefined {
  const value = engine.value(`${shape.id}.switching.${line.id}.change`);
  return value.type === "number" ? value.exact.abs() : undefined;
}

/** Lines by how little they have to change, the most critical first. */
function switchingTable(
  engine: Engine,
  shape: AppraisalShape,
  lines: readonly AppraisalLine[],
  other: AppraisalOption,
): GeneratedTable {
  const { id, unit, source, options } = shape;
  const preferred = options.find((o) => o.id === source.preferred);
  const sized = lines
    .filter((line) => [source.preferred, other.id].some((o) => line.options.includes(o)))
    .map((line) => ({ line, size: sizeOf(engine, shape, line) }));
  const ordered = [...sized].sort((a, b) =>
    a.size && b.size ? compare(a.size, b.size) : Number(a.size === undefined) - Number(b.size === undefined),
  );
  const beyond = sized.some(({ line }) => {
    const value = engine.value(`${id}.switching.${line.id}.change`);
    return value.type === "number" && value.exact.lessThan(exact(-1));
  });
  const gap = engine.figure(`${id}.switching.gap`);
  const column = (key: string, label: string) => ({ key, label, unit });
  return {
    id: `${id}.switching-values`,
    kind: "switching-values",
    title: `${source.title}: switching values`,
    columns: [
      { key: "line", label: "Line", weight: 3 },
      { key: "kind", label: "Kind" },
      column("present", "Difference in present value"),
      { key: "change", label: "Change needed", unit: "%", decimals: changeDecimals },
      column("total", "Total in the base case"),
      column("value", "Switching value"),
    ],
    rows: ordered.map(
      ({ line }): GeneratedRow => ({
        kind: "body",
        id: line.id,
        cells: {
          line: { markdown: line.source.label },
          kind: { markdown: line.source.kind },
          ...Object.fromEntries(
            ["present", "change", "total", "value"].map((part) => [
              part,
              { figure: `${id}.switching.${line.id}.${part}` },
            ]),
          ),
        },
        origin: line.origin,
      }),
    ),
    notes: [
      `${plainText(preferred?.title ?? source.preferred)} against ${plainText(other.title)}, the next best by NPSV; the gap is ${gap ? plainValue(gap.value, gap.decimals, engine.style) : "not known"}.`,
      "Change needed = the change of one line alone, in all its years and both options, at which both have the same NPSV: gap ÷ difference in present value. The smallest change comes first. Switching value = the line's undiscounted total after that change.",
      beyond ? "A fall of more than 100% cannot happen, so such a line alone does not change the order." : undefined,
    ],
    origin: shape.origin,
  };
}
