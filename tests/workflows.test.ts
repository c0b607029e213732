// The workflows of docs/workflows: they ask for what the program offers, and comment as they say.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inMarkdown } from "../src/cli/diff-output.ts";

const folder = join(import.meta.dirname, "../docs/workflows");
const main = join(import.meta.dirname, "../dist/bundle/main.js");
const read = (name: string) => readFileSync(join(folder, name), "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: unknown }>>;
}
const building: Workflow = parse(read("fivecase.yml"));
const commenting: Workflow = parse(read("fivecase-comment.yml"));
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap((job) => job.steps);

test("every command and option that they use is one of the program's", () => {
  const used = [...read("fivecase.yml").matchAll(/npx fivecase (\S+)([^>|\n]*)/g)];
  expect(used.length).toBeGreaterThan(3);
  for (const [, command = "", words = ""] of used) {
    const help = execFileSync(process.execPath, [main, command, "--help"], { encoding: "utf8" });
    for (const option of words.match(/--[a-z-]+/g) ?? []) expect(help, `${command} ${option}`).toContain(option);
  }
});

test("what builds a pull request may only read, and what may write runs nothing of it", () => {
  expect(building.permissions).toEqual({ contents: "read" });
  expect(building.on).toEqual({ pull_request: null });
  expect(commenting.permissions).toEqual({});
  expect(commenting.jobs["comment"]?.permissions).toEqual({ actions: "read", "pull-requests": "write" });
  expect(commenting.on).toMatchObject({ workflow_run: { workflows: [building.name] } });
  expect(stepsOf(commenting).some((step) => step.run !== undefined || step.uses?.startsWith("actions/checkout"))).toBe(
    false,
  );
  // Words from outside reach a shell through the environment only.
  for (const step of stepsOf(building)) expect(step.run ?? "").not.toContain("${{");
  for (const step of [...stepsOf(building), ...stepsOf(commenting)])
    if (step.uses) expect(step.uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

describe("the comment", () => {
  let directory = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "fivecase-workflow-"));
    await mkdir(join(directory, "review"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  interface Comment {
    readonly id: number;
    readonly user: { readonly type: string };
    body: string;
  }

  /** Runs the script of the workflow with a stand-in for GitHub, as actions/github-script does. */
  async function comment(comments: Comment[], open: readonly { number: number; head: { sha: string } }[]) {
    const failures: string[] = [];
    const script = String(
      stepsOf(commenting).find((step) => step.uses?.startsWith("actions/github-script"))?.with?.["script"],
    );
    const rest = {
      pulls: {
        list: async ({ head }: { head: string }) => ({ data: head === "author:topic" ? open : [] }),
      },
      issues: {
        listComments: {},
        createComment: async ({ body }: { body: string }) =>
          comments.push({ id: comments.length + 1, user: { type: "Bot" }, body }),
        updateComment: async ({ comment_id, body }: { comment_id: number; body: string }) => {
          const found = comments.find((c) => c.id === comment_id);
          if (found) found.body = body;
        },
      },
    };
    const github = { rest, paginate: async () => comments };
    const workflow_run = {
      head_sha: "abc",
      head_branch: "topic",
      head_repository: { owner: { login: "author" } },
      conclusion: "success",
      html_url: "https://example.org/run/1",
    };
    const context = { repo: { owner: "council", repo: "cases" }, payload: { workflow_run } };
    const core = { info: () => undefined, setFailed: (why: string) => failures.push(why) };
    const real = createRequire(import.meta.url);
    const inFolder = (name: string) => {
      const fs = real("node:fs");
      if (name !== "node:fs") throw new Error(`the script asks for ${name}`);
      const at = (path: string) => join(directory, path);
      return {
        lstatSync: (p: string) => fs.lstatSync(at(p)),
        readFileSync: (p: string, e: string) => fs.readFileSync(at(p), e),
      };
    };
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
    await new AsyncFunction("github", "context", "core", "require", script)(github, context, core, inFolder);
    return failures;
  }

  const pull = [{ number: 7, head: { sha: "abc" } }];
  const made = (text: string) => writeFile(join(directory, "review/comment.md"), text);

  test("is posted once and edited in place, and leaves comments of others alone", async () => {
    const mark = (await inMarkdown([], { from: "main", to: "HEAD" })).split("\n")[0] ?? "";
    expect(mark).toBe("<!-- fivecase:diff -->");
    const comments: Comment[] = [{ id: 1, user: { type: "User" }, body: `${mark} typed by somebody` }];
    await made(`${mark}\nFirst`);
    expect(await comment(comments, pull)).toEqual([]);
    await made(`${mark}\nSecond`);
    expect(await comment(comments, pull)).toEqual([]);
    expect(comments.map((c) => c.body)).toEqual([
      `${mark} typed by somebody`,
      `${mark}\nSecond\n\nChecks passed. [Documents to download](https://example.org/run/1#artifacts)`,
    ]);
  });

  test("is not posted for a pull request that has moved on, nor from a file that fivecase did not write", async () => {
    const comments: Comment[] = [];
    await made("<!-- fivecase:diff -->\nText");
    await comment(comments, [{ number: 7, head: { sha: "later" } }]);
    await made("# Anything");
    expect(await comment(comments, pull)).toEqual(["review/comment.md does not begin with <!-- fivecase:diff -->"]);
    await rm(join(directory, "review/comment.md"));
    await symlink("/etc/hostname", join(directory, "review/comment.md"));
    expect(await comment(comments, pull)).toEqual(["review/comment.md is not what fivecase writes"]);
    expect(comments).toEqual([]);
  });

  test("stays below what GitHub takes", async () => {
    const comments: Comment[] = [];
    await made(`<!-- fivecase:diff -->\n${"words ".repeat(20_000)}`);
    await comment(comments, pull);
    expect(comments[0]?.body.length).toBeLessThan(65_536);
    expect(comments[0]?.body).toMatch(/the rest is in the artifact\.\n\nChecks passed\. \[Documents/);
  });
});
