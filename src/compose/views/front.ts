// What stands first: cover, title block, the summary of a Better Care Fund plan.
import { plainValue } from "../../compute/numbers/format.ts";
import { byTime } from "../../days.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Cell, Cover, List } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { finished, type GridRow, grid } from "./grid.ts";
import { logosOf } from "./logos.ts";
import { blocksCell, bold, inlineCell, joined, linesCell, markdownCell, textCell } from "./parts.ts";
import { organisationName, personName, projectName } from "./people.ts";
import { registers } from "./registers.ts";
import { kindWords } from "./words.ts";

function names(request: ViewRequest, ids: readonly string[] | string | undefined): readonly string[] {
  if (ids === undefined) return [];
  return (typeof ids === "string" ? [ids] : ids).map((id) => personName(request, id));
}

/** A version without its v. */
const bare = (version: string) => version.replace(/^v/i, "");

export const cover: View = {
  attributes: [],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const { front } = request.document.document;
    const { programme } = request.model.case;
    const logos = logosOf(request, diagnostics);
    const owners = names(request, front.owners);
    const block: Cover = {
      type: "cover",
      organisations: Object.values(programme.organisations).map((o) => o.name),
      logos,
      kind: kindWords[front.kind],
      title: front.title,
      ...(front.subtitle ? { subtitle: front.subtitle } : {}),
      facts: [
        { label: "Programme", value: programme.programme },
        { label: "Version", value: bare(front.version), control: true },
        { label: "Status", value: request.control.status.name, control: true },
        { label: "Date", value: request.kit.date(front.date, "full"), control: true },
        ...(owners.length > 0
          ? [
              {
                label: owners.length > 1 ? "Owners" : "Owner",
                value: owners.some((o) => o.includes(",")) ? owners.join("; ") : joined(owners),
              },
            ]
          : []),
      ],
    };
    return { value: [block], diagnostics };
  },
};

const label = (words: string, span = 1): Cell =>
  inlineCell([bold(words)], { header: "row", ...(span > 1 ? { colSpan: span } : {}) });

/** A label with its value over all other columns. */
function wide(words: string, value: Cell, columns: 2 | 4): GridRow {
  return finished("body", [label(words), columns === 4 ? { ...value, colSpan: 3 } : value]);
}

/** Two labels with their values: in one row of four columns, or in two rows of two. */
function pair(a: readonly [string, Cell], b: readonly [string, Cell], columns: 2 | 4): readonly GridRow[] {
  if (columns === 4) return [finished("body", [label(a[0]), a[1], label(b[0]), b[1]])];
  return [finished("body", [label(a[0]), a[1]]), finished("body", [label(b[0]), b[1]])];
}

export const titleBlock: View = {
  attributes: [],
  render(request) {
    const columns = request.document.document.house["title-block"].columns === "4" ? 4 : 2;
    const table = grid(request, {
      control: true,
      title: [text("About this document")],
      captioned: request.caption !== undefined,
      summary: "Facts about this document: programme, version, date and the people who answer for it.",
      columns: (columns === 4 ? ["label", "value", "label-2", "value-2"] : ["label", "value"]).map((key, i) => ({
        key,
        label: [],
        ...(i === 0 ? { rowHeader: true } : {}),
        weight: columns === 4 ? [4, 4, 3, 4][i] : [2, 3][i],
      })),
      rows: titleRows(request, columns),
      header: false,
      look: "form",
    });
    return { value: [table], diagnostics: [] };
  },
};

function titleRows(request: ViewRequest, columns: 2 | 4): readonly GridRow[] {
  const { front } = request.document.document;
  const { programme } = request.model.case.programme;
  const person = (words: string, ids: readonly string[] | string | undefined): readonly GridRow[] => {
    const people = names(request, ids);
    return people.length > 0 ? [wide(words, linesCell(people), columns)] : [];
  };
  const manager = front["project-manager"];
  const authors = front.authors.filter((id) => id !== manager);
  return [
    wide("Programme name", textCell(programme), columns),
    ...pair(
      ["Date", textCell(request.kit.date(front.date, "full"))],
      ["Version", textCell(bare(front.version))],
      columns,
    ),
    ...pair(["Status", textCell(request.control.status.name)], ["Reference", textCell(front.reference)], columns),
    ...projectRows(request, columns),
    ...person("Sponsor", front.sponsor),
    ...person("Programme manager", front["programme-manager"]),
    ...person(
      manager !== undefined && front.authors.includes(manager) ? "Project manager and author" : "Project manager",
      manager,
    ),
    ...person(authors.length > 1 ? "Authors" : "Author", authors),
    ...person(front.owners.length > 1 ? "Senior responsible owners" : "Senior responsible owner", front.owners),
    ...person("Financial accountant", front.accountant),
    ...meetingRows(request, columns),
  ];
}

function projectRows(request: ViewRequest, columns: 2 | 4): readonly GridRow[] {
  const { front } = request.document.document;
  const ids = front.projects ?? Object.keys(registers(request).projects ?? {});
  const [first, ...others] = ids.map((id) => projectName(request, id));
  if (first === undefined) return [];
  if (others.length === 0) return [wide("Project", textCell(first), columns)];
  const list: List = {
    type: "list",
    style: "decimal",
    items: [first, ...others].map((name, i) => ({
      marker: `${i + 1}.`,
      value: i + 1,
      blocks: [{ type: "paragraph", children: [text(name)] }],
    })),
  };
  return [wide("Programme projects", blocksCell([list]), columns)];
}

/** Days of the governance route that the title block names, in order. */
function meetingRows(request: ViewRequest, columns: 2 | 4): readonly GridRow[] {
  const { document } = request.document;
  const route = Object.values(registers(request).meetings ?? {}).filter(
    (m) => m["title-block"] === true && (!m.documents || m.documents.includes(document.id)),
  );
  return route
    .sort((a, b) => byTime(a.date, b.date))
    .map((m) => {
      const board = m.board === undefined ? undefined : registers(request).boards?.[m.board]?.name;
      const words = m.label ?? `Date of ${m.body ?? board ?? "meeting"}`;
      return wide(words, textCell(request.kit.date(m.date, "full")), columns);
    });
}

/** The summary table of a Better Care Fund plan. */
export const planDetails: View = {
  attributes: [],
  render(request) {
    const { front } = request.document.document;
    if (front.kind !== "bcf-plan") return { value: [], diagnostics: [] };
    const { plan } = front;
    const organisations = (ids: readonly string[]) => linesCell(ids.map((id) => organisationName(request, id)));
    const day = (date: string | undefined) => textCell(date === undefined ? "Not yet" : request.kit.date(date, "full"));
    const row = (words: string, value: Cell) => finished("body", [label(words, 2), value]);
    const table = grid(request, {
      title: [text("Summary of plan")],
      captioned: request.caption !== undefined,
      summary: "Who makes the plan, when it was agreed and submitted, and the value of the pooled budget.",
      columns: [
        { key: "label", label: [], rowHeader: true, weight: 4 },
        { key: "year", label: [], weight: 1 },
        { key: "value", label: [], weight: 4 },
      ],
      rows: [
        row("Local authority", organisations(plan["local-authority"])),
        row("Clinical commissioning groups", organisations(plan["clinical-commissioning-groups"])),
        row("Boundary differences", markdownCell(request.kit, plan.boundaries)),
        row("Date agreed at Health and Wellbeing Board", day(plan["date-agreed"])),
        row("Date submitted", submitted(request, plan["date-submitted"])),
        ...poolRows(request, "Minimum required value of pooled budget", "minimum"),
        ...poolRows(request, "Total agreed value of pooled budget", "agreed"),
      ],
      header: false,
      look: "form",
    });
    return { value: [table], diagnostics: [] };
  },
};

function submitted(request: ViewRequest, date: string | undefined): Cell {
  if (date === undefined) return textCell("Not yet");
  const draft = request.control.status.draft ? " (draft)" : "";
  return textCell(`${request.kit.date(date, "full")}${draft}`);
}

/** One row a year of the table `pooled-budget`. */
function poolRows(request: ViewRequest, words: string, id: "minimum" | "agreed"): readonly GridRow[] {
  const { figures, style } = request.document;
  const pattern = new RegExp(`^pooled-budget\\.${id}\\.(\\d{4}/\\d{2})$`);
  const found = [...figures].flatMap(([name, figure]) => {
    const year = pattern.exec(name)?.[1];
    return year === undefined ? [] : [{ year, text: plainValue(figure.value, figure.decimals, style) }];
  });
  return found.map(({ year, text: value }, i) =>
    finished("body", [
      ...(i === 0 ? [inlineCell([bold(words)], { header: "row" as const, rowSpan: found.length })] : []),
      textCell(year, { header: "row" }),
      inlineCell([{ type: "value", text: value }], { computed: true }),
    ]),
  );
}
