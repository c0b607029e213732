// The check command: everything that can be found without building.
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { openRepository } from "../workspace/git.ts";
import { composed } from "./composed.ts";
import { openPast } from "./evidence.ts";
import { explainDocuments } from "./headlines.ts";
import { load } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { type CheckOptions, chosen } from "./options.ts";
import { count, type Found, printFindings, Screen } from "./screen.ts";

interface ExplainedCheckOptions extends CheckOptions {
  /** Says how the figures of each text came about, after the findings. */
  readonly explain: boolean;
}

/** Reports everything that can be found without building. */
export async function check(options: ExplainedCheckOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const programmes = await chosen(options);
  if (!programmes) return 2;
  const found: Found[] = [];
  const explanations: (() => void)[] = [];
  const screen = new Screen(process.stdout, options);
  const past = openPast(root);
  let documents = 0;
  for (const { id, documents: wanted } of programmes) {
    const loaded = await load(root, id, repository);
    const diagnostics: Diagnostic[] = [...loaded.diagnostics];
    if (loaded.model) {
      const made = await composed(loaded, id, wanted, past);
      diagnostics.push(...made.diagnostics);
      documents += made.documents.length;
      explanations.push(() => explainDocuments({ ...loaded, trees: made.documents }, screen));
    }
    found.push({ diagnostics, files: loaded.sources.files });
  }
  const { errors, warnings } = await printFindings(found, options);
  if (options.format === "pretty") {
    if (options.explain) for (const say of explanations) say();
    screen.verdict(`${count(documents, "document")} checked`, errors, warnings);
  }
  return errors > 0 ? 1 : 0;
}
