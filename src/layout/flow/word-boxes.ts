// Boxes and two columns of contents as the file that a word processor opens has them: bordered paragraphs and cells of tables.
import type { FrameBlock, PairsBlock, Prepared } from "../prepare/prepared.ts";
import { type Atom, type Frame, indented, noAtom } from "./atoms.ts";
import { columnsAtom, type Piece } from "./columns.ts";
import { flow } from "./flow.ts";
import type { FlowKit } from "./kit.ts";

/** Points round the words of a cell. */
const cellPad = { top: 8, bottom: 6, side: 11 };

/** What is not only paragraphs stands in the cell of a table. */
export function wordCell(
  body: readonly Prepared[],
  frame: Frame,
  kit: FlowKit,
  look: FrameBlock["look"] = "quote",
): readonly Atom[] {
  const spaced = body.map((block, index): Prepared => {
    if (block.kind !== "text" && block.kind !== "list") return block;
    const isTitle = block.kind === "text" && block.keepNext && block.after <= 3;
    return { ...block, after: index === body.length - 1 ? 3 : isTitle ? block.after : 6 };
  });
  const inner = flow(spaced, frame.width - 2 * cellPad.side, kit);
  const below = inner.at(-1)?.after ?? 0;
  const pad: Atom = { ...noAtom, height: cellPad.top, keep: true, frames: [frame], touches: "below" };
  const middle = inner.map((atom, index) => ({
    ...indented(atom, cellPad.side),
    frames: [frame],
    keep: look === "prompt" || atom.keep || index === inner.length - 1,
  }));
  const after = kit.theme.body.after * 1.6;
  return [
    pad,
    ...middle,
    { ...pad, height: below + cellPad.bottom, keep: false, after, yields: true, touches: "above" },
  ];
}

/** Points round the words of a box, and at its left and right. */
const wordPad = { top: 6.5, bottom: 4.5, left: 13, right: 11 };

/** Paragraphs with a border and a ground. */
export function wordFramed(
  body: readonly Prepared[],
  frame: Frame,
  kit: FlowKit,
  look: FrameBlock["look"],
): readonly Atom[] {
  if (body.some((block) => block.kind !== "text")) return wordCell(body, frame, kit, look);
  const inner = flow(body, frame.width - wordPad.left - wordPad.right, kit);
  const first: Atom = { ...noAtom, height: wordPad.top, keep: true, frames: [frame], touches: "below" };
  const last: Atom = {
    ...noAtom,
    height: wordPad.bottom,
    after: inner.at(-1)?.after ?? 0,
    frames: [frame],
    touches: "above",
  };
  const middle = inner.map((atom, index) => ({
    ...indented(atom, wordPad.left),
    frames: [frame],
    keep: look === "prompt" || atom.keep || index === inner.length - 1,
  }));
  return [first, ...middle, last];
}

/** Share of the labels, and points right of words and above and below them. */
const contentsCell = { label: 0.4, right: 9, pad: 3 };

/** Sections beside their sub-sections as the rows of a table. */
export function wordPairs(block: PairsBlock, width: number, kit: FlowKit): readonly Atom[] {
  const { label: share, right, pad } = contentsCell;
  const x = width * share;
  return block.rows.map((row, index): Atom => {
    const pieces: Piece[] = [
      { x: 0, width: x - right, atoms: flow(row.label, x - right, kit) },
      { x, width: width - x - right, atoms: flow(row.value ?? [], width - x - right, kit) },
    ];
    const below = Math.max(...pieces.map(({ atoms }) => atoms.at(-1)?.after ?? 0));
    const { split: _, ...atom } = columnsAtom(pieces, { padTop: pad, padBottom: pad + below + 0.5 });
    return index === block.rows.length - 1 ? { ...atom, after: kit.theme.body.after * 1.6, yields: true } : atom;
  });
}
