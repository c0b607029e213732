import { beforeAll, expect, test } from "vitest";
import { fonts } from "../../../src/cli/fonts.ts";
import type { Lettering } from "../../../src/exhibit/scene.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { openFaces } from "../../../src/layout/metrics.ts";
import { facesOf } from "../../../src/render/docx/faces.ts";

let letters: Lettering;
beforeAll(async () => {
  letters = lettering(openFaces(await fonts("arimo")));
});

const advances: readonly (readonly [string, number])[] = [
  ["a", 0.556],
  ["W", 0.944],
  ["1", 0.556],
  [" ", 0.278],
  ["—", 1],
];

test.each(advances)("the advance of %s is Arial's", (character, width) => {
  expect(letters.measure(character, 1, false)).toBeCloseTo(width, 3);
});

test("outlines are closed paths above the baseline; a composite has all its parts", () => {
  const e = letters.outline("e", 0, 0, 100, false);
  const accented = letters.outline("é", 0, 0, 100, false);
  expect(e.match(/M/g)).toHaveLength(2);
  expect(accented.match(/M/g)).toHaveLength(3);
  const heights = [...e.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map((m) => Number(m[1]));
  expect(Math.min(...heights)).toBeLessThan(-50);
  expect(Math.max(...heights)).toBeLessThan(3);
});

test("a scene becomes a PNG whose words need no installed face", () => {
  const { rasterise } = facesOf(letters);
  const words = { type: "words", x: 10, y: 20, size: 12, bold: false, fill: "#000000", anchor: "start" } as const;
  const one = rasterise({ width: 80, height: 30, shapes: [{ ...words, value: "£46.2m ☐" }] }, 0);
  const none = rasterise({ width: 80, height: 30, shapes: [{ ...words, value: "" }] }, 0);
  expect([...one.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect(one.length).toBeGreaterThan(none.length + 200);
});
