import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { walk } from "../../../src/parse/markdown/walk.ts";
import { parseBlocks, parseInline, parseMarkdown, scalarPlace, wholePlace } from "../../../src/parse/markdown.ts";

const nodes = (text: string, type: Nodes["type"]): Nodes[] => {
  const found: Nodes[] = [];
  walk(parseMarkdown("d.md", text).value, (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
};

const covered = (text: string, node: Nodes) => text.slice(node.position?.start.offset, node.position?.end.offset);

/** Codes with the text their spans cover. */
const problems = (text: string) =>
  parseMarkdown("d.md", text).diagnostics.map((d) => [d.code, d.span && text.slice(d.span.start, d.span.end)]);

describe("figures in text", () => {
  test.each([
    [
      "in a paragraph",
      'a {{money benefits.net as="£m"}} b',
      ['money benefits.net as="£m"'],
      ['{{money benefits.net as="£m"}}'],
    ],
    ["nothing in it is Markdown", "{{a *b* [c](d) `e` _f_ :g[h]}}", ["a *b* [c](d) `e` _f_ :g[h]"], undefined],
    ["in emphasis, link and heading", "# {{a}}\n\n*{{b}}* [{{c}}](#x)", ["a", "b", "c"], undefined],
    ["in a table", "| {{a}} | b |\n|---|---|\n| c | {{d e=f}} |", ["a", "d e=f"], ["{{a}}", "{{d e=f}}"]],
    ["in the label of a directive", "::table[Spend {{a}}]{of=b}\n\n:risk[{{c}}]", ["a", "c"], undefined],
    ["over two lines of a quotation", "> x {{a\n> b}}", ["a b"], undefined],
    ["one brace is text", "{a} {{b}c}}", ["b}c"], undefined],
    ["three braces", "{{{a}}}", ["{a"], undefined],
    ["escaped", "\\{{a}} and {{b}}", ["b"], undefined],
    ["in code it is text", "`{{a}}`", [], undefined],
    ["after each other", "{{a}}{{b}}", ["a", "b"], undefined],
  ])("%s", (_, text, values, spans) => {
    const found = nodes(text, "expression");
    expect(found.map((n) => ("value" in n ? n.value : ""))).toEqual(values);
    if (spans) expect(found.map((n) => covered(text, n))).toEqual(spans);
  });

  test("escaped braces print braces", () => {
    expect(nodes("\\{{a}}", "text").map((n) => "value" in n && n.value)).toEqual(["{{a}}"]);
    expect(problems("\\{{a}}")).toEqual([]);
  });

  test("front matter keeps offset, line and column", () => {
    const text = "---\r\ntitle: £\r\n---\r\n\r\nA {{b}}";
    const tree = parseMarkdown("d.md", text, text.indexOf("\r\n\r\nA") + 2).value;
    let at: unknown;
    walk(tree, (node) => {
      if (node.type === "expression") at = node.position?.start;
    });
    expect(at).toEqual({ line: 5, column: 3, offset: text.indexOf("{{") });
  });
});

describe("words that look like syntax", () => {
  test.each(["At 10:30, 3:1 or note:this", "x ~y~ z", "mail a@b.uk", "Ratio 1:2:3", ":smile:", "a:b{c=d}"])(
    "%j prints as typed",
    (text) => {
      const { value, diagnostics } = parseMarkdown("d.md", text);
      expect(diagnostics).toEqual([]);
      const [paragraph] = value.children;
      expect(
        paragraph?.type === "paragraph" && paragraph.children.map((c) => ("value" in c ? c.value : c.type)),
      ).toEqual([text]);
    },
  );

  test("a text directive with a label is one", () => {
    expect(nodes("see :risk[R1]{a=b}", "textDirective")).toMatchObject([{ name: "risk", attributes: { a: "b" } }]);
  });

  test("definition lists, footnotes, tables and containers are read", () => {
    const text = "Term\n: Meaning[^a]\n\n[^a]: Note\n\n:::callout[Title]\nText\n:::\n\n- [ ] box\n";
    const types = new Set<string>();
    walk(parseMarkdown("d.md", text).value, (node) => types.add(node.type));
    expect([...types]).toEqual(
      expect.arrayContaining([
        "defList",
        "defListTerm",
        "defListDescription",
        "footnoteReference",
        "containerDirective",
      ]),
    );
    expect(problems(text)).toEqual([]);
  });
});

describe("headings", () => {
  test.each([
    ["## Title {#my-id}", { id: "my-id" }, "Title"],
    ["## Title {#1c .unnumbered}", { id: "1c", unnumbered: true }, "Title"],
    ["## Title {.run-in}", { runIn: true }, "Title"],
    ["## Title {{a}} {#b}", { id: "b" }, "Title "],
    ["## Title {not one}", undefined, "Title {not one}"],
    ["## Title {{a}}", undefined, "Title "],
  ])("%s", (text, attributes, words) => {
    const [heading] = nodes(text, "heading");
    expect(heading?.type === "heading" && heading.data?.attributes).toEqual(attributes);
    expect(
      nodes(text, "text")
        .map((n) => "value" in n && n.value)
        .join(""),
    ).toContain(words.trim());
  });

  test.each([
    ["an unknown class", "## A {.unumbered}", [["markdown/heading-attribute", ".unumbered"]]],
    ["two ids", "## A {#a #b}", [["markdown/heading-attribute", "#b"]]],
    [
      "no words",
      "#\n\n## {#a}",
      [
        ["markdown/empty-heading", "#"],
        ["markdown/empty-heading", "## {#a}"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe("what is written wrongly", () => {
  test.each<[string, string, [string, string][]]>([
    ["HTML", "<div>\nx\n</div>\n", [["markdown/html", "<div>"]]],
    [
      "HTML in a line",
      "a <b>c</b>",
      [
        ["markdown/html", "<b>"],
        ["markdown/html", "</b>"],
      ],
    ],
    ["an open comment", "<!-- note\n\nmore", [["markdown/comment-open", "<!--"]]],
    ["text after a comment", "<!-- note --> kept?\n", [["markdown/text-after-comment", "kept?"]]],
    [
      "text after a directive",
      "::table[x]{of=a} trailing\n",
      [["markdown/directive-not-read", "::table[x]{of=a} trailing"]],
    ],
    ["a space before brackets", "a\n\n::: callout\nb", [["markdown/directive-not-read", "::: callout"]]],
    ["a lone fence", "a\n\n:::\n", [["markdown/fence-alone", ":::"]]],
    ["a fence after a paragraph", "a\n:::\n", [["markdown/fence-alone", ":::"]]],
    ["an open container", ":::callout[T]\ntext\n", [["markdown/container-open", ":::callout[T]"]]],
    [
      "containers of equal fences",
      ":::appendix[A]\n:::callout\nx\n:::\n:::\n",
      [
        ["markdown/container-open", ":::callout"],
        ["markdown/fence-alone", ":::"],
      ],
    ],
    ["nested containers", "::::appendix[A]\n:::callout\nx\n:::\n::::\n", []],
    ["attributes that do not parse", ':risk[R1]{a="b} c', [["markdown/directive-attributes", '{a="b}']]],
    ["an open figure", "a {{money b c", [["markdown/expression-open", "{{"]]],
    ["a figure in an address", "[a](http://b/{{c}})", [["markdown/expression-in-address", "[a](http://b/{{c}})"]]],
    ["an undefined footnote", "a[^x] and \\[^y]", [["markdown/footnote-undefined", "[^x]"]]],
    ["an unused footnote", "a\n\n[^x]: b\n", [["markdown/footnote-unused", "[^x]:"]]],
    ["a footnote defined twice", "a[^x]\n\n[^x]: b\n\n[^x]: c\n", [["markdown/footnote-repeated", "[^x]:"]]],
    ["an address nothing uses", "[Note]: see\n", [["markdown/definition-unused", "[Note]: see"]]],
    ["a long row", "| a | b |\n|--|--|\n| 1 | 2 | 3 |\n", [["markdown/ragged-row", "| 3 |"]]],
    ["a short row", "| a | b |\n|--|--|\n| 1 |\n", [["markdown/ragged-row", "| 1 |"]]],
    ["text right after a table", "| a | b |\n|--|--|\n| 1 | 2 |\nText\n", [["markdown/ragged-row", "Text"]]],
    [
      "a table whose lines differ",
      "| a | b | c |\n|--|--|\n| 1 | 2 |\n",
      [["markdown/table-not-read", "| a | b | c |"]],
    ],
    ["code", "    indented\n", [["markdown/unsupported", "indented"]]],
    ["a rule", "a\n\n---\n", [["markdown/unsupported", "---"]]],
    ["a picture in text", "![a](b.png)", [["markdown/unsupported", "![a](b.png)"]]],
    ["struck-out text", "~~a~~", [["markdown/unsupported", "~~a~~"]]],
  ])("%s", (_, text, expected) => {
    expect(problems(text).map(([code, at]) => [code, at?.trim()])).toEqual(expected);
  });

  test("a comment is dropped without a trace", () => {
    const { value, diagnostics } = parseMarkdown("d.md", "a <!-- note --> b\n\n<!-- alone -->\n");
    expect(diagnostics).toEqual([]);
    expect(value.children).toHaveLength(1);
    expect(nodes("a <!-- note --> b", "text").map((n) => "value" in n && n.value)).toEqual(["a", " b"]);
  });

  test.each(["https://example.org", "www.example.org"])(
    "the bare address %s becomes a link, in text and in a cell",
    (address) => {
      expect(nodes(`see ${address} first`, "link")).toHaveLength(1);
      const inline = parseInline(`see ${address}`, wholePlace({ file: "d.yaml", start: 0, end: 40 }));
      expect(inline.value.map((node) => node.type)).toEqual(["text", "link"]);
    },
  );

  test("a link by name becomes a link", () => {
    const { value } = parseMarkdown("d.md", "see [the paper][p]\n\n[p]: https://example.org\n");
    expect(value.children).toHaveLength(1);
    expect(nodes("see [the paper][p]\n\n[p]: https://example.org\n", "link")).toMatchObject([
      { url: "https://example.org" },
    ]);
  });

  test.each([
    ["quotes", "> ".repeat(20_000)],
    ["lists", "- ".repeat(20_000)],
    ["indented list", `${" ".repeat(5000)}- x`],
    ["brackets", "[".repeat(3000)],
    ["emphasis", "*a ".repeat(3000)],
    ["open containers", ":::a\n".repeat(3000)],
    ["open figures", "{{".repeat(3000)],
    ["colons", ":".repeat(20_000)],
  ])("%s without end are read or refused, and nothing throws", (_, text) => {
    expect(parseMarkdown("d.md", text).value.type).toBe("root");
  });
});

describe("text from data", () => {
  test("a label is words only", () => {
    const { value } = parseInline("1. First *point* {{a}}", wholePlace({ file: "d.yaml", start: 5, end: 9 }));
    expect(value.map((n) => n.type)).toEqual(["text", "emphasis", "text", "expression"]);
    expect(value[0]?.position?.start.offset).toBe(5);
  });

  test.each(["Plain words", "Part 1: scope", "- not a list", "# not a heading", "", "  spaces  "])(
    "%j is not parsed",
    (text) => {
      const { value, diagnostics } = parseInline(text, wholePlace({ file: "d.yaml", start: 0, end: 0 }));
      expect(diagnostics).toEqual([]);
      expect(value.map((n) => "value" in n && n.value)).toEqual(text.trim() === "" ? [] : [text.trim()]);
    },
  );

  test.each([
    ["- a\n- b\n", ["list"]],
    ["# a", ["heading"]],
    ["Plain", ["paragraph"]],
    ["a\n\nb", ["paragraph", "paragraph"]],
    ["1) a", ["list"]],
    ["", []],
  ])("blocks of %j", (text, types) => {
    const { value } = parseBlocks(text, wholePlace({ file: "d.yaml", start: 0, end: 0 }));
    expect(value.children.map((n) => n.type)).toEqual(types);
  });

  test("places in block text are exact", () => {
    const file = "items:\n  x: |\n    - one\n    - two {{b}}\n";
    const text = "- one\n- two {{b}}\n";
    const place = scalarPlace(
      { file: "d.yaml", text: file },
      { file: "d.yaml", start: file.indexOf("|"), end: file.length },
      text,
    );
    let at: number | undefined;
    walk(parseBlocks(text, place).value, (node) => {
      if (node.type === "expression") at = node.position?.start.offset;
    });
    expect(at).toBe(file.indexOf("{{"));
  });
});
