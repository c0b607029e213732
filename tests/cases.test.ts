// One folder is one story; what it must print stands beside it as text a person can review.
import { readdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { arrange, type Diagnostic, hasErrors } from "../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../src/diagnostics/formats/format.ts";
import { printDocument } from "../src/document/print.ts";
import { docx, place } from "../src/pipeline.ts";
import { documentXml } from "./support/docx-inspect.ts";
import { kitFor } from "./support/kit.ts";
import { laidOut, placedText } from "./support/pdf-inspect.ts";
import { type Built, composeProgramme, discard, exists, stageCase } from "./support/workspace.ts";

const folder = join(import.meta.dirname, "cases");
const updating = process.env["UPDATE_EXPECTED"] === "1";

/** Text a case makes; undefined where it makes none. A case that has expect.docx.xml or expect.pdf.txt is rendered too. */
async function outcome(name: string): Promise<Readonly<Record<string, string | undefined>>> {
  const here = join(folder, name);
  const root = await stageCase(here);
  try {
    const programmes = readdirSync(join(root, "content")).sort();
    const made: Record<string, string | undefined> = {};
    const findings: string[] = [];
    const trees: string[] = [];
    for (const id of programmes) {
      const built = await composeProgramme(root, id);
      const diagnostics = arrange([...built.diagnostics, ...(await layoutFindings(built))]);
      findings.push(formatDiagnostics("pretty", diagnostics, (file) => built.sources.files.get(file), false));
      if (hasErrors(diagnostics)) continue;
      for (const [documentId, tree] of built.documents) {
        trees.push(printDocument(tree));
        const kit = await kitFor(built, documentId);
        if (await exists(join(here, "expect.docx.xml")))
          made["expect.docx.xml"] = documentXml(await docx((await place(tree, kit)).value));
        if (await exists(join(here, "expect.pdf.txt"))) made["expect.pdf.txt"] = await placedText(tree, kit);
      }
    }
    const said = findings.filter((f) => f !== "").join("\n");
    return {
      ...made,
      "expect.diagnostics.txt": said === "" ? undefined : `${said.trimEnd()}\n`,
      "expect.document.txt": trees.length === 0 ? undefined : trees.join("\n"),
    };
  } finally {
    await discard(root);
  }
}

/** What only the layout can find, such as letters that no font has; a document with errors is never laid out. */
async function layoutFindings(built: Built): Promise<readonly Diagnostic[]> {
  if (hasErrors(built.diagnostics)) return [];
  const found: Diagnostic[] = [];
  for (const [id, tree] of built.documents) found.push(...(await laidOut(tree, await kitFor(built, id))).diagnostics);
  return found;
}

const names = readdirSync(folder).sort();

test.each(names)("%s", async (name) => {
  const made = await outcome(name);
  const expected = readdirSync(join(folder, name)).filter((f) => f.startsWith("expect."));
  if (updating) {
    for (const [file, text] of Object.entries(made))
      if (text !== undefined) await writeFile(join(folder, name, file), text);
    for (const file of expected.filter((f) => made[f] === undefined)) await rm(join(folder, name, file));
    return;
  }
  expect(expected.sort(), "files that say what the case makes").toEqual(
    Object.keys(made)
      .filter((f) => made[f] !== undefined)
      .sort(),
  );
  for (const file of expected) expect(made[file], file).toBe(await readFile(join(folder, name, file), "utf8"));
});
