// The build command: which programmes, what went wrong, what was written. What builds is loaded only if something must be.
import { relative, resolve } from "node:path";
import { openRepository } from "../workspace/git.ts";
import { readProgramme } from "../workspace/read.ts";
import { buildAll } from "./crew.ts";
import type { Task } from "./made.ts";
import type { ExitCode } from "./main.ts";
import { type BuildOptions, chosen } from "./options.ts";
import { packageVersion, shippedTemplates } from "./package.ts";
import { type Built, openRecords } from "./record.ts";
import { count, printFindings, Screen } from "./screen.ts";
import { type Settled, settle } from "./settle.ts";

/** Builds what is asked for; a document with errors is not written, the others are. */
export async function build(options: BuildOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const programmes = await chosen(options);
  if (!programmes) return 2;
  const screen = new Screen(options.format === "pretty" ? process.stdout : process.stderr, options);
  screen.title(`fivecase ${packageVersion()}`);
  const started = performance.now();
  const { to, strict } = options;
  const out = resolve(root, options.out);
  const tasks: Task[] = [];
  for (const { id, documents } of programmes) {
    const sources = await readProgramme(root, id, shippedTemplates(), repository);
    tasks.push({ id, root, sources, documents, to, out, strict });
  }

  const records = openRecords(root);
  // In CI nothing is taken from an earlier run: what is published there is made there.
  const fresh = options.fresh || Boolean(process.env["CI"]);
  const results: (Built | undefined)[] = [];
  for (const task of tasks) results.push(fresh ? undefined : await records.find(task));
  const unchanged = results.map((built) => built !== undefined);
  let shown = 0;
  const show = (): void => {
    for (let built = results[shown]; built; built = results[++shown])
      for (const { files, ...document } of built.documents)
        screen.document(
          document,
          files.map((f) => ({ ...f, path: shortPath(f.path), unchanged: unchanged[shown] ?? false })),
        );
  };
  show();
  const rest = [...tasks.keys()].filter((i) => !unchanged[i]);
  await buildAll(
    rest.flatMap((i) => tasks[i] ?? []),
    async (at, built) => {
      const index = rest[at] ?? at;
      const task = tasks[index];
      if (task) await records.keep(task, built);
      results[index] = built;
      show();
    },
  );

  const found = tasks.map(({ sources }, i) => ({
    diagnostics: results[i]?.diagnostics ?? [],
    files: sources.value.files,
  }));
  const { errors, warnings } = await printFindings(found, options);
  for (const name of results.flatMap((built) => built?.skipped ?? [])) screen.skipped(name);
  const settled = await settle(
    out,
    results.flatMap((built) => built?.documents ?? []),
  );
  for (const words of settlement(settled, shortPath(out))) screen.note(words);
  const documents = (kept: boolean) =>
    results.reduce((n, built, i) => n + (unchanged[i] === kept ? (built?.documents.length ?? 0) : 0), 0);
  const [kept, made] = [documents(true), documents(false)];
  const built = `${count(made, "document")} built in ${((performance.now() - started) / 1000).toFixed(1)} s`;
  const same = `${count(kept, "document")} unchanged`;
  screen.verdict(kept === 0 ? built : made === 0 && rest.length === 0 ? same : `${built}, ${same}`, errors, warnings);
  screen.next(errors > 0 ? "correct the findings above, then run fivecase build again" : nextStep(options.out));
  return errors > 0 ? 1 : 0;
}

function settlement({ replaced, removed, left }: Settled, folder: string): readonly string[] {
  const manifest = "manifest.json was damaged, or not written by fivecase: it was replaced, and lists this build alone";
  return [
    ...(replaced ? [`warning  ${folder}/${manifest}`] : []),
    ...removed.map((file) => `removed  ${folder}/${file}: its document has another name now`),
    ...left.map((file) => `left  ${folder}/${file}: its document has another name now, but the file was changed`),
  ];
}

function shortPath(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/");
}

function nextStep(out: string): string {
  return `open the files in ${out}/, edit a source under content/, and run fivecase build --watch to see it follow`;
}
