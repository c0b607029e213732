// A programme in memory, from YAML to the blocks of one view.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ViewKit, ViewRequest } from "../../../src/compose/view.ts";
import { views } from "../../../src/compose/views/index.ts";
import { compute } from "../../../src/compute/compute.ts";
import type { Model } from "../../../src/compute/model.ts";
import { formatDate, formatWhen } from "../../../src/compute/numbers/date.ts";
import { control } from "../../../src/control/fill.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { bullets, paragraph, text } from "../../../src/document/build.ts";
import type { Block, Cell, Table } from "../../../src/document/document.ts";
import { plainText } from "../../../src/document/visit.ts";
import { parse } from "../../../src/parse/parse.ts";
import type { Source } from "../../../src/source.ts";
import { validate } from "../../../src/validate/validate.ts";
import type { GitFacts, Sources } from "../../../src/workspace/sources.ts";

const house = `
name: House
theme: plain
headings: { default: [{ pattern: "%1" }] }
version-history:
  title: Version history
  rule: Baselined at 1.0
  columns:
VERSIONS
approvals:
  title: Review and approval
  columns:
    - { column: date, label: Date }
    - { column: organisation, label: Organisation }
    - { column: meeting, label: Meeting }
title-block: { columns: COLUMNS }
dates: { full: 28 January 2014, table: 28/01/2014 }
`;

const versionColumns = [
  "{ column: version, label: Version }",
  "{ column: date, label: Date }",
  "{ column: author, label: Author }",
  "{ column: change, label: Change }",
  "{ column: sections, label: Pages affected }",
];

const theme = `
name: plain
page: { width: 595, height: 842, margin: { left: 70, right: 70, top: 70, bottom: 62 }, header: 34, footer: 30 }
face: { text: arimo, word: Arial }
body: { size: 12, leading: 17, after: 8, measure: 450 }
small: { size: 10, leading: 13 }
headings: [{ size: 24, leading: 29, before: 28, after: 14 }]
table: { size: 10.5, leading: 13.5, smallest: 9.5, padX: 6, padY: 5 }
list: { indent: 18, after: 3 }
colours:
  text: "#1d1d1f"
  quiet: "#505a5f"
  accent: "#0b3c5d"
  accentText: "#0b3c5d"
  rule: "#b1b4b6"
  tint: "#e7eef3"
  groupTint: "#f3f5f6"
  link: "#0b3c5d"
  mark: "#e4e8ea"
  ratings: { green: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }, amber-green: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }, amber: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }, amber-red: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }, red: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }, neutral: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" } }
  series: ["#0b3c5d"]
`;

const bankHolidays = readFileSync(
  join(import.meta.dirname, "../../../templates/calendars/england-and-wales.yaml"),
  "utf8",
);

const programmeYaml = `
programme: Test programme
organisations:
  pcc: { name: Plymouth City Council, short: PCC }
  ccg: { name: Clinical Commissioning Group, short: CCG }
people:
  sr: { post: Project manager, name: Simon Reed, initials: SR, organisation: pcc }
  ac: { post: Director, initials: AC, organisation: ccg }
profile: house
`;

const frontMatter = `
kind: obc
title: A test
version: 1.1
status: for approval
date: 2014-10-27
authors: [sr]
owners: [ac]
classification: public
`;

export interface Story {
  readonly data?: string;
  /** Lines added to programme.yaml. */
  readonly programme?: string;
  /** Replaces front matter. */
  readonly front?: string;
  readonly body?: string;
  readonly history?: string;
  readonly git?: Partial<GitFacts>;
  readonly columns?: 2 | 4;
  /** Columns of the version history, as the house profile writes them. */
  readonly versionColumns?: readonly string[];
  /** Lines added to the house profile. */
  readonly house?: string;
}

/** Parses, validates and computes; `blocking` keeps what the stages before reported. */
export function modelOf(story: Story): { readonly model: Model; readonly diagnostics: readonly Diagnostic[] } {
  const files = new Map<string, Source>();
  const add = (file: string, content: string) => files.set(file, { file, text: content });
  add("content/test/programme.yaml", programmeYaml + (story.programme ?? ""));
  add("content/test/data/all.yaml", story.data ?? "{}");
  add(
    "content/test/paper/document.md",
    `---\n${(story.front ?? frontMatter).trim()}\n---\n\n${story.body ?? "# One\n"}`,
  );
  if (story.history !== undefined) add("content/test/paper/history.yaml", story.history);
  const versions = (story.versionColumns ?? versionColumns).map((column) => `    - ${column}`).join("\n");
  const profile = house.replace("COLUMNS", String(story.columns ?? 4)).replace("VERSIONS", versions);
  add("templates/houses/house/profile.yaml", profile + (story.house ?? ""));
  add("templates/calendars/england-and-wales.yaml", bankHolidays);
  add("templates/themes/plain.yaml", theme);
  const sources: Sources = {
    programme: "test",
    files,
    binaries: new Map(),
    documents: [
      {
        id: "paper",
        main: "content/test/paper/document.md",
        parts: [],
        data: [],
        ...(story.history === undefined ? {} : { history: "content/test/paper/history.yaml" }),
      },
    ],
    templates: {
      kinds: new Map(),
      partials: new Map(),
      houses: new Map([["house", "templates/houses/house/profile.yaml"]]),
      themes: new Map([["plain", "templates/themes/plain.yaml"]]),
      calendars: new Map([["england-and-wales", "templates/calendars/england-and-wales.yaml"]]),
    },
    git: { shallow: false, changed: [], tags: [], ...story.git },
  };
  const draft = parse(sources);
  const valid = validate(draft.value);
  if (!valid.value) throw new Error(JSON.stringify([...draft.diagnostics, ...valid.diagnostics], undefined, 1));
  const model = compute(valid.value);
  return { model: model.value, diagnostics: [...draft.diagnostics, ...valid.diagnostics, ...model.diagnostics] };
}

/** A kit that reads Markdown only as far as tests need: bullets, and the rest as words. */
function kitOf(): ViewKit {
  const dates = { full: "28 January 2014", table: "28/01/2014" } as const;
  return {
    inlines: (markdown) => (markdown === "" ? [] : [text(markdown.trim())]),
    blocks: (markdown) => {
      const lines = markdown.trim().split("\n");
      if (lines.length > 0 && lines.every((l) => l.startsWith("- ")))
        return [bullets(lines.map((l) => [paragraph(l.slice(2))]))];
      return markdown.trim() === "" ? [] : [paragraph(markdown.trim())];
    },
    date: (when, style) => (typeof when === "string" ? formatDate(when, style, dates) : formatWhen(when, style, dates)),
    anchor: (kind, key) => `${kind}-${key}`,
  };
}

export interface Shown {
  readonly blocks: readonly Block[];
  /** Code and help of each finding. */
  readonly findings: readonly string[];
}

/** Renders one view of a story. */
export function show(
  story: Story,
  view: string,
  attributes: Readonly<Record<string, string>> = {},
  more: Partial<ViewRequest> = {},
): Shown {
  const { model, diagnostics } = modelOf(story);
  const document = model.documents.get("paper");
  const rendered = views[view];
  if (!document || !rendered) throw new Error(`${view}: ${JSON.stringify(diagnostics)}`);
  const filled = control(model, "paper");
  const request: ViewRequest = {
    model,
    document,
    control: filled.value,
    attributes,
    caption: undefined,
    id: undefined,
    origin: { file: "content/test/paper/document.md", start: 0, end: 1 },
    kit: kitOf(),
    ...more,
  };
  const made = rendered.render(request);
  return {
    blocks: made.value,
    findings: made.diagnostics.map((d) => `${d.code}${d.help ? `: ${d.help}` : ""}`),
  };
}

/** The only table of a view. */
export function tableOf(shown: Shown): Table {
  const [table] = shown.blocks.filter((b) => b.type === "table");
  if (table?.type !== "table") throw new Error(`no table: ${shown.findings.join("; ")}`);
  return table;
}

/** Words of a block in one line; list items start with their marker. */
export function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === "paragraph") return plainText(block.children);
      if (block.type === "list") return block.items.map((i) => `${i.marker} ${words(i.blocks)}`).join(" ");
      return block.type;
    })
    .join(" ");
}

function cellText(cell: Cell): string {
  const spans = [cell.colSpan ? `→${cell.colSpan}` : "", cell.rowSpan ? `↓${cell.rowSpan}` : ""].join("");
  return `${spans}${spans ? " " : ""}${words(cell.blocks)}`;
}

/** A table as lines: kind of row, then its cells with their spans. */
export function lines(table: Table): readonly string[] {
  return table.rows.map((row) => `${row.kind}: ${row.cells.map(cellText).join(" | ")}`);
}

/** True when every row fills every column, spans counted: what a reader of the tree relies on. */
export function isWhole(table: Table): boolean {
  const width = table.columns.length;
  let carried: number[] = Array.from({ length: width }, () => 0);
  for (const row of table.rows) {
    const next = carried.map((n) => Math.max(0, n - 1));
    const taken = carried.map((n) => n > 0);
    for (const cell of row.cells) {
      const at = taken.indexOf(false);
      const span = cell.colSpan ?? 1;
      if (at < 0 || at + span > width) return false;
      for (let i = at; i < at + span; i++) {
        if (taken[i]) return false;
        taken[i] = true;
        next[i] = (cell.rowSpan ?? 1) - 1;
      }
    }
    if (taken.includes(false)) return false;
    carried = next;
  }
  return carried.every((n) => n === 0);
}
