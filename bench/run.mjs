// Time and memory of whole commands, beside `node -e 0` and, where they can be had, pandoc and typst.
// node bench/run.mjs [--full] [file]: three rounds unless BENCH_ROUNDS says otherwise, nine with --full.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentsReport } from "./documents.mjs";
import { largeTable } from "./large-table.mjs";
import { fivecase, median, node, root, roundRobin, rounds } from "./measure.mjs";
import { modelReport } from "./model.mjs";

const out = mkdtempSync(join(tmpdir(), "fivecase-bench-"));
const large = largeTable(mkdtempSync(join(tmpdir(), "fivecase-bench-")), 10_000);

const documents = readdirSync(join(root, "content")).flatMap((p) =>
  readdirSync(join(root, "content", p), { withFileTypes: true })
    .filter((d) => d.isDirectory() && readdirSync(join(root, "content", p, d.name)).includes("document.md"))
    .map((d) => `${p}/${d.name}`),
);

const here = (...args) => fivecase(root, ...args);
const rows = [
  { name: "node -e 0", command: node("-e", "0") },
  { name: "--help", command: here("--help") },
  { name: "check, all documents", command: here("check") },
  { name: "build, all documents, all formats", command: here("build", "--fresh", "-o", out) },
  { name: "build, all documents, --to xlsx", command: here("build", "--fresh", "--to", "xlsx", "-o", out) },
  ...documents.map((d) => ({ name: `build ${d}`, command: here("build", "--fresh", d, "-o", out) })),
  ...["docx", "pdf", "xlsx"].map((format) => ({
    name: `build ${documents.at(-1)} --to ${format}`,
    command: here("build", "--fresh", documents.at(-1), "--to", format, "-o", out),
  })),
  {
    name: "build, a table of 10,000 rows by 6 columns, --to xlsx",
    command: fivecase(large, "build", "--fresh", "--to", "xlsx", "-o", out),
  },
];
const results = await roundRobin(rows, rounds);
const base = median(results.get("node -e 0").map((r) => r.milliseconds));
const lines = rows.map((row) => {
  const all = results.get(row.name);
  const milliseconds = median(all.map((r) => r.milliseconds));
  const megabytes = all[0].megabytes === undefined ? "" : `${Math.round(median(all.map((r) => r.megabytes)))}`;
  return `| ${row.name} | ${Math.round(milliseconds)} | ${(milliseconds / base).toFixed(1)} | ${megabytes} |`;
});
const table = [
  `Medians of ${rounds} runs, Node ${process.versions.node}.`,
  "",
  "| command | wall ms | × node -e 0 | peak MB |",
  "|---|--:|--:|--:|",
  ...lines,
  "",
  await documentsReport(),
  modelReport([1, 10]),
].join("\n");
process.stdout.write(table);
const file = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (file) writeFileSync(file, table);
for (const folder of [out, large]) rmSync(folder, { recursive: true });
