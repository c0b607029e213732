// The diff command: two commits, or a commit and the files as they are.
import { resolve } from "node:path";
import type { Span } from "../source.ts";
import { forkPoint, resolveCommit } from "../workspace/git.ts";
import { type Compared, inJson, inMarkdown, inText } from "./diff-output.ts";
import { composeSide, readSources, type Side, type SideProgramme, sameSources, sideOf } from "./diff-side.ts";
import { openPast, type Past } from "./evidence.ts";
import type { DiffForm, ExitCode } from "./main.ts";
import { count } from "./screen.ts";
import { select } from "./select.ts";

interface Options {
  readonly directory: string;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly document: readonly string[];
  readonly to: DiffForm;
  readonly exitCode: boolean;
  readonly color: boolean;
}

/** Prints what differs between two states of the workspace's documents. */
export async function diff(options: Options): Promise<ExitCode> {
  const root = resolve(options.directory);
  const sides = await sidesOf(root, options);
  if (typeof sides === "string") return refuse(sides);
  const [before, after] = sides;
  const known = new Map(
    [...new Set([...before.documents.keys(), ...after.documents.keys()])]
      .sort()
      .map((programme) => [
        programme,
        [...new Set([before, after].flatMap((side) => side.documents.get(programme) ?? []))].sort(),
      ]),
  );
  const selection = select(options.document, known);
  if (selection.unknown.length > 0) return refuse(selection.unknown.join("\n"));
  if (known.size === 0)
    return refuse(
      `Neither ${before.name} nor ${after.name} holds a programme: a folder under content/ with a programme.yaml.`,
    );
  const past = openPast(root);
  const compared: Compared[] = [];
  for (const programme of selection.programmes)
    compared.push(
      ...(await compareProgramme(
        past,
        programme,
        sides,
        (known.get(programme) ?? []).filter((document) => selection.wants(programme, document)),
      )),
    );
  const names = { from: before.name, to: after.name };
  const print = { text: inText, md: inMarkdown, json: inJson }[options.to];
  process.stdout.write(await print(compared, names, options));
  const differs = compared.some((c) => c.state !== "unchanged");
  return options.exitCode && differs ? 1 : 0;
}

function refuse(words: string): ExitCode {
  process.stderr.write(`${words}\n`);
  return 2;
}

/** Both sides, or why there are none. */
async function sidesOf(root: string, { base, head }: Options): Promise<readonly [Side, Side] | string> {
  if ((await resolveCommit(root, "HEAD")) === undefined)
    return "fivecase diff compares with a commit, and git knows none here. It needs a git repository with a commit, and git itself.";
  const named = async (name: string) => {
    const commit = await resolveCommit(root, name);
    return commit === undefined ? undefined : sideOf(root, nameOf(name, commit), commit);
  };
  const unknown = (name: string) => `There is no commit, branch or tag "${name}" in this clone.`;
  const fork = base === undefined ? await forkPoint(root) : undefined;
  if (base === undefined && !fork)
    return "There is no branch called main or master to compare with: name a commit, branch or tag, such as fivecase diff HEAD~1.";
  const before = fork ? await sideOf(root, nameOf(fork.branch, fork.commit), fork.commit) : await named(base ?? "");
  if (!before) return unknown(base ?? "");
  const after = head === undefined ? await sideOf(root, "working tree", undefined) : await named(head);
  return after ? [before, after] : unknown(head ?? "");
}

/** "main 9f1c2aa"; a hash stands for itself. */
function nameOf(name: string, commit: string): string {
  const short = commit.slice(0, 7);
  return commit.startsWith(name) ? short : `${name} ${short}`;
}

async function compareProgramme(
  past: Past,
  programme: string,
  sides: readonly [Side, Side],
  wanted: readonly string[],
): Promise<readonly Compared[]> {
  const [from, to] = await Promise.all(sides.map((side) => readSources(past.root, side, programme)));
  const ids = wanted.map((folder) => ({ folder, id: `${programme}/${folder}` }));
  if (from && to && sameSources(from.value, to.value)) return ids.map(({ id }) => ({ state: "unchanged", id }));
  const before = from && (await composeSide(past, from, programme, wanted));
  const after = to && (await composeSide(past, to, programme, wanted));
  remark(programme, sides[0], before);
  remark(programme, sides[1], after);
  const { compare, isEmpty } = await import("../diff/compare.ts");
  const place = (span: Span, side: "before" | "after") => (side === "before" ? before : after)?.place(span) ?? "";
  return ids.map(({ folder, id }): Compared => {
    const [earlier, later] = [before?.documents.get(folder), after?.documents.get(folder)];
    // What is there and cannot be made is neither new nor removed.
    const lacking = [...(earlier ? [] : [sides[0]]), ...(later ? [] : [sides[1]])];
    const unread = lacking.find((side) => side.documents.get(programme)?.includes(folder));
    if (unread) return { state: "unread", id, side: unread.name };
    if (!earlier || !later) {
      const only = later ?? earlier;
      return only ? { state: later ? "new" : "removed", id, document: only } : { state: "unchanged", id };
    }
    const comparison = compare(earlier, later);
    return isEmpty(comparison) ? { state: "unchanged", id } : { state: "changed", id, comparison, place };
  });
}

/** Errors on either side may hide what differs. */
function remark(programme: string, side: Side, read: SideProgramme | undefined): void {
  if (!read || read.errors === 0) return;
  process.stderr.write(
    `${programme} in ${side.name}: ${count(read.errors, "error")}; what they leave out may show as a difference.\n`,
  );
}
