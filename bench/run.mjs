// Time and memory of whole commands, beside `node -e 0` and, where it is installed, pandoc.
// Each row is run in turn with the others (a round robin), so that a busy machine slows all of them alike.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelReport } from "./model.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/src/cli/main.js");
const memory = new URL("./memory.mjs", import.meta.url).href;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const out = mkdtempSync(join(tmpdir(), "fivecase-bench-"));

const documents = readdirSync(join(root, "content")).flatMap((p) =>
  readdirSync(join(root, "content", p), { withFileTypes: true })
    .filter((d) => d.isDirectory() && readdirSync(join(root, "content", p, d.name)).includes("document.md"))
    .map((d) => `${p}/${d.name}`),
);

const fivecase = (...args) => [process.execPath, ["--import", memory, cli, "-C", root, ...args]];
const rows = [
  { name: "node -e 0", command: [process.execPath, ["--import", memory, "-e", "0"]] },
  { name: "--help", command: fivecase("--help") },
  { name: "check, all documents", command: fivecase("check") },
  { name: "build, all documents, both formats", command: fivecase("build", "-o", out) },
  ...documents.map((d) => ({ name: `build ${d}`, command: fivecase("build", d, "-o", out) })),
  {
    name: `build ${documents.at(-1)} --to docx`,
    command: fivecase("build", documents.at(-1), "--to", "docx", "-o", out),
  },
  {
    name: `build ${documents.at(-1)} --to pdf`,
    command: fivecase("build", documents.at(-1), "--to", "pdf", "-o", out),
  },
];
if (spawnSync("pandoc", ["--version"]).status === 0) {
  const document = join(root, "content", documents.at(-1), "document.md");
  rows.push({
    name: `pandoc to docx, ${documents.at(-1)}`,
    command: ["pandoc", ["-f", "markdown", document, "-o", join(out, "pandoc.docx")]],
  });
}

function once([program, args]) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    let rss = "";
    child.stdio[3].on("data", (chunk) => {
      rss += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      resolve({ code, milliseconds, megabytes: rss === "" ? undefined : Number(rss) / 1024 });
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const results = new Map(rows.map((r) => [r.name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const row of rows) {
    const result = await once(row.command);
    if (result.code !== 0) throw new Error(`${row.name} ended with code ${result.code}`);
    // The first round only warms the disk cache.
    if (round > 0) results.get(row.name).push(result);
  }
}
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
  modelReport([1, 10]),
].join("\n");
process.stdout.write(table);
if (process.argv[2]) writeFileSync(process.argv[2], table);
rmSync(out, { recursive: true });
