// What build and site share: programmes read, built or found as an earlier run left them, shown in order, and listed.
import { join } from "node:path";
import type { Repository } from "../workspace/git.ts";
import { readProgramme } from "../workspace/read.ts";
import { buildAll } from "./crew.ts";
import type { Task } from "./made.ts";
import type { Chosen } from "./options.ts";
import { usualFolder } from "./outputs.ts";
import { shippedTemplates } from "./package.ts";
import { type Built, openRecords } from "./record.ts";
import { count, type Screen, shortPath } from "./screen.ts";
import { type Settled, settle } from "./settle.ts";
import { unversioned } from "./unversioned.ts";

/** A task and what it came to. */
export interface Outcome {
  readonly task: Task;
  readonly built: Built;
  /** True when an earlier run had built it. */
  readonly unchanged: boolean;
}

/** Reads the programmes that are to be built. */
export async function readTasks(
  root: string,
  programmes: readonly Chosen[],
  repository: Repository,
  how: Pick<Task, "to" | "out" | "strict">,
): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const { id, documents } of programmes) {
    const sources = await readProgramme(root, id, shippedTemplates(), repository);
    tasks.push({ id, root, sources, documents, ...how });
  }
  return tasks;
}

/** Builds what an earlier run has not built from the same sources, and shows each programme when all before it are done. */
export async function run(
  root: string,
  tasks: readonly Task[],
  fresh: boolean,
  screen: Screen,
): Promise<readonly Outcome[]> {
  // A folder of another name was chosen by somebody, who may want it in git.
  const usual = join(root, usualFolder);
  if (tasks.some(({ out }) => out === usual)) await unversioned(usual);
  await unversioned(join(root, ".fivecase"));
  const records = openRecords(root);
  const results: (Outcome | undefined)[] = [];
  for (const task of tasks) {
    // In CI nothing is taken from an earlier run: what is published there is made there.
    const found = fresh || process.env["CI"] ? undefined : await records.find(task);
    results.push(found && { task, built: found, unchanged: true });
  }
  let shown = 0;
  const show = (): void => {
    for (let result = results[shown]; result; result = results[++shown]) {
      const { built, unchanged } = result;
      for (const { files, ...document } of built.documents)
        screen.document(
          document,
          files.map((f) => ({ ...f, path: shortPath(f.path), unchanged })),
        );
    }
  };
  show();
  const rest = [...tasks.keys()].filter((i) => !results[i]);
  await buildAll(
    rest.flatMap((i) => tasks[i] ?? []),
    async (at, built) => {
      const index = rest[at] ?? at;
      const task = tasks[index];
      if (!task) return;
      await records.keep(task, built);
      results[index] = { task, built, unchanged: false };
      show();
    },
  );
  return results.flatMap((result) => result ?? []);
}

/** Says what was not built, lists in the manifest of `out` what was, and says what became of files under earlier names. */
export async function tidy(out: string, outcomes: readonly Outcome[], screen: Screen): Promise<void> {
  for (const name of outcomes.flatMap(({ built }) => built.skipped)) screen.skipped(name);
  const settled = await settle(
    out,
    outcomes.flatMap(({ built }) => built.documents),
  );
  for (const words of settlement(settled, shortPath(out))) screen.note(words);
}

function settlement({ replaced, removed, left }: Settled, folder: string): readonly string[] {
  const manifest = "manifest.json was damaged, or not written by fivecase: it was replaced, and lists this build alone";
  return [
    ...(replaced ? [`warning  ${folder}/${manifest}`] : []),
    ...removed.map((file) => `removed  ${folder}/${file}: its document has another name now`),
    ...left.map((file) => `left  ${folder}/${file}: its document has another name now, but the file was changed`),
  ];
}

/** "3 documents built in 1.2 s, 5 documents unchanged". */
export function sum(outcomes: readonly Outcome[], milliseconds: number): string {
  const documents = (kept: boolean) =>
    outcomes.reduce((n, { built, unchanged }) => n + (unchanged === kept ? built.documents.length : 0), 0);
  const [kept, made] = [documents(true), documents(false)];
  const built = `${count(made, "document")} built in ${(milliseconds / 1000).toFixed(1)} s`;
  const same = `${count(kept, "document")} unchanged`;
  if (kept === 0) return built;
  return made === 0 && outcomes.every(({ unchanged }) => unchanged) ? same : `${built}, ${same}`;
}
