// Entries of registers, read from every table that shows them, and compared key by key.
import type { Document, RatingTone, Row, Table, TableSubject } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { cellText, readTable } from "./rows.ts";

export interface CellChange {
  /** Key of the column. */
  readonly column: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface EntryChange {
  readonly key: string;
  /** What the document calls it. */
  readonly title: string;
  readonly change: "added" | "removed" | "changed";
  /** Cells that differ; all with words in them, for an entry that is on one side only. */
  readonly cells: readonly CellChange[];
  /** In the later document, or in the earlier one for a removed entry. */
  readonly at?: Span;
}

export interface Entry {
  readonly key: string;
  readonly title: string;
  /** Words by column, with the label of the column. */
  readonly cells: ReadonlyMap<string, { readonly label: string; readonly text: string }>;
  readonly preferred: boolean;
  /** Of the rating that its row shows. */
  readonly tone?: RatingTone;
  readonly at?: Span;
}

/** Every table of a document, those in lists and boxes too, in reading order. */
export function tablesOf(document: Document): readonly Table[] {
  const tables: Table[] = [];
  for (const { blocks } of document.sections)
    visitBlocks(blocks, { block: (block) => (block.type === "table" ? tables.push(block) : undefined) });
  return tables;
}

/** Entries that tables of a subject show; what one table leaves out another may add. */
export function entriesOf(tables: readonly Table[], subject: TableSubject): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const table of tables.filter((t) => t.subject === subject)) {
    const { rows, labels } = readTable(table);
    const seen = new Map<string, number>();
    for (const { row, cells, title } of rows) {
      if (row.kind !== "body") continue;
      // Totals and adjustments stand among rows that are entries.
      if (row.entry === undefined && rows.some((r) => r.row.entry !== undefined)) continue;
      const name = row.entry ?? title;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const key = nth === 1 ? name : `${name}#${nth}`;
      const known = entries.get(key);
      const texts = [...cells].map(
        ([column, cell]) => [column, { label: labels.get(column) ?? column, text: cellText(cell) }] as const,
      );
      const at = known?.at ?? row.origin;
      const tone = known?.tone ?? toneOf(row);
      entries.set(key, {
        key,
        title: known?.title ?? title,
        cells: new Map([...texts, ...(known?.cells ?? [])]),
        preferred: row.preferred === true || known?.preferred === true,
        ...(tone ? { tone } : {}),
        ...(at ? { at } : {}),
      });
    }
  }
  return entries;
}

function toneOf(row: Row): RatingTone | undefined {
  let tone: RatingTone | undefined;
  for (const { blocks } of row.cells)
    visitBlocks(blocks, {
      inline: (inline) => {
        if (inline.type === "rating") tone ??= inline.tone;
      },
    });
  return tone;
}

type Entries = ReadonlyMap<string, Entry>;

/** Entries that were added, removed or changed, in the order of the later document, removed ones last. */
export function compareEntries(before: Entries, after: Entries): readonly EntryChange[] {
  const made: EntryChange[] = [];
  for (const entry of after.values()) {
    const earlier = before.get(entry.key);
    const cells = cellChanges(earlier, entry);
    if (earlier && cells.length === 0) continue;
    made.push({ ...facts(entry), change: earlier ? "changed" : "added", cells });
  }
  for (const entry of before.values()) {
    if (!after.has(entry.key)) made.push({ ...facts(entry), change: "removed", cells: cellChanges(entry, undefined) });
  }
  return made;
}

function facts({ key, title, at }: Entry): Pick<EntryChange, "key" | "title" | "at"> {
  return { key, title, ...(at ? { at } : {}) };
}

/** A column that only one of two tables prints says nothing of its entries, but for a status, which is printed once some entry has one. */
function cellChanges(before: Entry | undefined, after: Entry | undefined): readonly CellChange[] {
  const columns = new Set([...(after?.cells.keys() ?? []), ...(before?.cells.keys() ?? [])]);
  return [...columns].flatMap((column): readonly CellChange[] => {
    const [from, to] = [before?.cells.get(column), after?.cells.get(column)];
    if (before && after && !(from && to) && column !== "status") return [];
    const change = { before: from?.text ?? "", after: to?.text ?? "" };
    if (change.before === change.after) return [];
    return [{ column, label: to?.label ?? from?.label ?? column, ...change }];
  });
}
