// Splits a document into front matter and text. Only YAML is read; engines that could run code are shut.
import matter from "gray-matter";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import type { Span } from "../source.ts";
import type { Data } from "./draft.ts";
import { parseYaml } from "./yaml.ts";

export interface Split {
  readonly frontMatter: Data | undefined;
  /** Span of the opening `---`. */
  readonly opening: Span;
  /** Offset where the text begins; undefined when it cannot be told from the front matter. */
  readonly bodyStart: number | undefined;
}

/** Reads the front matter of document.md. */
export function splitFrontMatter(file: string, text: string): Result<Split> {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const opening: Span = { file, start: 0, end: Math.min(3, firstLine.length) };
  const without = (bodyStart: number | undefined, problem: Diagnostic): Result<Split> =>
    ok({ frontMatter: undefined, opening, bodyStart }, [problem]);

  if (!firstLine.startsWith("---"))
    return without(0, report("yaml/no-front-matter", { file, start: 0, end: firstLine.length }, {}));
  const language = firstLine.slice(3).trim();
  if (language !== "" && language !== "yaml") {
    const span = { file, start: 0, end: firstLine.trimEnd().length };
    return without(closing(text)?.end, report("yaml/front-matter-language", span, { found: firstLine.trim() }));
  }
  const close = closing(text);
  if (!close) return without(undefined, report("yaml/front-matter-open", opening, {}));

  const parsed = parseBlock(file, text.slice(0, close.end), firstLine.length);
  return ok({ frontMatter: parsed.value, opening, bodyStart: close.end }, parsed.diagnostics);
}

/** True for text that begins as front matter does. */
export function beginsWithFrontMatter(text: string): boolean {
  return /^---[ \t]*(yaml)?[ \t]*\r?\n/.test(text) && closing(text) !== undefined;
}

/** The line that ends the front matter: the first after the opening that begins with ---, if it holds nothing else. */
function closing(text: string): { readonly end: number } | undefined {
  const at = text.indexOf("\n---");
  if (at === -1) return undefined;
  const line = /^---[ \t]*(\r?\n|$)/.exec(text.slice(at + 1, at + 1 + 1000));
  return line ? { end: at + 1 + line[0].length } : undefined;
}

function parseBlock(file: string, text: string, at: number): Result<Data> {
  let read = parseYaml({ file, text: "", at });
  const refuse = () => {
    throw new Error("front matter is YAML");
  };
  const engines = {
    yaml: (block: string): object => {
      // The block ends before the last line feed, which may leave half of a Windows line end.
      read = parseYaml({ file, text: block.replace(/\r$/, ""), at });
      return {};
    },
    json: refuse,
    javascript: refuse,
    js: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
    toml: refuse,
  };
  matter(text, { engines, language: "yaml" });
  return read;
}
