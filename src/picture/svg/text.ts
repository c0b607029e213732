// Words of a drawing as runs at positions; they are set in the document's own face, whatever the drawing names.
import type { Measure } from "../../exhibit/scene.ts";
import { plainName } from "./safe.ts";
import { length } from "./size.ts";
import { type Declarations, handedOn, looksOf, type Rules } from "./style.ts";
import type { Element } from "./xml.ts";

export interface Run {
  readonly value: string;
  /** Start of the run on its baseline, in the drawing's numbers. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly looks: Declarations;
}

interface Piece {
  value: string;
  readonly looks: Declarations;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly dx: number;
  readonly dy: number;
}

export type Field = { readonly width: number; readonly height: number };

/** The runs of a text element, or why they cannot be set one after the other. */
export function runsOf(
  element: Element,
  looks: Declarations,
  rules: Rules,
  field: Field,
  measure: Measure,
): readonly Run[] | { readonly why: string; readonly at: Element } {
  const pieces: Piece[] = [];
  let problem: { readonly why: string; readonly at: Element } | undefined;
  const gather = (of: Element, handed: Declarations): void => {
    const own = looksOf(of, rules);
    for (const key of ["rotate", "baseline-shift"]) if (own.has(key)) problem ??= { why: `text with ${key}`, at: of };
    const writing = handed.get("writing-mode");
    if (writing !== undefined && !/^(lr|horizontal)/.test(writing)) problem ??= { why: "upright text", at: of };
    const place = (key: string, whole: number): number | undefined => {
      const written = own.get(key);
      if (written === undefined) return undefined;
      const value = length(written, whole, sizeOf(handed));
      if (value === undefined) problem ??= { why: "letters placed one by one", at: of };
      return value;
    };
    let next = {
      x: place("x", field.width),
      y: place("y", field.height),
      dx: place("dx", field.width) ?? 0,
      dy: place("dy", field.height) ?? 0,
    };
    for (const child of of.children) {
      if (child.type === "words") {
        pieces.push({ value: child.value.replace(/\s+/g, " "), looks: handed, ...next });
        next = { x: undefined, y: undefined, dx: 0, dy: 0 };
      } else if (plainName(child.name) === "tspan") {
        const inner = looksOf(child, rules);
        if (inner.get("display") === "none") continue;
        // A place that no words of its own take goes to the first words inside.
        if (next.x !== undefined || next.y !== undefined) pieces.push({ value: "", looks: handed, ...next });
        next = { x: undefined, y: undefined, dx: 0, dy: 0 };
        gather(child, handedOn(handed, inner));
      }
    }
  };
  gather(element, looks);
  return problem ?? placed(trimmed(pieces), measure);
}

function sizeOf(looks: Declarations): number {
  return length(looks.get("font-size"), 16, 16) ?? 16;
}

/** Spaces at the ends, and those doubled where two pieces meet, are not printed. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  let endsInSpace = true;
  for (const piece of pieces) {
    if (piece.x !== undefined) endsInSpace = true;
    if (endsInSpace) piece.value = piece.value.replace(/^ /, "");
    if (piece.value !== "") endsInSpace = piece.value.endsWith(" ");
  }
  const last = pieces.findLast((p) => p.value !== "");
  if (last) last.value = last.value.replace(/ $/, "");
  return pieces;
}

function placed(pieces: readonly Piece[], measure: Measure): readonly Run[] {
  const runs: Run[] = [];
  let [x, y] = [0, 0];
  let chunk: { run: Run; width: number }[] = [];
  const finish = (): void => {
    const total = chunk.reduce((sum, { run, width }) => Math.max(sum, run.x + width), Number.NEGATIVE_INFINITY);
    const from = chunk[0]?.run.x ?? 0;
    const anchor = chunk[0]?.run.looks.get("text-anchor");
    const back = anchor === "end" ? total - from : anchor === "middle" ? (total - from) / 2 : 0;
    for (const { run } of chunk) if (run.value.trim() !== "") runs.push({ ...run, x: run.x - back });
    chunk = [];
  };
  for (const piece of pieces) {
    if (piece.x !== undefined || piece.y !== undefined) finish();
    x = (piece.x ?? x) + piece.dx;
    y = (piece.y ?? y) + piece.dy;
    if (piece.value === "") continue;
    const size = sizeOf(piece.looks);
    const bold = isBold(piece.looks.get("font-weight"));
    const middle = /^(middle|central)$/.test(piece.looks.get("dominant-baseline") ?? "") ? size * 0.35 : 0;
    const hanging = /^(hanging|text-before-edge)$/.test(piece.looks.get("dominant-baseline") ?? "") ? size * 0.75 : 0;
    const width = measure(piece.value, size, bold);
    chunk.push({ run: { value: piece.value, x, y: y + middle + hanging, size, bold, looks: piece.looks }, width });
    x += width;
  }
  finish();
  return runs;
}

function isBold(weight: string | undefined): boolean {
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}
