// Figures and totals whose printed values differ.
import type { Cell, Document, Table, Value } from "../document/document.ts";
import { plainText, visitBlocks } from "../document/visit.ts";
import type { Span } from "../source.ts";
import { agree, change, type NumberChange, numberForm, readNumber } from "./number.ts";
import { isRank, type Tables } from "./registers.ts";
import { cellText, readTable } from "./rows.ts";

export interface FigureChange {
  /** Name of the figure, "benefits.net". */
  readonly name: string;
  /** Row, column and table that print it; absent for one in running text only. */
  readonly label?: string;
  /** Printed in running text, where readers are told what matters; else in cells of tables only. */
  readonly inText: boolean;
  /** As printed; absent where that document does not print the figure. */
  readonly before?: string;
  readonly after?: string;
  /** Where both can be read as numbers of one unit. */
  readonly change?: NumberChange;
  readonly at?: Span;
}

export interface TotalChange {
  /** Caption of the table. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly change?: NumberChange;
  readonly at?: Span;
}

export interface MoneyChanges {
  readonly figures: readonly FigureChange[];
  /** Totals and subtotals that are no figure with a name. */
  readonly totals: readonly TotalChange[];
}

interface Figure {
  readonly label?: string;
  readonly inText: boolean;
  /** Each way in which it is printed, in order. */
  readonly texts: readonly string[];
  readonly at?: Span;
}

export function compareMoney(before: Document, after: Document, tables: Tables): MoneyChanges {
  return {
    figures: compareFigures(figuresOf(before, tables.before), figuresOf(after, tables.after)),
    totals: compareTotals(tables),
  };
}

function figuresOf(document: Document, tables: readonly Table[]): ReadonlyMap<string, Figure> {
  const labels = labelsOf(tables);
  const inTables = new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap(valuesIn))));
  const found = new Map<string, Figure>();
  const blocks = [...document.sections.flatMap((s) => s.blocks), ...document.footnotes.flatMap((n) => n.blocks)];
  visitBlocks(blocks, {
    inline: (inline) => {
      if (inline.type !== "value" || inline.name === undefined || isRank(inline.name)) return;
      const known = found.get(inline.name);
      const text = inline.text.replace(/\s+/gu, " ");
      const label = labels.get(inline.name);
      const at = known?.at ?? inline.origin;
      found.set(inline.name, {
        texts: known?.texts.includes(text) ? known.texts : [...(known?.texts ?? []), text],
        inText: known?.inText === true || !inTables.has(inline),
        ...(label === undefined ? {} : { label }),
        ...(at ? { at } : {}),
      });
    },
  });
  return found;
}

function valuesIn({ blocks }: Cell): readonly Value[] {
  const values: Value[] = [];
  visitBlocks(blocks, { inline: (inline) => (inline.type === "value" ? values.push(inline) : undefined) });
  return values;
}

/** What each figure in a table is called there. */
function labelsOf(tables: readonly Table[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const table of tables) {
    const { rows, labels } = readTable(table);
    for (const { cells, title } of rows)
      for (const [column, cell] of cells)
        visitBlocks(cell.blocks, {
          inline: (inline) => {
            if (inline.type !== "value" || inline.name === undefined || found.has(inline.name)) return;
            // Among other words it is no cell of figures, and the row and column would not name it.
            if (cellText(cell) !== inline.text.replace(/\s+/gu, " ")) return;
            found.set(inline.name, [title, labels.get(column)].filter(Boolean).join(", "));
          },
        });
  }
  return found;
}

type Figures = ReadonlyMap<string, Figure>;

function compareFigures(before: Figures, after: Figures): readonly FigureChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((name): readonly FigureChange[] => {
    const [from, to] = [before.get(name), after.get(name)];
    const label = to?.label ?? from?.label;
    const at = to ? to.at : from?.at;
    const inText = (to ?? from)?.inText === true;
    const facts = { name, inText, ...(label === undefined || label === "" ? {} : { label }), ...(at ? { at } : {}) };
    if (!from || !to) {
      const [text = ""] = (to ?? from)?.texts ?? [];
      return [{ ...facts, ...(to ? { after: text } : { before: text }) }];
    }
    const differing = printedDifference(from.texts, to.texts);
    return differing ? [{ ...facts, ...differing }] : [];
  });
}

/** The two printed values that show the difference best: in the same form, with the most digits. */
function printedDifference(
  before: readonly string[],
  after: readonly string[],
): Pick<FigureChange, "before" | "after" | "change"> | undefined {
  const forms = new Map(before.map((text) => [numberForm(text), text]));
  const alike = after.flatMap((text) => {
    const earlier = forms.get(numberForm(text));
    return earlier === undefined ? [] : [{ from: earlier, to: text }];
  });
  const digits = (text: string) => text.replace(/\D/g, "").length;
  const differing = alike.filter(({ from, to }) => from !== to).sort((a, b) => digits(b.to) - digits(a.to));
  const [best] = differing;
  if (best) return valued(best.from, best.to);
  if (alike.length > 0) return undefined;
  const [from = "", to = ""] = [before[0], after[0]];
  const [a, b] = [readNumber(from), readNumber(to)];
  return a && b && agree(a, b) ? undefined : valued(from, to);
}

function valued(before: string, after: string) {
  const [from, to] = [readNumber(before), readNumber(after)];
  const moved = from && to && change(from, to);
  return { before, after, ...(moved ? { change: moved } : {}) };
}

// ---------------------------------------------------------------- totals

interface Total {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly at?: Span;
}

function totalsOf(tables: readonly Table[]): ReadonlyMap<string, Total> {
  const found = new Map<string, Total>();
  for (const table of tables) {
    if (table.control || (table.id === undefined && !table.caption)) continue;
    const { rows, labels } = readTable(table);
    const caption = table.caption ? plainText(table.caption.children) : "";
    for (const { row, cells, title } of rows) {
      if (row.kind !== "total" && row.kind !== "subtotal") continue;
      for (const [column, cell] of cells) {
        const text = cellText(cell);
        if (cell.header || valuesIn(cell).some((value) => value.name !== undefined) || !/\d/.test(text)) continue;
        const key = JSON.stringify([table.id ?? caption, title, column]);
        const at = row.origin ?? table.origin;
        if (!found.has(key))
          found.set(key, {
            table: caption,
            row: title,
            column: labels.get(column) ?? column,
            text,
            ...(at ? { at } : {}),
          });
      }
    }
  }
  return found;
}

function compareTotals({ before, after }: Tables): readonly TotalChange[] {
  const earlier = totalsOf(before);
  return [...totalsOf(after)].flatMap(([key, to]) => {
    const from = earlier.get(key);
    if (!from || from.text === to.text) return [];
    const { table, row, column, at } = to;
    const moved = valued(from.text, to.text);
    return [{ table, row, column, ...moved, ...(at ? { at } : {}) }];
  });
}
