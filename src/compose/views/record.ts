// Control tables: version history, approvals, file location, distribution. Filled by `control`, never by hand.

import { countWords } from "../../compute/numbers/format.ts";
import type { ApprovalRow, HistoryRow } from "../../control/control.ts";
import type { Standing } from "../../control/evidence.ts";
import { lineBreak, paragraph, text } from "../../document/build.ts";
import type { Block, Cell, Inline } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { type GridColumn, grid } from "./grid.ts";
import { blocksCell, bold, capital, counted, inlineCell, linesCell, markdownCell, note, textCell } from "./parts.ts";

const column = (key: string, label: string, more: Partial<GridColumn> = {}): GridColumn => ({
  key,
  label: [text(label)],
  ...more,
});

/** Title of a control table: a first row across it, or the directive's caption. */
function titled(request: ViewRequest, title: string) {
  return {
    title: [text(title)],
    captioned: request.caption !== undefined,
    titleRow: request.caption === undefined ? [bold(title)] : undefined,
  };
}

const historyWeights: Readonly<Record<string, number>> = { change: 4, name: 3, author: 2, sections: 2 };

export const versionHistory: View = {
  attributes: [],
  render(request) {
    const { house } = request.document.document;
    const { title, rule, columns } = house["version-history"];
    const rows = request.control.history;
    const table = grid(request, {
      control: true,
      ...titled(request, title),
      of: "versions",
      columns: columns.map((c) =>
        column(c.column, c.label, {
          rowHeader: c.column === "version",
          ...(historyWeights[c.column] === undefined ? {} : { weight: historyWeights[c.column] }),
        }),
      ),
      rows: rows.map((row) => ({
        cells: columns.map((c) => historyCell(request, row, c.column, columns)),
        ...(row.origin ? { origin: row.origin } : {}),
      })),
      notes: [
        ...(rule ? [note(rule)] : []),
        ...(request.control.working?.uncommitted
          ? [note("Sources of this document hold changes that are not committed.")]
          : []),
      ],
    });
    return { value: rows.length > 0 ? [table] : [], diagnostics: [] };
  },
};

type HistoryColumn = "version" | "date" | "author" | "initials" | "name" | "change" | "sections" | "status";

function historyCell(
  request: ViewRequest,
  row: HistoryRow,
  key: HistoryColumn,
  columns: readonly { readonly column: HistoryColumn }[],
): Cell {
  switch (key) {
    case "version":
      return textCell(row.version);
    case "date":
      return textCell(request.kit.date(row.date, "table"));
    case "author":
      return textCell(row.author);
    case "initials":
      return textCell(row.initials);
    case "name":
      // A release has no name of its own; where the house prints no changes, what changed stands in its place.
      return row.name !== "" || columns.some((c) => c.column === "change")
        ? textCell(row.name)
        : historyCell(request, row, "change", columns);
    case "change":
      return markdownCell(request.kit, row.change, { origin: row.origin });
    case "sections":
      return linesCell(row.sections);
    case "status":
      return textCell(capital(row.status));
  }
}

export const meetings: View = {
  attributes: [],
  render(request) {
    const rows = request.control.approvals;
    const { approvals } = request.document.document.house;
    const { columns } = approvals;
    const table = grid(request, {
      control: true,
      ...titled(request, approvals.title),
      of: "meetings",
      subject: "approvals",
      columns: columns.map((c) =>
        column(c.column, c.label, {
          rowHeader: c.column === "meeting",
          ...(c.column === "meeting" ? { weight: 4 } : {}),
        }),
      ),
      rows: rows.map((row) => ({
        cells: columns.map((c) => approvalCell(request, row, c.column, columns)),
        entry: row.id,
        ...(row.origin ? { origin: row.origin } : {}),
      })),
      notes: [
        ...(columns.some((c) => c.column === "state") ? [] : stateNotes(request, rows)),
        ...(columns.some((c) => c.column === "outcome" || c.column === "state") ? [] : outcomeNotes(request, rows)),
      ],
    });
    return { value: rows.length > 0 ? [table] : [], diagnostics: [] };
  },
};

type ApprovalColumn = "date" | "organisation" | "meeting" | "purpose" | "state" | "outcome" | "phase";

function approvalCell(
  request: ViewRequest,
  row: ApprovalRow,
  key: ApprovalColumn,
  columns: readonly { readonly column: ApprovalColumn }[],
): Cell {
  const has = (column: ApprovalColumn) => columns.some((c) => c.column === column);
  switch (key) {
    case "date":
      return textCell(request.kit.date(row.written, "table"));
    case "organisation":
      return textCell(row.organisation);
    case "meeting":
      return textCell(has("purpose") || row.purpose === "" ? row.meeting : `${row.meeting} (${row.purpose})`);
    case "purpose":
      return textCell(capital(row.purpose));
    case "state":
      return has("outcome") || row.outcome === ""
        ? textCell(capital(row.state))
        : outcomeCell(request, row, `${capital(row.state)}: `);
    case "outcome":
      return outcomeCell(request, row, "");
    case "phase":
      return textCell(row.phase);
  }
}

function outcomeCell(request: ViewRequest, row: ApprovalRow, before: string): Cell {
  const words = outcomeWords(row);
  const said = before === "" ? capital(words) : `${before}${words}`;
  if (row.conditions === "") return textCell(said);
  return blocksCell([paragraph([text(said)]), ...request.kit.blocks(row.conditions, row.origin)]);
}

/** "approved at version 1.2 (minute 97); changed since in 3 Strategic case, 5 Costs". */
export function outcomeWords({ outcome, version, reference, standing }: ApprovalRow): string {
  const at = version === "" ? "" : ` at version ${version}`;
  const minute = reference === "" || outcome === "" ? "" : ` (${reference})`;
  return `${outcome}${at}${minute}${sinceWords(standing)}`;
}

/** What a reader has to know of an approval that was given to other words; what only one clone knows is not told. */
function sinceWords(standing: Standing | undefined): string {
  switch (standing?.type) {
    case "changed":
      return standing.sections.length === 0 ? "; changed since" : `; changed since in ${standing.sections.join(", ")}`;
    case "unknown":
      return "; its sources have changed since";
    case "holds":
    case undefined:
      return "";
  }
}

/** Where the house prints no column for outcomes. */
function outcomeNotes(request: ViewRequest, rows: readonly ApprovalRow[]) {
  return rows
    .filter((row) => row.version !== "")
    .map((row) => note(`${row.meeting}, ${request.kit.date(row.written, "full")}: ${outcomeWords(row)}.`));
}

/** Where the house prints no column for it: which meetings are still to come. */
function stateNotes(request: ViewRequest, rows: readonly ApprovalRow[]) {
  const date = request.kit.date(request.document.document.front.date, "full");
  const planned = rows.filter((r) => r.state === "planned").length;
  const overdue = rows.filter((r) => r.state === "overdue").length;
  return [
    ...(planned > 0
      ? [
          note(
            `On ${date}, the date of this document, ${countWords(planned, request.document.style)} ${planned === 1 ? "meeting was" : "meetings were"} still planned.`,
          ),
        ]
      : []),
    ...(overdue > 0 ? [note(`No record says that ${counted(overdue, "earlier meeting")} took place.`)] : []),
  ];
}

/** Meetings that stand for a phase of the approval. */
export const approvalPhases: View = {
  attributes: [],
  render(request) {
    const rows = request.control.approvals.filter((row) => row.phase !== "");
    const table = grid(request, {
      control: true,
      title: [text("Approval phases")],
      of: "phases",
      columns: [column("phase", "Phase", { rowHeader: true }), column("date", "Date")],
      rows: rows.map((row) => ({
        cells: [textCell(row.phase), textCell(request.kit.date(row.written, "table"))],
        ...(row.origin ? { origin: row.origin } : {}),
      })),
    });
    return { value: rows.length > 0 ? [table] : [], diagnostics: [] };
  },
};

export const fileLocation: View = {
  attributes: [],
  render(request) {
    const { location } = request.control;
    const { front } = request.document.document;
    const address: readonly Inline[] = [
      { type: "code", value: location.path },
      lineBreak,
      text("tag on release "),
      { type: "code", value: location.tag },
    ];
    const table = grid(request, {
      control: true,
      ...titled(request, "File location"),
      summary: "Where this version of the document is kept.",
      columns: [
        column("version", "Version", { rowHeader: true }),
        column("address", "File address", { weight: 4 }),
        column("date", "Date"),
      ],
      rows: [
        {
          cells: [
            textCell(front.version.replace(/^v/i, "")),
            inlineCell(address),
            textCell(request.kit.date(front.date, "table")),
          ],
        },
      ],
    });
    return { value: [table], diagnostics: [] };
  },
};

export const distribution: View = {
  attributes: [],
  render(request) {
    const entries = request.document.document.front.distribution ?? [];
    const table = grid(request, {
      control: true,
      ...titled(request, "Distribution"),
      of: "recipients",
      columns: [
        column("name", "Name", { rowHeader: true, weight: 2 }),
        column("role", "Role", { weight: 2 }),
        column("date", "Date"),
        column("version", "Version"),
      ],
      rows: entries.map((entry) => ({
        cells: [
          textCell(entry.name),
          textCell(entry.role),
          textCell(entry.date === undefined ? undefined : request.kit.date(entry.date, "table")),
          textCell(entry.version),
        ],
      })),
    });
    const blocks: readonly Block[] = entries.length > 0 ? [table] : [];
    return { value: blocks, diagnostics: [] };
  },
};
