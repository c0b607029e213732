// Tables: type size, columns, rows, and what is printed again on the next page.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Fragment } from "../fragment.ts";
import type { PreparedRow, TableBlock } from "../prepare/prepared.ts";
import type { WordTable } from "../word.ts";
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

/** A table in the widths that its file says. */
function asWritten(
  block: TableBlock,
  { widths, size, padX }: WordTable,
  kit: FlowKit,
): { readonly widths: ColumnWidths; readonly kit: FlowKit } {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const decimals = block.columns.map(() => 0);
  const total = edges.at(-1) ?? 0;
  return {
    widths: { edges, missing: 0, wanted: total, asked: total, cramped: false, decimals },
    kit: { ...kit, scale: size / kit.theme.table.size, padX },
  };
}

function tightened(
  block: TableBlock,
  width: number,
  kit: FlowKit,
): { readonly widths: ColumnWidths; readonly kit: FlowKit } {
  const tight = { ...kit, padX: kit.padX * tightPad };
  return { widths: columnWidths(block, width, tight), kit: tight };
}

/** Words and shapes without their places in the tree of meaning, where they are once already: only a break of pages asks for them. */
function asArtifact(part: Fragment): readonly Fragment[] {
  if (part.kind === "link" || part.kind === "anchor" || part.kind === "bounds" || part.kind === "page-number")
    return [];
  const { content: _, ...rest } = { content: undefined, ...part };
  return [{ ...rest, paged: true }];
}

/** A caption that takes more of a page than this is not printed again. */
const captionShare = 0.1;

function repeated(block: TableBlock, headers: readonly Atom[], width: number, kit: FlowKit): Repeat | undefined {
  const all = block.continued ? textAtoms({ ...block.continued, after: 5 }, width, kit) : [];
  const caption = stacked(all).height < kit.room * captionShare ? all : [];
  const space = caption.length > 0 ? 5 : 0;
  if (caption.length + headers.length === 0) return undefined;
  const top = stacked(caption);
  const below = stacked(headers);
  const parts = [
    ...top.placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, 0, y))),
    ...below.placed.flatMap(({ atom, y }) => atom.parts.map((part) => moved(part, 0, y + top.height + space))),
  ].flatMap(asArtifact);
  // The ground of a second header row must not cover words that reach down into it.
  const grounds = parts.filter((part) => part.kind !== "text");
  const words = parts.filter((part) => part.kind === "text");
  return { height: top.height + space + below.height, parts: [...grounds, ...words] };
}

const nothing: Repeat = { height: 0, parts: [] };

/** One under the other. */
function joined(repeat: Repeat | undefined, more: Repeat | undefined): Repeat | undefined {
  if (!repeat || !more) return repeat ?? more;
  const parts = more.parts.map((part) => moved(part, 0, repeat.height));
  return { height: repeat.height + more.height, parts: [...repeat.parts, ...parts] };
}

/**
 * What stands above rows that begin a page: the header again, then sums that are brought forward, then the words of a cell that goes on from
 * the page before, beside the row itself.
 */
function againAt(
  header: Repeat | undefined,
  brought: Repeat | undefined,
  label: readonly Fragment[] | undefined,
): Repeat | undefined {
  const words = label && { height: 0, parts: label.flatMap(asArtifact) };
  const all = joined(joined(header, brought), words);
  return all && brought ? { ...all, unsummed: joined(header, words) ?? nothing } : all;
}

interface Carried {
  readonly forward: Repeat;
  readonly brought: Repeat;
}

/** What a page that ends inside a row prints below it, and the next one above the rest: the row's figures are on the first. */
function tornAt(sums: Carried, repeat: Repeat | undefined, label: readonly Fragment[] | undefined): Atom["torn"] {
  return { foot: sums.forward, repeat: againAt(repeat, sums.brought, label) ?? sums.brought };
}

/** The rows of sums for a break below each row. */
function carriedRows(block: TableBlock, widths: ColumnWidths, kit: FlowKit): readonly (Carried | undefined)[] {
  const set = (row: PreparedRow): Repeat => {
    const { placed, height } = stacked(rowAtoms({ ...block, rows: [row], headers: 0 }, widths, kit).atoms);
    return { height, parts: placed.flatMap(({ atom }) => atom.parts).flatMap(asArtifact) };
  };
  return block.rows.map(({ carried }) => carried && { forward: set(carried.forward), brought: set(carried.brought) });
}

function withAnchor(atoms: readonly Atom[], id: string | undefined): readonly Atom[] {
  const [first, ...others] = atoms;
  if (!first || id === undefined) return atoms;
  return [{ ...first, parts: [{ kind: "anchor", id, x: 0, y: 0 }, ...first.parts] }, ...others];
}

/** Caption, rows and notes of a table. */
export function tableAtoms(block: TableBlock, width: number, kit: FlowKit): readonly Atom[] {
  const word = kit.word?.table(block.node, width);
  const { widths, kit: set } = word ? asWritten(block, word, kit) : choose(block, width, kit);
  if (widths.missing > 0.5) {
    const caption = block.caption ? block.caption.text.text : "This table";
    const upright = block.node.upright === true;
    if (!upright) kit.tooWide(block.node);
    kit.found(report("layout/table-too-wide", block.origin, { caption, points: Math.ceil(widths.missing), upright }));
  }
  const { body } = kit.theme;
  const captionAtoms = block.caption ? textAtoms(block.caption, width, kit) : [];
  const { atoms: rows, labels, repeats } = rowAtoms(block, widths, set, word);
  const repeat = repeated(block, repeats ? rows.slice(0, block.headers) : [], width, kit);
  const notes = flow(block.notes, width, kit);
  const after = body.after * 1.6;
  const isSmall = stacked(rows).height < kit.room * wholeTable;
  const sums = carriedRows(block, widths, set);
  const all = rows.map((row, index): Atom => {
    const first = index === 0;
    const last = index === rows.length - 1;
    const own = sums[index];
    const isHeader = index < block.headers;
    // Where even the header goes on over a page, what is under the caption does.
    const head =
      isHeader && (repeats || first) ? undefined : againAt(repeat, sums[index - 1]?.brought, labels.get(index));
    return {
      ...row,
      keep: word ? word.kept.has(index) : row.keep || (last && notes.length > 0),
      clings: isSmall && !word && !last,
      before: first && captionAtoms.length === 0 ? (word ? body.after : after) : 0,
      after: last ? (notes.length > 0 ? (word ? 0 : 5) : after) : 0,
      ...(word && last ? { yields: true } : {}),
      ...(head ? { repeat: head } : {}),
      ...(own && !last ? { foot: own.forward } : {}),
      ...(own && row.split ? { torn: tornAt(own, repeat, labels.get(index)) } : {}),
      ...(isHeader && row.split && repeat ? { torn: { foot: nothing, repeat } } : {}),
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
