import { expect, test } from "vitest";
import { runOn } from "../../../src/compose/views/notes.ts";
import { note } from "../../../src/compose/views/parts.ts";
import { paragraph } from "../../../src/document/build.ts";
import { plainText } from "../../../src/document/visit.ts";

const long = `${"word ".repeat(70)}.`;

test.each([
  [["One.", "Two.", "Three."], ["One. Two. Three."]],
  [["Prices of 2026/27", "Rounded."], ["Prices of 2026/27. Rounded."]],
  [["Is it (see below.)", "Yes."], ["Is it (see below.) Yes."]],
  [
    [long, "Short."],
    [long, "Short."],
  ],
  [
    ["Short.", long, "One.", "Two."],
    ["Short.", long, "One. Two."],
  ],
  [[], []],
])("%j", (notes, expected) => {
  expect(runOn(notes.map(note)).map((n) => plainText(n.children))).toEqual(expected);
});

test("a source stands by itself", () => {
  const made = runOn([note("One."), paragraph("Source: a", "source"), note("Two.")]);
  expect(made.map((n) => [n.role, plainText(n.children)])).toEqual([
    ["note", "One."],
    ["source", "Source: a"],
    ["note", "Two."],
  ]);
});
