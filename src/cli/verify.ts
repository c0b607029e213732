// The verify command: whether a file is, byte for byte, what a commit builds. Built anew, never taken from a list.
import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { tagState } from "../control/listing.ts";
import { statusFacts } from "../control/status.ts";
import { bareVersion, compareVersions } from "../control/versions.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { gitFacts, resolveCommit } from "../workspace/git.ts";
import { commitsThatTouched } from "../workspace/past.ts";
import { readProgramme, readProgrammeAt } from "../workspace/read.ts";
import type { GitFacts } from "../workspace/sources.ts";
import { composed } from "./composed.ts";
import { openPast } from "./evidence.ts";
import { sha256 } from "./hashes.ts";
import { type FileIdentity, identityOf } from "./identity.ts";
import { modelled } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { readManifest } from "./manifest.ts";
import { type Output, usualFolder } from "./outputs.ts";
import { packageVersion, shippedTemplates } from "./package.ts";
import { refusal, refuse } from "./refusal.ts";
import { render } from "./rendered.ts";

export interface VerifyOptions {
  readonly directory: string;
  readonly file: string;
  /** `programme/document`, for a file that does not say. */
  readonly document?: string;
  /** A commit, tag or branch to build; the release's tag and the commit checked out unless given. */
  readonly at?: string;
  readonly format: string;
}

/** Largest file that is looked at. */
const largest = 200 * 1024 * 1024;

/** Commits that are tried where the likely ones build another file: a second or so each. */
const mostTried = 20;

interface Candidate {
  /** As said: "tag wirral/full-business-case/v1.0". */
  readonly name: string;
  /** Undefined for the folder as it stands. */
  readonly commit: string | undefined;
}

interface Compared extends Candidate {
  readonly verdict: "same" | "different" | "cannot be built";
  readonly sha256: string;
}

/** Exit code 0 where a commit builds the file, 1 where none of those asked does. */
export async function verify(options: VerifyOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const path = resolve(options.file);
  const bytes = await readBytes(path);
  if (typeof bytes === "string")
    return refuse("verified", refusal(2, bytes, "name a PDF, DOCX or XLSX file that fivecase built"));
  const format = formatOf(bytes, path);
  if (!format)
    return refuse("verified", refusal(2, "it is neither a PDF nor an Office file.", "name a PDF, DOCX or XLSX file"));
  const claim = identityOf(bytes);
  const listed = (await listedOutputs(root, path)).find((output) => output.sha256 === sha256(bytes));
  // A workbook says nothing of itself; the list beside it does.
  const document = options.document ?? claim?.document ?? listed?.document;
  const [programme, id, ...more] = document?.split("/") ?? [];
  if (programme === undefined || id === undefined || more.length > 0)
    return refuse(
      "verified",
      refusal(2, "the file does not say which document it is.", "give --document programme/document"),
    );

  const facts = await gitFacts(root, ["content", "templates"]);
  const candidates = await candidatesFor(root, claim, listed, `${programme}/${id}`, facts, options.at);
  if (candidates.length === 0) {
    const why =
      options.at === undefined
        ? "there is nothing to build it from: no git, and no such document here."
        : `"${options.at}" is no commit of this repository.`;
    return refuse("verified", refusal(2, why, "give --at with a commit, tag or branch"));
  }
  const compared: Compared[] = [];
  for (const candidate of candidates) {
    const made = await build(root, programme, id, candidate.commit, format);
    const digest = made ? sha256(made) : "";
    const verdict = !made ? "cannot be built" : Buffer.compare(made, bytes) === 0 ? "same" : "different";
    compared.push({ ...candidate, verdict, sha256: digest });
    if (verdict === "same") break;
  }
  const isFound = compared.some((c) => c.verdict === "same");
  const later =
    isFound || options.at !== undefined || !claim
      ? undefined
      : await laterBuild(root, { programme, id, format, version: claim.version }, bytes, candidates, facts);
  if (later) compared.push(later);
  const present = await presentIssue(root, programme, id);
  say(options, {
    path: options.file,
    format,
    sha256: sha256(bytes),
    claim,
    document: `${programme}/${id}`,
    compared,
    present,
  });
  return compared.some((c) => c.verdict === "same") ? 0 : 1;
}

async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return "it is no file.";
    if (facts.size > largest) return "it is larger than 200 MB.";
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return code === "ENOENT" ? `there is no file ${path}.` : `it cannot be read (${code}).`;
  }
}

function formatOf(bytes: Uint8Array, path: string): Output | undefined {
  const start = Buffer.from(bytes.subarray(0, 5)).toString("latin1");
  if (start === "%PDF-") return "pdf";
  if (!start.startsWith("PK")) return undefined;
  return /\.xlsx$/i.test(path) ? "xlsx" : "docx";
}

/** What is built, likeliest first: the commit that the folder's list names, the release's tag, what is checked out, the folder. */
async function candidatesFor(
  root: string,
  claim: FileIdentity | undefined,
  listed: Listed | undefined,
  document: string,
  facts: GitFacts,
  at: string | undefined,
): Promise<readonly Candidate[]> {
  if (at !== undefined) {
    const commit = await resolveCommit(root, at);
    return commit === undefined ? [] : [{ name: at, commit }];
  }
  const found: Candidate[] = [];
  const add = (name: string, commit: string | undefined): void => {
    if (!found.some((c) => c.commit === commit)) found.push({ name, commit });
  };
  const tag = facts.tags.find(
    (t) => claim !== undefined && tagState(t) === "sealed" && isVersion(t.name, document, claim.version),
  );
  if (tag) add(`tag ${tag.name}`, tag.commit);
  const commit = listed?.source.commit === undefined ? undefined : await resolveCommit(root, listed.source.commit);
  if (commit !== undefined && listed?.source.uncommitted === false) add(`commit ${commit.slice(0, 7)}`, commit);
  if (facts.commit !== undefined) add(`commit ${facts.commit.slice(0, 7)}, which is checked out`, facts.commit);
  if (facts.commit === undefined || facts.changed.length > 0)
    add("the folder as it stands, which no commit holds", undefined);
  return found;
}

function isVersion(tag: string, document: string, version: string): boolean {
  const prefix = `${document}/v`;
  return tag.startsWith(prefix) && compareVersions(tag.slice(prefix.length), version) === 0;
}

/**
 * A commit after the tag of a version that still bears it and builds the file: an approval that is recorded after the
 * release is printed by later builds. Without a tag, any recent commit will do.
 */
async function laterBuild(
  root: string,
  made: { readonly programme: string; readonly id: string; readonly format: Output; readonly version: string },
  bytes: Uint8Array,
  tried: readonly Candidate[],
  { commit: until, tags }: GitFacts,
): Promise<Compared | undefined> {
  const { programme, id, format, version } = made;
  if (until === undefined) return undefined;
  const since = tags.find((t) => tagState(t) === "sealed" && isVersion(t.name, `${programme}/${id}`, version))?.commit;
  const paths = { within: [`content/${programme}`, "templates"], without: [] };
  for (const commit of await commitsThatTouched(root, { since, until, most: mostTried }, paths)) {
    if (tried.some((c) => c.commit === commit)) continue;
    const built = await build(root, programme, id, commit, format, version);
    if (built && Buffer.compare(built, bytes) === 0)
      return { name: `commit ${commit.slice(0, 7)}`, commit, verdict: "same", sha256: sha256(built) };
  }
  return undefined;
}

/** Version and status of the document as it is checked out; undefined where it is not there. */
async function presentIssue(root: string, programme: string, id: string): Promise<Issue | undefined> {
  const front = modelled(await readProgramme(root, programme, shippedTemplates())).model?.documents.get(id)?.document
    .front;
  return front && { version: bareVersion(front.version), status: statusFacts(front.status).name.toLowerCase() };
}

/** What a manifest says of an output. */
type Listed = Awaited<ReturnType<typeof listedOutputs>>[number];

/** Lists beside the file, and in the usual place. */
async function listedOutputs(root: string, path: string) {
  const folders = [dirname(dirname(path)), dirname(path), resolve(root, usualFolder)];
  const manifests = await Promise.all(folders.map((folder) => readManifest(folder).catch(() => undefined)));
  return manifests.flatMap((m) => m ?? []).map(({ output }) => output);
}

/** The document as a commit makes it; undefined where it has errors there, is not there, or does not bear the version asked for. */
async function build(
  root: string,
  programme: string,
  id: string,
  commit: string | undefined,
  format: Output,
  version?: string,
): Promise<Uint8Array | undefined> {
  const read =
    commit === undefined
      ? await readProgramme(root, programme, shippedTemplates())
      : await readProgrammeAt(root, commit, programme, shippedTemplates());
  const loaded = modelled(read);
  const document = loaded.model?.documents.get(id)?.document;
  if (!loaded.model || !document) return undefined;
  if (version !== undefined && compareVersions(document.front.version, version) !== 0) return undefined;
  const [one] = (await composed(loaded, programme, [id], openPast(root))).documents;
  if (!one || one.blocked) return undefined;
  const made = await render(one, loaded.model, read.value.binaries, [format]);
  return hasErrors(made.diagnostics) ? undefined : made.value[0]?.bytes;
}

interface Issue {
  readonly version: string;
  /** In words. */
  readonly status: string;
}

interface Told {
  readonly path: string;
  readonly format: Output;
  readonly sha256: string;
  readonly claim: FileIdentity | undefined;
  readonly document: string;
  readonly compared: readonly Compared[];
  readonly present: Issue | undefined;
}

function say(options: VerifyOptions, told: Told): void {
  if (options.format === "json") {
    const compared = told.compared.map(({ commit, ...c }) => ({ ...c, ...(commit === undefined ? {} : { commit }) }));
    const ok = compared.some((c) => c.verdict === "same");
    process.stdout.write(`${JSON.stringify({ schema: "fivecase/verify@1", ok, ...told, compared }, null, 2)}\n`);
    return;
  }
  const claim = told.claim
    ? `says that it is ${told.claim.document}, version ${told.claim.version}`
    : "does not say what it is";
  const lines = [`${told.path} ${claim}.`, `  SHA-256 ${told.sha256}`];
  for (const { name, verdict, commit } of told.compared) {
    const hash = commit === undefined || name.includes(commit.slice(0, 7)) ? "" : ` (${commit.slice(0, 7)})`;
    if (verdict === "same") lines.push(`It is, byte for byte, what is built from ${name}${hash}.`);
    else if (verdict === "different") lines.push(`It is not what is built from ${name}${hash}.`);
    else lines.push(`It cannot be held against ${name}${hash}: the document is not there, or has errors.`);
  }
  const verdicts = told.compared.map((c) => c.verdict);
  if (verdicts.includes("different") && !verdicts.includes("same"))
    lines.push(
      `It was changed after it was built, built from other sources, or by another version of fivecase than ${packageVersion()}.`,
    );
  const { claim: said, present } = told;
  if (said && present && compareVersions(said.version, present.version) !== 0)
    lines.push(`Version ${present.version} is checked out here (${present.status}): the file is another version.`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
