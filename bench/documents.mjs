// PDF and DOCX beside typst, pandoc and `node -e 0`: cold, ten times the text, a batch of 100 documents, and what is done
// without rendering. All commands of a round follow each other, and each ratio is taken within its round.
// By hand: node bench/documents.mjs [--full]; BENCH_ROUNDS sets the rounds, BENCH_BATCH those of the batches.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fivecase, median, node, once, root, roundRobin, rounds } from "./measure.mjs";
import { hasPandoc, pandocMarkup } from "./pandoc.mjs";
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

/** Commands of the peers for one workspace; without those that are not there. */
async function peersOn(workspace, typst, out) {
  const tree = await treeOf(workspace);
  const commands = {};
  if (typst !== undefined) {
    const source = join(workspace, "peer.typ");
    writeFileSync(source, typstMarkup(tree));
    const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/arimo/package.json"));
    const runner = fileURLToPath(new URL("./typst-run.mjs", import.meta.url));
    commands.typst = node(runner, typst, fonts, source, join(out, "peer.pdf"));
  }
  if (hasPandoc()) {
    const source = join(workspace, "peer.html");
    writeFileSync(source, pandocMarkup(tree));
    commands.pandoc = ["pandoc", ["-f", "html", source, "-o", join(out, "peer.docx")]];
  }
  return commands;
}

const figure = (value, digits = 0) => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits));
const measures = ["milliseconds", "processor", "megabytes"];

/** Median of a row's ratios to what it is held against, round by round; several peers count one after the other. */
function compared(all, peers, names, of) {
  if (peers.some((peer) => peer === undefined)) return "";
  const ratios = all.map((one, i) => one[of] / peers.reduce((sum, peer) => sum + peer[i][of], 0));
  return `${figure(median(ratios), 2)} × ${names.join(" + ")}${of === "processor" ? ", processor" : ""}`;
}

/** The table of both paths. */
export async function documentsReport() {
  const folder = mkdtempSync(join(tmpdir(), "fivecase-bench-documents-"));
  const at = (name) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const out = at("out");
  const one = committed(single(root, at("one")));
  const ten = committed(enlarged(root, at("ten"), 10));
  const hundred = committed(many(root, at("hundred"), batchSize));
  const typst = installTypst();
  const [peers, large] = [await peersOn(one, typst, out), await peersOn(ten, typst, out)];
  const build = (workspace, to, ...more) => fivecase(workspace, "build", ...more, "--to", to, "-o", out);
  const cold = (workspace, to, ...more) => build(workspace, to, "--fresh", ...more);
  const tenfold = "10 (12), 250 MB (400)";
  const rows = [
    { name: "node -e 0", command: node("-e", "0") },
    { name: "--help", command: fivecase(one, "--help"), against: ["node -e 0"], of: "processor", goal: "1.25 (1.5)" },
    { name: "check", command: fivecase(one, "check"), against: ["node -e 0"], goal: "4 (6)" },
    { name: "typst", command: peers.typst },
    { name: "pandoc", command: peers.pandoc },
    { name: "PDF, cold", command: cold(one, "pdf", example), against: ["typst"], goal: "1.3 (1.8)" },
    { name: "DOCX, cold", command: cold(one, "docx", example), against: ["pandoc"], goal: "1.5 (2.0)" },
    {
      name: "PDF and DOCX, cold",
      command: cold(one, "pdf,docx", example),
      against: ["typst", "pandoc"],
      goal: "1.0 (1.5)",
    },
    {
      name: "PDF and DOCX, nothing changed",
      command: build(one, "pdf,docx", example),
      against: ["node -e 0"],
      goal: "2 (4)",
    },
    { name: "typst, ten times the text", command: large.typst },
    { name: "pandoc, ten times the text", command: large.pandoc },
    { name: "PDF, ten times the text", command: cold(ten, "pdf", example), against: ["PDF, cold"], goal: tenfold },
    { name: "DOCX, ten times the text", command: cold(ten, "docx", example), against: ["DOCX, cold"], goal: tenfold },
  ].filter(({ command }) => command !== undefined);
  const results = await roundRobin(rows, rounds);
  const lines = rows.map(({ name, against = [], of = "milliseconds", goal = "" }) => {
    const all = results.get(name);
    const held = against.map((peer) => results.get(peer));
    return [
      name,
      ...measures.map((k) => figure(median(all.map((r) => r[k])))),
      against.length > 0 ? compared(all, held, against, of) : "",
      goal,
    ];
  });
  lines.push(await batchLine("PDF", cold(hundred, "pdf"), { typst: peers.typst }));
  lines.push(await batchLine("PDF and DOCX", cold(hundred, "pdf,docx"), peers));
  rmSync(folder, { recursive: true });
  return [
    `PDF and DOCX of ${example}, medians of ${rounds} rounds; goals and, in brackets, musts are those of the ratio. Typst and pandoc read markup; they check nothing and draw nothing.`,
    "",
    "| command | wall ms | processor ms | peak MB | median of paired ratios | goal (must) |",
    "|---|--:|--:|--:|---|---|",
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

/** A batch in one command for each document, against one process of each peer for each. */
async function batchLine(outputs, batch, peers) {
  const turns = Number(process.env.BENCH_BATCH ?? (process.argv.includes("--full") ? 9 : 1));
  const named = Object.entries(peers).filter(([, command]) => command !== undefined);
  const own = [];
  const held = named.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    const result = await once(batch);
    if (result.code !== 0) throw new Error(`the batch ended with code ${result.code}`);
    own.push({ ...result, milliseconds: result.milliseconds / batchSize, processor: result.processor / batchSize });
    for (const [i, [, command]] of named.entries()) {
      const some = [];
      for (let times = 0; times < 5; times++) some.push((await once(command)).milliseconds);
      held[i].push({ milliseconds: median(some) });
    }
  }
  return [
    `${outputs}, batch of ${batchSize}, each (n = ${turns})`,
    ...measures.map((k) => figure(median(own.map((r) => r[k])))),
    named.length === Object.keys(peers).length && named.length > 0
      ? `${compared(own, held, Object.keys(peers), "milliseconds")}, a process each`
      : "",
    "0.3 (0.6)",
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await documentsReport());
