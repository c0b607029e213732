// The PDF path beside typst and beside `node -e 0`: cold, ten times the text, a batch of 100 documents, and what is done
// without rendering. All commands of a round follow each other, and each ratio is taken within its round.
// By hand: node bench/pdf.mjs [--full]; BENCH_ROUNDS sets the rounds, BENCH_BATCH those of the batch.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fivecase, median, node, once, root, roundRobin, rounds } from "./measure.mjs";
import { installTypst, typstMarkup } from "./typst.mjs";
import { committed, enlarged, many, single } from "./workspaces.mjs";

const example = "wirral/full-business-case";
const batchSize = 100;

/** The tree of the example in a workspace, for the peer's markup. */
async function treeOf(workspace) {
  const [{ readProgramme }, { programme, document }, { shippedTemplates }] = await Promise.all([
    import("../dist/src/workspace/read.js"),
    import("../dist/src/pipeline.js"),
    import("../dist/src/cli/package.js"),
  ]);
  const [id, name] = example.split("/");
  const model = programme((await readProgramme(workspace, id, shippedTemplates())).value).value;
  return document(model, name).value;
}

/** Commands of the peer for one workspace; undefined without the peer. */
async function typstOn(workspace, typst, out) {
  if (typst === undefined) return undefined;
  const source = join(workspace, "peer.typ");
  writeFileSync(source, typstMarkup(await treeOf(workspace)));
  const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/arimo/package.json"));
  const runner = fileURLToPath(new URL("./typst-run.mjs", import.meta.url));
  return node(runner, typst, fonts, source, join(out, "peer.pdf"));
}

const ratio = (a, b, of) => median(a.map((one, i) => one[of] / b[i][of]));
const figure = (value, digits = 0) => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits));

/** The table of the PDF path. */
export async function pdfReport() {
  const folder = mkdtempSync(join(tmpdir(), "fivecase-bench-pdf-"));
  const at = (name) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const out = at("out");
  const one = committed(single(root, at("one")));
  const ten = committed(enlarged(root, at("ten"), 10));
  const hundred = committed(many(root, at("hundred"), batchSize));
  const typst = installTypst();
  const [typstOne, typstTen] = [await typstOn(one, typst, out), await typstOn(ten, typst, out)];
  const build = (workspace, ...more) => fivecase(workspace, "build", ...more, "--to", "pdf", "-o", out);
  const cold = (workspace, ...more) => build(workspace, "--fresh", ...more);
  const rows = [
    { name: "node -e 0", command: node("-e", "0") },
    { name: "--help", command: fivecase(one, "--help"), against: "node -e 0", of: "processor", goal: "1.25 (1.5)" },
    { name: "check", command: fivecase(one, "check"), against: "node -e 0", goal: "4 (6)" },
    ...(typstOne ? [{ name: "typst", command: typstOne }] : []),
    { name: "PDF, cold", command: cold(one, example), against: "typst", goal: "1.3 (1.8)" },
    { name: "PDF, nothing changed", command: build(one, example), against: "node -e 0", goal: "2 (4)" },
    ...(typstTen ? [{ name: "typst, ten times the text", command: typstTen }] : []),
    {
      name: "PDF, ten times the text",
      command: cold(ten, example),
      against: "PDF, cold",
      goal: "10 (12), 250 MB (400)",
    },
  ];
  const results = await roundRobin(rows, rounds);
  const lines = rows.map(({ name, against, of = "milliseconds", goal = "" }) => {
    const all = results.get(name);
    const peer = results.get(against);
    const compared = peer
      ? `${figure(ratio(all, peer, of), 2)} × ${against}${of === "processor" ? ", processor" : ""}`
      : "";
    return [
      name,
      ...["milliseconds", "processor", "megabytes"].map((k) => figure(median(all.map((r) => r[k])))),
      compared,
      goal,
    ];
  });
  const [large, peerLarge] = ["PDF, ten times the text", "typst, ten times the text"].map((n) => results.get(n));
  if (peerLarge)
    lines.push([
      "",
      "",
      "",
      "",
      `${figure(ratio(large, peerLarge, "milliseconds"), 2)} × typst, ten times the text`,
      "",
    ]);
  lines.push(await batchLine(cold(hundred), typstOne));
  rmSync(folder, { recursive: true });
  return [
    `The PDF path, medians of ${rounds} rounds; goals and, in brackets, musts are those of the ratio. ${typst ? "Typst reads markup, checks nothing and draws nothing." : "Without typst."}`,
    "",
    "| command | wall ms | processor ms | peak MB | median of paired ratios | goal (must) |",
    "|---|--:|--:|--:|---|---|",
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

/** A batch in one command for each document, against one process of the peer for each. */
async function batchLine(batch, peer) {
  const turns = Number(process.env.BENCH_BATCH ?? (process.argv.includes("--full") ? 9 : 1));
  const own = [];
  const peers = [];
  for (let turn = 0; turn < turns; turn++) {
    const result = await once(batch);
    if (result.code !== 0) throw new Error(`the batch ended with code ${result.code}`);
    const { milliseconds, processor, megabytes } = result;
    own.push({ milliseconds: milliseconds / batchSize, processor: processor / batchSize, megabytes });
    if (peer) {
      const some = [];
      for (let i = 0; i < 5; i++) some.push((await once(peer)).milliseconds);
      peers.push({ milliseconds: median(some) });
    }
  }
  const cells = ["milliseconds", "processor", "megabytes"].map((k) => figure(median(own.map((r) => r[k]))));
  const compared = peer ? `${figure(ratio(own, peers, "milliseconds"), 2)} × typst, a process each` : "";
  return [`PDF, batch of ${batchSize}, each (n = ${turns})`, ...cells, compared, "0.3 (0.6)"];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await pdfReport());
