import { describe, expect, it } from "vitest";
import { amountHelp } from "../../../src/diagnostics/amounts.ts";

describe("a way out for a number that cannot be read", () => {
  it.each([
    ["12k", "£", "write 12000, since amounts here are in £"],
    ["12k", "£k", "write 12, since amounts here are in £k"],
    ["£1.5m", "£k", "write 1500, since amounts here are in £k"],
    ["12k", "£m", "write 0.012, since amounts here are in £m"],
    ["-£3 thousand", "£", "write -3000, since amounts here are in £"],
    ["1.2bn", "people", "write 1200000000"],
    ["£44,000", "£", "leave the £ out: 44,000; the unit stands beside it or at the column"],
    ["-£500.50", "£", "leave the £ out: -500.50; the unit stands beside it or at the column"],
    ["£1.2.3", "£", "a number has one decimal point, and no £: 1234.50"],
    ["1,2,3", "£", "commas part thousands, as in 1,234,567; if it is one number, write 123"],
    ["(1,200)", "£", "write a minus instead of the brackets: -1,200"],
    ["−30", "£", "write the minus as a hyphen: -30"],
    ["44 000", "£", "write 44000 without spaces"],
    ["1.2e6", "£", "write it out: 1200000"],
    ["5E-3", "£", "write it out: 0.005"],
    ["12 people", "people", "write the digits only: 12; the unit stands beside it or at the column"],
    ["–", "£", "write nil for nothing, n/a where a number does not apply, or unknown"],
    ["tbc", "£", "say who settles it and when: TBC by FL on 2014-03-31"],
    ["perhaps", "£", undefined],
    ["", "£", undefined],
  ])("%s in %s: %s", (written, unit, expected) => expect(amountHelp(written, unit)).toBe(expected));
});
