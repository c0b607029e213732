// Cells of two tables that, by all their words, are the same cell: same row, same column, and titles of which one says
// no more than the other.
import type { DocumentModel, Figure, TableModel } from "../compute/model.ts";
import { type Difference, isOwn, namesOf, sameNumber, words } from "./differences.ts";
import { contentWords } from "./words.ts";

interface Cell {
  readonly document: DocumentModel;
  readonly own: boolean;
  readonly table: string;
  readonly title: readonly string[];
  readonly row: readonly string[];
  readonly figure: Figure;
}

/** A row and column that so many tables share says too little. */
const crowd = 30;
/** Words of a title that two tables must have in common. */
const common = 3;
/** A row with more words is a text, not a name. */
const longestName = 12;

/** Differences of a document's own tables from the tables of other names in the rest of the programme. */
export function likeNamed(documents: readonly DocumentModel[]): ReadonlyMap<DocumentModel, readonly Difference[]> {
  const cells = new Map<string, Map<string, Cell>>();
  // Own cells open a group, so that what no document has of its own is left aside.
  for (const own of documents.some((d) => Object.keys(d.document.own.tables ?? {}).length > 0) ? [true, false] : [])
    for (const document of documents)
      for (const table of document.tables.values())
        for (const [key, cell] of isOwn(document, table.origin) === own ? cellsOf(document, table, own) : []) {
          const group = cells.get(key) ?? (own ? new Map<string, Cell>() : undefined);
          const { origin } = cell.figure;
          // Shared cells stand in every document.
          const place = `${origin?.file}:${origin?.start}`;
          if (group && group.size < crowd && !group.has(place)) cells.set(key, group.set(place, cell));
        }
  const found = new Map<DocumentModel, Difference[]>();
  for (const group of cells.values())
    for (const here of group.values()) {
      const there = here.own ? [...group.values()].find((other) => differs(here, other, documents)) : undefined;
      if (!there) continue;
      const difference: Difference = {
        names: namesOf(here.figure.name),
        ...words(here.document, here.figure, there.document, there.figure),
        same: false,
      };
      found.set(here.document, [...(found.get(here.document) ?? []), difference]);
    }
  return found;
}

function differs(here: Cell, there: Cell, documents: readonly DocumentModel[]): boolean {
  // What is worked out from the programme's figures agrees with them.
  if (here.figure.derivation.type === "computed") return false;
  if (there.table === here.table || isOwn(here.document, there.figure.origin)) return false;
  // Of two own tables the later document is told.
  if (there.own && documents.indexOf(there.document) > documents.indexOf(here.document)) return false;
  return sameTitle(here, there) && !sameNumber(here.figure.value, there.figure.value);
}

function sameTitle(here: Cell, there: Cell): boolean {
  const within = (a: Cell, b: Cell) => a.title.every((word) => b.title.includes(word) || b.row.includes(word));
  const shared = here.title.filter((word) => there.title.includes(word)).length;
  return shared >= common && (within(here, there) || within(there, here));
}

function cellsOf(document: DocumentModel, table: TableModel, own: boolean): readonly (readonly [string, Cell])[] {
  const title = contentWords(table.title);
  if (table.kind !== "table" || title.length < common) return [];
  const columns = table.columns
    .filter((column) => column.type === "number")
    .map(({ key, label, unit }) => {
      const kind = unit.startsWith("£") ? "£" : unit;
      return { key, words: ` | ${[...contentWords(label)].sort().join(" ")} | ${kind}` };
    });
  return table.rows.flatMap((row) => {
    if (row.kind !== "body") return [];
    const texts = [...row.cells.values()].flatMap(({ content }) => (content.type === "markdown" ? [content.text] : []));
    const named = contentWords(texts.join(" "));
    if (named.length === 0 || named.length > longestName) return [];
    const words = [...named].sort().join(" ");
    return columns.flatMap((column) => {
      const figure = document.figures.get(row.cells.get(column.key)?.name ?? "");
      if (figure?.value.type !== "number") return [];
      return [[`${words}${column.words}`, { document, own, table: table.id, title, row: named, figure }] as const];
    });
  });
}
