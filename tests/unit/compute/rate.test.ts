import { describe, expect, it } from "vitest";
import { type Quantity, readQuantity } from "../../../schemas/scalars.ts";
import { createEngine } from "../../../src/compute/engine/engine.ts";
import { readRate } from "../../../src/compute/engine/rate.ts";

function read(written: string) {
  const engine = createEngine({
    style: { money: "£", rounding: "half-up" },
    files: new Map(),
    count: () => undefined,
    leftOut: () => false,
  });
  const quantity: Quantity = readQuantity(written) ?? { kind: "rest" };
  const { value } = readRate(engine, quantity, undefined, "The discount rate");
  const shown = value.type === "number" ? `${value.exact.toFixed()} ${value.unit}` : value.type;
  return { shown, problems: engine.problems };
}

describe("a rate", () => {
  it.each([
    ["10%", "0.1 %"],
    ["-3.5%", "-0.035 %"],
    ["0", "0 %"],
    ["= 1/8", "0.125 %"],
    ["= 5% + 1%", "0.06 %"],
    ["n/a", "empty"],
    ["TBC by FL on 2014-03-31", "open"],
  ])("%s is %s", (written, expected) => {
    expect(read(written).shown).toBe(expected);
    expect(read(written).problems).toEqual([]);
  });
  it.each([
    ["10", "write 10%"],
    ["= 3.5", "write 3.5%"],
    ["0.1", "write 10% if a part of one is meant, 0.1% if a percentage is"],
    ["-0.05", "write -5% if a part of one is meant, -0.05% if a percentage is"],
  ])("%s needs its %%", (written, help) => {
    const { shown, problems } = read(written);
    expect(shown).toBe("broken");
    expect(problems.map((p) => [p.code, p.help])).toEqual([["figure/rate-form", help]]);
    expect(problems[0]?.message).toContain("The discount rate");
  });
  it("knows no rest", () => expect(read("rest").problems.map((p) => p.code)).toEqual(["figure/rest"]));
});
