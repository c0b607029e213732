// Switching values: how far one line has to move before the preferred option is no longer worth the most.
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

/** An option that might draw level with the preferred one. */
interface Rival {
  readonly option: AppraisalOption;
  /** Net present value of the preferred option less its own. */
  readonly gap: Exact;
}

/** The other options, nearest first; empty while a value is not known. */
function rivalsOf(engine: Engine, shape: AppraisalShape): readonly Rival[] {
  const value = (option: string) => engine.value(optionName(shape, option, "npsv"));
  const own = value(shape.source.preferred);
  if (own.type !== "number") return [];
  return shape.options
    .flatMap((option): Rival[] => {
      const its = value(option.id);
      if (option.id === shape.source.preferred || its.type !== "number") return [];
      return [{ option, gap: own.exact.minus(its.exact) }];
    })
    .sort((a, b) => compare(a.gap, b.gap));
}

/** Lines that some option has. */
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

/** A line falls by its whole at most. */
const possible = (change: Exact): boolean => !change.lessThan(-1);

/** The change of a line at which a rival draws level; undefined where the line is worth the same in both. */
function changeFor(engine: Engine, shape: AppraisalShape, line: AppraisalLine, rival: Rival): Exact | undefined {
  const present = (option: string) => {
    if (!economicLines(shape, option).includes(line)) return exact(0);
    const value = engine.value(presentName(shape, option, line.id));
    return value.type === "number" ? value.exact : undefined;
  };
  const [own, its] = [present(shape.source.preferred), present(rival.option.id)];
  if (!own || !its || own.equals(its)) return undefined;
  const share = rival.gap.dividedBy(own.minus(its));
  return isCost(line) ? share : share.negated();
}

/**
 * The option that draws level first as a line moves: the one that needs the smallest possible change. Where an option is
 * worth more than the preferred one from the start, it is the best of them, with which the preferred one draws level.
 */
function firstLevel(engine: Engine, shape: AppraisalShape, line: AppraisalLine): Rival | undefined {
  const rivals = rivalsOf(engine, shape);
  const [nearest] = rivals;
  if (!nearest || nearest.gap.lessThan(0)) return nearest;
  let found: { readonly rival: Rival; readonly change: Exact } | undefined;
  for (const rival of rivals) {
    const change = changeFor(engine, shape, line, rival);
    if (!change) continue;
    const nearer = !found || compare(change.abs(), found.change.abs()) < 0;
    if (!found || (possible(change) === possible(found.change) ? nearer : possible(change))) found = { rival, change };
  }
  return found?.rival ?? nearest;
}

const noSwitch = "n/a, same in all";

/**
 * For a line whose present value differs by P between two options, the gap closes when it changes by gap ÷ P; a benefit
 * has to fall by as much as a cost has to rise. That is exact, since present values are linear in each line.
 */
function change(engine: Engine, shape: AppraisalShape, line: AppraisalLine): Made {
  const prefix = `${shape.id}.switching.${line.id}`;
  const difference = engine.value(`${prefix}.present`);
  if (difference.type !== "number") return { ...brokenMade, value: difference };
  if (difference.exact.isZero())
    return answer(
      { type: "words", words: noSwitch },
      `none, since ${prefix}.present is nothing: the line is worth the same in all options`,
      "",
      [`${prefix}.present`],
    );
  const share = build.binary("/", build.name(`${prefix}.gap`), build.name(`${prefix}.present`));
  return engine.compute(isCost(line) ? share : { type: "negative", of: share }, "%");
}

function nameLine(engine: Engine, shape: AppraisalShape, line: AppraisalLine): void {
  const prefix = `${shape.id}.switching.${line.id}`;
  const label = plainText(line.source.label);
  const { unit } = shape;
  const define = (part: string, words: string, decimals: number, make: () => Made) =>
    engine.define({ name: `${prefix}.${part}`, label: `${label}, ${words}`, decimals, origin: line.origin, make });
  define("against", "option that draws level first", 0, () => {
    const rival = firstLevel(engine, shape, line);
    if (!rival) return notKnown(engine, shape);
    const words = engine.value(`${prefix}.change`).type === "number" ? plainText(rival.option.title) : "–";
    return answer({ type: "words", words }, `the option that needs the smallest change of ${label}`, "", []);
  });
  define("gap", "difference in net present social value", moneyPlaces[unit], () => {
    const rival = firstLevel(engine, shape, line);
    return rival ? gapTo(engine, shape, rival) : notKnown(engine, shape);
  });
  define("present", "difference in present value", moneyPlaces[unit], () => {
    const rival = firstLevel(engine, shape, line);
    const difference = rival && presentGap(shape, line, rival.option.id);
    return difference ? engine.compute(difference, unit) : rival ? nothing : notKnown(engine, shape);
  });
  define("change", "change at which another option draws level", changeDecimals, () => change(engine, shape, line));
  define("total", "total before the change", moneyPlaces[unit], () => {
    const carrier = carrierOf(engine, shape, line);
    return carrier ? engine.compute(build.name(optionName(shape, carrier, line.id, "total")), unit) : nothing;
  });
  define("value", "switching value", moneyPlaces[unit], () => {
    const moved = engine.value(`${prefix}.change`);
    if (moved.type === "empty") return nothing;
    if (moved.type === "words") return answer(moved, `none, as for ${prefix}.change`, "", [`${prefix}.change`]);
    const factor = build.binary("+", build.number("1"), build.name(`${prefix}.change`));
    return engine.compute(build.binary("*", build.name(`${prefix}.total`), factor), unit);
  });
}

/** What stands for the gap while an option's value is open or does not apply. */
function notKnown(engine: Engine, shape: AppraisalShape): Made {
  const values = shape.options.map((o) => engine.value(optionName(shape, o.id, "npsv")));
  return values.some((v) => v.type === "broken") ? brokenMade : nothing;
}

const nothing: Made = { value: { type: "empty", empty: "n/a" }, derivation: { type: "typed" } };

/** Net present value of the preferred option less that of another. */
function gapTo(engine: Engine, shape: AppraisalShape, { option }: Rival): Made {
  const npsv = (id: string) => build.name(optionName(shape, id, "npsv"));
  return engine.compute(build.binary("-", npsv(shape.source.preferred), npsv(option.id)), shape.unit);
}

/** The option whose amounts of a line are shown: the preferred one, or the other where only that has it. */
function carrierOf(engine: Engine, shape: AppraisalShape, line: AppraisalLine): string | undefined {
  const { preferred } = shape.source;
  if (line.options.includes(preferred)) return preferred;
  const other = firstLevel(engine, shape, line)?.option.id;
  return other !== undefined && line.options.includes(other) ? other : undefined;
}

/** Names the gap to the next best, and for each line who draws level first, at which change, and its value then. */
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
      const [nearest] = rivalsOf(engine, shape);
      return nearest ? gapTo(engine, shape, nearest) : notKnown(engine, shape);
    },
  });
  for (const line of lines) nameLine(engine, shape, line);
  return () => {
    const [nearest] = rivalsOf(engine, shape);
    return nearest ? [switchingTable(engine, shape, lines, nearest.option)] : [];
  };
}

/** What a line has to change by; lines without a change have none. */
function changeOf(engine: Engine, shape: AppraisalShape, line: AppraisalLine): Exact | undefined {
  const value = engine.value(`${shape.id}.switching.${line.id}.change`);
  return value.type === "number" ? value.exact : undefined;
}

/** Lines by how little they have to change; then those that cannot change so far, and those that change nothing. */
function byChange(a: Exact | undefined, b: Exact | undefined): number {
  if (!a || !b) return Number(a === undefined) - Number(b === undefined);
  return Number(possible(b)) - Number(possible(a)) || compare(a.abs(), b.abs());
}

/** Lines by how little they have to change, the most critical first. */
function switchingTable(
  engine: Engine,
  shape: AppraisalShape,
  lines: readonly AppraisalLine[],
  next: AppraisalOption,
): GeneratedTable {
  const { id, unit, source, options } = shape;
  const preferred = options.find((o) => o.id === source.preferred);
  const sized = lines.map((line) => ({ line, change: changeOf(engine, shape, line) }));
  const ordered = [...sized].sort((a, b) => byChange(a.change, b.change));
  const beyond = sized.some(({ change }) => change && !possible(change));
  const gap = engine.figure(`${id}.switching.gap`);
  const behind = gap?.value.type === "number" && gap.value.exact.lessThan(0);
  const words = gap ? plainValue(gap.value, gap.decimals, engine.style) : "not known";
  const own = plainText(preferred?.title ?? source.preferred);
  const column = (key: string, label: string) => ({ key, label, unit });
  return {
    id: `${id}.switching-values`,
    kind: "switching-values",
    title: `${source.title}: switching values`,
    columns: [
      { key: "line", label: "Line", weight: 3 },
      { key: "kind", label: "Kind" },
      { key: "against", label: behind ? "Held against" : "Draws level first", weight: 2 },
      column("gap", "Difference in NPSV"),
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
            ["against", "gap", "present", "change", "total", "value"].map((part) => [
              part,
              { figure: `${id}.switching.${line.id}.${part}` },
            ]),
          ),
        },
        origin: line.origin,
      }),
    ),
    notes: [
      behind
        ? `${own} does not have the highest NPSV. It is held against ${plainText(next.title)}, which has; the gap is ${words}.`
        : `${own} against every other option. ${plainText(next.title)} is the next best by NPSV; the gap is ${words}.`,
      `Change needed = the ${behind ? "" : "smallest "}change of one line alone, in all its years and all options, at which ${behind ? "both have" : "another option has"} the same NPSV: difference in NPSV ÷ difference in present value between the two. The smallest change comes first. Switching value = the line's undiscounted total after that change.`,
      beyond ? "A fall of more than 100% cannot happen, so such a line alone does not change the order." : undefined,
    ],
    origin: shape.origin,
  };
}
