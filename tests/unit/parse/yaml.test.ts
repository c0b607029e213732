import { describe, expect, test } from "vitest";
import type { Path } from "../../../src/parse/draft.ts";
import { parseYaml } from "../../../src/parse/yaml.ts";

const read = (text: string, at = 0) => parseYaml({ file: "d.yaml", text, at });

/** Codes with the text their spans cover. */
const found = (text: string) =>
  read(text).diagnostics.map((d) => [d.code, d.span ? text.slice(d.span.start, d.span.end) : undefined]);

describe("values", () => {
  test.each([
    ["numbers stay as written", "a: 1.10\nb: 01\nc: 1e3\nd: 0x1F", { a: "1.10", b: "01", c: "1e3", d: "0x1F" }],
    ["truth is a value, yes is a word", "a: true\nb: yes\nc: null\nd:", { a: true, b: "yes", c: null, d: null }],
    ["dates and years are text", "a: 2014-01-28\n2014/15: 10%", { a: "2014-01-28", "2014/15": "10%" }],
    ["keys that are numbers or words", "1: a\ntrue: b", { "1": "a", true: "b" }],
    ["block text with Windows line ends", "a: |\r\n  x\r\n  y\r\nb: c\r\n", { a: "x\ny\n", b: "c" }],
    ["aliases", "a: &x { p: 1 }\nb: *x", { a: { p: "1" }, b: { p: "1" } }],
    ["a formula", "a: = sum(b, c) * 3/12", { a: "= sum(b, c) * 3/12" }],
    ["nothing", "", null],
    ["only a comment", "# x\n", null],
  ])("%s", (_, text, value) => {
    const result = read(text);
    expect(result.diagnostics).toEqual([]);
    expect(result.value.value).toEqual(value);
  });
});

describe("what is written wrongly", () => {
  test.each<[string, string, [string, string][], unknown]>([
    ["a duplicate key", "a: 1\nb: 2\na: 3\n", [["yaml/duplicate-key", "a"]], { a: "1", b: "2" }],
    ["text cut by a hash", "a: Priority #1 of two\n", [["yaml/comment-cuts-text", "#1 of two"]], { a: "Priority" }],
    ["a colour without quotes", "a: #0b3c5d\n", [["yaml/comment-cuts-text", "#0b3c5d"]], { a: null }],
    ["a comment is none", "a: b # see c\nd: e  ## f\ng: h #\n", [], { a: "b", d: "e", g: "h" }],
    ["an amount cut in braces", "{ a: 44,000, b: x }", [["yaml/comma-cuts-value", "44,000"]], { a: "44,000", b: "x" }],
    [
      "a formula cut in braces",
      "r: { a: = sum(b, c, d), e: 1 }",
      [["yaml/comma-cuts-value", "= sum(b, c, d)"]],
      { r: { a: "= sum(b, c, d)", e: "1" } },
    ],
    [
      "text cut in braces",
      "{ a: Health, care, b: 1 }",
      [["yaml/comma-cuts-value", "Health, care"]],
      { a: "Health, care", b: "1" },
    ],
    ["an amount cut in brackets", "[44,000, 1]", [["yaml/comma-cuts-value", "44,000"]], ["44,000", "1"]],
    ["a formula cut in brackets", "[= sum(a, b), c]", [["yaml/comma-cuts-value", "= sum(a, b)"]], ["= sum(a, b)", "c"]],
    ["lists of small numbers are lists", "[1, 2, 300]", [], ["1", "2", "300"]],
    ["a key alone in braces", "{ a, b: 1 }", [["yaml/key-without-value", "a"]], { b: "1" }],
    ["no space after a colon", "{ a:b }", [["yaml/colon-without-space", "a:b"]], {}],
    ["an unknown tag", "a: !thing x", [["yaml/tag", "!thing"]], { a: "x" }],
    ["a tag that asks for code", "a: !!js/function 'x'", [["yaml/tag", "!!js/function"]], { a: "x" }],
    ["an empty key", ": x\na: b", [["yaml/key", ":"]], { a: "b" }],
    ["a list as a key", "? [a]\n: b\nc: d", [["yaml/key", "[a]"]], { c: "d" }],
    ["a key that reaches into the program", "__proto__: x\na: b", [["yaml/key", "__proto__"]], { a: "b" }],
    ["an unknown alias", "a: *x", [["yaml/alias", "*x"]], {}],
    ["an alias in its own anchor", "a: &x [1, *x]", [["yaml/alias", "*x"]], { a: ["1", null] }],
    ["a tab", "a:\n\tb: c", [["yaml/syntax", "\t"]], { a: null, b: "c" }],
    ["a colon in text", "title: Part 1: scope", [["yaml/syntax", "P"]], { title: { "Part 1": "scope" } }],
    ["a second document", "a: b\n---\nc: d", [["yaml/syntax", "---"]], { a: "b" }],
    ["an older version", "%YAML 1.1\n---\na: b", [["yaml/directive", "%YAML"]], { a: "b" }],
  ])("%s", (_, text, problems, value) => {
    expect(found(text)).toEqual(problems);
    expect(read(text).value.value).toEqual(value);
  });

  test("the note of a duplicate key points at the first", () => {
    const [problem] = read("a: 1\nb: 2\na: 3\n").diagnostics;
    expect(problem?.notes?.[0]?.span).toEqual({ file: "d.yaml", start: 0, end: 1 });
  });

  test.each([
    ["an unclosed quote", "a: 'x\nb: c"],
    ["an unclosed bracket", "a: [1, 2"],
    ["a quote inside quotes", "a: 'it's'"],
    ["a reserved character", "a: @x"],
    ["nested lists on a line", "a: - b"],
  ])("%s is a syntax error and marks the data as broken", (_, text) => {
    expect(found(text)[0]?.[0]).toBe("yaml/syntax");
    expect(read(text).value.broken).toBe(true);
  });
});

describe("files made to do harm", () => {
  test("aliases that multiply are stopped", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    const result = read(lines.join("\n"));
    expect(result.diagnostics.map((d) => d.code)).toContain("yaml/alias");
    expect(JSON.stringify(result.value.value).length).toBeLessThan(1_000_000);
  });

  test.each([
    ["brackets", "[".repeat(50_000)],
    ["list marks", "- ".repeat(50_000)],
    ["braces", "{a: ".repeat(20_000)],
    ["explicit keys", "? ".repeat(20_000)],
  ])("%s without end do not exhaust the stack", (_, text) => {
    expect(read(text).diagnostics.map((d) => d.code)).toEqual(["yaml/too-deep"]);
  });
});

describe("places", () => {
  const text = [
    "risks:",
    "  R1:",
    "    title: 'Cost rises'",
    "    mitigation: [one, two]",
    "rows:",
    "  - a: 1",
    "    b:",
    "  - { a: 2 }",
    "base: &base",
    "  x: 5",
    "use: *base",
    "cut: { n: 1,000 }",
    "",
  ].join("\r\n");
  const { places } = read(text, 0).value;
  const at = (span: { start: number; end: number } | undefined) =>
    span ? text.slice(span.start, span.end) : undefined;

  test.each<[Path, string | undefined, string | undefined]>([
    [["risks"], "risks", "risks"],
    [["risks", "R1"], "R1", "R1"],
    [["risks", "R1", "title"], "'Cost rises'", "title"],
    [["risks", "R1", "mitigation", 1], "two", undefined],
    [["risks", "R1", "mitigation"], "mitigation", "mitigation"],
    [["rows", 0], "a", undefined],
    [["rows", 1], "a", undefined],
    [["rows", 0, "b"], "b", "b"],
    [["rows", 1, "a"], "2", "a"],
    [["use", "x"], "*base", "*base"],
    [["use"], "*base", "use"],
    [["cut", "n"], "1,000", "n"],
    [["nowhere"], undefined, undefined],
    [["rows", 7, "a"], undefined, undefined],
    [["risks", "R1", "title", "x"], undefined, undefined],
  ])("%j", (path, value, key) => {
    expect([at(places.value(path)), at(places.key(path))]).toEqual([value, key]);
  });

  test("offsets are those of the file", () => {
    expect(read("a: b", 100).value.places.value(["a"])).toEqual({ file: "d.yaml", start: 103, end: 104 });
  });
});
