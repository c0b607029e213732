import { expect, test } from "vitest";
import { apply, hunks } from "../../../src/diff/hunks.ts";
import { joinWords, wordsOf } from "../../../src/diff/words.ts";

test("amounts, dates, years and ids stay whole; punctuation stands by itself", () => {
  expect(wordsOf(["On 28 January 2014, £1.2m (5%) of 2014/15 went to R17."])).toEqual([
    "On",
    "28 January 2014",
    ",",
    "£1.2m",
    "(",
    "5%",
    ")",
    "of",
    "2014/15",
    "went",
    "to",
    "R17",
    ".",
    "¶",
  ]);
  expect(wordsOf(["“Care”, −£3,000; 6–7 November 2014"])).toEqual([
    "“",
    "Care",
    "”",
    ",",
    "−£3,000",
    ";",
    "6–7 November 2014",
    "¶",
  ]);
});

test("a changed amount is one word out and one in, with the words round it", () => {
  const before = wordsOf(["The rebuilding costs £1.2m in all.", "Second."]);
  const after = wordsOf(["The rebuilding costs £1.3m in all.", "Second."]);
  expect(hunks(before, after)).toEqual([
    {
      at: 3,
      out: ["£1.2m"],
      in: ["£1.3m"],
      before: ["The", "rebuilding", "costs"],
      after: ["in", "all", "."],
    },
  ]);
});

test("a paragraph put between others is one hunk", () => {
  const before = wordsOf(["One two three.", "Seven eight nine."]);
  const after = wordsOf(["One two three.", "Four five six.", "Seven eight nine."]);
  const found = hunks(before, after);
  expect(found.map((h) => [h.out, joinWords(h.in)])).toEqual([[[], "Four five six. ¶"]]);
  expect(apply(before, found)).toEqual(after);
});

test("words that are nothing like the earlier ones take their place at once", () => {
  const many = (word: string) => [Array.from({ length: 1200 }, (_, i) => `${word}${i}`).join(" ")];
  const [before, after] = [wordsOf(many("a")), wordsOf(many("b"))];
  const found = hunks(before, after);
  expect(found).toHaveLength(1);
  expect(apply(before, found)).toEqual(after);
});
