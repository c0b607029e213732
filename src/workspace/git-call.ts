// One call of git: no shell, no prompt, no pager, no colour, plain English, and none of the settings that point elsewhere.
import { spawn } from "node:child_process";

/** What a call came to. */
export interface GitAnswer {
  /** False also where git could not be started. */
  readonly ok: boolean;
  /** True where there is no git to call. */
  readonly missing: boolean;
  readonly bytes: Buffer;
  /** Output as text. */
  readonly out: string;
  /** What git said went wrong. */
  readonly err: string;
}

const settings = ["--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];

/** Calls git in a folder. What stands in `args` is never read by a shell; a ref from outside must follow `--end-of-options`. */
export function git(directory: string, args: readonly string[], input?: string): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const none = (missing: boolean, err: string): void =>
      resolve({ ok: false, missing, bytes: Buffer.alloc(0), out: "", err });
    try {
      const child = spawn("git", [...settings, ...args], { cwd: directory, env: environment(), windowsHide: true });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
      // Git may end before it has read everything; what it says then is its own answer.
      child.stdin.on("error", () => undefined);
      child.on("error", (error: NodeJS.ErrnoException) => none(error.code === "ENOENT", error.message));
      child.on("close", (code) => {
        const bytes = Buffer.concat(out);
        resolve({
          ok: code === 0,
          missing: false,
          bytes,
          out: bytes.toString("utf8"),
          err: Buffer.concat(err).toString("utf8"),
        });
      });
      child.stdin.end(input ?? "");
    } catch (error) {
      none(false, error instanceof Error ? error.message : String(error));
    }
  });
}

/** The environment without git's own settings, which could point at another repository, and with plain English output. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") || passed.has(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
}

/** Who commits and when, and how git is configured: a commit that fivecase makes is the user's own. */
const passed = new Set([
  "GIT_AUTHOR_NAME",
  "GIT_AUTHOR_EMAIL",
  "GIT_COMMITTER_NAME",
  "GIT_COMMITTER_EMAIL",
  "GIT_AUTHOR_DATE",
  "GIT_COMMITTER_DATE",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_SSH_COMMAND",
]);
