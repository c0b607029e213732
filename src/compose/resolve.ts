// References find their targets, footnotes their numbers, contents their entries.
import type {
  Block,
  Contents,
  ContentsEntry,
  Footnote,
  Foreign,
  Inline,
  PageSection,
  Text,
} from "../document/document.ts";
import { plainText, rewriteBlocks, saidIn, visitBlocks } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { type Context, problem } from "./context.ts";
import type { Numbered, Target } from "./number.ts";
import { suggest } from "./suggest.ts";

export interface Resolved {
  readonly sections: readonly PageSection[];
  readonly footnotes: readonly Footnote[];
}

/** Fills what refers to other places of the document. */
export function resolve(context: Context, numbered: Numbered): Resolved {
  const numbers = new Map<string, number>();
  const inline = (node: Inline): readonly Inline[] => {
    if (node.type === "reference") return refer(context, node, numbered.targets);
    if (node.type !== "footnote-reference") return [node];
    if (!context.notebook.footnotes.has(node.id)) return [];
    const n = numbers.get(node.id) ?? numbers.size + 1;
    numbers.set(node.id, n);
    return [{ ...node, id: `footnote-${n}`, number: n }];
  };
  const filled = numbered.sections.map((section) => ({
    ...section,
    blocks: rewriteBlocks(section.blocks, { inline }),
  }));
  const footnotes: Footnote[] = [];
  // A footnote's own text may hold footnotes, which then come after it.
  for (let n = 1; n <= numbers.size; n++) {
    const id = [...numbers].find(([, number]) => number === n)?.[0] ?? "";
    const note = context.notebook.footnotes.get(id);
    if (!note) continue;
    const blocks = rewriteBlocks(note.blocks, { inline });
    footnotes.push({ id: `footnote-${n}`, number: n, blocks, ...(note.origin ? { origin: note.origin } : {}) });
  }
  const sections = filled.map((section) => ({
    ...section,
    blocks: rewriteBlocks(section.blocks, { block: (b) => (b.type === "contents" ? list(b, filled) : b) }).filter(
      (b) => !listsNothing(b),
    ),
  }));
  return { sections, footnotes };
}

type Reference = Extract<Inline, { readonly type: "reference" }>;

/** True where something was found wrong with what stands at a place. */
function reportedAt(context: Context, at: Span | undefined): boolean {
  return context.problems.some(
    ({ severity, span }) =>
      severity === "error" && at && span?.file === at.file && span.start >= at.start && span.end <= at.end,
  );
}

function refer(context: Context, node: Reference, targets: ReadonlyMap<string, Target>): readonly Inline[] {
  const target = targets.get(node.target);
  // An entry of a register is linked only where the document prints the register.
  if (!target && node.to === "item") return node.children;
  if (!target) {
    // What bears the id could not be made, and that was reported.
    const lost = context.notebook.given.has(node.target);
    if (!lost)
      problem(
        context,
        "document/unknown-reference",
        node.origin,
        { id: node.target },
        suggest(node.target, targets.keys()),
      );
    else if (node.children.length === 0 && !reportedAt(context, context.notebook.given.get(node.target)))
      problem(context, "document/reference-without-words", node.origin, { id: node.target });
    return node.children.length > 0 ? node.children : [{ type: "text", value: "?" }];
  }
  const children = node.children.length > 0 ? node.children : target.words;
  if (children.length === 0) {
    problem(context, "document/reference-without-words", node.origin, { id: node.target });
    return [{ type: "text", value: "?" }];
  }
  return [{ ...node, to: target.to, children }];
}

/** A list of tables or figures in a document that has none. */
function listsNothing(block: Block): boolean {
  return block.type === "contents" && block.of !== "headings" && block.entries.length === 0;
}

function list(block: Contents, sections: readonly PageSection[]): Contents {
  const entries: ContentsEntry[] = [];
  for (const section of sections) {
    if (section.role === "cover" || (section.role === "front" && block.of === "headings")) continue;
    visitBlocks(section.blocks, { block: (b) => entries.push(...entry(b, block)) });
  }
  // Where the contents leave the highest headings out, the next ones begin at the margin.
  const least = Math.min(...entries.map((e) => e.level));
  const shown = entries.map((e) => ({ ...e, level: e.level - least + 1 })).filter((e) => e.level <= block.depth);
  return { ...block, entries: shown };
}

function entry(block: Block, contents: Contents): readonly ContentsEntry[] {
  if (contents.of === "headings") {
    if (block.type !== "heading" || !block.inContents) return [];
    const number = block.number === undefined ? {} : { number: block.number };
    return [{ target: block.id, level: block.level, ...number, ...entryWords(block.children) }];
  }
  if (contents.of === "tables") {
    if (block.type !== "table" || !block.caption || block.id === undefined) return [];
    return [captioned(block.id, "Table", block.caption)];
  }
  if (block.type !== "exhibit" && block.type !== "picture") return [];
  return [captioned(block.id, "Figure", block.caption)];
}

function captioned(
  target: string,
  label: string,
  caption: { readonly number: number; readonly children: readonly Inline[] },
) {
  return { target, level: 1, number: `${label} ${caption.number}`, ...entryWords(caption.children) };
}

/** An entry repeats the words of its title without their looks, but in the same languages. */
function entryWords(title: readonly Inline[]): Pick<ContentsEntry, "text" | "children"> {
  const runs = saidIn(title);
  const children = runs.map(({ words, language }): Text | Foreign => {
    const text: Text = { type: "text", value: words };
    return language === undefined ? text : { type: "foreign", language, children: [text] };
  });
  const isForeign = children.some((child) => child.type === "foreign");
  return { text: plainText(title), ...(isForeign ? { children } : {}) };
}
