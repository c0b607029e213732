import { expect, test } from "vitest";
import { breakable } from "../../../src/render/docx/long-words.ts";

test.each([
  ["hub.rebuild.npsv is high", "hub.|rebuild.|npsv is high"],
  ["full-business-case/data/final.yaml, line 4", "full-business-case/data/final.yaml, line 4"],
  ["budget.revenue.funded in 2029/30", "budget.|revenue.|funded in 2029/30"],
  ["and/or", "and/or"],
  ["www.example.gov.uk/page", "www.example.gov.uk/page"],
  ["https://example.org/estates/list", "https://example.org/estates/list"],
  ["finance.lead@example.gov.uk", "finance.lead@example.gov.uk"],
  ["It costs £1,234.56 in 2026/27.", "It costs £1,234.56 in 2026/27."],
])("%j may break at its parts", (words, expected) => {
  expect(breakable(words).replaceAll("\u200b", "|")).toBe(expected);
});
