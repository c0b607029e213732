import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addEntry, type Entry, replaceValue } from "../../../src/parse/yaml-write.ts";
import { runs } from "../../support/runs.ts";

const row = { version: "0.10", change: "Said: #1" };
const written = '- version: "0.10"\n  change: "Said: #1"\n';
const indented = (by: number) => written.replace(/^(?=.)/gm, " ".repeat(by));

describe("an entry is added", () => {
  test.each([
    ["to an empty file", "", `history:\n${indented(2)}`],
    ["behind a first line", "# schema\n", `# schema\nhistory:\n${indented(2)}`],
    ["to a file of other keys", "other: 1 # one\n", `other: 1 # one\nhistory:\n${indented(2)}`],
    ["to a key with nothing", "history: # rows\nother: 1\n", `history: # rows\n${indented(2)}other: 1\n`],
    ["to a list at the margin", "history:\n- version: 0.9\n", `history:\n- version: 0.9\n${written}`],
    [
      "behind a note, before other keys",
      "history:\n  - { version: 0.9 } # ninth\n\n# more\nother: [ 1,2 ]\n",
      `history:\n  - { version: 0.9 } # ninth\n${indented(2)}\n# more\nother: [ 1,2 ]\n`,
    ],
    [
      "to a file that does not end its line",
      "history:\n  - version: 0.9",
      `history:\n  - version: 0.9\n${indented(2)}`,
    ],
    [
      "behind a block of text",
      "history:\n  - change: |\n      a\n      b\n",
      `history:\n  - change: |\n      a\n      b\n${indented(2)}`,
    ],
    [
      "to a list on one line",
      "history: [ { version: 0.9 } ] # all\n",
      `history:\n  # all\n  - { version: 0.9 }\n${indented(2)}`,
    ],
    ["to an empty list", "history: []\nother: 'x'\n", `history:\n${indented(2)}other: 'x'\n`],
    ["to a map on one line", "{ other: 1 }\n", `other: 1\nhistory:\n${indented(2)}`],
    [
      "before the end of a document",
      "history:\n  - version: 0.9\n...\n",
      `history:\n  - version: 0.9\n${indented(2)}...\n`,
    ],
  ])("%s", (_where, before, after) => {
    expect(addEntry(before, { key: "history" }, row)).toBe(after);
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    if (before !== "") expect(addEntry(windows(before), { key: "history" }, row)).toBe(windows(after));
  });

  test("before another", () => {
    const before = "history:\n  - version: 0.9\n  # the first\n  - version: 1.0\n";
    expect(addEntry(before, { key: "history", before: 1 }, row)).toBe(
      `history:\n  - version: 0.9\n  # the first\n${indented(2)}  - version: 1.0\n`,
    );
  });

  test("by its name", () => {
    expect(addEntry("approvals:\n    a: { x: 1 }\n", { key: "approvals", name: "b" }, { y: "2" })).toBe(
      'approvals:\n    a: { x: 1 }\n    b:\n      y: "2"\n',
    );
    expect(addEntry("approvals: {}\n", { key: "approvals", name: "b" }, { y: "2" })).toBe(
      'approvals:\n  b:\n    y: "2"\n',
    );
  });

  test.each([
    ["that cannot be read", "history: [\n"],
    ["of several documents", "history: []\n---\nhistory: []\n"],
    ["that holds a list", "- a\n"],
    ["that holds words", "words\n"],
    ["whose history is words", "history: none\n"],
    ["whose history is a map", "history: { a: 1 }\n"],
    ["with a key twice", "history: []\nhistory: []\n"],
  ])("to no file %s", (_what, text) => {
    expect(addEntry(text, { key: "history" }, row)).toBeUndefined();
  });

  test("under a name to no list", () => {
    expect(addEntry("approvals:\n  - a\n", { key: "approvals", name: "b" }, row)).toBeUndefined();
  });
});

const words = fc.oneof(
  fc
    .string({ unit: "grapheme", maxLength: 20 })
    .filter((w) => !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(w)),
  fc.constantFrom(
    "1.10",
    "01",
    "null",
    "~",
    "",
    "- a",
    "# b",
    "a: b",
    "a #b",
    "'",
    '"',
    "&a",
    "*a",
    "|",
    "a\n\n b",
    "x\ny\n",
    " a ",
  ),
);
const entry = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), words, { minKeys: 1, maxKeys: 3 });
/** A row as people write them. */
const line = fc.constantFrom(
  "- version: 0.9\n    date: 2026-10-01 # d",
  "- { version: 0.9, change: 'It''s' }",
  '-   version: "0.9"\n      change: >-\n        folded\n        words',
  "- # noted\n    version: 0.9",
  "-\n    version: 0.9",
  "- &first\n    version: 0.9",
  "- change: |+\n      kept\n\n",
  "- change: |\n      a\n      b",
  '- "version": 0.9\n\n    ? date\n    : 2026-10-01',
  "- change: a long\n      plain text\n    sections: [ a, b ]",
  "# comment\n  - version: 0.9",
);
const file = fc.record({
  before: fc.constantFrom("", "# schema\n", "other: &o { a: [1,  2] }\n", "---\n", "%YAML 1.2\n---\n"),
  rows: fc.array(line, { minLength: 1, maxLength: 3 }),
  after: fc.constantFrom("", "\n", "\n\n# end", "\nother2: *o\n", "\n...\n", "\n  # end of list\nmore: 1\n"),
  windows: fc.boolean(),
});

const strings = (text: string): { readonly history: readonly unknown[] } => parse(text, { schema: "failsafe" });

function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const c of part) {
    at = whole.indexOf(c, at);
    if (at < 0) return false;
    at += c.length;
  }
  return true;
}

test("whatever a file looks like, it says what it said and one entry more, and loses no letter", () => {
  fc.assert(
    fc.property(
      file,
      entry,
      fc.option(fc.nat(2), { nil: undefined }),
      ({ before, rows, after, windows }, added, at) => {
        const whole = `${before}history:\n${rows.map((r) => `  ${r}\n`).join("")}`.trimEnd() + after;
        const text = windows ? whole.replaceAll("\n", "\r\n") : whole;
        // What is no YAML to begin with is no part of the law.
        fc.pre(!/\*o/.test(after) || before.includes("&o"));
        const place = at !== undefined && at < rows.length ? { key: "history", before: at } : { key: "history" };
        const made = addEntry(text, place, added);
        if (made === undefined) throw new Error(`refused:\n${text}`);
        const expected = [...strings(text).history];
        expected.splice(place.before ?? expected.length, 0, added);
        expect(strings(made)).toEqual({ ...strings(text), history: expected });
        expect(isWithin(text.replace(/\s+/g, ""), made)).toBe(true);
      },
    ),
    { numRuns: runs(400) },
  );
});

test("a value takes the place of another and reads as it was given", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("0.9", "'0.9'", '"0.9"', "v0.9"),
      words,
      fc.constantFrom("", " # note"),
      (old, value, note) => {
        const start = "a: 1\nversion: ".length;
        const text = `a: 1\nversion: ${old}${note}\nb: 2\n`;
        const made = replaceValue(text, { file: "", start, end: start + old.length }, value);
        const read: Entry = parse(made, { schema: "failsafe" });
        expect(read).toEqual({ a: "1", version: value, b: "2" });
        expect(made.endsWith(`${note}\nb: 2\n`)).toBe(true);
      },
    ),
  );
});
