// Time and memory of working out a large model: 200 tables of 50 rows and 20 columns with 100,000 formulas, and sizes
// beside it. Each size runs in a process of its own. By hand: node bench/model.mjs [times …] (1 and 10 unless given).
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const rowCount = 50;
const typedColumns = 9;

/** Formulas of one row: over their row, over other tables, over totals, and in chains down the rows and across the tables. */
function rowFormulas(table, row) {
  const before = table === 0 ? "" : `t${table - 1}.`;
  return {
    c10: "= c1 + c2 - c3",
    c11: "= c10 * 3.5%",
    c12: "= sum(c4, c5, c6, c7)",
    c13: "= round(c12 / 7, 2)",
    c14: "= if(c10 > c12, c10, c12)",
    c15: `= max(c8, c9) - min(c8, c9) + ${table + row}`,
    c16: before === "" ? "= c1" : `= ${before}r${row}.c16 + c1`,
    c17: row === 0 ? "= c2" : `= t${table}.r${row - 1}.c17 + c2`,
    c18: before === "" ? "= c3" : `= c3 / ${before}c3.total * 1000`,
    c19: "= c10 + c11 + c12 + c13 + c14",
  };
}

const shared = new Set(["c10", "c11", "c12", "c13", "c14", "c19"]);

function tableSource(table) {
  const formulas = rowFormulas(table, 1);
  const columns = { item: "text" };
  for (let c = 1; c <= typedColumns; c++) columns[`c${c}`] = { unit: "£" };
  for (const [key, formula] of Object.entries(formulas))
    columns[key] = shared.has(key) ? { unit: "£", formula } : { unit: "£" };
  const rows = [];
  for (let r = 0; r < rowCount; r++) {
    const row = { id: `r${r}`, item: `Row ${r}` };
    for (let c = 1; c <= typedColumns; c++)
      row[`c${c}`] = String(1000 + ((table * 7919 + r * 104729 + c * 1299709) % 90000));
    for (const [key, formula] of Object.entries(rowFormulas(table, r))) if (!shared.has(key)) row[key] = formula;
    rows.push(row);
  }
  return { title: `Table ${table}`, columns, rows, total: true };
}

/** A case with one document and nothing in it but tables. */
function modelCase(tableCount) {
  const file = "content/bench/data/tables.yaml";
  const place = { file, start: 0, end: 0 };
  const places = { value: () => place, key: () => place };
  const tables = {};
  for (let t = 0; t < tableCount; t++) tables[`t${t}`] = tableSource(t);
  const registers = { data: { tables }, places };
  return {
    id: "bench",
    sources: { programme: "bench", files: new Map([[file, { file, text: "" }]]) },
    programme: { programme: "Bench", organisations: {} },
    programmePlaces: places,
    shared: registers,
    documents: [{ id: "paper", file: "content/bench/paper/document.md", registers, own: {}, house: {}, front: {} }],
  };
}

const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** In a process of its own: works one size out and says what it took. */
async function measure(times) {
  const { compute } = await import("../dist/src/compute/compute.js");
  const made = modelCase(200 * times);
  const before = megabytes(process.memoryUsage().rss);
  const used = process.cpuUsage();
  const started = process.hrtime.bigint();
  const { value, diagnostics } = compute(made);
  const milliseconds = Math.round(Number(process.hrtime.bigint() - started) / 1e6);
  // On a busy machine the processor's own time says more than the clock; the collector's threads are in it.
  const { user, system } = process.cpuUsage(used);
  const processor = Math.round((user + system) / 1000);
  if (diagnostics.length > 0) throw new Error(`${diagnostics.length} findings: ${diagnostics[0].message}`);
  const figures = value.documents.get("paper").figures;
  const last = figures.get(`t${200 * times - 1}.r49.c16`).value.exact.toFixed();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ times, milliseconds, processor, before, peak, figures: figures.size, last }));
}

/** A table of what each size took: time, how far it is from growing with the size alone, memory. */
export function modelReport(sizes) {
  const results = sizes.map((times) => {
    // A model keeps about 150 MB for each size; Node may not take so much unasked for the larger ones.
    const room = times > 5 ? [`--max-old-space-size=${Math.ceil(times * 300)}`] : [];
    const child = spawnSync(process.execPath, [...room, fileURLToPath(import.meta.url), "--measure", String(times)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.status !== 0) throw new Error(`size ${times} ended with code ${child.status}`);
    return { ...JSON.parse(child.stdout), room: room.join(" ") };
  });
  const [first] = results;
  return [
    "| model | wall ms | processor ms | for each size, against the first | peak MB | before | node with |",
    "|---|--:|--:|--:|--:|--:|---|",
    ...results.map(
      (r) =>
        `| ${200 * r.times} tables, ${100_000 * r.times} formulas | ${r.milliseconds} | ${r.processor} | × ${(r.processor / r.times / (first.processor / first.times)).toFixed(2)} | ${r.peak} | ${r.before} | ${r.room} |`,
    ),
    "",
  ].join("\n");
}

if (process.argv[2] === "--measure") await measure(Number(process.argv[3]));
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  process.stdout.write(modelReport(sizes.length > 0 ? sizes : [1, 10]));
}
