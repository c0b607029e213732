// The site command: builds what is asked for, and writes pages from which it can be taken.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Paper, PaperProgramme } from "../../schemas/papers.ts";
import { folderName } from "../portal/links.ts";
import { catalogue, pages } from "../portal/site.ts";
import { openRepository } from "../workspace/git.ts";
import { type Composed, composed } from "./composed.ts";
import { openPast } from "./evidence.ts";
import { sha256 } from "./hashes.ts";
import { type Loaded, modelled, type Unusable } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { type BuildOptions, chosen } from "./options.ts";
import { packageVersion } from "./package.ts";
import { type Copy, type EarlierVersion, paperOf } from "./paper.ts";
import { refusal, refuse } from "./refusal.ts";
import { type Outcome, readTasks, run, sum, tidy } from "./run.ts";
import { count, printFindings, Screen, shortPath } from "./screen.ts";
import { type Earlier, filesOf, papersPath, type Removal, readEarlier, removeOld } from "./site-before.ts";
import { buildEarlier, type EarlierVersions } from "./site-versions.ts";
import { writeWhole } from "./write.ts";

interface SiteOptions extends BuildOptions {
  /** Builds earlier versions from their tags and links them. */
  readonly earlier: boolean;
  readonly baseUrl?: string | undefined;
  readonly includeExempt: boolean;
}

/** What became of the documents that were asked for. */
interface Gathered {
  readonly programmes: readonly PaperProgramme[];
  readonly copies: readonly Copy[];
  /** Documents that have errors; their pages are those of an earlier run. */
  readonly kept: readonly Paper[];
  /** Names of documents that have errors and were on no earlier site. */
  readonly absent: readonly string[];
  /** Names of documents that are exempt and therefore not on the site. */
  readonly exempt: readonly string[];
}

/** Builds and writes the site; a document with errors keeps the page that it has. */
export async function site(options: SiteOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const repository = openRepository(root);
  const programmes = await chosen(options);
  if (!programmes) return 2;
  const clash = programmes.find(({ id }) => id.toLowerCase() === "site");
  if (clash)
    return refuse(
      "written",
      refusal(
        2,
        `documents of the programme "${clash.id}" are built into the folder of the site.`,
        "rename its folder",
      ),
    );
  const screen = new Screen(options.format === "pretty" ? process.stdout : process.stderr, options);
  screen.title(`fivecase ${packageVersion()}`);
  const started = performance.now();
  const { to, strict, fresh, includeExempt } = options;
  const out = resolve(root, options.out);
  const tasks = await readTasks(root, programmes, repository, { to, strict, out });
  const outcomes = await run(root, tasks, fresh, screen);
  const loaded = new Map(outcomes.map(({ task }) => [task.id, modelled(task.sources)]));
  const versions = options.earlier
    ? await buildEarlier(root, shown(outcomes, loaded, includeExempt), { to, fresh, includeExempt }, screen)
    : undefined;

  const folder = join(out, "site");
  const before = await readEarlier(folder);
  const gathered = await gather(root, outcomes, loaded, before, versions?.versions ?? new Map(), includeExempt);
  const removal = await write(folder, before, gathered, options.baseUrl);

  const found = outcomes.map(({ task, built }) => ({
    diagnostics: built.diagnostics,
    files: task.sources.value.files,
  }));
  const { errors, warnings } = await printFindings(found, options);
  await tidy(out, outcomes, screen);
  for (const words of notes(gathered, versions, before, removal)) screen.note(words);
  const papers = gathered.programmes.flatMap((programme) => programme.papers);
  const took = sum(outcomes, performance.now() - started);
  screen.verdict(`${took}; site of ${count(papers.length, "document")}`, errors, warnings);
  screen.next(errors > 0 ? "correct the findings above, then run fivecase site again" : nextStep(folder));
  return errors > 0 ? 1 : 0;
}

function nextStep(folder: string): string {
  return `open ${shortPath(join(folder, "index.html"))}, or put ${shortPath(folder)} on a web server as it is`;
}

/** Documents that were built and may be shown. */
function shown(
  outcomes: readonly Outcome[],
  programmes: ReadonlyMap<string, Loaded | Unusable>,
  includeExempt: boolean,
): readonly { readonly loaded: Loaded; readonly id: string }[] {
  return outcomes.flatMap(({ task, built }) => {
    const loaded = programmes.get(task.id);
    if (!loaded?.model) return [];
    return task.documents
      .filter((id) => {
        const one = built.documents.find(({ document }) => document === `${task.id}/${id}`);
        return one && (includeExempt || one.classification !== "exempt");
      })
      .map((id) => ({ loaded, id }));
  });
}

async function gather(
  root: string,
  outcomes: readonly Outcome[],
  programmes: ReadonlyMap<string, Loaded | Unusable>,
  before: Earlier,
  versions: EarlierVersions["versions"],
  includeExempt: boolean,
): Promise<Gathered> {
  const copies: Copy[] = [];
  const kept: Paper[] = [];
  const absent: string[] = [];
  const exempt: string[] = [];
  const made: PaperProgramme[] = [];
  const past = openPast(root);
  for (const { task, built } of outcomes) {
    const loaded = programmes.get(task.id);
    const trees = loaded?.model ? (await composed(loaded, task.id, task.documents, past)).documents : [];
    const papers: Paper[] = [];
    for (const id of task.documents) {
      const name = `${task.id}/${id}`;
      const one = built.documents.find(({ document }) => document === name);
      const was = before.papers.get(name);
      const classified = loaded?.model?.documents.get(id)?.document.front.classification;
      // A page that an earlier run made for those who may see it is not kept for the public.
      if (!includeExempt && (classified === "exempt" || (!one && was?.classification === "exempt"))) {
        exempt.push(name);
        continue;
      }
      const paper = one && loaded?.model ? entry(loaded, trees, id, one, versions.get(name) ?? [], copies) : undefined;
      if (paper) papers.push(paper);
      else if (was) kept.push(was);
      else absent.push(name);
      if (!paper && was) papers.push(was);
    }
    // A programme of which nothing is shown is not named.
    if (papers.length > 0) made.push(programmeOf(task.id, loaded, before, papers));
  }
  return { programmes: made, copies, kept, absent, exempt };
}

function entry(
  loaded: Loaded,
  trees: readonly Composed[],
  id: string,
  built: Parameters<typeof paperOf>[3],
  versions: readonly EarlierVersion[],
  copies: Copy[],
): Paper | undefined {
  const document = loaded.model.documents.get(id);
  const tree = trees.find((one) => one.id === id);
  if (!document || !tree) return undefined;
  const folder = `${folderName(loaded.model.case.id)}/${folderName(id)}`;
  const made = paperOf(loaded, document, tree, built, versions, folder);
  copies.push(...made.copies);
  return made.paper;
}

function programmeOf(
  id: string,
  loaded: Loaded | Unusable | undefined,
  before: Earlier,
  papers: readonly Paper[],
): PaperProgramme {
  const { programme, organisations } = loaded?.model?.case.programme ?? {};
  const was = before.programmes.get(id);
  return {
    id,
    folder: folderName(id),
    title: programme ?? was?.title ?? id,
    organisations: organisations ? Object.values(organisations).map(({ name }) => name) : (was?.organisations ?? []),
    papers: [...papers].sort(newestFirst),
  };
}

function newestFirst(a: Paper, b: Paper): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [left, right] = [`${a.title}\0${a.id}`, `${b.title}\0${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Writes files and pages; the list of what is the site's own comes last, so that an interrupted run loses track of nothing. */
async function write(
  folder: string,
  before: Earlier,
  { programmes, copies }: Gathered,
  base: string | undefined,
): Promise<Removal> {
  for (const { from, to } of copies) await writeWhole(join(folder, to), await readFile(from));
  const made = pages({ programmes, base });
  for (const [path, text] of made) await writeWhole(join(folder, path), text);
  const files = programmes.flatMap(({ papers }) => papers.flatMap(filesOf)).map(({ path }) => path);
  const removal = await removeOld(folder, before, new Set([...made.keys(), ...files]));
  const own = [...made].map(([path, text]) => ({ path, sha256: sha256(text) }));
  await writeWhole(join(folder, papersPath), catalogue(programmes, own));
  return removal;
}

function notes(
  { kept, absent, exempt }: Gathered,
  versions: EarlierVersions | undefined,
  { unreadable }: Earlier,
  { removed, left }: Removal,
): readonly string[] {
  return [
    ...kept.map(
      ({ id, version }) => `page kept  ${id}: the site still shows version ${version}, as an earlier run wrote it`,
    ),
    ...absent.map((name) => `no page  ${name}: it was not built, and no earlier run wrote a page of it`),
    ...exempt.map((name) => `left out  ${name} is exempt: nothing on the site says that it exists`),
    ...(versions?.absent ?? []).map((words) => `no files  ${words}`),
    ...(unreadable === undefined
      ? []
      : [`not tidied  ${shortPath(unreadable)} is not as fivecase wrote it, so no earlier file was removed`]),
    ...(removed > 0 ? [`removed  ${count(removed, "file")} that an earlier run wrote and this one does not`] : []),
    ...left.map((path) => `left  ${path}: this run does not write it, but it was changed since an earlier one did`),
  ];
}
