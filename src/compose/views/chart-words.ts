// A chart said in words: kind, axes, points or their extremes, and the total, for readers who cannot see it.
import { type Exact, zero } from "../../compute/numbers/money.ts";
import type { Chart } from "../../document/exhibit.ts";
import type { Point, Points } from "./chart-data.ts";
import { capital, joined, sentence } from "./parts.ts";

const kindWords: Readonly<Record<Chart["form"], string>> = {
  bars: "A bar chart",
  grouped: "A grouped bar chart",
  stacked: "A chart of stacked columns",
  histogram: "A histogram of stacked columns",
  line: "A line chart",
  area: "An area chart",
  waterfall: "A waterfall chart",
};

/** Above this many points a series is told by its ends and extremes. */
const mostTold = 12;

/** The text alternative of a chart. */
export function chartWords(chart: Chart, points: Points, title: string): string {
  const unit = chart.unit === "" ? "" : `, in ${chart.unit}`;
  const by = points.axis === "" ? "" : `, by ${points.axis.slice(0, 1).toLowerCase()}${points.axis.slice(1)}`;
  const head = `${kindWords[chart.form]} of ${title.replace(/[.]$/, "")}${unit}${by}.`;
  if (chart.form === "waterfall") return `${head} ${waterfallWords(chart)}`;
  const one = points.series.length === 1;
  const series = points.series.map(({ name, points: list }) => {
    const told = seriesWords(list, chart, points);
    return sentence(one ? capital(told) : `${name}: ${told}`);
  });
  return [head, ...series, ...sumWords(chart, points)].join(" ");
}

function waterfallWords(chart: Chart): string {
  const labels = chart.series[0]?.labels ?? [];
  const parts = chart.categories.map((c, i) =>
    chart.levels?.[i] ? `${i === 0 ? "from " : "to "}${c} ${labels[i] ?? ""}` : `${c} ${labels[i] ?? ""}`,
  );
  return sentence(capital(parts.join(", ")));
}

function seriesWords(list: readonly Point[], chart: Chart, points: Points): string {
  const at = (i: number) => `${chart.categories[i] ?? ""} ${list[i]?.label ?? ""}`;
  const told = list.length <= mostTold ? joined(list.map((_, i) => at(i))) : `from ${at(0)} to ${at(list.length - 1)}`;
  const known = list.flatMap(({ value }, i) => (value === null ? [] : [{ value, i }]));
  const highest = known.reduce((best, p) => (best?.value.gte(p.value) ? best : p), known[0]);
  const lowest = known.reduce((best, p) => (best?.value.lte(p.value) ? best : p), known[0]);
  const differ = highest && lowest && known.length > 2 && highest.value.gt(lowest.value);
  const ends = differ ? `; highest ${at(highest.i)}, lowest ${at(lowest.i)}` : "";
  const total = points.isAdditive && chart.form !== "line" && known.length > 1 ? sumOf(list) : undefined;
  return `${told}${ends}${total ? `; total ${points.print(total)}` : ""}`;
}

/** The highest column of those that have sums. */
function sumWords(chart: Chart, points: Points): readonly string[] {
  const { sums } = chart;
  if (!sums || chart.series.length < 2) return [];
  const columns = chart.categories.map((_, i) => sumOf(points.series.flatMap((s) => s.points[i] ?? [])));
  const top = columns.reduce((best, sum, i) => (sum.gt(columns[best] ?? sum) ? i : best), 0);
  return [`The most together is ${sums[top] ?? ""}, at ${chart.categories[top] ?? ""}.`];
}

/** Sum of what is known. */
export function sumOf(list: readonly Point[]): Exact {
  return list.reduce((sum, { value }) => (value === null ? sum : sum.plus(value)), zero);
}
