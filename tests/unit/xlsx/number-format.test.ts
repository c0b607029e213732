import { expect, test } from "vitest";
import { numberFormat, reaches, type Shown } from "../../../src/render/xlsx/number-format.ts";

const shown = (held: string, as: string, decimals: number, more: Partial<Shown> = {}): Shown => ({
  held,
  as,
  decimals,
  withUnit: false,
  ...more,
});

test.each<[string, Shown, string]>([
  ["whole pounds", shown("£", "£", 0), '#,##0;"−"#,##0'],
  ["pounds shown in thousands", shown("£", "£k", 0), '#,##0,;"−"#,##0,'],
  ["pounds shown in millions", shown("£", "£m", 1), '#,##0.0,,;"−"#,##0.0,,'],
  ["thousands shown in millions", shown("£k", "£m", 2), '#,##0.00,;"−"#,##0.00,'],
  ["millions that cannot be shown in pounds", shown("£m", "£", 0), '#,##0.000000;"−"#,##0.000000'],
  ["percentages", shown("%", "%", 1), '#,##0.0%;"−"#,##0.0%'],
  ["a plain number shown as a percentage", shown("number", "%", 0), '#,##0%;"−"#,##0%'],
  ["a plain number", shown("number", "number", 2), '#,##0.00;"−"#,##0.00'],
  ["a prefix", shown("£", "£", 0, { prefix: "c." }), '"c."#,##0;"c.""−"#,##0'],
  ["money with its unit", shown("£", "£m", 1, { withUnit: true }), '"£"#,##0.0,,"m";"−""£"#,##0.0,,"m"'],
  ["another unit with it", shown("days", "days", 0, { withUnit: true }), '#,##0"\u00a0days";"−"#,##0"\u00a0days"'],
  ["a quote in a unit", shown('a"b', 'a"b', 0, { withUnit: true }), '#,##0"\u00a0ab";"−"#,##0"\u00a0ab"'],
])("%s", (_, asked, code) => {
  expect(numberFormat(asked)).toBe(code);
});

test("a format divides by thousands and never multiplies", () => {
  expect([reaches("£", "£m"), reaches("£k", "£k"), reaches("£m", "£k"), reaches("%", "%")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test("a format keeps within 255 characters whatever is to stand in it", () => {
  const long = numberFormat(shown("w".repeat(300), "w".repeat(300), 20, { withUnit: true, prefix: "p".repeat(300) }));
  expect(long.length).toBeLessThanOrEqual(255);
});
