import { describe, expect, test } from "vitest";
import { beginsWithFrontMatter, splitFrontMatter } from "../../../src/parse/front-matter.ts";

const codes = (text: string) => splitFrontMatter("d.md", text).diagnostics.map((d) => d.code);

describe("front matter", () => {
  test.each([
    ["plain", "---\na: 1.10\n---\nBody", { a: "1.10" }, "Body"],
    ["named", "---yaml\na: b\n---\nBody", { a: "b" }, "Body"],
    ["named with a space", "--- yaml\na: b\n---\nBody", { a: "b" }, "Body"],
    ["Windows line ends", "---\r\na: b\r\n---\r\nBody", { a: "b" }, "Body"],
    ["trailing spaces", "---  \na: b\n---  \nBody", { a: "b" }, "Body"],
    ["no text", "---\na: b\n---", { a: "b" }, ""],
    ["text with rules in it", "---\na: b\n---\nx\n\n---\ny", { a: "b" }, "x\n\n---\ny"],
  ])("%s", (_, text, value, body) => {
    const split = splitFrontMatter("d.md", text);
    expect(split.diagnostics).toEqual([]);
    expect(split.value.frontMatter?.value).toEqual(value);
    expect(text.slice(split.value.bodyStart)).toBe(body);
  });

  test.each([
    ["none", "# Title", ["yaml/no-front-matter"]],
    ["an empty file", "", ["yaml/no-front-matter"]],
    ["never closed", "---\na: b\n\n# Title", ["yaml/front-matter-open"]],
    ["closed by something else", "---\na: b\n----\nx", ["yaml/front-matter-open"]],
    ["JavaScript", "---js\n{ a: process.exit(9) }\n---\nx", ["yaml/front-matter-language"]],
    ["JavaScript in full", "--- JavaScript\n{}\n---\nx", ["yaml/front-matter-language"]],
    ["CoffeeScript", "---coffee\na: 1\n---\nx", ["yaml/front-matter-language"]],
    ["JSON", "---json\n{}\n---\nx", ["yaml/front-matter-language"]],
    ["a broken value", "---\na: 'x\n---\nx", ["yaml/syntax"]],
    ["a duplicate key", "---\na: 1\na: 2\n---\nx", ["yaml/duplicate-key"]],
  ])("%s is reported", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test("an engine that could run code never runs", () => {
    splitFrontMatter("d.md", "---js\nglobalThis.ran = true\n---\n");
    expect("ran" in globalThis).toBe(false);
  });

  test("places are those of the file", () => {
    const text = "---yaml\r\na: b\r\nc: long value\r\n---\r\n";
    const { frontMatter } = splitFrontMatter("d.md", text).value;
    const span = frontMatter?.places.value(["c"]);
    expect(span && text.slice(span.start, span.end)).toBe("long value");
  });

  test("only whole front matter counts in a part", () => {
    expect(beginsWithFrontMatter("---\na: b\n---\n")).toBe(true);
    expect(beginsWithFrontMatter("---\n\nText after a rule")).toBe(false);
  });
});
