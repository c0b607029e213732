// Who does what: activities ticked against bodies, RACI letters, stakeholders and their parts.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell } from "../../document/document.ts";
import type { Span } from "../../source.ts";
import { suggest } from "../suggest.ts";
import type { View, ViewRequest } from "../view.ts";
import { grid } from "./grid.ts";
import { capital, inlineCell, markdownCell, note, notesOf, textCell } from "./parts.ts";
import { type Entry, items, namedEntry, placeOf } from "./registers.ts";

type MatrixRow = Entry<"matrices">["rows"][number];

const letters: readonly string[] = ["R", "A", "C", "I"];

export const matrix: View = {
  attributes: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const source = namedEntry(request, "matrices", diagnostics);
    if (!source) return { value: [], diagnostics };
    const { entry } = source;
    const columns = Object.entries(entry.columns);
    const grouped = entry.rows.some((r) => r.group !== undefined);
    const noted = entry.rows.some((r) => r.note !== undefined);
    const rows = entry.rows.map((row, i) => {
      const origin = placeOf(request, ["matrices", source.id, "rows", i, "activity"]);
      const marks = marksOf(request, row, Object.keys(entry.columns), origin, diagnostics);
      checkRow(request, entry.kind, row, marks, origin, diagnostics);
      return {
        cells: [
          ...(grouped ? [textCell(row.group)] : []),
          markdownCell(request.kit, row.activity, { origin }),
          ...columns.map(([key, label]) => markCell(entry.kind, marks.get(key), label)),
          ...(noted ? [markdownCell(request.kit, row.note, { origin })] : []),
        ],
        origin,
      };
    });
    const table = grid(request, {
      title: request.kit.inlines(entry.title, source.origin),
      of: "activities",
      columns: [
        ...(grouped ? [{ key: "group", label: [text("Group")], weight: 2 }] : []),
        { key: "activity", label: [text(entry.head ?? "Activity")], rowHeader: true, weight: 4 },
        ...columns.map(([key, label]) => ({ key, label: [text(label)], align: "centre" as const })),
        ...(noted ? [{ key: "note", label: [text("Note")], weight: 3 }] : []),
      ],
      rows,
      merge: grouped ? ["group"] : [],
      notes: [
        ...(entry.kind === "raci" && entry.key !== false ? [raciKey()] : []),
        ...notesOf(request.kit, [entry.note]),
      ],
      origin: source.origin,
    });
    return { value: [table], diagnostics };
  },
};

function raciKey() {
  return note("R is responsible, A accountable, C consulted, I informed.");
}

/** Marks by column; a column that the matrix does not have is reported. */
function marksOf(
  request: ViewRequest,
  row: MatrixRow,
  known: readonly string[],
  origin: Span | undefined,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, string> {
  const given: readonly (readonly [string, string])[] = Array.isArray(row.marks)
    ? row.marks.map((key) => [key, "✓"] as const)
    : Object.entries(row.marks);
  return new Map(
    given.filter(([key]) => {
      if (known.includes(key)) return true;
      diagnostics.push(
        report(
          "register/no-such-column",
          origin ?? request.origin,
          { attribute: "marks", column: key },
          suggest(key, known),
        ),
      );
      return false;
    }),
  );
}

function checkRow(
  request: ViewRequest,
  kind: "ticks" | "raci",
  row: MatrixRow,
  marks: ReadonlyMap<string, string>,
  origin: Span | undefined,
  diagnostics: Diagnostic[],
): void {
  const at = origin ?? request.origin;
  const activity = row.activity.trim();
  if (marks.size === 0) {
    diagnostics.push(report("register/row-without-mark", at, { activity }));
    return;
  }
  if (kind === "ticks") return;
  const found = [...marks.values()].flatMap(lettersOf);
  const wrong = found.find((letter) => !letters.includes(letter));
  if (wrong !== undefined) diagnostics.push(report("register/unknown-letter", at, { activity, letter: wrong }));
  const accountable = found.filter((letter) => letter === "A").length;
  if (accountable !== 1) diagnostics.push(report("register/one-accountable", at, { activity, count: accountable }));
}

/** "R/A", "RA" and "R, A" hold two letters. */
function lettersOf(mark: string): readonly string[] {
  return mark.split(/[^\p{L}]*/u).filter((letter) => letter !== "");
}

function markCell(kind: "ticks" | "raci", mark: string | undefined, label: string): Cell {
  if (mark === undefined) return textCell(undefined);
  if (kind === "ticks") return tickCell(label);
  return textCell(lettersOf(mark).join(", "));
}

function tickCell(label: string): Cell {
  return inlineCell([{ type: "tick", mark: "tick", label }]);
}

const parts = ["responsible", "accountable", "consulted", "informed"] as const;

/** Stakeholders and the part each has. */
export const raci: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "stakeholders", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const grouped = shown.some((s) => s.entry.group !== undefined);
    const interested = shown.some((s) => s.entry.interest !== undefined);
    for (const { entry, origin } of shown)
      if (!parts.some((part) => entry[part]))
        diagnostics.push(report("register/row-without-mark", origin, { activity: entry.name }));
    const table = grid(request, {
      title: [text("Stakeholders and their parts")],
      of: "stakeholders",
      columns: [
        ...(grouped ? [{ key: "group", label: [text("Stakeholder type")], weight: 2 }] : []),
        { key: "stakeholder", label: [text("Stakeholder")], rowHeader: true, weight: 3 },
        ...(interested ? [{ key: "interest", label: [text("Interest")], weight: 3 }] : []),
        ...parts.map((part) => ({
          key: part,
          label: [text(capital(part))],
          align: "centre" as const,
        })),
      ],
      rows: shown.map(({ entry, origin }) => ({
        cells: [
          ...(grouped ? [textCell(entry.group)] : []),
          textCell(entry.name),
          ...(interested ? [markdownCell(request.kit, entry.interest, { origin })] : []),
          ...parts.map((part) => (entry[part] ? tickCell(capital(part)) : textCell(undefined))),
        ],
        origin,
      })),
      merge: grouped ? ["group"] : [],
    });
    return { value: [table], diagnostics };
  },
};
