import { describe, expect, test } from "vitest";
import { isWhole, lines, show, tableOf, words } from "./story.ts";

const conventions = `
conventions:
  risk-matrix: { scale: 5, bands: { Green: 1–9, Amber: 10–14, Red: 15–25 }, words: [Amber / Red] }
`;
const risks = `
risks:
  R1:
    title: Savings are not enough
    likelihood: 3
    impact: 4
    owner: sr
    section: Budget
    mitigation: [Validate the benefits, Carry optimism bias]
  R2: { title: Staff resist, rating: Amber / Red, section: People }
  R3: { title: Elsewhere, likelihood: 5, impact: 5, documents: [another] }
`;

describe("risks", () => {
  test("have scores, ratings in words, owners by name and an anchor", () => {
    const table = tableOf(show({ data: risks, programme: conventions }, "risks"));
    expect(lines(table)).toEqual([
      "header: ID | Risk | Likelihood | Impact | Score | Rating | Mitigation | Owner",
      "body: R1 | Savings are not enough | 3 | 4 | 12 | Amber | • Validate the benefits • Carry optimism bias | Simon Reed",
      "body: R2 | Staff resist | – | – | – | Amber / Red | – | –",
    ]);
    expect(table.rows[1]?.id).toBe("risk-R1");
    expect(table.rows[1]?.cells[0]?.header).toBe("row");
    expect(table.summary).toBe(
      "A table of 2 risks, with columns for ID, Risk, Likelihood, Impact, Score, Rating, Mitigation and Owner.",
    );
  });

  test("stand under their sections", () => {
    const table = tableOf(
      show({ data: risks, programme: conventions }, "risks", { by: "section", columns: "title rating" }),
    );
    expect(lines(table).slice(1)).toEqual([
      "section: →2 Budget",
      "body: Savings are not enough | Amber",
      "section: →2 People",
      "body: Staff resist | Amber / Red",
    ]);
  });

  test("are counted by likelihood and impact, and by rating", () => {
    const matrix = tableOf(show({ data: risks, programme: conventions }, "risk-matrix"));
    expect(lines(matrix)).toContain("body: 3 | – | – | – | 1 Amber | –");
    expect(isWhole(matrix)).toBe(true);
    expect(matrix.notes.map((n) => words([n]))).toEqual([
      "Likelihood times impact gives the score: Green is 1 to 9, Amber is 10 to 14 and Red is 15 to 25. 1 risk without scores is not counted here.",
    ]);
    const summary = tableOf(show({ data: risks, programme: conventions }, "risk-summary"));
    expect(lines(summary).slice(1)).toEqual([
      "body: Red | 0 | –",
      "body: Amber | 1 | R1",
      "body: Green | 0 | –",
      "body: Amber / Red | 1 | R2",
      "total: Total | 2 | –",
    ]);
  });

  test.each([
    [{ only: "R9" }, ['register/unknown-entry: did you mean "R1"?']],
    [{ columns: "titel" }, ['register/no-such-column: did you mean "title"?']],
    [{ by: "colour" }, ["register/unknown-value: use one of: section, rating, owner, status"]],
  ])("%o", (attributes, findings) => {
    expect(show({ data: risks, programme: conventions }, "risks", attributes).findings).toEqual(findings);
  });

  test("without entries a directive says so", () => {
    const shown = show({}, "risks");
    expect(shown.blocks).toEqual([]);
    expect(shown.findings[0]).toMatch(/^register\/nothing-to-show/);
  });
});

const milestones = `
milestones:
  go: { title: Go live, when: 2014-10-01, group: Delivery }
  design: { title: Design, when: throughout 2014-01 to 2014-03 }
  consult: { title: Consult, when: [end of 2014-04, 2014-06] }
`;

describe("milestones", () => {
  test("are printed in order of their dates", () => {
    const table = tableOf(show({ data: milestones }, "milestones"));
    expect(
      lines(table)
        .slice(1)
        .map((l) => l.split(" | ")[0]),
    ).toEqual(["body: Design", "body: Consult", "body: Go live"]);
    expect(table.rows[1]?.id).toBe("milestone-design");
  });

  test("make a timeline with fuzzy edges, month lines and an alternative in sentences", () => {
    const [exhibit] = show({ data: milestones }, "gantt").blocks;
    if (exhibit?.type !== "exhibit" || exhibit.content.type !== "gantt") throw new Error("a timeline");
    const { rows, ticks, from, to } = exhibit.content;
    expect(rows.map((r) => [r.label, r.form, r.fuzzyStart, r.fuzzyEnd])).toEqual([
      ["Design", "range", false, false],
      ["Consult", "range", true, false],
      ["Consult", "range", true, true],
      ["Go live", "point", false, false],
    ]);
    expect(rows[0]?.start).toBe(16071);
    expect(ticks[0]).toEqual({ day: 16071, label: "Jan 2014" });
    expect([from, to, ticks.length]).toEqual([16071, 16375, 11]);
    expect(exhibit.alt).toMatch(/^A timeline of 4 milestones from January 2014 to October 2014\. Design: .*\.$/);
  });
});

const matrices = `
matrices:
  who:
    title: Who does what
    kind: raci
    head: Programme activity
    columns: { board: Board, pmo: PMO }
    rows:
      - { activity: Set vision, marks: { board: A, pmo: R } }
      - { activity: Report, marks: { pmo: R } }
  ticks:
    title: Ticks
    kind: ticks
    columns: { board: Board, pmo: PMO }
    rows:
      - { activity: Sign off, group: Money, marks: [board] }
      - { activity: Count, group: Money, marks: [] }
      - { activity: Wrong, marks: [pmoo] }
`;

describe("matrices", () => {
  test("RACI has one accountable a row, and a key", () => {
    const shown = show({ data: matrices }, "matrix", { of: "who" });
    expect(lines(tableOf(shown))).toEqual([
      "header: Programme activity | Board | PMO",
      "body: Set vision | A | R",
      "body: Report | – | R",
    ]);
    expect(shown.findings).toEqual(["register/one-accountable"]);
    expect(tableOf(shown).notes).toHaveLength(1);
  });

  test("ticks are words for those who cannot see them", () => {
    const shown = show({ data: matrices }, "matrix", { of: "ticks" });
    expect(lines(tableOf(shown))).toEqual([
      "header: Group | Activity | Board | PMO",
      "body: ↓2 Money | Sign off | Board | –",
      "body: Count | – | –",
      "body: – | Wrong | – | –",
    ]);
    expect(isWhole(tableOf(shown))).toBe(true);
    expect(shown.findings.map((f) => f.split(":")[0])).toEqual([
      "register/row-without-mark",
      "register/no-such-column",
      "register/row-without-mark",
    ]);
  });

  test("one of several must be named", () => {
    expect(show({ data: matrices }, "matrix").findings).toEqual([
      "register/which-entry: write of=who, or one of ticks",
    ]);
  });
});

const services = `
services:
  a: { name: Falls, organisation: pcc, level: Wellness, cluster: Older people }
  b: { name: Stroke, organisation: ccg, level: Wellness, cluster: Older people }
  c: { name: Wheelchairs, organisation: [pcc, ccg], level: Complex }
`;

test("services gather by cluster, and by level beside organisations", () => {
  const byCluster = tableOf(show({ data: services }, "services", { by: "cluster" }));
  expect(lines(byCluster).slice(1)).toEqual(["body: Older people | Falls Stroke", "body: Not clustered | Wheelchairs"]);
  const spread = tableOf(show({ data: services }, "services", { by: "cluster level", columns: "pcc ccg" }));
  expect(lines(spread)).toEqual([
    "header: Cluster | Level of need | PCC services | CCG services",
    "body: Older people | Wellness | Falls | Stroke",
    "body: Not clustered | Complex | Wheelchairs | Wheelchairs",
  ]);
});

const lists = `
recommendations:
  a: { text: Approve the case }
  b: { text: Delegate authority, documents: [paper] }
  c: { text: Not here, documents: [another] }
  d: { text: Note the risks }
references:
  smith: { author: Smith, year: 2013, title: Care, url: "https://example.org/care" }
  adams: { author: Adams, year: 2012, title: Budgets, publisher: Press }
  smith-again: { author: "Smith.", year: 2013, title: Care }
`;

test("recommendations keep their numbers when only some are printed", () => {
  const [list] = show({ data: lists }, "recommendations", { only: "d" }).blocks;
  expect(words(list ? [list] : [])).toBe("3. Note the risks");
  expect(list).toMatchObject({ type: "list", items: [{ id: "recommendation-d", value: 3 }] });
});

test("references are sorted, printed once and checked for citations", () => {
  const shown = show({ data: lists, body: "# One\n\nSee :ref[smith].\n" }, "references");
  expect(words(shown.blocks)).toBe(
    "• Adams (2012). Budgets. Press. • Smith (2013). Care. Available at https://example.org/care",
  );
  expect(shown.findings.map((f) => f.split(":")[0])).toEqual([
    "register/uncited-reference",
    "register/duplicate-reference",
  ]);
});

const options = `
options:
  model:
    title: Models
    dimensions: { scale: Scale, time: Time }
    options:
      nothing: { title: Do nothing, benefits: [None], risks: [Cost rises, Staff leave], columns: { scale: Small, time: Now } }
      new: { title: New entity, status: preferred, benefits: [One plan], columns: { scale: Large, time: Later } }
`;

test("options mark the preferred one in words; the matrix has its dimensions", () => {
  expect(lines(tableOf(show({ data: options }, "options")))).toEqual([
    "header: No. | Option | Benefits | Risks",
    "body: 1 | Do nothing | None | • Cost rises • Staff leave",
    "body: 2 | New entity Preferred option | One plan | –",
  ]);
  expect(lines(tableOf(show({ data: options }, "options", { look: "matrix" })))).toEqual([
    "header: Option | Scale | Time",
    "body: 1. Do nothing | Small | Now",
    "body: 2. New entity Preferred option | Large | Later",
  ]);
});

const boards = `
boards:
  cabinet: { name: Cabinet, organisation: pcc, does: Decides }
  board: { name: Programme board, organisation: [pcc, ccg], reports-to: cabinet, does: Steers, meets: monthly, purpose: To steer }
  pmo: { name: PMO, reports-to: board, does: Supports }
  team:
    name: Team
    reports-to: board
    members:
      - { group: Council, person: sr, area: Finance }
      - { group: Council, post: Adviser, area: Legal }
      - { group: CCG, person: ac, area: Care }
`;

describe("boards", () => {
  test("fill a grid, each name over its box; the last box takes what is left", () => {
    const table = tableOf(show({ data: boards }, "boards"));
    expect(lines(table)).toEqual([
      "group: Cabinet | Programme board | PMO",
      "body: Decides | Steers | Supports",
      "group: →3 Team",
    ]);
    const heads = table.rows.filter((row) => row.kind === "group").flatMap((row) => row.cells.map((c) => c.header));
    expect(heads).toEqual(["column", "column", "column", "column"]);
    expect(isWhole(table)).toBe(true);
  });

  test("report to each other in a chart that can be read aloud", () => {
    const [exhibit] = show({ data: boards }, "chart-of-boards", { only: "cabinet board pmo" }).blocks;
    expect(exhibit).toMatchObject({
      alt: "A chart of 3 boards and their reporting lines. Programme board: reporting to Cabinet. PMO: reporting to Programme board.",
      content: {
        lines: [
          { from: "cabinet", to: "board" },
          { from: "board", to: "pmo" },
        ],
      },
    });
  });

  test("have members in groups, and meetings", () => {
    expect(lines(tableOf(show({ data: boards }, "members", { of: "team" })))).toEqual([
      "header: Members | Name | Post | Business area",
      "body: ↓2 Council | Simon Reed | Project manager | Finance",
      "body: – | Adviser | Legal",
      "body: CCG | Director | Director | Care",
    ]);
    expect(lines(tableOf(show({ data: boards }, "board-meetings")))).toEqual([
      "body: Programme board | To steer | monthly",
    ]);
  });
});

const chart = `
tables:
  spend:
    title: Spend by level
    columns: { level: text, pcc: { label: PCC, unit: £m, decimals: 2 }, ccg: { label: CCG, unit: £m, decimals: 2 } }
    rows:
      - { level: Wellness, pcc: 29.99, ccg: 0.04 }
      - { level: Complex, pcc: 33.18, ccg: n/a }
    total: true
`;

test("a chart draws a table's numbers with the table's words", () => {
  const [exhibit, table] = show(
    { data: chart },
    "chart",
    { of: "spend", kind: "stacked", data: "yes" },
    { id: "c" },
  ).blocks;
  expect(exhibit).toMatchObject({
    id: "c",
    alt: "A chart of stacked columns of Spend by level, in £m, by level. PCC: Wellness 29.99 and Complex 33.18; total 63.17. CCG: Wellness 0.04 and Complex n/a.",
    content: {
      type: "chart",
      form: "stacked",
      unit: "£m",
      categories: ["Wellness", "Complex"],
      series: [
        { name: "PCC", values: [29.99, 33.18], labels: ["29.99", "33.18"] },
        { name: "CCG", values: [0.04, null], labels: ["0.04", "n/a"] },
      ],
    },
  });
  expect(table).toMatchObject({ type: "table", id: "c-data" });
});

const streams = `
workstreams:
  a: { name: Frail elderly care, letter: A, kind: delivery, purpose: To model, leads: [{ organisation: pcc, person: sr }], packages: [{ activities: Agree, outputs: Agreed }] }
  b: { name: Estates, kind: enabling }
communications:
  one: { date: TBC, event: Staff sessions, kind: both, section: Future plans }
  two: { date: 2014-09, event: Video, channel: Web, section: Future plans }
statements:
  s: { topic: Choice, text: I want choice, measures: [Locality model, Face to face visits] }
  t: { topic: Carers, text: I want support }
`;

describe("workstreams and the rest", () => {
  test("leads, side by side, as a chart, and one work package", () => {
    expect(lines(tableOf(show({ data: streams }, "workstreams")))).toEqual([
      "header: Organisation | Lead | Workstream",
      "body: PCC | Simon Reed | Workstream A Frail elderly care",
      "body: – | – | Estates",
    ]);
    expect(lines(tableOf(show({ data: streams }, "workstreams", { look: "list" })))).toEqual([
      "header: Delivery workstreams | Enabling workstreams",
      "body: Workstream A Frail elderly care | Estates",
    ]);
    expect(show({ data: streams }, "workstreams", { look: "chart" }).blocks[0]).toMatchObject({
      alt: "A chart of the 2 workstreams of Test programme. Delivery workstreams: Frail elderly care. Enabling workstreams: Estates.",
    });
    expect(lines(tableOf(show({ data: streams }, "work-package", { of: "a" })))).toEqual([
      "header: →2 Delivery workstream: Frail elderly care",
      "header: →2 Purpose: To model",
      "header: Key activities | Key outputs",
      "body: Agree | Agreed",
    ]);
  });

  test("communications stand in sections; statements on cards or beside their measures", () => {
    expect(lines(tableOf(show({ data: streams }, "communications"))).slice(1)).toEqual([
      "section: →4 Future plans",
      "body: TBC | Staff sessions | Communication and engagement | –",
      "body: September 2014 | Video | – | Web",
    ]);
    expect(show({ data: streams }, "statements").blocks[0]).toMatchObject({ type: "card-grid", columns: 2 });
    expect(lines(tableOf(show({ data: streams }, "statements", { look: "measures" }))).slice(1)).toEqual([
      "body: I want choice | • Locality model • Face to face visits",
      "body: I want support | –",
    ]);
  });
});

describe("what views find", () => {
  const codes = (data: string, view: string, attributes: Readonly<Record<string, string>> = {}) =>
    show({ data }, view, attributes).findings.map((f) => f.split(":")[0]);

  test("a letter that RACI does not have", () => {
    const data =
      "matrices: { m: { title: M, kind: raci, columns: { a: A }, rows: [{ activity: X, marks: { a: A/Z } }] } }";
    expect(codes(data, "matrix")).toEqual(["register/unknown-letter"]);
  });

  test("a related document that nobody can reach", () => {
    const data = "related-documents: { a: { title: A }, b: { title: B, link: https://example.org } }";
    expect(codes(data, "related-documents")).toEqual(["register/link-missing"]);
  });

  test("a chart without numbers, and one of two units", () => {
    const words = "tables: { t: { title: T, columns: { a: text }, rows: [{ a: x }] } }";
    expect(codes(words, "chart", { of: "t" })).toEqual(["register/nothing-to-draw"]);
    const mixed = "tables: { t: { title: T, columns: { a: text, b: people, c: days }, rows: [{ a: x, b: 1, c: 2 }] } }";
    expect(codes(mixed, "chart", { of: "t" })).toEqual(["register/mixed-units"]);
  });

  test("diagrams with steps that are not there, and their words", () => {
    const data = `
diagrams:
  path:
    kind: flow
    title: Path
    steps:
      gp: { title: General practice, mark: First contact, to: { ward: urgent } }
      ward: { title: Ward, to: [hoem] }
      home: { title: Home }
  circles: { kind: rings, title: Circles, rings: [{ title: Outer, items: [a, b] }, { title: Inner }] }
  shift: { kind: shift, title: Shift, levels: [{ title: Wellness, now: 10%, later: 20%, change: more }] }
`;
    expect(codes(data, "diagram", { of: "path" })).toEqual(["register/unknown-entry"]);
    expect(show({ data }, "diagram", { of: "path" }).blocks[0]).toMatchObject({
      alt: "A diagram of 3 steps. General practice (First contact) leads to Ward (urgent). Ward. Home.",
    });
    expect(show({ data }, "diagram", { of: "circles" }).blocks[0]).toMatchObject({
      alt: "2 circles inside each other, the outermost first. Outer: a and b. Inner.",
    });
    expect(show({ data }, "diagram", { of: "shift" }).blocks[0]).toMatchObject({
      alt: "A diagram of the shift from Now to Later. Wellness rises from 10% to 20%.",
    });
  });
});
