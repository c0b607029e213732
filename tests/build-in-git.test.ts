// What a build leaves in a repository, and that it follows what git learns without any source being another.
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { programmeYaml, summaryFrontMatter } from "./support/small-case.ts";
import { discard, exists, writeWorkspace } from "./support/workspace.ts";

const main = join(import.meta.dirname, "../dist/bundle/main.js");
let root = "";
afterEach(() => Promise.all([root, `${root}-clone`].map(discard)));

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") && name !== "CI");
  const who = { GIT_AUTHOR_NAME: "Ann Coles", GIT_AUTHOR_EMAIL: "a@example.org" };
  return { ...Object.fromEntries(kept), ...who, GIT_COMMITTER_NAME: "Ann Coles", GIT_COMMITTER_EMAIL: "a@example.org" };
}

function git(folder: string, ...args: readonly string[]): string {
  const more = ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
  return execFileSync("git", [...more, ...args], { cwd: folder, env: environment(), encoding: "utf8", stdio: "pipe" });
}

/** What the program prints on both streams. */
function fivecase(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, "-C", folder, ...args], { env: environment() });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

const text = `${summaryFrontMatter}\n# Summary\n\nThe quay is {{number quay}} long.\n`;

async function repository(): Promise<void> {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/data/figures.yaml": "figures:\n  quay: { value: 120, unit: metres }\n",
    "content/harbour/paper/document.md": text,
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{review-and-approval}}\n{{sections}}\n",
  });
  git(root, "init", "-q", "-b", "main");
  git(root, "add", ".");
  git(root, "commit", "-qm", "First");
}

test("a build leaves the tree clean, so that a release can follow; a folder that was there is its owner's", async () => {
  await repository();
  await fivecase(root, "build", "--to", "xlsx");
  expect(git(root, "status", "--porcelain")).toBe("");
  expect(await fivecase(root, "release", "harbour/paper", "--minor", "--change", "First draft")).toContain("Released");
  await fivecase(root, "build", "--to", "xlsx", "-o", "published");
  expect(git(root, "status", "--porcelain")).toBe("?? published/\n");
  await discard(join(root, "out/.gitignore"));
  await fivecase(root, "build", "--to", "xlsx");
  expect(await exists(join(root, "out/.gitignore"))).toBe(false);
});
