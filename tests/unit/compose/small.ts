// A programme in memory, from text to the printed tree.
import { compose } from "../../../src/compose/compose.ts";
import { compute } from "../../../src/compute/compute.ts";
import { control } from "../../../src/control/fill.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Document } from "../../../src/document/document.ts";
import { printBlocks } from "../../../src/document/print.ts";
import { parse } from "../../../src/parse/parse.ts";
import type { Source } from "../../../src/source.ts";
import { validate } from "../../../src/validate/validate.ts";
import type { Sources } from "../../../src/workspace/sources.ts";

export interface Story {
  readonly body: string;
  /** Lines of front matter besides the usual ones. */
  readonly front?: string;
  readonly kind?: string;
  readonly data?: string;
  readonly template?: string;
  readonly partials?: Readonly<Record<string, string>>;
  /** Lines of the house profile that take the place of its headings. */
  readonly headings?: string;
  readonly house?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly binaries?: Readonly<Record<string, Uint8Array>>;
}

const programme = `programme: Test programme
organisations:
  pcc: { name: Plymouth City Council, short: PCC }
people:
  pm: { post: Programme Manager, name: Pat Moss }
projects:
  one: { name: Project one }
conventions:
  years: 2014/15 to 2016/17
  money: £
  risk-matrix: { scale: 5, bands: { Green: 1–9, Amber: 10–14, Red: 15–25 } }
abbreviations: { TUPE: Transfer of Undertakings Regulations }
profile: plain
`;

const plainHeadings = `headings:
  default: [{ pattern: "%1" }, { pattern: "%1.%2" }, { pattern: "%1.%2.%3" }]
  appendix: { pattern: "Appendix %1", style: upper-alpha }`;

const house = (headings: string, more: string) => `name: Plain
theme: council
${headings}
version-history: { title: Version history, columns: [{ column: version, label: Version }] }
approvals: { title: Approvals, columns: [{ column: date, label: Date }] }
title-block: { columns: "2" }
dates: { full: 28 January 2014, table: 28/01/2014 }
${more}`;

const theme = `name: council
page: { width: 595, height: 842, margin: { left: 70, right: 70, top: 70, bottom: 62 }, header: 34, footer: 30 }
face: { text: arimo, word: Arial }
body: { size: 12, leading: 17, after: 8, measure: 453 }
small: { size: 10, leading: 13 }
headings: [{ size: 24, leading: 29, before: 28, after: 14 }]
table: { size: 10, leading: 13, smallest: 9, padX: 6, padY: 5 }
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
  ratings:
    green: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
    amber-green: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
    amber: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
    amber-red: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
    red: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
    neutral: { fill: "#e3f1e7", border: "#2e7d4f", text: "#14532d" }
  series: ["#0b3c5d"]
`;

/** What is wrong, short: severity, code, and the text it points at. */
export interface Composed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  /** The body sections, printed. */
  readonly text: string;
  readonly found: readonly string[];
}

const documentFile = "content/test/paper/document.md";

/** Runs every stage up to the document tree. */
export function composed(story: Story): Composed {
  const kind = story.kind ?? "obc";
  const front = `---\nkind: ${kind}\ntitle: A paper\nversion: 0.1\nstatus: draft\ndate: 2014-01-28\nauthors: [pm]\nowners: [pm]\nclassification: public\nreference: X\nreviewers: [pm]\n${story.front ?? ""}---\n`;
  const texts: Record<string, string> = {
    "content/test/programme.yaml": programme,
    [documentFile]: `${front}${story.body}`,
    [`templates/kinds/${kind}/template.hbs`]: story.template ?? "{{sections}}\n{{appendices}}\n",
    "templates/houses/plain/profile.yaml": house(story.headings ?? plainHeadings, story.house ?? ""),
    "templates/themes/council.yaml": theme,
    ...(story.data === undefined ? {} : { "content/test/data/all.yaml": story.data }),
    ...story.files,
  };
  for (const [name, text] of Object.entries(story.partials ?? {})) texts[`templates/partials/${name}.hbs`] = text;
  const files = new Map<string, Source>(Object.entries(texts).map(([file, text]) => [file, { file, text }]));
  const sources: Sources = {
    programme: "test",
    files,
    binaries: new Map(Object.entries(story.binaries ?? {})),
    documents: [
      {
        id: "paper",
        main: documentFile,
        parts: Object.keys(story.files ?? {}).filter((f) => f.startsWith("content/test/paper/")),
        data: [],
      },
    ],
    templates: {
      kinds: new Map([[kind, `templates/kinds/${kind}/template.hbs`]]),
      partials: new Map(Object.keys(story.partials ?? {}).map((name) => [name, `templates/partials/${name}.hbs`])),
      houses: new Map([["plain", "templates/houses/plain/profile.yaml"]]),
      themes: new Map([["council", "templates/themes/council.yaml"]]),
      calendars: new Map(),
    },
    git: { shallow: false, changed: [], tags: [] },
  };
  const drafted = parse(sources);
  const valid = validate(drafted.value);
  if (!valid.value) throw new Error(`unusable: ${JSON.stringify([...drafted.diagnostics, ...valid.diagnostics])}`);
  const model = compute(valid.value);
  const filled = control(model.value, "paper");
  const result = compose(model.value, "paper", filled.value);
  const before = [...drafted.diagnostics, ...valid.diagnostics, ...model.diagnostics];
  const diagnostics = [...before, ...result.diagnostics];
  const shown = result.value.sections.filter((s) => s.role === "body" || s.role === "appendix");
  return {
    document: result.value,
    diagnostics,
    text: shown.flatMap((s) => printBlocks(s.blocks)).join("\n"),
    found: diagnostics.map((d) => {
      const at = d.span && files.get(d.span.file)?.text.slice(d.span.start, d.span.end);
      return `${d.code}: ${at ?? "nowhere"}`;
    }),
  };
}
