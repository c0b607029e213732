// What our own formats print, the checks read back.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmounts } from "../../src/check/amounts.ts";
import { money, percent, roundingWords } from "../../src/compute/numbers/format.ts";
import { convert, exact, halfUnit, moneyUnits, powerOfTen } from "../../src/compute/numbers/money.ts";

const style = { money: "£", rounding: "half-up" } as const;
const digits = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }));
const numbers = digits.map(([whole, places]) => exact(whole.toString()).times(powerOfTen(-places)));
const words = fc.constantFrom(undefined, ...roundingWords);
const frames = fc.constantFrom(["", ""], ["It costs ", "."], ["(", ")"], ["From ", ", later less"]);

test("an amount that a format printed is read back within rounding", () => {
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom(...moneyUnits),
      fc.constantFrom(...moneyUnits),
      fc.integer({ min: 0, max: 4 }),
      words,
      frames,
      (value, unit, as, places, word, [before, after]) => {
        const options = { as, places, ...(word ? { word } : {}) };
        const text = money({ type: "number", exact: value, unit }, options, style).text;
        const [literal, ...others] = readAmounts(`${before}${text}${after}`);
        expect(others).toEqual([]);
        const pounds = convert(value, unit, "£");
        const slack = halfUnit(places).times(convert(exact(1), as, "£"));
        expect(literal?.value.minus(pounds).abs().lessThanOrEqualTo(slack)).toBe(true);
        expect(text.endsWith(literal?.text ?? "?")).toBe(true);
        expect(literal?.slack.greaterThanOrEqualTo(slack)).toBe(true);
      },
    ),
  );
});

test("a percentage that a format printed is read back within rounding", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 4 }), words, frames, (value, places, word, [before, after]) => {
      const options = { places, ...(word ? { word } : {}) };
      const text = percent({ type: "number", exact: value, unit: "%" }, options, style).text;
      const [literal, ...others] = readAmounts(`${before}${text}${after}`);
      expect(others).toEqual([]);
      const slack = halfUnit(places + 2);
      expect(literal?.value.minus(value).abs().lessThanOrEqualTo(slack)).toBe(true);
    }),
  );
});

test("no text makes the reader throw or read outside itself", () => {
  const bits = fc.constantFrom(
    "£",
    "1",
    "12",
    ",000",
    ".5",
    "%",
    " per cent",
    "m",
    "k",
    " to ",
    "–",
    "-",
    "−",
    " and ",
    "bn",
    "x",
    " ",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
      const text = parts.join("");
      for (const { start, end, text: found } of readAmounts(text)) expect(text.slice(start, end)).toBe(found);
    }),
  );
});
