import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBaseline, nextVersion, type Raise } from "../../../src/control/next-version.ts";
import { compareVersions, follows } from "../../../src/control/versions.ts";

const minor = { by: "minor" } as const;
const major = { by: "major" } as const;

describe("the next version", () => {
  test.each<readonly [string, readonly string[], string, Raise, string]>([
    ["a first draft, as the front matter has it", [], "0.1", minor, "0.1"],
    ["a first baseline", [], "0.1", major, "1.0"],
    ["a first version that the front matter calls a baseline", [], "1.0", major, "1.0"],
    ["0.10 after 0.9", ["0.1", "0.9"], "0.9", minor, "0.10"],
    ["0.11 after 0.10, whatever order they stand in", ["0.10", "0.9"], "0.10", minor, "0.11"],
    ["1.0 after 0.9", ["0.9"], "0.9", major, "1.0"],
    ["2.0 after 1.12", ["1.12"], "1.12", major, "2.0"],
    ["a revision after a baseline", ["1.0"], "1.0", minor, "1.1"],
    ["what the front matter already bears", ["0.3"], "0.4", minor, "0.4"],
    ["what the front matter bears ahead of all", ["0.3"], "0.7", minor, "0.7"],
    ["a baseline past a draft that nothing records", ["0.3"], "0.4", major, "1.0"],
    ["a baseline that the front matter bears", ["0.3"], "1.0", major, "1.0"],
    ["not what the front matter was left behind with", ["0.9"], "0.2", minor, "0.10"],
    ["three parts, of which the second is raised", ["1.2.3"], "1.2.3", minor, "1.3.0"],
    ["one part with its width", ["08", "09"], "09", minor, "10"],
    ["one part, kept two wide", ["01"], "01", minor, "02"],
    ["one part, first", [], "01", minor, "01"],
    ["with a v", ["v1.2"], "v1.2", minor, "1.3"],
    ["a number past what floating point holds", ["0.9007199254740993"], "0.1", minor, "0.9007199254740994"],
    ["one that is named", ["0.9"], "0.9", { to: "2.5" }, "2.5"],
    ["one that is named with a v and spaces", ["0.9"], "0.9", { to: " v1.0 " }, "1.0"],
  ])("%s", (_what, known, front, raise, version) => {
    expect(nextVersion(known, front, raise)).toEqual({ version });
  });

  test.each(["", "v", "1.", ".1", "1..2", "1.2-rc", "next", "--force", "١.٢", "1 2", "-1", "1.2\n1.3"])(
    "is not %j",
    (to) => {
      expect(nextVersion(["0.9"], "0.9", { to })).toEqual({
        refused: `"${to}" is no version.`,
        help: "write numbers with dots, such as 1.2",
      });
    },
  );

  test.each(["0.9", "0.09", "v0.9", "0.9.0", "0.8", "0"])("is not %s after 0.9", (to) => {
    expect(nextVersion(["0.9", "0.1"], "0.9", { to })).toMatchObject({
      help: "ask for --minor (0.10), --major (1.0) or a later --version",
    });
  });

  test("always comes after all there are, and follows the latest", () => {
    const version = fc.array(fc.nat(20), { minLength: 2, maxLength: 3 }).map((parts) => parts.join("."));
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), fc.constantFrom(minor, major), (known, raise) => {
        const next = nextVersion(known, known[0] ?? "", raise);
        if ("refused" in next) throw new Error(next.refused);
        const latest = [...known].sort(compareVersions).at(-1) ?? "";
        expect(compareVersions(next.version, latest)).toBeGreaterThan(0);
        expect(follows(latest, next.version)).toBe(true);
      }),
    );
  });
});

test.each([
  ["1.0", true],
  ["v2.0", true],
  ["1.0.0", true],
  ["0.0", false],
  ["0.9", false],
  ["1.1", false],
  ["10.10", false],
  ["01", false],
  ["3", false],
])("%s is a baseline: %s", (version, expected) => {
  expect(isBaseline(version)).toBe(expected);
});
