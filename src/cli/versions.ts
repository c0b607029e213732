// The versions command: what is known of each version and of each approval, with signatures; and rows for tags made by hand.
import { folderOf } from "../control/inputs.ts";
import { type ListedVersion, listVersions, tagState } from "../control/listing.ts";
import { resolveAuthor } from "../control/people.ts";
import { type Approval, recordsOf } from "../control/records.ts";
import { tagRow } from "../control/sealed.ts";
import { compareVersions } from "../control/versions.ts";
import { addEntry } from "../parse/yaml-write.ts";
import { commitSignature, commitThatAdded, type Signature, signedTags, tagSignature } from "../workspace/signature.ts";
import { between } from "./affected.ts";
import { historyBegins } from "./beginnings.ts";
import type { ExitCode } from "./main.ts";
import { type OneDocument, type OneOptions, oneDocument } from "./one-document.ts";
import { refusal, refuse } from "./refusal.ts";
import { rewriting } from "./rewrite.ts";
import { printFindings, Screen } from "./screen.ts";

export interface VersionsOptions extends OneOptions {
  /** Writes rows for versions that only a tag records. */
  readonly complete: boolean;
}

/** Lists the versions of a document, or completes its history. */
export async function versions(options: VersionsOptions): Promise<ExitCode> {
  const one = await oneDocument(options);
  if (typeof one === "number") return one;
  if (options.complete) return complete(one, options);
  const signed = await signedTags(one.root, `${one.programme}/${one.id}`);
  const listed: Awaited<ReturnType<typeof told>>[] = [];
  for (const v of listVersions(one.loaded.model, one.document)) listed.push(await told(one, v, signed));
  const approvals: Awaited<ReturnType<typeof toldApproval>>[] = [];
  for (const [id, record] of recordsOf(one.document)) approvals.push(await toldApproval(one, id, record));
  if (options.format === "json") {
    const document = `${one.programme}/${one.id}`;
    process.stdout.write(
      `${JSON.stringify({ schema: "fivecase/versions@1", document, versions: listed, approvals }, null, 2)}\n`,
    );
    return one.blocked ? 1 : 0;
  }
  await printFindings([{ diagnostics: one.diagnostics, files: one.sources.files }], options);
  const screen = new Screen(process.stdout, options);
  screen.heading(`${one.programme}/${one.id}`);
  for (const v of listed) {
    const mark = v.present ? "*" : " ";
    const head = [`${mark} ${v.version}`, v.date, v.status, v.author].filter((w) => w !== "").join("  ");
    screen.fact(head, [v.tag, signedWords(v.signature)].filter((w) => w !== "").join(", "));
    if (v.change !== "") screen.fact(`    ${v.change}`, "");
    if (v.sections.length > 0) screen.fact(`    sections affected: ${v.sections.join("; ")}`, "");
  }
  for (const a of approvals) {
    screen.fact(`${a.outcome} by ${a.body} on ${a.date}, version ${a.version}${a.standing}`, a.id);
    screen.fact(
      `    recorded by ${a.recordedBy}`,
      [a.commit.slice(0, 7), signedWords(a.signature)].filter((w) => w !== "").join(", "),
    );
  }
  const alone = listed.filter((v) => v.fromTagOnly).length;
  if (alone > 0)
    screen.next(
      `fivecase versions ${one.programme}/${one.id} --complete writes ${alone === 1 ? "a row" : "rows"} for what only tags record`,
    );
  return one.blocked ? 1 : 0;
}

async function told(one: OneDocument, { version, rows, tag, present }: ListedVersion, signed: ReadonlySet<string>) {
  const last = rows.at(-1);
  const state = tagState(tag);
  const record = tag && state === "sealed" ? tag : undefined;
  const { front } = one.document;
  return {
    version,
    present,
    date: last?.date ?? (record && tagRow(record).date) ?? (present ? front.date : ""),
    author: last ? resolveAuthor(one.document.registers.data.people, last.author).author : (record?.author ?? ""),
    status: last?.status ?? (present ? front.status : ""),
    change: last?.change ?? record?.subject ?? "",
    sections: typeof last?.sections === "string" ? [last.sections] : (last?.sections ?? []),
    tag: tag ? (state === "sealed" ? tag.name : `${tag.name} (${state})`) : "",
    commit: tag?.commit ?? "",
    signature: record && signed.has(record.name) ? await tagSignature(one.root, record.name) : noSignature,
    fromTagOnly: rows.length === 0 && record !== undefined,
  };
}

const noSignature: Signature = { state: "none", by: "" };

async function toldApproval(one: OneDocument, id: string, record: Approval) {
  const board = record.board === undefined ? undefined : one.document.registers.data.boards?.[record.board]?.name;
  const path = `${folderOf(folderOf(one.document.file))}/data/approvals.yaml`;
  const recording = await commitThatAdded(one.root, record.seal, path);
  const standing = one.evidence.approvals.get(id);
  const since =
    standing?.type === "changed"
      ? `; changed since in ${standing.sections.join(", ")}`
      : standing?.type === "unknown"
        ? `; ${standing.reason}`
        : "";
  return {
    id,
    body: board ?? record.body ?? "",
    version: record.version,
    outcome: record.outcome,
    date: record.date,
    recordedBy: record["recorded-by"],
    approvedCommit: record.commit ?? "",
    standing: one.evidence.edited.has(id) ? "; this record was edited and does not count" : since,
    commit: recording ?? "",
    signature: recording === undefined ? noSignature : await commitSignature(one.root, recording),
  };
}

function signedWords({ state, by }: Signature): string {
  switch (state) {
    case "none":
      return "";
    case "good":
      return `signed by ${by}`;
    case "expired":
      return `signed${by === "" ? "" : ` by ${by}`} with a key that has expired`;
    case "revoked":
      return `signed by ${by} with a key that was REVOKED`;
    case "bad":
      return `BAD SIGNATURE${by === "" ? "" : ` of ${by}`}`;
    case "unknown":
      return "signed, but git cannot verify it here (gpg key or gpg.ssh.allowedSignersFile missing)";
  }
}

/** Writes a row for each version that only a tag records, sections affected included. */
async function complete(one: OneDocument, options: VersionsOptions): Promise<ExitCode> {
  const path = `${folderOf(one.document.file)}/history.yaml`;
  const screen = new Screen(process.stdout, options);
  const all = listVersions(one.loaded.model, one.document);
  // A row is added at the end, and the history is kept oldest first: what only a tag records may lie before a row.
  let text = one.sources.files.get(path)?.text ?? historyBegins;
  let added = 0;
  for (const [i, { version, rows, tag }] of all.entries()) {
    if (rows.length > 0 || !tag || tagState(tag) !== "sealed") continue;
    const before = all.slice(0, i).findLast((v) => tagState(v.tag) === "sealed")?.tag;
    const now = await one.past.document(tag.commit, one.programme, one.id);
    const then = before && (await one.past.document(before.commit, one.programme, one.id));
    const sections = i === 0 ? ["All"] : now && then ? between(then, now) : [];
    const later = all.slice(i + 1).find((v) => v.rows.length > 0);
    const { date, status, change } = tagRow(tag);
    const row = {
      version,
      date,
      author: tag.author,
      change,
      ...(sections.length > 0 ? { sections } : {}),
      ...(status === "" ? {} : { status }),
    };
    const position =
      later === undefined
        ? undefined
        : one.document.history.findIndex((r) => compareVersions(r.version, later.version) === 0) + added;
    const next = addEntry(text, { key: "history", ...(position === undefined ? {} : { before: position }) }, row);
    if (next === undefined)
      return refuse("completed", refusal(1, `${path} cannot be read.`, "correct it first: fivecase check says where"));
    text = next;
    added++;
    screen.fact(
      `${version}  ${date}  ${tag.subject}`,
      sections.length > 0 ? sections.join("; ") : "sections not known",
    );
  }
  const why = added === 0 ? undefined : await (await rewriting(one.root, new Map([[path, text]]))).write();
  if (why !== undefined)
    return refuse("completed", refusal(1, `${path} cannot be written: ${why}.`, "nothing was changed"));
  screen.verdict(`${added} ${added === 1 ? "row" : "rows"} added to ${path}`, 0, 0);
  if (added > 0) screen.next(`read them over, then commit ${path}`);
  return 0;
}
