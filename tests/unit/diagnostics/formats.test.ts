import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/diagnostics/catalogue.ts";
import { type Diagnostic, report } from "../../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics, formats } from "../../../src/diagnostics/formats/format.ts";
import { frame } from "../../../src/diagnostics/frame.ts";
import { distance, nearest } from "../../../src/diagnostics/nearest.ts";
import type { Source } from "../../../src/source.ts";

const source: Source = {
  file: "content/harbour.yaml",
  text: "costs:\n  - label: Dredging\n    amount: 12k\n    amount: 13\n",
};
const span = (text: string, from = 0) => {
  const start = source.text.indexOf(text, from);
  return { file: source.file, start, end: start + text.length };
};
const lookup = (file: string) => (file === source.file ? source : undefined);
const wrong = report("yaml/wrong-value", span("12k"), {
  path: "costs[0].amount",
  rule: "must be a number",
  found: '"12k"',
  help: "write the amount in full: 12000",
});
const twice = report(
  "yaml/duplicate-key",
  span("amount", 44),
  { key: "amount" },
  { notes: [{ message: "it stands here first", span: span("amount") }] },
);
const nowhere: Diagnostic = report("source/no-documents", undefined, { programme: "p" });

describe("formats", () => {
  test("pretty", () => {
    expect(formatDiagnostics("pretty", [wrong, twice], lookup)).toBe(
      [
        "content/harbour.yaml:3:13 error yaml/wrong-value",
        '  costs[0].amount must be a number; found "12k".',
        "     2 |   - label: Dredging",
        "  >  3 |     amount: 12k",
        "       |             ^^^",
        "  help: write the amount in full: 12000",
        "",
        "content/harbour.yaml:4:5 error yaml/duplicate-key",
        "  The key amount stands here a second time.",
        "     3 |     amount: 12k",
        "  >  4 |     amount: 13",
        "       |     ^^^^^^",
        "  note: it stands here first (content/harbour.yaml:3:5)",
        "  help: keep one of the two, or give one another name",
        "",
      ].join("\n"),
    );
  });

  test("line", () => {
    expect(formatDiagnostics("line", [wrong, nowhere], lookup).split("\n")[0]).toBe(
      'content/harbour.yaml:3:13: error yaml/wrong-value costs[0].amount must be a number; found "12k". (write the amount in full: 12000)',
    );
  });

  test("json", () => {
    expect(JSON.parse(formatDiagnostics("json", [wrong], lookup))).toMatchObject({
      version: 1,
      diagnostics: [
        {
          code: "yaml/wrong-value",
          place: {
            file: "content/harbour.yaml",
            start: { offset: 39, line: 3, column: 13 },
            end: { line: 3, column: 16 },
          },
        },
      ],
    });
  });

  test("sarif", () => {
    const log = JSON.parse(formatDiagnostics("sarif", [wrong, twice, nowhere], lookup));
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ columnKind: "utf16CodeUnits" }] });
    expect(log.runs[0].tool.driver.rules.map((r: { id: string }) => r.id)).toEqual([
      "source/no-documents",
      "yaml/duplicate-key",
      "yaml/wrong-value",
    ]);
    expect(log.runs[0].results[0]).toMatchObject({
      ruleIndex: 2,
      level: "error",
      locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 16 } } }],
    });
    expect(log.runs[0].results[2]).toMatchObject({ level: "warning", locations: [] });
  });

  test("github", () => {
    const tricky = { ...wrong, message: "100%,\nnext", help: undefined };
    expect(formatDiagnostics("github", [tricky], lookup)).toBe(
      "::error file=content/harbour.yaml,line=3,col=13,endLine=3,endColumn=16,title=yaml/wrong-value::100%25,%0Anext\n",
    );
  });

  test.each(formats)("%s prints findings without a place or a known file, and no findings", (format) => {
    expect(() => formatDiagnostics(format, [nowhere, wrong], () => undefined)).not.toThrow();
    expect(typeof formatDiagnostics(format, [], lookup)).toBe("string");
  });

  test("colour is used only when asked for", () => {
    expect(formatDiagnostics("pretty", [wrong], lookup, false)).not.toContain("\u001b");
    expect(formatDiagnostics("pretty", [wrong], lookup, true)).toContain("\u001b[31m");
  });
});

describe("frames", () => {
  const framed = (text: string, start: number, end: number) => frame({ file: "f", text }, { file: "f", start, end });

  test.each([
    ["tabs stay tabs", "\tab cd", 4, 6, "  >  1 | \tab cd\n       | \t   ^^"],
    ["wide characters take two columns", "日本 x", 3, 4, "  >  1 | 日本 x\n       |      ^"],
    ["combining marks take none", "e\u0301 x", 3, 4, "  >  1 | e\u0301 x\n       |   ^"],
    ["a place without length", "abc", 1, 1, "  >  1 | abc\n       |  ^"],
    ["a span over lines is marked on its first", "abc\ndef", 1, 6, "  >  1 | abc\n       |  ^^"],
    ["the end of the file", "abc", 3, 3, "  >  1 | abc\n       |    ^"],
    ["Windows line ends are not shown", "ab\r\ncd\r\n", 4, 6, "     1 | ab\n  >  2 | cd\n       | ^^"],
  ])("%s", (_, text, start, end, expected) => {
    expect(framed(text, start, end)).toBe(expected);
  });

  test("a long line is cut round the place", () => {
    const text = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
    const [shown = "", carets = ""] = framed(text, 500, 504).split("\n");
    expect(shown.length).toBeLessThan(200);
    expect(shown.indexOf("HERE")).toBe(carets.indexOf("^^^^"));
  });
});

describe("did you mean", () => {
  test.each([
    ["stauts", ["status", "title"], "status"],
    ["titel", ["title"], "title"],
    ["Cabinett", ["cabinet"], "cabinet"],
    ["zebra", ["title"], undefined],
    ["", ["a"], undefined],
    ["ab", ["cd"], undefined],
  ])("%s", (written, known, expected) => {
    expect(nearest(written, known)).toBe(expected);
  });

  test("distance", () => {
    expect([distance("ab", "ba"), distance("abc", ""), distance("kitten", "sitting"), distance("a", "a")]).toEqual([
      1, 3, 3, 0,
    ]);
  });
});

test("every code has words, and a name of its family and its own", () => {
  for (const [code, entry] of Object.entries(catalogue)) {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(entry.explain.length, code).toBeGreaterThan(20);
  }
});
