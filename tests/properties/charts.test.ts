import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chart } from "../../src/document/exhibit.ts";
import type { Scene, Words } from "../../src/exhibit/scene.ts";
import { chartDraw, chartFile, columnWidth } from "../support/chart-document.ts";
import { type DocxChart, docxCharts } from "../support/docx-charts.ts";
import { runs } from "../support/runs.ts";

const name = fc.stringMatching(/^[A-Z][a-z]{0,8}( [a-z]{1,7}){0,2}$/);
const numbers = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => n / 100 || 0),
  fc.double({ min: -500, max: 500, noNaN: true }).map((n) => n || 0),
  fc.constant(0),
);

/** As the program prints money in a chart: grouped, with a true minus, and a dash where there is nothing. */
const printed = (value: number | null, decimals: number, before: string): string => {
  if (value === null) return "–";
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${value < 0 ? "−" : ""}${before}${digits}`;
};

const charts: fc.Arbitrary<Chart> = fc
  .record({
    form: fc.constantFrom("bars", "grouped", "stacked", "histogram", "line"),
    unit: fc.constantFrom("£m", "£k", "posts"),
    categories: fc.uniqueArray(name, { minLength: 1, maxLength: 12 }),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
    decimals: fc.integer({ min: 0, max: 2 }),
    before: fc.constantFrom("", "£"),
    seed: fc.array(fc.oneof({ weight: 8, arbitrary: numbers }, { weight: 1, arbitrary: fc.constant(null) }), {
      minLength: 96,
      maxLength: 96,
    }),
  })
  .map(({ form, unit, categories, names, decimals, before, seed }): Chart => {
    const several = form === "bars" ? names.slice(0, 1) : names;
    const series = several.map((series, s) => {
      const own = categories.map((_, i) => seed[s * 12 + i] ?? null);
      const values = form === "bars" || form === "grouped" ? own.map((v) => v ?? 1) : own;
      return { name: series, values, labels: values.map((v) => printed(v, decimals, before)) };
    });
    const isSummed = form === "stacked" && series.every((s) => s.values.every((v) => (v ?? 0) >= 0));
    const sum = (i: number): number => series.reduce((total, s) => total + (s.values[i] ?? 0), 0);
    const sums = categories.map((_, i) => printed(sum(i), decimals, before));
    return { type: "chart", form, unit, categories, series, ...(isSummed ? { sums } : {}) };
  });

/** Words of a drawing; the numbers along its value axis are those in grey, as the unit is, which stands first. */
function drawnWords({ shapes }: Scene, unit: string): readonly string[] {
  const all = shapes.filter((shape): shape is Words => shape.type === "words");
  const grey = all[0]?.value === unit ? all[0].fill : undefined;
  const ticks = new Set(all.filter((w) => w.anchor === "end" && !w.bold && w.fill === grey));
  return all.filter((w) => !ticks.has(w)).flatMap((w) => w.value.split(/\s+/).filter((word) => word !== ""));
}

test("Word's own chart says what the drawing says, and its workbook holds the values", async () => {
  const draw = await chartDraw();
  // Several charts a document: writing one takes most of the time.
  await fc.assert(
    fc.asyncProperty(fc.array(charts, { minLength: 5, maxLength: 8 }), async (contents) => {
      const hasPoints = ({ form, series }: Chart) =>
        form !== "line" || series.every((s) => s.values.some((v) => v !== null));
      const native = contents.filter(hasPoints);
      const found = docxCharts(await chartFile(contents));
      expect(found).toHaveLength(native.length);
      native.forEach((content, i) => {
        const one = found[i];
        if (one) expectSame(one, content, draw(content, columnWidth));
      });
    }),
    { numRuns: runs(12) },
  );
}, 60_000);

function expectSame(found: DocxChart, content: Chart, scene: Scene): void {
  // Labels and names in whatever order; letters, as a drawing may break a long word.
  const letters = (words: readonly string[]): string => [...words.join("")].sort().join("");
  expect(letters(found.words)).toBe(letters(drawnWords(scene, content.unit)));
  const [head = [], ...rows] = found.sheet;
  expect(head.slice(1, content.series.length + 1)).toEqual(content.series.map((s) => s.name));
  expect(rows.map((row) => row[0])).toEqual(content.categories);
  content.series.forEach(({ values }, s) => {
    expect(rows.map((row) => numberOf(row[s + 1]))).toEqual(values);
    expect(found.series[s]?.values.map(numberOf)).toEqual(values);
  });
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
