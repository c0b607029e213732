// Boards: what they do, who sits on them, when they meet, to whom they report.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { paragraph, text } from "../../document/build.ts";
import type { Cell, Exhibit } from "../../document/document.ts";
import type { Organisation } from "../../document/exhibit.ts";
import type { View, ViewRequest } from "../view.ts";
import { chooseColumns, gridColumns, type Shown } from "./columns.ts";
import { altGiven } from "./gantt.ts";
import { finished, type GridRow, grid } from "./grid.ts";
import { blocksCell, bold, counted, joined, markdownCell, sentence, textCell } from "./parts.ts";
import { organisationName, personName, personPost } from "./people.ts";
import { type Entry, type Item, items, namedEntry, numberAttribute, unknownEntry } from "./registers.ts";

type Board = Item<Entry<"boards">>;
type Member = NonNullable<Entry<"boards">["members"]>[number];

/** Names over what each does, so that a name heads its box; the last box takes what is left of its row. */
function boxes(members: readonly Board[], columns: number, request: ViewRequest): readonly GridRow[] {
  const look = (board: Board, i: number) => ({
    colSpan: i === members.length - 1 ? columns - members.length + 1 : 1,
    origin: board.origin,
  });
  const names = members.map((board, i): Cell => {
    const name = paragraph([bold(board.entry.name)]);
    return blocksCell([name], { ...look(board, i), header: "column" });
  });
  const tasks = members.map((board, i): Cell => {
    const { does } = board.entry;
    return blocksCell(does === undefined ? [paragraph("–")] : request.kit.blocks(does, board.origin), look(board, i));
  });
  const hasTasks = members.some((board) => board.entry.does !== undefined);
  return [finished("group", names), ...(hasTasks ? [finished("body", tasks)] : [])];
}

/** A grid of boxes. */
export const boards: View = {
  attributes: ["only", "columns"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "boards", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const columns = Math.min(numberAttribute(request, "columns", 3, diagnostics), shown.length);
    const rows = Array.from({ length: Math.ceil(shown.length / columns) }, (_, r) =>
      boxes(shown.slice(r * columns, (r + 1) * columns), columns, request),
    ).flat();
    const table = grid(request, {
      title: [text("Boards and what they do")],
      summary: `${counted(shown.length, "board")}, each with what it is responsible for: ${joined(shown.map((b) => b.entry.name))}.`,
      columns: Array.from({ length: columns }, (_, i) => ({ key: `box-${i + 1}`, label: [] })),
      rows,
      header: false,
      look: "grid",
    });
    return { value: [table], diagnostics };
  },
};

export const members: View = {
  attributes: ["of", "columns"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const board = namedEntry(request, "boards", diagnostics);
    if (!board) return { value: [], diagnostics };
    const shown = board.entry.members ?? [];
    if (shown.length === 0) {
      const help = `add members: to the board ${board.id}, or take this line out`;
      const details = { register: `members of ${board.id}` };
      diagnostics.push(report("register/nothing-to-show", request.origin, details, { help }));
      return { value: [], diagnostics };
    }
    const organisation = (m: Member) =>
      m.organisation === undefined ? undefined : organisationName(request, m.organisation, "short");
    const post = (m: Member) => m.post ?? (m.person === undefined ? undefined : personPost(request, m.person));
    const name = (m: Member) => (m.person === undefined ? undefined : personName(request, m.person));
    const plain = (label: string, read: (m: Member) => string | undefined, weight: number): Shown<Member> => ({
      label,
      weight,
      filled: (m) => read(m) !== undefined,
      cell: (m) => textCell(read(m)),
    });
    const known: Readonly<Record<string, Shown<Member>>> = {
      group: plain("Members", (m) => m.group ?? organisation(m), 2),
      name: { ...plain("Name", name, 3), filled: (m) => name(m) !== undefined && name(m) !== post(m) },
      post: plain("Post", post, 3),
      role: plain("Role", (m) => m.role, 2),
      area: plain("Business area", (m) => m.area, 3),
      organisation: plain("Organisation", organisation, 2),
    };
    const usual = ["group", "name", "post", "role", "area"];
    const columns = chooseColumns(request, known, usual, shown, diagnostics);
    const table = grid(request, {
      title: [text(`Members of ${board.entry.name}`)],
      of: "members",
      columns: gridColumns(columns, ["name", "post"]),
      rows: shown.map((m) => ({ cells: columns.map((c) => c.cell(m)), origin: board.origin })),
      merge: ["group"],
      origin: board.origin,
    });
    return { value: [table], diagnostics };
  },
};

/** Board, purpose, rhythm; the cells say it themselves, so there is no header row. */
export const boardMeetings: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "boards", diagnostics).filter(
      (b) => request.attributes.only !== undefined || b.entry.meets !== undefined,
    );
    if (shown.length === 0) return { value: [], diagnostics };
    const table = grid(request, {
      title: [text("Meetings")],
      summary: `What ${joined(shown.map((b) => b.entry.name))} meet for, and how often.`,
      columns: [
        { key: "board", label: [], rowHeader: true, weight: 2 },
        { key: "purpose", label: [], weight: 4 },
        { key: "meets", label: [], weight: 2 },
      ],
      rows: shown.map((b) => ({
        cells: [
          textCell(b.entry.name),
          markdownCell(request.kit, b.entry.purpose ?? b.entry.does, { origin: b.origin }),
          textCell(b.entry.meets),
        ],
        origin: b.origin,
      })),
      header: false,
    });
    return { value: [table], diagnostics };
  },
};

export const chartOfBoards: View = {
  attributes: ["only", "alt"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "boards", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const ids = new Set(shown.map((b) => b.id));
    const all = Object.keys(request.document.document.registers.data.boards ?? {});
    const lines = shown.flatMap((b) =>
      (b.entry["reports-to"] ?? []).flatMap((to) => {
        if (!all.includes(to)) diagnostics.push(...unknownEntry({ ...request, origin: b.origin }, "boards", to, all));
        return ids.has(to) ? [{ from: to, to: b.id }] : [];
      }),
    );
    const content: Organisation = {
      type: "organisation",
      boxes: shown.map((b) => boxOf(request, b)),
      lines,
    };
    const exhibit: Exhibit = {
      type: "exhibit",
      id: request.id ?? "chart-of-boards",
      caption: { label: "Figure", number: 0, children: request.caption ?? [text("Governance")] },
      alt: altGiven(request) ?? chartAlt(shown, ids),
      content,
      notes: [],
      ...(request.origin ? { origin: request.origin } : {}),
    };
    return { value: [exhibit], diagnostics };
  },
};

function boxOf(request: ViewRequest, board: Board): Organisation["boxes"][number] {
  const owners = (board.entry.organisation ?? []).map((id) => organisationName(request, id, "short"));
  return {
    id: board.id,
    title: board.entry.name,
    ...(owners.length > 0 ? { note: joined(owners) } : {}),
    ...(board.entry.layer === undefined ? {} : { group: board.entry.layer }),
  };
}

function chartAlt(shown: readonly Board[], ids: ReadonlySet<string>): string {
  const names = new Map(shown.map((b) => [b.id, b.entry.name]));
  const reports = shown.flatMap((b) => {
    const to = (b.entry["reports-to"] ?? []).filter((id) => ids.has(id)).map((id) => names.get(id) ?? id);
    return to.length > 0 ? [sentence(`${b.entry.name}: reporting to ${joined(to)}`)] : [];
  });
  const linked = new Set(shown.flatMap((b) => (b.entry["reports-to"] ?? []).filter((id) => ids.has(id))));
  const alone = shown.filter((b) => !linked.has(b.id) && !(b.entry["reports-to"] ?? []).some((id) => ids.has(id)));
  return [
    `A chart of ${counted(shown.length, "board")} and their reporting lines.`,
    ...reports,
    ...(alone.length > 0
      ? [
          sentence(
            `${joined(alone.map((b) => b.entry.name))} ${alone.length === 1 ? "stands" : "stand"} without a line`,
          ),
        ]
      : []),
  ].join(" ");
}
