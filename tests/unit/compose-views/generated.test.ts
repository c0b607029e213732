import { describe, expect, test } from "vitest";
import { generatedViews } from "../../../src/compose/views/generated.ts";
import type {
  CellModel,
  ColumnModel,
  Figure,
  RowModel,
  TableKind,
  TableModel,
  Value,
} from "../../../src/compute/model.ts";
import { tableKinds } from "../../../src/compute/model.ts";
import { exact } from "../../../src/compute/numbers/money.ts";
import { isWhole, lines, modelOf, type Shown, type Story, show, tableOf, words } from "./story.ts";

// Tables as the registers make them, written out by hand: what prints them must not depend on how they are worked out.

const money = (value: number): Value => ({ type: "number", exact: exact(value), unit: "£" });
const cell = (value: Value, shown?: CellModel["shown"]): CellModel => ({
  content: value,
  computed: true,
  origin: undefined,
  ...(shown ? { shown } : {}),
});
const label = (text: string): CellModel => ({
  content: { type: "markdown", text },
  computed: false,
  origin: undefined,
});

function column(key: string, unit: string, more: Partial<ColumnModel> = {}): ColumnModel {
  return {
    key,
    label: key,
    type: unit === "" ? "text" : "number",
    unit,
    as: unit,
    decimals: 0,
    additive: true,
    cumulative: false,
    group: undefined,
    align: undefined,
    weight: undefined,
    rowHeader: unit === "",
    sign: undefined,
    prefix: undefined,
    note: undefined,
    ...more,
  };
}

function row(id: string, cells: Readonly<Record<string, CellModel>>, kind: RowModel["kind"] = "body"): RowModel {
  const total = kind === "total" || kind === "subtotal";
  return {
    kind,
    id,
    label: total ? id : undefined,
    cells: new Map([...(total ? [] : [["line", label(id)] as const]), ...Object.entries(cells)]),
    origin: undefined,
  };
}

function made(id: string, kind: TableKind, more: Partial<TableModel> = {}): TableModel {
  return {
    id,
    kind,
    title: id,
    summary: undefined,
    columns: [
      column("line", ""),
      column("2026/27", "£"),
      column("2027/28", "£"),
      column("2028/29", "£"),
      column("total", "£"),
    ],
    rows: [
      row("works", {
        "2026/27": cell(money(1400)),
        "2027/28": cell(money(1400)),
        "2028/29": cell(money(200)),
        total: cell(money(3000)),
      }),
      row(
        "Total",
        {
          "2026/27": cell(money(1400)),
          "2027/28": cell(money(1400)),
          "2028/29": cell(money(200)),
          total: cell(money(3000)),
        },
        "total",
      ),
    ],
    notes: [],
    source: undefined,
    roundingNote: false,
    incomplete: false,
    look: "ruled",
    titleRow: false,
    merge: [],
    origin: undefined,
    parameters: [],
    place: () => undefined,
    ...more,
  };
}

const appraisal = (id: string) => `
  ${id}:
    title: ${id}
    options: sites
    years: 2026/27 to 2028/29
    baseline: stay
    preferred: rebuild
`;

const data = (...appraisals: readonly string[]) => `
options: { sites: { title: Sites, options: { stay: { title: Stay, status: do minimum }, rebuild: { title: Rebuild } } } }
option-appraisals: ${appraisals.length === 0 ? "{}" : appraisals.map(appraisal).join("")}
`;

/** A view of a story to which tables, and figures for parameters, are added. */
function shown(
  story: Story,
  tables: readonly TableModel[],
  view: string,
  attributes: Readonly<Record<string, string>> = {},
  figures: readonly Figure[] = [],
): Shown {
  const document = modelOf(story).model.documents.get("paper");
  if (!document) throw new Error("no document");
  const kept = [...document.tables].filter(([, t]) => t.kind === "table");
  return show(story, view, attributes, {
    document: {
      ...document,
      tables: new Map([...kept, ...tables.map((t) => [t.id, t] as const)]),
      figures: new Map([...document.figures, ...figures.map((f) => [f.name, f] as const)]),
    },
  });
}

const captionOf = (s: Shown) => words([{ type: "paragraph", children: tableOf(s).caption?.children ?? [] }]);

test("every kind of table that a register makes has a directive of its name", () => {
  const older = ["table", "benefits", "benefits-phasing", "flows", "results", "outcomes"];
  expect(Object.keys(generatedViews).sort()).toEqual(tableKinds.filter((k) => !older.includes(k)).sort());
});

describe("which table", () => {
  const two = [made("a.sensitivity", "sensitivity"), made("b.sensitivity", "sensitivity")];

  test("the only one may go unnamed", () => {
    expect(captionOf(shown({ data: data("a") }, two.slice(0, 1), "sensitivity"))).toBe("a.sensitivity");
  });

  test("of several, `of` names one", () => {
    expect(captionOf(shown({ data: data("a", "b") }, two, "sensitivity", { of: "b" }))).toBe("b.sensitivity");
  });

  test.each([
    [{ data: data("a", "b") }, {}, "register/which-entry: write of=a, or one of b"],
    [{ data: data("a", "b") }, { of: "c" }, "register/unknown-entry: use one of: a, b"],
    [{ data: data("depot") }, { of: "depo" }, 'register/unknown-entry: did you mean "depot"?'],
    [
      { data: data() },
      {},
      "register/nothing-to-show: add entries under `option-appraisals:` in a data file, or take this line out",
    ],
    [
      { data: data("other") },
      { of: "other" },
      "register/nothing-to-show: write what it is worked out from below `option-appraisals:`, or take this line out",
    ],
    [
      { data: data("other") },
      {},
      "register/nothing-to-show: write what it is worked out from below `option-appraisals:`, or take this line out",
    ],
  ])("%o %o: %s", (story, attributes, finding) => {
    const tables = story.data.includes("other") ? [] : [...two, made("depot.sensitivity", "sensitivity")];
    const found = shown(story, tables, "sensitivity", attributes);
    expect([found.blocks, found.findings]).toEqual([[], [finding]]);
  });

  const flows = ["stay", "rebuild"].map((o) => made(`a.${o}.option-flows`, "option-flows"));

  test("the preferred option stands where none is named", () => {
    expect(captionOf(shown({ data: data("a") }, flows, "option-flows"))).toBe("a.rebuild.option-flows");
    expect(captionOf(shown({ data: data("a") }, flows, "option-flows", { option: "stay" }))).toBe(
      "a.stay.option-flows",
    );
  });

  test("an option that is not there is told the nearest", () => {
    expect(shown({ data: data("a") }, flows, "option-flows", { option: "rebuidl" }).findings).toEqual([
      'register/unknown-entry: did you mean "rebuild"?',
    ]);
  });

  test("tables without an entry need no name", () => {
    expect(captionOf(shown({}, [made("risk-values", "risk-values")], "risk-values"))).toBe("risk-values");
    expect(captionOf(shown({}, [made("bcf.schemes", "schemes")], "schemes"))).toBe("bcf.schemes");
    expect(shown({}, [], "schemes").findings).toEqual([
      "register/nothing-to-show: add entries under `better-care-fund:` in a data file, or take this line out",
    ]);
  });

  test("::table places it by its full name", () => {
    expect(captionOf(shown({ data: data("a") }, two, "table", { of: "a.sensitivity" }))).toBe("a.sensitivity");
  });
});

describe("how it is printed", () => {
  const lined = (attributes: Readonly<Record<string, string>>, more: Partial<TableModel> = {}) =>
    tableOf(shown({ data: data("a") }, [made("a.lines", "lines", more)], "lines", attributes));

  test("with its total", () => {
    const table = lined({});
    expect(lines(table)).toEqual([
      "header: line | 2026/27 (£) | 2027/28 (£) | 2028/29 (£) | total (£)",
      "body: works | 1,400 | 1,400 | 200 | 3,000",
      "total: Total | 1,400 | 1,400 | 200 | 3,000",
    ]);
    expect(isWhole(table)).toBe(true);
  });

  test("years chosen one by one or as a span; a total of more years than are shown is said to be one", () => {
    const table = lined({ columns: "line 2026/27..2027/28 total" });
    expect(lines(table)[0]).toBe("header: line | 2026/27 (£) | 2027/28 (£) | total (£)");
    expect(table.notes.map((n) => words([n]))).toEqual(["The total takes in years that are not shown."]);
    expect(lines(lined({ columns: "line 2028/29" }))[0]).toBe("header: line | 2028/29 (£)");
    expect(lined({ columns: "line 2026/27..2028/29 total" }).notes).toEqual([]);
  });

  test("a span whose ends are not there is reported by its end", () => {
    const found = shown({ data: data("a") }, [made("a.lines", "lines")], "lines", { columns: "line 2026/27..2030/31" });
    expect(found.findings).toEqual(["register/no-such-column: use one of: line, 2026/27, 2027/28, 2028/29, total"]);
  });

  test("in another scale of pounds, its parts then not adding up", () => {
    const table = lined({ as: "£k" });
    expect(lines(table)[1]).toBe("body: works | 1 | 1 | 0 | 3");
    const cells = {
      "2026/27": cell(money(1400)),
      "2027/28": cell(money(0)),
      "2028/29": cell(money(0)),
      total: cell(money(1400)),
    };
    const rounded = lined(
      { as: "£k" },
      { rows: [row("a", cells), row("b", cells), row("Total", { "2026/27": cell(money(2800)) }, "total")] },
    );
    expect(rounded.notes.map((n) => words([n]))).toEqual(["Figures may not add up because they are rounded."]);
  });

  test("cells with a unit of their own print it, and stand to the right", () => {
    const columns = [column("line", ""), column("rebuild", "")];
    const ratio: Value = { type: "number", exact: exact("1.4159"), unit: "number" };
    const rows = [
      row("npsv", { rebuild: cell(money(-3_140_400), { as: "£k", decimals: 0 }) }),
      row("bcr", { rebuild: cell(ratio, { as: "number", decimals: 2 }) }),
      row("rate", { rebuild: cell({ type: "number", exact: exact("0.035"), unit: "%" }, { as: "%", decimals: 1 }) }),
      row("lasts", {
        rebuild: cell({ type: "number", exact: exact(12), unit: "years" }, { as: "years", decimals: 0 }),
      }),
      row("payback", { rebuild: cell({ type: "words", words: "Year 4" }, { as: "number", decimals: 0 }) }),
    ];
    const table = lined({}, { columns, rows });
    expect(lines(table).slice(1)).toEqual([
      "body: npsv | −£3,140k",
      "body: bcr | 1.42",
      "body: rate | 3.5%",
      "body: lasts | 12\u00a0years",
      "body: payback | Year 4",
    ]);
    expect(table.columns.map((c) => c.align)).toEqual(["left", "right"]);
    expect(lines(lined({ as: "£m", rows: "npsv bcr" }, { columns, rows })).slice(1)).toEqual([
      "body: npsv | −£3.1m",
      "body: bcr | 1.42",
    ]);
  });

  test("its parameters stand below it with their values and sources", () => {
    const parameter = (name: string, label: string, value: Value): Figure => ({
      name,
      label,
      value,
      decimals: 0,
      origin: undefined,
      derivation: { type: "typed" },
    });
    const story = `
tables:
  pay:
    title: Pay
    parameters: { hours: 36, weeks: { value: 52, source: HR policy } }
    columns: { role: text, cost: £ }
    rows: [{ id: a, role: Analyst, cost: 1 }]
`;
    const table = tableOf(
      shown(
        { data: story },
        [made("pay", "table", { parameters: ["pay.hours", "pay.weeks"] })],
        "table",
        { of: "pay" },
        [
          parameter("pay.hours", "Hours a week", { type: "number", exact: exact(36), unit: "number" }),
          parameter("pay.weeks", "Weeks a year", { type: "number", exact: exact(52), unit: "number" }),
        ],
      ),
    );
    expect(table.notes.map((n) => words([n]))).toEqual([
      "Worked out with: hours a week 36; weeks a year 52 (HR policy).",
    ]);
  });

  test("a table that is cut is held against the equations it still shows", () => {
    const at = (column: string) => ({ row: "works", column });
    const plus = ["2026/27", "2027/28", "2028/29"].map(at);
    const noted = (columns: string) =>
      lined({ columns, rows: "works", as: "£k" }, { equations: [{ whole: at("total"), plus }] }).notes.length > 0;
    // £1k + £1k + £0k is not £3k.
    expect(noted("line 2026/27 2027/28 2028/29 total")).toBe(true);
    expect(noted("line 2026/27 2027/28 2028/29")).toBe(false);
  });

  test("totals that leave amounts out say so, and so does rounding", () => {
    const table = lined({}, { roundingNote: true, incomplete: true, notes: ["In cash."], source: "Finance" });
    expect(table.notes.map((n) => words([n]))).toEqual([
      "In cash. Figures may not add up because they are rounded. Totals leave out amounts that are not known yet.",
      "Source: Finance",
    ]);
  });
});
