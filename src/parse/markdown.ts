// Markdown to trees whose positions are offsets in the author's file. Data cells and labels use the same parser.
import type { Nodes, PhrasingContent, Root } from "mdast";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import { filePlace, type Place, spanAt } from "./markdown/place.ts";
import { toTree } from "./markdown/processor.ts";
import { review } from "./markdown/review.ts";
import { walk } from "./markdown/walk.ts";

export { type Place, scalarPlace, wholePlace } from "./markdown/place.ts";

/** Parses a file, or what follows its front matter. */
export function parseMarkdown(file: string, text: string, bodyStart = 0): Result<Root> {
  // Blanks in place of the front matter keep every offset, line and column that of the file.
  const blank = text.slice(0, bodyStart).replace(/[^\r\n]/g, " ");
  return parse(blank + text.slice(bodyStart), filePlace(file), false);
}

/** Parses text from data to blocks. */
export function parseBlocks(text: string, place: Place): Result<Root> {
  if (!blockMarks.test(text) && !inlineMarks.test(text)) return ok(plainRoot(text, place));
  return parse(text, place, false);
}

/** Parses text from data to the words of one paragraph; marks of lists and headings are words here. */
export function parseInline(text: string, place: Place): Result<readonly PhrasingContent[]> {
  const parsed = inlineMarks.test(text) ? parse(text, place, true) : ok(plainRoot(text, place));
  const children: PhrasingContent[] = [];
  for (const block of parsed.value.children) {
    if (block.type !== "paragraph") continue;
    if (children.length > 0) children.push({ type: "break" });
    children.push(...block.children);
  }
  return ok(children, parsed.diagnostics);
}

// What can begin a construct inside a paragraph, and what can begin a block. Most cells have neither.
const inlineMarks = /[\\`*_[\]<&~{\r\n@]|:[\p{L}\p{N}:]|www\.|https?:| {2}$/iu;
const blockMarks = /^\s*(?:[#>+*|=:-]|\d+[.)])|^(?: {4}|\t)/;

function plainRoot(text: string, place: Place): Root {
  const value = text.trim();
  const start = text.length - text.trimStart().length;
  const position = {
    start: { line: 1, column: start + 1, offset: place.at(start) },
    end: { line: 1, column: start + 1 + value.length, offset: place.at(start + value.length) },
  };
  if (value === "") return { type: "root", children: [], position };
  return {
    type: "root",
    children: [{ type: "paragraph", children: [{ type: "text", value, position }], position }],
    position,
  };
}

function parse(text: string, place: Place, inline: boolean): Result<Root> {
  const deep = tooDeep(text);
  if (deep !== undefined) return refused(place, deep);
  try {
    const tree = toTree(text, inline);
    const problems: Diagnostic[] = [...review(tree, text, place)];
    walk(tree, (node) => move(node, place));
    return ok(tree, problems);
  } catch (error) {
    // The stack ran out: brackets or marks stand too deep in each other.
    if (error instanceof RangeError) return refused(place, 0);
    throw error;
  }
}

function refused(place: Place, at: number): Result<Root> {
  return ok({ type: "root", children: [] }, [report("markdown/too-deep", spanAt(place, at, at + 1), {})]);
}

function move(node: Nodes, place: Place): void {
  if (!node.position) return;
  const { start, end } = node.position;
  node.position = {
    start: { ...start, offset: place.at(start.offset ?? 0) },
    end: { ...end, offset: place.at(end.offset ?? 0) },
  };
}

const deepest = 100;

/** Offset of a line that opens very many lists, quotes or containers; the parser would run out of stack or time on it. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  for (const line of text.matchAll(/^[ \t]*:{3,}[ \t]*(\p{L}?)/gmu)) {
    open = line[1] === "" ? Math.max(0, open - 1) : open + 1;
    if (open > deepest / 2) return line.index;
  }
  let start = 0;
  while (start < text.length) {
    let containers = 0;
    let columns = 0;
    let at = start;
    for (; at < text.length; at++) {
      const c = text.charAt(at);
      if (c === " ") columns++;
      else if (c === "\t") columns += 4;
      else if (c === ">" || ((c === "-" || c === "+" || c === "*") && /[ \t]/.test(text.charAt(at + 1)))) containers++;
      else break;
    }
    const listed = /^(?:[-+*]|\d+[.)])[ \t]/.test(text.slice(at, at + 12));
    if (containers > deepest || (listed && columns > 2 * deepest)) return start;
    const next = text.indexOf("\n", at);
    if (next === -1) return undefined;
    start = next + 1;
  }
  return undefined;
}
