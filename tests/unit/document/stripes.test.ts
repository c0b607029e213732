import { expect, test } from "vitest";
import type { Row } from "../../../src/document/document.ts";
import { isRuledBelow, stripesOf } from "../../../src/document/stripes.ts";

/** A row a letter; a digit after it says how many rows its longest cell covers. */
function rowsOf(short: string) {
  const kinds: Readonly<Record<string, Row["kind"]>> = {
    h: "header",
    b: "body",
    g: "group",
    s: "subtotal",
    t: "total",
  };
  return [...short.matchAll(/([a-z])(\d?)/g)].map(([, kind = "b", covers = ""]) => ({
    kind: kinds[kind] ?? "body",
    covers: Number(covers || "1"),
  }));
}

// "#" is a tinted row, "." a plain one; "-" is a rule below it.
test.each([
  ["every second row is tinted, with no rule between", "hbbbb", ".- . # . #-"],
  ["a group begins anew", "hbbgbbb", ".- . #- .- . # .-"],
  ["sub-totals and totals keep their look and begin anew", "hbbsbbt", ".- . #- .- . #- .-"],
  ["rows that a cell ties together are one stripe, ruled inside", "hbb2bbb", ".- . #- # . #-"],
  ["cells that overlap tie three rows", "hbb2b2bb", ".- . #- #- # .-"],
  ["a cell ends with its group at the latest", "hbb9bgbb", ".- . #- #- .- . #-"],
])("%s", (_, short, expected) => {
  const rows = rowsOf(short);
  const stripes = stripesOf(rows);
  const shown = stripes.map(({ tinted }, i) => `${tinted ? "#" : "."}${isRuledBelow(rows, stripes, i) ? "-" : ""}`);
  expect(shown.join(" ")).toBe(expected);
});
