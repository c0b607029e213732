import { expect, test } from "vitest";
import { derivationLines, derive } from "../../../src/cli/derivation.ts";
import { findFigure } from "../../../src/cli/figure-names.ts";
import type { Figure } from "../../../src/compute/model.ts";
import { exact } from "../../../src/compute/numbers/money.ts";

const plainly = { bold: (text: string) => text, quiet: (text: string) => text };

function figure(name: string, value: number, inputs?: readonly string[]): Figure {
  return {
    name,
    label: `The ${name.split(".").at(-1)}`,
    value: { type: "number", exact: exact(value), unit: "£" },
    decimals: 0,
    origin: undefined,
    derivation: inputs
      ? { type: "computed", sentence: `the sum of ${inputs.join(", ")}`, excel: "", inputs }
      : { type: "typed" },
  };
}

const named = (...figures: readonly Figure[]) => new Map(figures.map((f) => [f.name, f]));
const place = (f: Figure) => `data.yaml:${f.name.length}:1`;

test("a tree shows each figure once, with its place", () => {
  const figures = named(figure("a", 1), figure("b", 3, ["a"]), figure("all", 4, ["a", "b"]));
  const all = figures.get("all");
  expect(all && derivationLines(derive(all, { figures, place, most: 12 }), plainly)).toEqual([
    "all = £4   data.yaml:3:1",
    "│ the sum of a, b",
    "├─ a = £1   typed, data.yaml:1:1",
    "└─ b = £3   data.yaml:1:1",
    "   │ the sum of a",
    "   └─ a = £1   as above",
  ]);
});

test("a long list of inputs is folded, unless all are wanted", () => {
  const parts = Array.from({ length: 49 }, (_, i) => figure(`cells.r${i}`, i));
  const total = figure(
    "total",
    1,
    parts.map((p) => p.name),
  );
  const figures = named(...parts, total);
  const folded = derivationLines(derive(total, { figures, place, most: 12 }), plainly);
  expect(folded).toHaveLength(15);
  expect(folded.at(-1)).toBe("└─ … and 37 more (--all shows them)");
  const whole = derivationLines(derive(total, { figures, place, most: Number.POSITIVE_INFINITY }), plainly);
  expect(whole).toHaveLength(51);
});

const figures = named(figure("pots.pot-a.council", 1), figure("pots.pot-a.health", 2), figure("benefits.net", 3));

test.each([
  ["benefits.net", "benefits.net"],
  ["Benefits net", "benefits.net"],
  ["the net", "benefits.net"],
  ["{{money benefits.net}}", "benefits.net"],
  ["pots.council.pot-a", "pots.pot-a.council"],
  ["health", "pots.pot-a.health"],
])("%s is found", (asked, name) => {
  const found = findFigure(figures, asked);
  expect(found.type === "figure" && found.figure.name).toBe(name);
});

test("a name that several figures answer to lists them; one that none does has a suggestion", () => {
  const found = findFigure(figures, "pot a");
  expect(found.type === "several" && found.figures.map((f) => f.name)).toEqual([
    "pots.pot-a.council",
    "pots.pot-a.health",
  ]);
  expect(findFigure(figures, "benefits.nett")).toEqual({ type: "none", close: "benefits.net" });
});
