// A text block as lines: one atom a line, kept together so that no line stands alone.
import type { Theme } from "../../../schemas/house.ts";
import type { Fragment } from "../fragment.ts";
import { balancedLines, filledLines, type Line, lines } from "../lines.ts";
import type { Faces } from "../metrics.ts";
import type { TextBlock } from "../prepare/prepared.ts";
import { chipPad, citationAnchor, type PreparedText } from "../text.ts";
import type { WordRules } from "../word.ts";
import type { Atom } from "./atoms.ts";

export type Align =
  | { readonly kind: "left" | "right" | "centre" }
  /** `point` is where the decimal point stands, from the left edge. */
  | { readonly kind: "decimal"; readonly point: number };

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly leading: number;
}

/** Distance from a line's top to its baseline. */
export function baseline(faces: Faces, size: number, leading: number): number {
  const { ascent, descent } = faces.regular;
  return (leading - (ascent + descent) * size) / 2 + ascent * size;
}

/** The pieces of one line: words, grounds of ratings, areas of links. */
export function lineParts(
  prepared: PreparedText,
  line: Line,
  place: LinePlace,
  faces: Faces,
  theme: Theme,
): readonly Fragment[] {
  const { runs, edges, text } = prepared;
  const origin = edges[line.start] ?? 0;
  const base = place.y + baseline(faces, place.size, place.leading);
  const parts: Fragment[] = prepared.notes
    .filter(({ offset }) => offset >= line.start && offset < line.through)
    .map(({ id }) => ({ kind: "anchor", id: citationAnchor(id), x: place.x, y: place.y }));
  runs.forEach((run, index) => {
    const from = Math.max(run.start, line.start);
    const runEnd = runs[index + 1]?.start ?? text.length;
    const to = Math.min(runEnd, line.through);
    if (to <= from) return;
    const words = text.slice(from, to).replace(/\n$/, run.content === undefined ? "" : " ");
    if (words === "") return;
    const x = place.x + ((edges[from] ?? 0) - origin) * place.size;
    const width = ((edges[Math.min(to, Math.max(line.end, from))] ?? 0) - (edges[from] ?? 0)) * place.size;
    const pad = run.chip ? chipPad * place.size : 0;
    if (run.chip) {
      const tone = theme.colours.ratings[run.chip];
      const height = Math.min(place.leading - 1, place.size * 1.3);
      const top = base - place.size * 0.36 - height / 2;
      parts.push({
        kind: "rectangle",
        x: x + 0.5,
        y: top,
        width: width - 1,
        height,
        radius: 2.5,
        ...(tone ? { fill: tone.fill, stroke: tone.border, strokeWidth: 0.8 } : {}),
      });
    }
    parts.push({
      kind: "text",
      ...(run.content === undefined ? {} : { content: run.content }),
      x: x + pad,
      y: base - run.rise * place.size,
      width: width - 2 * pad,
      text: words,
      face: run.face,
      size: place.size * run.scale,
      colour: run.colour,
    });
    if (run.link && width > 0) {
      const { element, target, words: label, underlined } = run.link;
      parts.push({ kind: "link", element, x, y: place.y, width, height: place.leading, target, words: label });
      if (underlined) {
        const y = base + place.size * 0.14;
        parts.push({ kind: "line", x, y, toX: x + width, toY: y, stroke: run.colour, strokeWidth: 0.5 });
      }
    }
  });
  return parts;
}

/** Width up to the decimal point of a number, or of the whole when there is none; at type size 1. */
export function decimalPoint(prepared: PreparedText): { readonly before: number; readonly after: number } {
  const { text, edges } = prepared;
  const whole = edges[text.length] ?? 0;
  const digit = /\d(?=\D*$)/.exec(text);
  if (!digit) return { before: whole, after: 0 };
  const point = /\.(?=\d+\D*$)/.exec(text);
  const at = point ? point.index : digit.index + 1;
  const before = edges[at] ?? 0;
  return { before, after: whole - before };
}

interface TextKit {
  readonly faces: Faces;
  readonly theme: Theme;
  /** Factor on sizes, below 1 in tables. */
  readonly scale: number;
  readonly align?: Align;
  readonly word?: WordRules;
}

function startOf(align: Align | undefined, prepared: PreparedText, line: Line, width: number, size: number): number {
  const free = Math.max(0, width - line.width * size);
  switch (align?.kind) {
    case "right":
      return free;
    case "centre":
      return free / 2;
    case "decimal":
      return line.start === 0 && line.through === prepared.text.length && /\d/.test(prepared.text)
        ? Math.max(0, Math.min(free, align.point - decimalPoint(prepared).before * size))
        : free;
    default:
      return 0;
  }
}

/** How wide running text gets; a file leaves it a point more. */
export function measureOf({ theme, word }: { readonly theme: Theme; readonly word?: WordRules }): number {
  return theme.body.measure + (word ? 1 : 0);
}

/** Size and leading of a block, never below the theme's smallest. */
export function typeOf(
  block: { readonly size: number; readonly leading: number },
  kit: { readonly theme: Theme; readonly scale: number; readonly word?: WordRules },
): { readonly size: number; readonly leading: number } {
  const scale = Math.max(kit.scale, kit.theme.table.smallest / block.size);
  const size = block.size * scale;
  if (kit.word) return { size, leading: block.leading - block.size + size };
  return { size, leading: block.leading * scale };
}

/** Atoms of a text block at a width. */
export function textAtoms(block: TextBlock, width: number, kit: TextKit): readonly Atom[] {
  const { size, leading } = typeOf(block, kit);
  const room = block.measured ? Math.min(width, measureOf(kit)) : width;
  const setLines = kit.word ? filledLines : block.balanced ? balancedLines : lines;
  const cut = setLines(block.text, room / size, block.hang);
  const align = block.align ? ({ kind: block.align } as const) : kit.align;
  const rule = block.ruleAbove ? 7 : 0;
  return cut.map((line, index): Atom => {
    const first = index === 0;
    const last = index === cut.length - 1;
    const x = (first ? 0 : block.hang * size) + startOf(align, block.text, line, room, size);
    const top = first ? rule : 0;
    const parts = [...lineParts(block.text, line, { x, y: top, size, leading }, kit.faces, kit.theme)];
    if (first && block.anchor !== undefined) parts.unshift({ kind: "anchor", id: block.anchor, x: 0, y: 0 });
    if (first && rule > 0) {
      parts.unshift({
        kind: "line",
        x: 0,
        y: 0,
        toX: room,
        toY: 0,
        stroke: kit.theme.colours.accent,
        strokeWidth: 1,
      });
    }
    return {
      height: leading + top,
      before: first ? block.before * kit.scale : 0,
      after: last ? block.after * kit.scale : 0,
      keep: last ? block.keepNext : first || index === cut.length - 2 || block.keepNext,
      parts,
      notes: block.text.notes.filter((n) => n.offset >= line.start && n.offset < line.through).map((n) => n.id),
      frames: [],
      ...(first && block.forced ? { forced: true } : {}),
      ...(first && block.chapter !== undefined ? { chapter: block.chapter } : {}),
    };
  });
}
