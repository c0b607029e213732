// Fills the audit tables of a document once all its words stand.

import type { DocumentModel, Explained, Figure, Value } from "../compute/model.ts";
import { plainValue } from "../compute/numbers/format.ts";
import { lineBreak, paragraph, text } from "../document/build.ts";
import type { Block, Cell, Footnote, Inline, PageSection, Row } from "../document/document.ts";
import { rewriteBlocks, visitBlocks } from "../document/visit.ts";
import { position, type Span } from "../source.ts";
import type { Context } from "./context.ts";
import type { DraftAudit } from "./draft-nodes.ts";

interface Printed {
  readonly figures: readonly Figure[];
  readonly kept: readonly { readonly text: string; readonly reason: string; readonly origin: Span | undefined }[];
}

/** The sections with their audit tables filled. */
export function fillAudits(
  context: Context,
  sections: readonly PageSection[],
  footnotes: readonly Footnote[],
): readonly PageSection[] {
  let rows: readonly Row[] | undefined;
  const fill = (block: Block): Block => {
    if (!isAudit(block)) return block;
    const { audit: _, ...table } = block;
    rows ??= auditRows(
      context,
      printedBy(context.document, [...sections.map((s) => s.blocks), ...footnotes.map((f) => f.blocks)]),
    );
    return { ...table, rows: [...table.rows, ...rows] };
  };
  return sections.map((section) => ({ ...section, blocks: rewriteBlocks(section.blocks, { block: fill }) }));
}

const isAudit = (block: Block): block is DraftAudit => block.type === "table" && "audit" in block;

/** Figures that running text prints, each once in order, and numbers that were kept; tables show theirs themselves. */
function printedBy(document: DocumentModel, parts: readonly (readonly Block[])[]): Printed {
  const figures = new Map<string, Figure>();
  const kept: { text: string; reason: string; origin: Span | undefined }[] = [];
  const inTables = new Set<Inline>();
  const inline = (node: Inline) => {
    if (node.type !== "value") return;
    if (node.kept !== undefined) kept.push({ text: node.text, reason: node.kept, origin: node.origin });
    const figure = node.name === undefined || inTables.has(node) ? undefined : document.figures.get(node.name);
    if (figure) figures.set(figure.name, figure);
  };
  const block = (found: Block) => {
    if (found.type !== "table") return;
    for (const row of found.rows)
      for (const cell of row.cells) visitBlocks(cell.blocks, { inline: (node) => inTables.add(node) });
  };
  for (const blocks of parts) visitBlocks(blocks, { block, inline });
  return { figures: [...figures.values()], kept };
}

function auditRows(context: Context, printed: Printed): readonly Row[] {
  const { document } = context;
  const differs = Object.entries(document.document.registers.data.differs ?? {});
  const rows = [
    ...part(
      "Figures in the text",
      printed.figures.map((figure) => figureRow(context, figure)),
    ),
    ...part(
      "Differences from published values",
      document.explained.map((one) => explainedRow(context, one)),
    ),
    ...part(
      "Differences within the programme",
      differs.map(([name, reason]) => differsRow(context, name, reason)),
    ),
    ...part(
      "Numbers kept as published",
      printed.kept.map((one) =>
        body([[text(one.text)], [text("–")], [text(one.reason)], placed(context, one.origin)], one.origin),
      ),
    ),
  ];
  return rows.length > 0
    ? rows
    : [body([[text("The text prints no figures.")], [text("–")], [text("–")], [text("–")]], undefined)];
}

function part(title: string, rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) return [];
  const head: Row = { kind: "section", cells: [{ blocks: [paragraph(title)], colSpan: 4, header: "column" }] };
  return [head, ...rows];
}

function figureRow(context: Context, figure: Figure): Row {
  const { derivation } = figure;
  const how = derivation.type === "typed" ? "Typed" : capital(shortened(derivation.sentence));
  return body(
    [named(figure.label, figure.name), [value(context, figure.value, figure)], [text(how)], sources(context, figure)],
    figure.origin,
  );
}

function explainedRow(context: Context, one: Explained): Row {
  const { document } = context;
  const figure = document.figures.get(one.figure);
  const values: readonly Inline[] = [
    text("Published "),
    value(context, one.stated, undefined),
    lineBreak,
    text("Computed "),
    value(context, one.computed, figure),
  ];
  return body(
    [named(figure?.label ?? one.figure, one.figure), values, [text(one.reason)], placed(context, one.origin)],
    one.origin,
  );
}

function differsRow(context: Context, name: string, reason: string): Row {
  const { document } = context;
  const figure = document.figures.get(name);
  const label = figure?.label ?? document.tables.get(name)?.title ?? name;
  const at = document.document.registers.places.key(["differs", name]);
  const shown = figure ? [value(context, figure.value, figure)] : [text("–")];
  return body([named(label, name), shown, [text(reason)], placed(context, at)], at);
}

function named(label: string, name: string): readonly Inline[] {
  return label === name ? [text(name)] : [text(label), lineBreak, text(name)];
}

/** A value with the digits it has, but for those a division leaves. */
function value(context: Context, given: Value, figure: Figure | undefined): Inline {
  const { style } = context.document;
  if (given.type !== "number") return { type: "value", text: plainValue(given, undefined, style) };
  const digits = (given.unit === "%" ? given.exact.times(100) : given.exact).decimalPlaces();
  const decimals = Math.max(Math.min(digits, 4), Math.min(figure?.decimals ?? 0, 4));
  return { type: "value", text: plainValue(given, decimals, style), ...(figure ? { name: figure.name } : {}) };
}

/** Where a figure stands, and where the typed values stand that it comes from. */
function sources(context: Context, figure: Figure): readonly Inline[] {
  const own = placed(context, figure.origin);
  if (figure.derivation.type === "typed") return own;
  const from = linesOf(context, leaves(context.document, figure));
  return from === "" ? own : [...own, lineBreak, text(`from ${from}`)];
}

/** Places of the typed values that a figure rests on, through all its steps. */
function leaves(document: DocumentModel, figure: Figure): readonly Span[] {
  const seen = new Set<string>([figure.name]);
  const spans: Span[] = [];
  const open: Figure[] = [figure];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.derivation.type === "typed") {
      if (next.origin) spans.push(next.origin);
      continue;
    }
    for (const name of next.derivation.inputs) {
      const input = document.figures.get(name);
      if (!input || seen.has(input.name)) continue;
      seen.add(input.name);
      open.push(input);
    }
  }
  return spans;
}

/** `data/costs.yaml, lines 4, 12–14`: files in order of name, lines next to each other as one span. */
function linesOf(context: Context, spans: readonly Span[]): string {
  const lines = new Map<string, Set<number>>();
  for (const span of spans) {
    const source = context.model.case.sources.files.get(span.file);
    if (!source) continue;
    const found = lines.get(span.file) ?? new Set();
    lines.set(span.file, found.add(position(source, span.start).line));
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, found]) => `${withinProgramme(context, file)}, ${lineWords([...found].sort((a, b) => a - b))}`)
    .join("; ");
}

/** Beyond so many spans a reader looks the figure up with `fivecase explain`. */
const mostSpans = 8;

function lineWords(lines: readonly number[]): string {
  const spans: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const from = lines[i];
    while (i + 1 < lines.length && (lines[i + 1] ?? 0) === (lines[i] ?? 0) + 1) i++;
    spans.push(from === lines[i] ? `${from}` : `${from}–${lines[i]}`);
  }
  if (spans.length > mostSpans) return `${lines.length} lines from\u00a0${lines[0]} to\u00a0${lines.at(-1)}`;
  const [only] = spans;
  return spans.length === 1 && only !== undefined && !only.includes("–")
    ? `line\u00a0${only}`
    : `lines\u00a0${spans.join(", ")}`;
}

/** A path as seen from the programme's folder, which the note below the table names. */
function withinProgramme(context: Context, file: string): string {
  const folder = `content/${context.model.case.id}/`;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}

/** `data/costs.yaml, line 12`. */
function placed(context: Context, origin: Span | undefined): readonly Inline[] {
  const words = origin ? linesOf(context, [origin]) : "";
  return [text(words === "" ? "–" : words)];
}

/** Sums of many parts are cut; `fivecase explain` names them all. */
const longest = 400;
function shortened(sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const parts = sentence.split(", ");
  let kept = parts[0] ?? "";
  let n = 1;
  for (; n < parts.length && kept.length + (parts[n]?.length ?? 0) < longest; n++) kept += `, ${parts[n]}`;
  return n < parts.length ? `${kept} … and ${parts.length - n} more` : kept;
}

const capital = (words: string): string =>
  /^the /.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;

function body(cells: readonly (readonly Inline[])[], origin: Span | undefined): Row {
  const made = cells.map(
    (children, i): Cell => ({
      blocks: [paragraph(children)],
      ...(i === 0 ? { header: "row" as const } : {}),
      computed: true,
    }),
  );
  return { kind: "body", cells: made, ...(origin ? { origin } : {}) };
}
