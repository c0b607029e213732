// Real repositories for stories of versions and approvals, and the program run on them without a process of its own.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { type ApproveOptions, approve } from "../../src/cli/approve.ts";
import { build } from "../../src/cli/build.ts";
import { check } from "../../src/cli/check.ts";
import { oneDocument } from "../../src/cli/one-document.ts";
import { type ReleaseOptions, release } from "../../src/cli/release.ts";
import { type VersionsOptions, versions } from "../../src/cli/versions.ts";
import { printDocument } from "../../src/document/print.ts";
import { programmeYaml, summaryFrontMatter } from "./small-case.ts";
import { writeWorkspace } from "./workspace.ts";

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Codes of its findings, sorted. */
  readonly codes: readonly string[];
}

const look = { format: "pretty", color: false, strict: false } as const;

/** Settings of git that no machine adds to; a person who may be set aside. */
const settings = `[user]
	name = Ann Coles
	email = ann@example.org
[init]
	defaultBranch = main
[commit]
	gpgsign = false
[tag]
	gpgsign = false
[protocol "file"]
	allow = always
`;

const made: string[] = [];
afterAll(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that goes when the tests of a file are over. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "fivecase-story-"));
  made.push(folder);
  return folder;
}

export const paper = `${summaryFrontMatter}
# Summary

The quay is {{number quay}} long.

# Costs

The crane costs {{money crane as=£}}.

# Risks

Storms.
`;

/** The document's text with one thing in it changed. */
export const changed = (from: string, to: string, text = paper): string => {
  if (!text.includes(from)) throw new Error(`nothing says "${from}"`);
  return text.replace(from, to);
};

export const files: Readonly<Record<string, string>> = {
  ".gitignore": "out/\n.fivecase/\n",
  "content/harbour/programme.yaml": programmeYaml,
  "content/harbour/data/figures.yaml":
    "figures:\n  quay: { value: 120, unit: metres }\n  crane: { value: 5000, unit: £ }\n  unprinted: { value: 7, unit: £ }\n",
  "content/harbour/data/boards.yaml": `boards:
  cabinet: { name: Cabinet, organisation: [council] }
  scrutiny: { name: Scrutiny Committee, organisation: [council] }
`,
  "content/harbour/paper/document.md": paper,
  "templates/kinds/savings-summary/template.hbs":
    "{{version-history}}\n\n{{file-location}}\n\n{{review-and-approval}}\n\n{{sections}}\n",
};

/** A repository on disk with a workspace in it. */
export class Repository {
  readonly top: string;
  readonly root: string;
  readonly #configuration: string;
  #clock = Date.UTC(2026, 10, 15, 12);

  constructor(top: string, inside = "", configuration?: string) {
    this.top = top;
    this.root = join(top, inside);
    this.#configuration = configuration ?? join(temporary(), "gitconfig");
  }

  /** Variables that its story adds. */
  variables: Readonly<Record<string, string>> = {};

  get environment(): Readonly<Record<string, string>> {
    return { GIT_CONFIG_GLOBAL: this.#configuration, GIT_CONFIG_NOSYSTEM: "1", ...this.variables };
  }

  /** Git at the top, a minute later each time; its words without the line end. */
  git(...args: readonly string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(more: Readonly<Record<string, string>>, ...args: readonly string[]): string {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
    const env = { ...Object.fromEntries(kept), ...this.environment, ...this.#dates(), ...more };
    return execFileSync("git", args, { cwd: this.top, env, stdio: "pipe", encoding: "utf8" }).replace(/\n$/, "");
  }

  #dates(): Readonly<Record<string, string>> {
    this.#clock += 60_000;
    const day = new Date(this.#clock).toISOString();
    return { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  }

  /** Commits everything there is. */
  commit(message = "Work"): string {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  tag(name: string, message: string): void {
    this.git("tag", "-a", name, "-m", message);
  }

  tags(): readonly string[] {
    return this.git("tag", "-l").split("\n").filter(Boolean);
  }

  async configure(text: string): Promise<void> {
    await writeFile(this.#configuration, text);
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), text);
  }

  /** One thing in a file changed. */
  async edit(path: string, from: string, to: string): Promise<void> {
    await this.write(path, changed(from, to, this.read(path)));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { recursive: true });
  }

  /** Everything that a refused command must leave as it was: files, index, head, refs. */
  state(): Readonly<Record<string, string>> {
    const state: Record<string, string> = {};
    for (const entry of readdirSync(this.top, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (path.includes("/.git/") || !entry.isFile()) continue;
      const { mode } = statSync(path);
      const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
      state[path.slice(this.top.length)] = `${mode.toString(8)} ${digest}`;
    }
    if (existsSync(join(this.top, ".git"))) {
      state["index"] = this.git("ls-files", "--stage", "--debug", "-z").replace(
        / {2}(ctime|mtime|dev|size): .*\n/g,
        "",
      );
      state["head"] = readFileSync(join(this.git("rev-parse", "--absolute-git-dir"), "HEAD"), "utf8");
      state["refs"] = this.git("for-each-ref");
      state["operations"] = this.git("status", "--porcelain=v2", "--branch");
    }
    return state;
  }

  release(more: Partial<ReleaseOptions> = {}): Promise<Ran> {
    const raise = more.major || more.version !== undefined ? {} : { minor: true };
    return this.#run(() =>
      release({
        ...look,
        directory: this.root,
        document: "harbour/paper",
        minor: false,
        major: false,
        change: "Comments from Finance",
        date: "2026-11-10",
        commit: true,
        dirty: false,
        sign: false,
        ...raise,
        ...more,
      }),
    );
  }

  approve(more: Partial<ApproveOptions> = {}): Promise<Ran> {
    const usual = { body: "Cabinet", outcome: "approved", date: "2026-11-12", commit: true, sign: false };
    return this.#run(() => approve({ ...look, directory: this.root, document: "harbour/paper", ...usual, ...more }));
  }

  versions(more: Partial<VersionsOptions> = {}): Promise<Ran> {
    return this.#run(() =>
      versions({ ...look, directory: this.root, document: "harbour/paper", complete: false, ...more }),
    );
  }

  check(): Promise<Ran> {
    return this.#run(() => check({ ...look, directory: this.root, documents: [], explain: false }));
  }

  build(out = "out", documents: readonly string[] = []): Promise<Ran> {
    const to = ["pdf", "docx"] as const;
    return this.#run(() => build({ ...look, directory: this.root, documents, to, out, fresh: true }));
  }

  /** The tables and text of a document as they would be printed. */
  async words(document = "harbour/paper"): Promise<string> {
    let words = "";
    await this.#run(async () => {
      const one = await oneDocument({ ...look, directory: this.root, document });
      if (typeof one === "number") return one;
      words = printDocument(one.tree);
      return 0;
    });
    return words;
  }

  async #run(work: () => Promise<number>): Promise<Ran> {
    const environment = { ...this.environment, ...this.#dates() };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    const [out, err] = [heard(process.stdout), heard(process.stderr)];
    try {
      const code = await work();
      const codes = [...err.said().matchAll(/(?:^| )(?:error|warning) ([a-z]+\/[a-z0-9-]+)$/gm)]
        .map((m) => m[1] ?? "")
        .sort();
      return { code, out: out.said(), err: err.said(), codes };
    } finally {
      out.stop();
      err.stop();
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  }
}

/** Keeps to itself what is written to a stream. */
function heard(stream: NodeJS.WriteStream) {
  const { write } = stream;
  let said = "";
  stream.write = (text: Uint8Array | string): boolean => {
    said += typeof text === "string" ? text : Buffer.from(text).toString();
    return true;
  };
  return {
    said: () => said,
    stop: () => {
      stream.write = write;
    },
  };
}

/** A repository with one commit; `more` adds files to the workspace or takes the place of its own. */
export async function repository(more: Readonly<Record<string, string>> = {}, inside = ""): Promise<Repository> {
  const under = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(all).map(([path, text]) => [join(inside, path), text]));
  const top = await writeWorkspace(under({ ...files, ...more }));
  made.push(top);
  const one = new Repository(top, inside);
  await one.configure(settings);
  one.git("init", "-q");
  one.commit("First");
  return one;
}

/** Another working copy: a clone, a worktree or a plain copy that stands elsewhere. */
export function elsewhere(of: Repository, folder: string, inside = ""): Repository {
  return new Repository(folder, inside, of.environment["GIT_CONFIG_GLOBAL"]);
}
