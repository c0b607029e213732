import { describe, expect, test } from "vitest";
import { lackingWords } from "../../../src/layout/lacking.ts";
import { measureWith, printable, stretches, widthOf } from "../../../src/layout/metrics.ts";
import { testFaces } from "../../support/faces.ts";

describe("text as it is measured and printed", () => {
  test.each([
    ["soft\u00adhyphen", "softhyphen"],
    ["zero\u200bwidth", "zerowidth"],
    ["\ufeffmark", "mark"],
    ["word\u2060joiner", "wordjoiner"],
    ["a\tb\nc\u2028d", "a b c d"],
    ["no\u00a0break", "no\u00a0break"],
    ["cafe\u0301", "café"],
    ["bell\u0007", "bell"],
  ])("%j prints as %j", (given, expected) => {
    expect(printable(given)).toBe(expected);
  });
});

describe("faces", () => {
  test("digits are tabular and a run is the sum of its advances", () => {
    const faces = testFaces();
    const one = widthOf(faces, "regular", "1", 10);
    expect(widthOf(faces, "regular", "0", 10)).toBeCloseTo(one);
    expect(widthOf(faces, "regular", "1111", 10)).toBeCloseTo(4 * one);
    expect(measureWith(faces)("11", 10, false)).toBeCloseTo(2 * one);
  });

  test("signs that the text face lacks come from the symbols, unknown ones are replaced", () => {
    const made = stretches(testFaces(), "bold", "a ☑ b 漢");
    expect(made.map((s) => [s.face, s.text])).toEqual([
      ["bold", "a "],
      ["symbols", "☑"],
      ["bold", " b \ufffd"],
    ]);
  });

  test.each([
    ["Plain – ☑ Łódź", []],
    ["In 横浜, and 横横.", ["横浜: 横浜", "横横: 横"]],
    ["「横浜」 (Yoko浜)", ["「横浜」: 「横浜」", "Yoko浜: 浜"]],
    ["横\u00a0浜", ["横: 横", "浜: 浜"]],
  ])("words with signs that no face has are told once a word: %s", (words, expected) => {
    const found = lackingWords(testFaces(), "regular", words);
    expect(found.map(({ word, signs }) => `${word}: ${signs.join("")}`)).toEqual(expected);
  });
});
