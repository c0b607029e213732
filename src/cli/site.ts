// The site command: builds what is asked for, and writes pages from which it can be taken.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Paper, PaperProgramme } from "../../schemas/papers.ts";
import { folderNames } from "../portal/links.ts";
import { pages } from "../portal/site.ts";
import { openRepository } from "../workspace/git.ts";
import { composed } from "./composed.ts";
import { modelled } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { type BuildOptions, chosen } from "./options.ts";
import { packageVersion } from "./package.ts";
import { type Copy, paperOf } from "./paper.ts";
import { type Outcome, readTasks, run, sum } from "./run.ts";
import { count, printFindings, Screen, shortPath } from "./screen.ts";
import { type Earlier, filesOf, readEarlier, removeOld } from "./site-before.ts";
import { writeWhole } from "./write.ts";

interface SiteOptions extends BuildOptions {
  readonly baseUrl?: string | undefined;
  readonly includeExempt: boolean;
}

/** What happens to the documents that were asked for. */
interface Gathered {
  readonly programmes: readonly PaperProgramme[];
  readonly copies: readonly Copy[];
  /** Documents that have errors; their pages are those of an earlier run. */
  readonly kept: readonly Paper[];
  /** Names of documents that are exempt and therefore not on the site. */
  readonly exempt: readonly string[];
}

/** Builds and writes the site; a document with errors keeps the page that it has. */
export async function site(options: SiteOptions): Promise<ExitCode> {
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

  const folder = join(out, "site");
  const earlier = await readEarlier(folder);
  const gathered = gather(outcomes, earlier, options.includeExempt);
  for (const { from, to } of gathered.copies) await writeWhole(join(folder, to), await readFile(from));
  const made = pages({ programmes: gathered.programmes, base: options.baseUrl });
  for (const [path, text] of made) await writeWhole(join(folder, path), text);
  const papers = gathered.programmes.flatMap((programme) => programme.papers);
  const removed = await removeOld(folder, earlier, new Set([...made.keys(), ...papers.flatMap(filesOf)]));

  const found = outcomes.map(({ task, built }) => ({
    diagnostics: built.diagnostics,
    files: task.sources.value.files,
  }));
  const { errors, warnings } = await printFindings(found, options);
  for (const name of outcomes.flatMap(({ built }) => built.skipped)) screen.skipped(name);
  for (const { id, version } of gathered.kept)
    screen.notice("page kept", `${id}: the site still shows version ${version} as an earlier run wrote it`);
  for (const name of gathered.exempt)
    screen.notice("left out", `${name} is exempt: nothing on the site says that it exists (--include-exempt lists it)`);
  if (earlier.unreadable)
    screen.notice(
      "not tidied",
      `${shortPath(earlier.unreadable)} is not as fivecase wrote it, so no earlier file was removed`,
    );
  if (removed > 0)
    screen.notice("removed", `${count(removed, "file")} that an earlier run wrote and this one does not`);
  screen.verdict(
    `${sum(outcomes, performance.now() - started)}; site of ${count(papers.length, "document")}`,
    errors,
    warnings,
  );
  screen.next(errors > 0 ? "correct the findings above, then run fivecase site again" : nextStep(folder));
  return errors > 0 ? 1 : 0;
}

function nextStep(folder: string): string {
  return `open ${shortPath(join(folder, "index.html"))}, or put ${shortPath(folder)} on a web server as it is`;
}

function gather(outcomes: readonly Outcome[], earlier: Earlier, includeExempt: boolean): Gathered {
  const copies: Copy[] = [];
  const kept: Paper[] = [];
  const exempt: string[] = [];
  const programmes: PaperProgramme[] = [];
  const folders = folderNames(outcomes.map(({ task }) => task.id));
  for (const { task, built } of outcomes) {
    const loaded = modelled(task.sources);
    const ids = built.documents.map(({ id }) => id);
    const trees = new Map(
      (loaded.model ? composed(loaded, task.id, ids).documents : []).map(({ id, tree }) => [id, tree]),
    );
    const below = folderNames(task.documents);
    const folder = folders.get(task.id) ?? task.id;
    const papers: Paper[] = [];
    for (const id of task.documents) {
      const name = `${task.id}/${id}`;
      const model = loaded.model?.documents.get(id);
      const before = earlier.papers.get(name);
      const written = built.documents.find((one) => one.id === id);
      const tree = trees.get(id);
      if (!includeExempt && (model?.document.front ?? before)?.classification === "exempt") {
        exempt.push(name);
      } else if (loaded.model && model && tree && written) {
        const made = paperOf(loaded, model, tree, written, `${folder}/${below.get(id) ?? id}`);
        papers.push(made.paper);
        copies.push(...made.copies);
      } else if (before) {
        papers.push(before);
        kept.push(before);
      }
    }
    // A programme of which nothing is shown is not named.
    if (papers.length === 0) continue;
    const { programme, organisations } = loaded.model?.case.programme ?? {};
    const was = earlier.programmes.get(task.id);
    programmes.push({
      id: task.id,
      folder,
      title: programme ?? was?.title ?? task.id,
      organisations: organisations ? Object.values(organisations).map(({ name }) => name) : (was?.organisations ?? []),
      papers: papers.sort(newestFirst),
    });
  }
  return { programmes, copies, kept, exempt };
}

function newestFirst(a: Paper, b: Paper): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [left, right] = [`${a.title}\0${a.id}`, `${b.title}\0${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
