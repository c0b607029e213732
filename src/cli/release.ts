// The release command: a version is written into the front matter and the history, committed and sealed by a tag.
import { type Status, statuses } from "../../schemas/case.ts";
import { date as isoDate } from "../../schemas/scalars.ts";
import { asLine } from "../control/as-markdown.ts";
import { lackingApprovals } from "../control/demanded.ts";
import { control } from "../control/fill.ts";
import { tagPrefix } from "../control/history.ts";
import { folderOf } from "../control/inputs.ts";
import { absentReason } from "../control/location.ts";
import { isBaseline, nextVersion, type Raise } from "../control/next-version.ts";
import { resolveAuthor } from "../control/people.ts";
import { tagMessage } from "../control/sealed.ts";
import { statusFacts } from "../control/status.ts";
import { bareVersion } from "../control/versions.ts";
import { addEntry, replaceValue } from "../parse/yaml-write.ts";
import { gitFacts } from "../workspace/git.ts";
import { branch, gitUser, seal, tagFault } from "../workspace/seal.ts";
import { affectedSections } from "./affected.ts";
import { historyBegins } from "./beginnings.ts";
import type { ExitCode } from "./main.ts";
import { composedOne, type OneDocument, type OneOptions, oneDocument, withTexts } from "./one-document.ts";
import { isRefusal, type Refusal, refusal, refuse, unsaid } from "./refusal.ts";
import { rewriting } from "./rewrite.ts";
import { printFindings, Screen } from "./screen.ts";
import { today } from "./today.ts";

export interface ReleaseOptions extends OneOptions {
  readonly minor: boolean;
  readonly major: boolean;
  readonly version?: string;
  readonly change: string;
  readonly date?: string;
  readonly author?: string;
  readonly status?: string;
  readonly sections?: string;
  /** False writes the files and leaves commit and tag to the user. */
  readonly commit: boolean;
  /** Releases although other files have changes that are not committed. */
  readonly dirty: boolean;
  readonly sign: boolean;
}

/** Releases a version of a document; nothing is written when anything stands against it. */
export async function release(options: ReleaseOptions): Promise<ExitCode> {
  const { change, author, sections } = options;
  const raise = unsaid({ change, author, sections }) ?? raiseOf(options);
  if (isRefusal(raise)) return refuse("released", raise);
  const one = await oneDocument(options);
  if (typeof one === "number") return one;
  const planned = await plan(one, options, raise);
  if (isRefusal(planned)) return refuse("released", planned);
  if (planned.checked.blocked) {
    await printFindings([{ diagnostics: planned.checked.diagnostics, files: planned.checked.sources.files }], options);
    return refuse(
      "released",
      refusal(1, "The document has errors.", "correct what is found above, then release again"),
    );
  }
  return write(one, planned, options);
}

function raiseOf({ minor, major, version }: ReleaseOptions): Raise | Refusal {
  const asked = [minor, major, version !== undefined].filter(Boolean).length;
  if (asked !== 1)
    return refusal(2, "Say which version it is to be.", "give one of --minor, --major and --version X.Y");
  return version === undefined ? { by: minor ? "minor" : "major" } : { to: version };
}

interface Plan {
  readonly version: string;
  readonly status: Status;
  readonly date: string;
  /** Undefined where the version before cannot be had. */
  readonly sections: readonly string[] | undefined;
  readonly change: string;
  readonly tag: string;
  /** New texts by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The document as it will be. */
  readonly checked: OneDocument;
}

async function plan(one: OneDocument, options: ReleaseOptions, raise: Raise): Promise<Plan | Refusal> {
  const { loaded, document, sources, root } = one;
  const prefix = tagPrefix(loaded.model, document);
  const tags = sources.git.tags.filter((t) => t.name.startsWith(prefix)).map((t) => t.name.slice(prefix.length));
  const known = [...document.history.map((row) => row.version), ...tags.filter((v) => /^\d+(\.\d+)*$/.test(v))];
  const next = nextVersion(known, document.front.version, raise);
  if ("refused" in next) return refusal(2, next.refused, next.help);
  const { version } = next;
  const tag = `${prefix}${version}`;
  const inGit = await gitStands(one, options, tag);
  if (inGit) return inGit;

  const day = options.date ?? today();
  if (!isoDate.safeParse(day).success) return refusal(2, `"${day}" is no date.`, "write it as 2026-11-30");
  const author = await authorOf(one, options.author);
  if (isRefusal(author)) return author;
  const status = statusOf(options.status, isBaseline(version) ? "approved" : statusFacts(document.front.status).next);
  if (typeof status !== "string") return status;
  const lacking = isBaseline(version)
    ? lackingApprovals(document, control(loaded.model, one.id, one.evidence).value)
    : [];
  if (lacking.length > 0)
    return refusal(
      1,
      `the house ${document.house.name} releases a baseline such as ${version} only when its approvals are recorded:\n    ${lacking.join("\n    ")}`,
      "record them with fivecase approve, or release a draft with --minor",
    );

  const sections = options.sections?.split(/\s*;\s*/).filter((s) => s !== "") ?? (await affectedSections(one, known));
  const change = options.change.replace(/\s+/g, " ").trim();
  const row = {
    version,
    date: day,
    author: author.written,
    change: asLine(change),
    ...(sections?.length ? { sections: sections.length === 1 ? (sections[0] ?? "") : sections } : {}),
    status,
  };
  const history = `${folderOf(document.file)}/history.yaml`;
  const earlier = sources.files.get(history)?.text ?? historyBegins;
  const added = addEntry(earlier, { key: "history" }, row);
  if (added === undefined)
    return refusal(1, `${history} cannot be read.`, "correct it first: fivecase check says where");
  const texts = new Map([
    [document.file, withIssue(one, version, status, day)],
    [history, added],
  ]);
  const checked = await composedOne(
    root,
    one.programme,
    one.id,
    withTexts(sources, texts, { id: one.id, path: history }),
    one.past,
  );
  if (!("tree" in checked)) throw new Error("a document that was read cannot be read with its new version");
  const last = checked.document.history.at(-1);
  const asMeant = checked.document.front.version === version && last?.version === version && last.change === row.change;
  if (!checked.blocked && !asMeant) throw new Error("the version was not written as it was meant");
  return { version, status, date: day, sections, change, tag, texts, checked };
}

function statusOf(asked: string | undefined, usual: Status): Status | Refusal {
  if (asked === undefined) return usual;
  const found = statuses.find((s) => s === asked.trim().replaceAll("-", " "));
  return found ?? refusal(2, `"${asked}" is no status.`, `known: ${statuses.join(", ")}`);
}

/** What of git stands against the release; undefined where nothing does. */
async function gitStands(one: OneDocument, options: ReleaseOptions, tag: string): Promise<Refusal | undefined> {
  const { git } = one.sources;
  if (!options.commit) return undefined;
  if (git.absent !== undefined)
    return refusal(
      1,
      `there is nothing to commit to, since ${absentReason(git.absent)}.`,
      "use --no-commit to write the files alone",
    );
  if (git.shallow)
    process.stderr.write("This is a shallow clone: tags and versions that it lacks are not taken into account.\n");
  const { changed } = await gitFacts(one.root, ["."]);
  if (changed.length > 0 && !options.dirty) {
    const named = changed.slice(0, 5).join("\n    ");
    const more = changed.length > 5 ? `\n    and ${changed.length - 5} more` : "";
    return refusal(
      1,
      `there are changes that are not committed:\n    ${named}${more}`,
      "commit or undo them first; --dirty leaves them out of the commit (but document.md and history.yaml go in whole)",
    );
  }
  const fault = await tagFault(one.root, tag);
  return fault === undefined
    ? undefined
    : refusal(1, `${fault}.`, "choose another version, or take the tag away if it is wrong");
}

async function authorOf(one: OneDocument, asked: string | undefined): Promise<{ readonly written: string } | Refusal> {
  const people = one.document.registers.data.people;
  if (asked !== undefined) {
    const ids = Object.keys(people ?? {}).join(", ");
    return resolveAuthor(people, asked).known
      ? { written: asked.trim() }
      : refusal(
          2,
          `nobody in the people register has the id or initials "${asked}".`,
          `known: ${ids}; a name may be written in full`,
        );
  }
  const user = await gitUser(one.root);
  const match = Object.entries(people ?? {}).find(
    ([, p]) => user && (p.email?.toLowerCase() === user.email.toLowerCase() || p.name === user.name),
  );
  const written = match?.[0] ?? user?.name ?? one.document.front.authors.join(" / ");
  return { written };
}

/** document.md with another version, status and date. */
function withIssue({ document, sources }: OneDocument, version: string, status: Status, day: string): string {
  const values = [
    ["version", version],
    ["status", status],
    ["date", day],
  ] as const;
  return values
    .flatMap(([key, value]) => {
      const span = document.frontPlaces.value([key]);
      return span ? [{ span, value }] : [];
    })
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, value }) => replaceValue(text, span, value), sources.files.get(document.file)?.text ?? "");
}

async function write(one: OneDocument, planned: Plan, options: ReleaseOptions): Promise<ExitCode> {
  const { texts, tag, version } = planned;
  const name = `${one.programme}/${one.id}`;
  const { files, write: writeAll, restore } = await rewriting(one.root, texts);
  const why = await writeAll();
  if (why !== undefined)
    return refuse("released", refusal(1, `the files cannot be written: ${why}.`, "nothing was changed"));
  let commit: string | undefined;
  if (options.commit) {
    const message = `Release ${name} v${version}\n\n${planned.change}\n`;
    const sealed = await seal(one.root, {
      files,
      message,
      tag: { name: tag, message: tagMessage(planned.change, planned.date, planned.status) },
      sign: options.sign,
    });
    if ("fault" in sealed) {
      await restore();
      return refuse(
        "released",
        refusal(1, `git says: ${sealed.fault}.`, "nothing was changed; put right what git names, then release again"),
      );
    }
    commit = sealed.commit;
  }
  const found = [{ diagnostics: planned.checked.diagnostics, files: planned.checked.sources.files }];
  const { warnings } = await printFindings(found, options);
  await report(one, planned, commit, options, warnings);
  return 0;
}

async function report(
  one: OneDocument,
  { version, status, date, sections, tag, texts }: Plan,
  commit: string | undefined,
  options: ReleaseOptions,
  warnings: number,
): Promise<void> {
  const screen = new Screen(process.stdout, options);
  const name = `${one.programme}/${one.id}`;
  screen.heading(
    `${commit === undefined ? "Written" : "Released"}: ${name} v${bareVersion(version)} ${statusFacts(status).name.toLowerCase()}, ${date}`,
  );
  screen.fact(affectedWords(sections), "");
  if (commit !== undefined) {
    screen.fact(`commit ${commit.slice(0, 7)}, tag ${tag}`, "");
    if ((await branch(one.root)) === undefined)
      screen.fact(
        "no branch is checked out: only the tag keeps this commit (git switch -c <name> makes a branch of it)",
        "",
      );
  }
  screen.verdict(`${texts.size} files written`, 0, warnings);
  const files = [...texts.keys()].join(" ");
  screen.next(
    commit === undefined
      ? `git add ${files} && git commit, then git tag -a ${tag}`
      : `git push --follow-tags, then fivecase build ${name}`,
  );
}

function affectedWords(sections: readonly string[] | undefined): string {
  if (sections === undefined) return "sections affected are not known: the version before has no tag here";
  return sections.length === 0 ? "no section reads differently" : `sections affected: ${sections.join("; ")}`;
}
