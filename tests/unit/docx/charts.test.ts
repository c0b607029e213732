import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import type { Chart, ExhibitContent } from "../../../src/document/exhibit.ts";
import { axisFormat, formatOf } from "../../../src/render/docx/charts-format.ts";
import { chartDocument, chartDraw, chartFile, columnWidth } from "../../support/chart-document.ts";
import { docxCharts, formatted } from "../../support/docx-charts.ts";
import { everyExhibit } from "../../support/exhibits.ts";

const chart = (
  form: Chart["form"],
  series: Readonly<Record<string, readonly (readonly [number | null, string])[]>>,
  more: Partial<Chart> = {},
): Chart => ({
  type: "chart",
  form,
  unit: "£m",
  categories: (Object.values(series)[0] ?? []).map((_, i) => `Year ${i + 1}`),
  series: Object.entries(series).map(([name, points]) => ({
    name,
    values: points.map(([value]) => value),
    labels: points.map(([, label]) => label),
  })),
  ...more,
});

const only = async (content: ExhibitContent) => docxCharts(await chartFile([content]))[0];

describe("which exhibits Word draws itself", () => {
  test.each(everyExhibit)("%s", async (_, content) => {
    const isNative = content.type === "chart" && !["area", "waterfall"].includes(content.form);
    expect(docxCharts(await chartFile([content]))).toHaveLength(isNative ? 1 : 0);
  });

  test("words in the place of a number have no bar to stand at", async () => {
    expect(
      await only(
        chart("bars", {
          Cost: [
            [1, "1"],
            [null, "TBC"],
          ],
        }),
      ),
    ).toBeUndefined();
    expect(
      await only(
        chart("bars", {
          Cost: [
            [1, "1"],
            [null, ""],
          ],
        }),
      ),
    ).toBeDefined();
  });

  test("a line without a value has no place for its name", async () => {
    expect(await only(chart("line", { Cost: [[1, "1"]], Income: [[null, "–"]] }))).toBeUndefined();
  });
});

describe("labels", () => {
  test("follow the cells where a number format prints the exhibit's words, and keep their own words elsewhere", async () => {
    const found = await only(
      chart("bars", {
        Cost: [
          [12.34, "£12.3m"],
          [-5, "−£5.0m"],
          [0, "nil"],
          [2.25, "£2.2m"],
        ],
      }),
    );
    expect(found?.series[0]?.labels).toEqual(["£12.3m", "−£5.0m", "nil", "£2.2m"]);
    expect(found?.xml).toContain(
      'formatCode="&quot;£&quot;#,##0.0&quot;m&quot;;&quot;−&quot;&quot;£&quot;#,##0.0&quot;m&quot;"',
    );
    // 2.25 is halfway, so the words say how the exhibit rounds it.
    expect([...(found?.xml.matchAll(/<a:t>([^<]*)</g) ?? [])].map((m) => m[1])).toEqual(["nil", "£2.2m", "£m"]);
  });

  test("name the series at each of several bars, and at the end of a line; stacks have a key", async () => {
    const two = {
      Cost: [
        [1, "1"],
        [3, "3"],
      ],
      Income: [
        [2, "2"],
        [9, "9"],
      ],
    } as const;
    expect((await only(chart("grouped", two)))?.series[1]?.labels).toEqual(["Income  2", "Income  9"]);
    expect((await only(chart("line", two)))?.series[1]?.labels).toEqual(["2", "Income\n9"]);
    const stacked = await only(chart("stacked", two, { sums: ["3", "12"] }));
    expect(stacked?.xml).toContain("<c:legend>");
    expect(stacked?.series.map((s) => s.name)).toEqual(["Cost", "Income", "Total"]);
    expect(stacked?.series[2]?.labels).toEqual(["3", "12"]);
  });

  test("are left out where the drawing leaves them out", async () => {
    const same = {
      Cost: [
        [5, "5"],
        [6, "6"],
      ],
      Income: [
        [5, "5"],
        [2, "2"],
      ],
    } as const;
    expect((await only(chart("line", same)))?.series[1]?.labels).toEqual([undefined, "Income\n2"]);
    const thin = { Cost: [[1, "1"]], Income: [[900, "900"]] } as const;
    expect((await only(chart("stacked", thin)))?.series[0]?.labels).toEqual([undefined]);
  });
});

test("the workbook holds the exact values, and sums that follow them", async () => {
  const bytes = await chartFile([
    chart(
      "stacked",
      {
        Cost: [
          [0.1, "0.1"],
          [1234.5678, "1,234.6"],
        ],
        Income: [
          [0.2, "0.2"],
          [null, "–"],
        ],
      },
      { sums: ["0.3", "1,234.6"] },
    ),
  ]);
  expect(docxCharts(bytes)[0]?.sheet).toEqual([
    [undefined, "Cost", "Income", "Total"],
    ["Year 1", "0.1", "0.2", "0.3"],
    ["Year 2", "1234.5678", undefined, "1234.5678"],
  ]);
  const book = unzipSync(unzipSync(bytes)["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"] ?? new Uint8Array());
  expect(strFromU8(book["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain("<f>SUM(B2:C2)</f>");
});

test("a chart is as large as its drawing and says the same in words", async () => {
  const content = chart("bars", {
    Cost: [
      [1, "1"],
      [2, "2"],
    ],
  });
  const bytes = await chartFile([content]);
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const { width, height } = (await chartDraw())(content, columnWidth);
  const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
  expect(Number(cx) / 12700).toBeCloseTo(width, 0);
  expect(Number(cy) / 12700).toBeCloseTo(height, 0);
  expect(docxCharts(bytes)[0]?.alt).toBe("Exhibit 1");
});

test("charts have the theme's colours and face", async () => {
  const found = await only(chart("grouped", { Cost: [[1, "1"]], Income: [[2, "2"]] }));
  expect(
    [...(found?.xml.matchAll(/<c:ser>.*?<c:spPr><a:solidFill><a:schemeClr val="(\w+)"/gs) ?? [])].map((m) => m[1]),
  ).toEqual(["accent1", "accent2"]);
  expect(new Set([...(found?.xml.matchAll(/<a:latin typeface="([^"]*)"/g) ?? [])].map((m) => m[1]))).toEqual(
    new Set(["+mn-lt"]),
  );
});

test("the same charts have the same bytes at another time", async () => {
  const contents = everyExhibit.map(([, content]) => content).filter((content) => content.type === "chart");
  const first = await chartFile(contents);
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  try {
    expect(Buffer.compare(await chartFile(contents), first)).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  [["1,234", "56"], '#,##0;"−"#,##0'],
  [["1234.50"], '0.00;"−"0.00'],
  [["12%", "−3%"], '#,##0"%";"−"#,##0"%"'],
  [["£30k", "nil"], '"£"#,##0"k";"−""£"#,##0"k"'],
  [["TBC"], undefined],
  [["(5)"], '"("#,##0")";"−""("#,##0")"'],
])("labels %j are printed by %s", (labels, code) => {
  expect(formatOf(labels)?.code).toBe(code);
});

test.each([
  [[0, 20, 40], "20"],
  [[0, 0.5, 1], "0.5"],
  [[-2000, 0], "−2,000"],
])("the axis with %j prints %s", (ticks, printed) => {
  const value = ticks.find((t) => t !== 0) ?? 0;
  expect(formatted(value, axisFormat(ticks))).toBe(printed);
});

test("documents without charts have none", async () => {
  expect(chartDocument([]).sections).toHaveLength(1);
  expect(docxCharts(await chartFile([]))).toEqual([]);
});
