// The build command: which programmes, what went wrong, what was written. What builds is loaded only if something must be.
import { resolve } from "node:path";
import { openRepository } from "../workspace/git.ts";
import type { ExitCode } from "./main.ts";
import { type BuildOptions, chosen } from "./options.ts";
import { packageVersion } from "./package.ts";
import { readTasks, run, sum, tidy } from "./run.ts";
import { printFindings, Screen } from "./screen.ts";

/** Builds what is asked for; a document with errors is not written, the others are. */
export async function build(options: BuildOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const programmes = await chosen(options);
  if (!programmes) return 2;
  const screen = new Screen(options.format === "pretty" ? process.stdout : process.stderr, options);
  screen.title(`fivecase ${packageVersion()}`);
  const started = performance.now();
  const { to, strict, fresh } = options;
  const out = resolve(root, options.out);
  const tasks = await readTasks(root, programmes, repository, { to, strict, out });
  const outcomes = await run(root, tasks, fresh, screen);

  const found = outcomes.map(({ task, built }) => ({
    diagnostics: built.diagnostics,
    files: task.sources.value.files,
  }));
  const { errors, warnings } = await printFindings(found, options);
  await tidy(out, outcomes, screen);
  screen.verdict(sum(outcomes, performance.now() - started), errors, warnings);
  screen.next(errors > 0 ? "correct the findings above, then run fivecase build again" : nextStep(options.out));
  return errors > 0 ? 1 : 0;
}

function nextStep(out: string): string {
  return `open the files in ${out}/, edit a source under content/, and run fivecase build --watch to see it follow`;
}
