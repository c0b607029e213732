// Laws of the front end: no text makes it throw, and what stands at a place is the value found there.
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFrontMatter } from "../../src/parse/front-matter.ts";
import { walk } from "../../src/parse/markdown/walk.ts";
import { parseInline, parseMarkdown, wholePlace } from "../../src/parse/markdown.ts";
import { parse } from "../../src/parse/parse.ts";
import { parseYaml } from "../../src/parse/yaml.ts";
import { andThen } from "../../src/result.ts";
import { validate } from "../../src/validate/validate.ts";
import { runs } from "../support/runs.ts";
import { documentMd, sourcesOf } from "../support/sources.ts";

const yamlPieces = [
  "a: ",
  "- ",
  "{ ",
  "}",
  "[",
  "]",
  ", ",
  ": ",
  "\n",
  "\n  ",
  "'",
  '"',
  "# ",
  " #",
  "&x ",
  "*x",
  "|\n",
  "? ",
  "1,000",
  "= sum(a, b)",
  "---",
  "!t ",
  "%",
  "\t",
  "\r\n",
  "<<: ",
];
const markdownPieces = [
  "# ",
  "a",
  " ",
  "\n",
  "\n\n",
  "> ",
  "- ",
  "1. ",
  "| ",
  "|--|--|",
  "{{",
  "}}",
  "{",
  "}",
  "\\",
  ":::",
  "::",
  ":a",
  "[",
  "]",
  "(#b)",
  "[^n]",
  "[^n]: ",
  "<!--",
  "-->",
  "<b>",
  "`",
  "*",
  "_",
  "~~",
  ": ",
  "    ",
  "---",
  "{#id}",
  "\r\n",
  "![",
  "\uE000",
];

const textOf = (pieces: readonly string[]) =>
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 40 }).map((p) => p.join(""));

test("no YAML makes it throw, and its places lie in the text", () => {
  fc.assert(
    fc.property(textOf(yamlPieces), (text) => {
      const { value, diagnostics } = parseYaml({ file: "d.yaml", text, at: 0 });
      const spans = [value.places.value([]), ...diagnostics.map((d) => d.span)];
      for (const span of spans)
        if (span) expect(span.start >= 0 && span.start <= span.end && span.start <= text.length).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});

test("no Markdown makes it throw; nodes and findings lie in the text", () => {
  fc.assert(
    fc.property(textOf(markdownPieces), (text) => {
      const { value, diagnostics } = parseMarkdown("d.md", text);
      for (const { span } of diagnostics)
        if (span) expect(span.start <= span.end && span.end <= text.length + 1).toBe(true);
      walk(value, (node) => {
        if (node.type === "expression") {
          const written = text.slice(node.position?.start.offset, node.position?.end.offset);
          expect(written.startsWith("{{") && written.endsWith("}}")).toBe(true);
        }
      });
      parseInline(text, wholePlace({ file: "d.yaml", start: 0, end: text.length }));
      splitFrontMatter("d.md", `---\n${text}`);
    }),
    { numRuns: runs(300) },
  );
});

test("an address elsewhere in the file changes nothing else", () => {
  const children = (text: string) => parseMarkdown("d.md", text).value.children;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...markdownPieces), { maxLength: 12 }), (words) => {
      const text = words.join("");
      expect(children(`${text}\n\n# End\n\nhttps://example.org\n`).slice(0, -2)).toEqual(
        children(`${text}\n\n# End\n\nexample.org\n`).slice(0, -2),
      );
    }),
    { numRuns: runs(100) },
  );
});

test("the text at a place is the value found there", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).filter((w) => !/^(true|false|null)$/.test(w));
  fc.assert(
    fc.property(
      fc.dictionary(word, fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })), { minKeys: 1 }),
      (map) => {
        const lines = Object.entries(map).map(([k, v]) =>
          Array.isArray(v) ? `${k}:\n${v.map((i) => `  - ${i}`).join("\n")}` : `${k}: ${v}`,
        );
        const text = lines.join("\n");
        const { value } = parseYaml({ file: "d.yaml", text, at: 0 });
        const at = (path: readonly (string | number)[]) => {
          const span = value.places.value(path);
          return span && text.slice(span.start, span.end);
        };
        for (const [key, inner] of Object.entries(map)) {
          if (Array.isArray(inner)) for (const [i, item] of inner.entries()) expect(at([key, i])).toBe(item);
          else expect(at([key])).toBe(inner);
        }
      },
    ),
    { numRuns: runs(100) },
  );
});

test("no programme, data or document makes the stages throw", () => {
  fc.assert(
    fc.property(textOf(yamlPieces), textOf(markdownPieces), (yaml, markdown) => {
      const content = {
        "data/a.yaml": `risks:\n  R1:\n    title: ${yaml}`,
        "data/b.yaml": yaml,
        "a/document.md": documentMd + markdown,
        "a/history.yaml": `history:\n  - ${yaml}`,
        "b/document.md": documentMd.replace("title:", `${yaml}\ntitle:`),
      };
      const found = andThen(parse(sourcesOf(content)), validate);
      expect(found.value?.id).toBe("p");
    }),
    { numRuns: runs(60) },
  );
});
