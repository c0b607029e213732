// Tables: type size, columns, rows, and what is printed again on the next page.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Fragment } from "../fragment.ts";
import type { TableBlock } from "../prepare/prepared.ts";
import { type Atom, moved, type Repeat, stacked } from "./atoms.ts";
import { flow } from "./flow.ts";
import type { FlowKit } from "./kit.ts";
import { rowAtoms } from "./rows.ts";
import { textAtoms } from "./text.ts";
import { type ColumnWidths, columnWidths } from "./widths.ts";

const step = 0.5;
/** A table up to this share of a page is not divided. */
const wholeTable = 0.2;

/** Notes of up to so many lines stay together. */
const wholeNotes = 3;

/** Share of the padding that is left between columns when there is no other way. */
const tightPad = 0.5;

/** The largest type at which the table's words fit, with the widths of its columns; then less space between them. */
function choose(
  block: TableBlock,
  width: number,
  kit: FlowKit,
): { readonly widths: ColumnWidths; readonly kit: FlowKit } {
  const { size, smallest, padX } = kit.theme.table;
  for (let type = size; ; type -= step) {
    const set = { ...kit, scale: Math.max(kit.scale * type, smallest) / size, padX };
    const widths = columnWidths(block, width, set);
    const crowded =
      (block.columns.length >= 7 && widths.wanted > width * 1.15) ||
      (block.columns.length >= 6 && widths.asked > width * 2);
    if (widths.missing <= 0 && !crowded) return { widths, kit: set };
    if (type - step >= smallest) continue;
    if (widths.missing <= 0 && !widths.cramped) return { widths, kit: set };
    return tightened(block, width, set);
  }
}

function tightened(
  block: TableBlock,
  width: number,
  kit: FlowKit,
): { readonly widths: ColumnWidths; readonly kit: FlowKit } {
  const tight = { ...kit, padX: kit.padX * tightPad };
  return { widths: columnWidths(block, width, tight), kit: tight };
}

/** Words and shapes without their places in the tree of meaning: they are there once already. */
function asArtifact(part: Fragment): readonly Fragment[] {
  if (part.kind === "link" || part.kind === "anchor" || part.kind === "bounds" || part.kind === "page-number")
    return [];
  const { content: _, ...rest } = { content: undefined, ...part };
  return [rest];
}

function repeated(block: TableBlock, headers: readonly Atom[], width: number, kit: FlowKit): Repeat | undefined {
  const caption = block.continued ? textAtoms({ ...block.continued, after: 5 }, width, kit) : [];
  const space = caption.length > 0 ? 5 : 0;
  // A header that takes much of a page would leave no room for rows.
  const rows = stacked(headers).height < kit.room * 0.3 ? headers : [];
  if (caption.length + rows.length === 0) return undefined;
  const top = stacked(caption);
  const below = stacked(rows);
  const parts = [
    ...top.placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, 0, y))),
    ...below.placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, 0, y + top.height + space))),
  ].flatMap(asArtifact);
  // The ground of a second header row must not cover words that reach down into it.
  const grounds = parts.filter((part) => part.kind !== "text");
  const words = parts.filter((part) => part.kind === "text");
  return { height: top.height + space + below.height, parts: [...grounds, ...words] };
}

/** The repeated header, and over it the words of a cell that goes on from the page before. */
function againAt(repeat: Repeat | undefined, label: readonly Fragment[] | undefined): { readonly repeat?: Repeat } {
  if (!label) return repeat ? { repeat } : {};
  const height = repeat?.height ?? 0;
  const words = label.flatMap(asArtifact).map((part) => moved(part, 0, height));
  return { repeat: { height, parts: [...(repeat?.parts ?? []), ...words] } };
}

function withAnchor(atoms: readonly Atom[], id: string | undefined): readonly Atom[] {
  const [first, ...others] = atoms;
  if (!first || id === undefined) return atoms;
  return [{ ...first, parts: [{ kind: "anchor", id, x: 0, y: 0 }, ...first.parts] }, ...others];
}

/** Caption, rows and notes of a table. */
export function tableAtoms(block: TableBlock, width: number, kit: FlowKit): readonly Atom[] {
  const { widths, kit: set } = choose(block, width, kit);
  if (widths.missing > 0.5) {
    const caption = block.caption ? block.caption.text.text : "This table";
    kit.tooWide(block.node);
    kit.found(report("layout/table-too-wide", block.origin, { caption, points: Math.ceil(widths.missing) }));
  }
  const { body } = kit.theme;
  const captionAtoms = block.caption ? textAtoms(block.caption, width, kit) : [];
  const { atoms: rows, labels } = rowAtoms(block, widths, set);
  const headers = rows.slice(0, block.headers);
  const repeat = repeated(block, headers, width, kit);
  const notes = flow(block.notes, width, kit);
  const after = body.after * 1.6;
  const isSmall = stacked(rows).height < kit.room * wholeTable;
  const all = rows.map((row, index): Atom => {
    const first = index === 0;
    const last = index === rows.length - 1;
    return {
      ...row,
      keep: row.keep || (last && notes.length > 0),
      clings: isSmall,
      before: first && captionAtoms.length === 0 ? after : 0,
      after: last ? (notes.length > 0 ? 5 : after) : 0,
      ...(index >= block.headers ? againAt(repeat, labels.get(index)) : {}),
    };
  });
  // Long notes may go on to the next page, so that they do not draw rows after them; no last line of them stands alone.
  const together = notes.length <= wholeNotes ? notes.length : 2;
  const under = notes.map((note, index): Atom => {
    const last = index === notes.length - 1;
    if (last) return { ...note, after };
    return { ...note, keep: note.keep || index >= notes.length - together };
  });
  return withAnchor([...captionAtoms, ...all, ...under], block.anchor);
}
