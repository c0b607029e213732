// The approve command: what a body decided, bound to a version, its commit and what the sources said.
import { type Approval, outcomes } from "../../schemas/approvals.ts";
import { date as isoDate } from "../../schemas/scalars.ts";
import { slug } from "../compute/numbers/slug.ts";
import { meetingTitle, routeOf } from "../control/approvals.ts";
import { folderOf } from "../control/inputs.ts";
import { resolveAuthor } from "../control/people.ts";
import { isTwin, recordsOf } from "../control/records.ts";
import { bareVersion, compareVersions } from "../control/versions.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { addEntry } from "../parse/yaml-write.ts";
import { gitUser, seal } from "../workspace/seal.ts";
import { tagOf } from "./affected.ts";
import { dataBegins } from "./beginnings.ts";
import { contentDigest, sealOf } from "./digest.ts";
import type { ExitCode } from "./main.ts";
import { composedOne, type OneDocument, type OneOptions, oneDocument, withTexts } from "./one-document.ts";
import { isRefusal, type Refusal, refusal, refuse, unsaid } from "./refusal.ts";
import { rewriting } from "./rewrite.ts";
import { printFindings, Screen } from "./screen.ts";
import { today } from "./today.ts";

export interface ApproveOptions extends OneOptions {
  readonly body: string;
  readonly outcome: string;
  readonly date?: string;
  readonly ref?: string;
  readonly conditions?: string;
  readonly signatory?: string;
  readonly version?: string;
  readonly recordedBy?: string;
  /** False writes the record and leaves the commit to the user. */
  readonly commit: boolean;
  readonly sign: boolean;
}

/** Writes one record into the programme's approvals register. */
export async function approve(options: ApproveOptions): Promise<ExitCode> {
  const { body, ref, conditions, signatory } = options;
  const lacking = unsaid({ body, ref, conditions, signatory, "recorded-by": options.recordedBy });
  if (lacking) return refuse("recorded", lacking);
  const one = await oneDocument(options);
  if (typeof one === "number") return one;
  const planned = await recordFor(one, options);
  if (isRefusal(planned)) return refuse("recorded", planned);
  const { id, record } = planned;
  const path = `${folderOf(folderOf(one.document.file))}/data/approvals.yaml`;
  const earlier = one.sources.files.get(path)?.text ?? dataBegins;
  const text = addEntry(earlier, { key: "approvals", name: id }, { ...record });
  if (text === undefined)
    return refuse("recorded", refusal(1, `${path} cannot be read.`, "correct it first: fivecase check says where"));
  const texts = new Map([[path, text]]);
  const checked = await composedOne(one.root, one.programme, one.id, withTexts(one.sources, texts), one.past);
  const wrong = checked.diagnostics.filter((d) => d.severity === "error" && d.span?.file === path && !isKnown(one, d));
  if (wrong.length > 0) {
    await printFindings([{ diagnostics: wrong, files: new Map([[path, { file: path, text }]]) }], options);
    return refuse("recorded", refusal(1, "no document can print it.", "correct what is found above in these words"));
  }
  const written = "tree" in checked ? checked.document.registers.data.approvals?.[id] : undefined;
  if (!written || sealOf(written) !== record.seal) throw new Error("the record was not written as it was meant");

  const { files, write, restore } = await rewriting(one.root, texts);
  const why = await write();
  if (why !== undefined)
    return refuse("recorded", refusal(1, `${path} cannot be written: ${why}.`, "nothing was changed"));
  if (options.commit && one.sources.git.absent === undefined) {
    const message = `Record: ${bodyName(one, record)} ${record.outcome} ${one.programme}/${one.id} v${record.version}\n`;
    const sealed = await seal(one.root, { files, message, sign: options.sign });
    if ("fault" in sealed) {
      await restore();
      return refuse(
        "recorded",
        refusal(1, `git says: ${sealed.fault}.`, "put right what git names, or use --no-commit"),
      );
    }
  }
  if ("tree" in checked)
    await printFindings([{ diagnostics: checked.diagnostics, files: checked.sources.files }], options);
  const screen = new Screen(process.stdout, options);
  screen.heading(`Recorded: ${bodyName(one, record)}, ${record.date}: ${record.outcome}`);
  screen.fact(
    `${one.programme}/${one.id} v${record.version}`,
    record.commit === undefined ? "" : `commit ${record.commit.slice(0, 7)}`,
  );
  screen.fact(
    `in ${path} as ${id}`,
    record.meeting === undefined ? "no meeting of the route" : `meeting ${record.meeting}`,
  );
  const { front } = one.document;
  // Nobody can have decided on a version that was dated after the decision.
  if (record.commit !== undefined && bareVersion(front.version) === record.version && front.date > record.date)
    screen.fact(
      `version ${record.version} is dated ${front.date}, after the decision: give --version where an earlier one was before the body`,
      "",
    );
  screen.next(
    options.commit && one.sources.git.absent === undefined
      ? `fivecase build ${one.programme}/${one.id} prints it in the review and approval table`
      : `commit ${path}`,
  );
  return 0;
}

/** What was wrong before is not what the record brings. */
function isKnown(one: OneDocument, { code, message }: Diagnostic): boolean {
  return one.diagnostics.some((d) => d.code === code && d.message === message);
}

async function recordFor(
  one: OneDocument,
  options: ApproveOptions,
): Promise<{ readonly id: string; readonly record: Approval } | Refusal> {
  const outcome = outcomes.find((o) => o === options.outcome.trim().toLowerCase().replaceAll("-", " "));
  if (!outcome) {
    const known = outcomes.map((o) => o.replaceAll(" ", "-"));
    const near = nearest(options.outcome, known);
    return refusal(
      2,
      `"${options.outcome}" is no outcome.`,
      near === undefined ? `known: ${known.join(", ")}` : `did you mean ${near}?`,
    );
  }
  const day = options.date ?? today();
  if (!isoDate.safeParse(day).success) return refusal(2, `"${day}" is no date.`, "write it as 2026-11-30");
  if (outcome === "approved with conditions" && options.conditions === undefined)
    return refusal(2, "an approval with conditions needs them.", 'give --conditions "…"');
  const signatory = personId(one, options.signatory);
  if (signatory !== undefined && typeof signatory !== "string") return signatory;
  const bound = await boundTo(one, options.version);
  if (isRefusal(bound)) return bound;
  const where = placeOf(one, options.body, day);
  const user = await gitUser(one.root);
  const recordedBy = options.recordedBy ?? user?.name ?? process.env["USER"] ?? "unknown";
  const unsealed = {
    document: one.id,
    version: bound.version,
    ...where,
    outcome,
    date: day,
    ...(options.conditions === undefined ? {} : { conditions: options.conditions.replace(/\r\n?/g, "\n").trim() }),
    ...(options.ref === undefined ? {} : { reference: options.ref.trim() }),
    ...(signatory === undefined ? {} : { signatory }),
    "recorded-by": recordedBy,
    ...(bound.commit === undefined ? {} : { commit: bound.commit }),
    content: bound.content,
  };
  const twin = recordsOf(one.document).find(([, record]) => isTwin(record, unsealed));
  if (twin)
    return refusal(1, `this decision is recorded already, as ${twin[0]}.`, "take that record out first if it is wrong");
  return { id: freeId(one, options.body, day), record: { ...unsealed, seal: sealOf(unsealed) } };
}

/** The commit and the sources that were before the body: those of the version's tag, or those checked out. */
async function boundTo(
  one: OneDocument,
  asked: string | undefined,
): Promise<{ readonly version: string; readonly commit?: string; readonly content: string } | Refusal> {
  const { loaded, document, sources } = one;
  const version = bareVersion(asked ?? document.front.version);
  const history = document.history.map((row) => bareVersion(row.version));
  const tag = await tagOf(one, version);
  if (tag !== undefined) {
    const earlier = await one.past.at(tag, one.programme, one.id);
    const then = earlier?.model.documents.get(earlier.id)?.document;
    if (earlier && then) return { version, commit: tag, content: contentDigest(earlier.model, then) };
  }
  const present = compareVersions(version, document.front.version) === 0;
  if (!present) {
    const why = history.includes(version)
      ? `version ${version} has no tag, so what was approved cannot be told`
      : `there is no version ${version} of ${one.id}`;
    const known = [...new Set([...history, bareVersion(document.front.version)])];
    return history.includes(version)
      ? refusal(1, `${why}.`, "check out the commit that was approved, and record it there")
      : refusal(2, `${why}.`, `known: ${known.join(", ")}`);
  }
  const content = contentDigest(loaded.model, document);
  const { git } = sources;
  if (git.absent !== undefined) return { version, content };
  const changed = git.changed.filter((path) => !path.endsWith("/data/approvals.yaml"));
  if (changed.length > 0)
    return refusal(
      1,
      `there are changes that are not committed, so no commit holds what was approved:\n    ${changed.slice(0, 5).join("\n    ")}`,
      "commit them if they were before the body, or undo them",
    );
  return { version, ...(git.commit === undefined ? {} : { commit: git.commit }), content };
}

/** The board, or the body's name, and the meeting of the route at which it sat. */
function placeOf(one: OneDocument, body: string, day: string): Pick<Approval, "board" | "body" | "meeting"> {
  const { document } = one;
  const boards = document.registers.data.boards ?? {};
  const wanted = fold(body);
  const board = Object.entries(boards).find(([id, b]) => id === body || fold(b.name) === wanted)?.[0];
  const meetings = routeOf(document).filter(
    ([id, m]) =>
      id === body ||
      (board !== undefined && m.board === board) ||
      [m.body, m.label, meetingTitle(document, id, m)].some((w) => w !== undefined && fold(w) === wanted),
  );
  // A body that sits twice is meant by its day; one that sits once may have sat on another day than was planned.
  const meeting =
    meetings.find(([, m]) => m.date.start <= day && day <= m.date.end) ??
    (meetings.length === 1 ? meetings[0] : undefined);
  const seated = board ?? meeting?.[1].board;
  return {
    ...(seated !== undefined && Object.hasOwn(boards, seated)
      ? { board: seated }
      : { body: meeting ? meetingTitle(document, ...meeting) : body.replace(/\s+/g, " ").trim() }),
    ...(meeting ? { meeting: meeting[0] } : {}),
  };
}

const fold = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, " ");

function bodyName(one: OneDocument, record: Approval): string {
  const board = record.board === undefined ? undefined : one.document.registers.data.boards?.[record.board]?.name;
  return board ?? record.body ?? "";
}

function personId(one: OneDocument, asked: string | undefined): string | undefined | Refusal {
  if (asked === undefined) return undefined;
  const people = one.document.registers.data.people ?? {};
  const found = Object.entries(people).find(([id, p]) => [id, p.initials, p.name, p.post].includes(asked.trim()));
  if (found) return found[0];
  const near = nearest(asked, Object.keys(people));
  const known = resolveAuthor(people, asked).known;
  return refusal(
    2,
    `nobody in the people register ${known ? "is called" : "has the id or initials"} "${asked}".`,
    near === undefined ? "add the person under `people` first" : `did you mean ${near}?`,
  );
}

function freeId(one: OneDocument, body: string, day: string): string {
  const taken = one.document.registers.data.approvals ?? {};
  const base = `${slug(`${one.id} ${body}`)}-${day}`;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!Object.hasOwn(taken, id)) return id;
  }
}
