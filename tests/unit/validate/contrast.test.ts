import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Theme } from "../../../schemas/house.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { parseYaml } from "../../../src/parse/yaml.ts";
import { position } from "../../../src/source.ts";
import { contrast, leastContrast, printedPairs } from "../../../src/validate/contrast.ts";
import { composed } from "../compose/small.ts";

const folder = join(import.meta.dirname, "../../../templates/themes");
const file = "templates/themes/council.yaml";
const council = readFileSync(join(folder, "council.yaml"), "utf8");

/** `line:column code` of what a theme's text raises when a programme uses it, and the messages. */
function found(text: string): readonly string[] {
  const { diagnostics } = composed({ body: "# One\n\nText.\n", files: { [file]: text } });
  return diagnostics
    .filter((d: Diagnostic) => d.span?.file === file)
    .map((d) => {
      const { line, column } = position({ file, text }, d.span?.start ?? 0);
      return `${line}:${column} ${d.code} ${d.message}`;
    });
}

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#767676", "#ffffff", 4.54],
  ["#0000ff", "#ffffff", 8.59],
])("contrast of %s and %s is %d", (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  expect(contrast(b, a)).toBeCloseTo(ratio, 2);
});

describe.each(readdirSync(folder))("the shipped theme %s", (name) => {
  const theme = Theme.parse(
    parseYaml({ file: name, text: readFileSync(join(folder, name), "utf8"), at: 0 }).value.value,
  );

  test("is called like its file", () => {
    expect(`${theme.name}.yaml`).toBe(name);
  });

  test("prints no words that are hard to read", () => {
    const pairs = printedPairs(theme);
    expect(pairs.length).toBeGreaterThan(20);
    expect(pairs.filter(({ colour, on }) => contrast(colour, on) < leastContrast)).toEqual([]);
  });

  test("has marks of drawings and ratings that stand out from paper", () => {
    const marks = [
      theme.colours.accent,
      ...Object.values(theme.colours.ratings).map((r) => r.border),
      ...theme.colours.series,
    ];
    expect(marks.filter((colour) => contrast(colour, "#ffffff") < 3)).toEqual([]);
  });

  test("has no text below 9.5 points", () => {
    expect(Math.min(theme.body.size, theme.small.size, theme.table.smallest)).toBeGreaterThanOrEqual(9.5);
  });
});

test("words that are hard to read are told at their colour", () => {
  expect(found(council)).toEqual([]);
  expect(found(council.replace('quiet: "#505a5f"', 'quiet: "#8a9499"'))).toEqual([
    '23:10 template/contrast Words in "quiet" on "tint" have a contrast of 2.64 to 1; they need 4.5 to 1.',
  ]);
  expect(found(council.replace('accent: "#0b3c5d"', 'accent: "#e0b000"'))).toEqual([
    '24:11 template/contrast Words in "accent" on paper have a contrast of 2.02 to 1; they need 4.5 to 1.',
  ]);
  const striped = council.replace(/(table: \{.*?) \}/, '$1, stripes: "#bcc3c6" }');
  expect(found(striped)).toEqual([
    '23:10 template/contrast Words in "quiet" on "table.stripes" have a contrast of 3.96 to 1; they need 4.5 to 1.',
  ]);
  const [rating, ...others] = found(council.replace('text: "#6b4208"', 'text: "#c98a2b"'));
  expect(rating).toMatch(/^\d+:\d+ template\/contrast Words in "ratings\.amber\.text" on "ratings\.amber\.fill" /);
  expect(others).toEqual([]);
});

test.each([
  ["{ text: arimo }", { text: "arimo", word: "Arial" }],
  ["{ text: carlito }", { text: "carlito", word: "Calibri" }],
  ["{ text: tinos }", { text: "tinos", word: "Times New Roman" }],
  ["{ text: arimo, word: Helvetica }", { text: "arimo", word: "Helvetica" }],
])("the face %s names Word's face of the same widths", (face, expected) => {
  const text = council.replace(/face: \{.*\}/, `face: ${face}`);
  expect(Theme.parse(parseYaml({ file, text, at: 0 }).value.value).face).toEqual(expected);
});

test("a face that is not shipped is none", () => {
  const { value } = parseYaml({ file, text: council.replace("text: arimo", "text: comic"), at: 0 }).value;
  expect(Theme.safeParse(value).error?.issues.map((issue) => issue.path)).toEqual([["face", "text"]]);
});
