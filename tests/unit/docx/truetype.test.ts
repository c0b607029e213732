import { beforeAll, expect, test } from "vitest";
import { fonts } from "../../../src/cli/fonts.ts";
import { openFaces } from "../../../src/render/docx/faces.ts";
import { openTrueType, type TrueType } from "../../../src/render/docx/truetype.ts";

let face: TrueType;
beforeAll(async () => {
  face = openTrueType((await fonts()).regular);
});

const advances: readonly (readonly [string, number])[] = [
  ["a", 0.556],
  ["W", 0.944],
  ["1", 0.556],
  [" ", 0.278],
  ["—", 1],
];

test.each(advances)("the advance of %s is Arial's", (character, width) => {
  expect(face.advance(character.codePointAt(0) ?? 0)).toBeCloseTo(width, 3);
});

test("a character that is missing has no advance and no outline", () => {
  expect(face.advance(0x2611)).toBeUndefined();
  expect(face.outline(0x2611, 0, 0, 10)).toBe("");
});

test("outlines are closed paths above the baseline; a composite has all its parts", () => {
  const e = face.outline("e".codePointAt(0) ?? 0, 0, 0, 100);
  const accented = face.outline("é".codePointAt(0) ?? 0, 0, 0, 100);
  expect(e.match(/M/g)).toHaveLength(2);
  expect(accented.match(/M/g)).toHaveLength(3);
  const heights = [...e.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map((m) => Number(m[1]));
  expect(Math.min(...heights)).toBeLessThan(-50);
  expect(Math.max(...heights)).toBeLessThan(3);
});

test("a scene becomes a PNG whose words need no installed face", async () => {
  const { rasterise } = openFaces(await fonts());
  const words = { type: "words", x: 10, y: 20, size: 12, bold: false, fill: "#000000", anchor: "start" } as const;
  const one = rasterise({ width: 80, height: 30, shapes: [{ ...words, value: "£46.2m ☐" }] });
  const none = rasterise({ width: 80, height: 30, shapes: [{ ...words, value: "" }] });
  expect([...one.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect(one.length).toBeGreaterThan(none.length + 200);
});
