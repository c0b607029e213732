// The site as it is written: of the examples, and of a repository through releases, errors and exempt papers.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { site } from "../src/cli/site.ts";
import { deadLinks, linksOf } from "./support/site-links.ts";
import { programmeYaml, summaryFrontMatter } from "./support/small-case.ts";
import { discard, writeWorkspace } from "./support/workspace.ts";

let root = "";
afterEach(() => discard(root));

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Ann Coles", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe" });
}

/** Writes the site and answers with its exit code and all that was said. */
async function written(more: Partial<Parameters<typeof site>[0]> = {}): Promise<{ code: number; said: string }> {
  const words: string[] = [];
  const hear = (chunk: string | Uint8Array): boolean => {
    words.push(String(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(hear));
  try {
    const code = await site({
      directory: root,
      documents: [],
      format: "pretty",
      color: false,
      strict: false,
      to: ["pdf"],
      out: "out",
      fresh: false,
      earlier: false,
      includeExempt: false,
      ...more,
    });
    return { code, said: words.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Files of the site by their paths below it; texts of pages, and nothing of the rest. */
function files(): ReadonlyMap<string, string> {
  const folder = join(root, "out/site");
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    found.set(name, /\.(html|json|css|atom)$/.test(name) ? readFileSync(path, "utf8") : "");
  }
  return found;
}

const pagesOf = (all: ReadonlyMap<string, string>) => new Map([...all].filter(([path]) => path.endsWith(".html")));
const text = (words: string, version = "0.1", more = "") =>
  `${summaryFrontMatter.replace("version: 0.1", `version: ${version}`).replace("reference: HR-1\n", `reference: HR-1\n${more}`)}\n# Summary\n\n${words}\n`;
const paper = "content/harbour/paper/document.md";

async function workspace(): Promise<void> {
  root = await writeWorkspace({
    ".gitignore": "out/\n.fivecase/\n",
    "content/harbour/programme.yaml": programmeYaml,
    [paper]: text("The quay is long."),
    "templates/kinds/savings-summary/template.hbs": "{{version-history}}\n{{sections}}\n",
  });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
}

/** All where a commit is judged, one on a laptop. */
const asked = process.env["CI"] ? [] : ["wirral"];

describe("of the examples", () => {
  test("pages are valid HTML, run nothing, and each of their links leads somewhere; two runs give the same bytes", async () => {
    root = await writeWorkspace({});
    // The sources of the examples as they stand, written below a folder of its own.
    const folder = join(import.meta.dirname, "..");
    const out = join(root, "out");
    const { code } = await written({ directory: folder, out, to: ["docx"], documents: asked });
    expect(code).toBe(0);
    const first = files();
    const pages = pagesOf(first);
    expect(pages.size).toBeGreaterThan(1);
    const judge = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
    for (const [path, html] of pages) {
      const { results } = await judge.validateString(html);
      const found = results.flatMap((r) => r.messages.map((m) => `${path}:${m.line} ${m.ruleId} ${m.message}`));
      expect(found).toEqual([]);
      expect(html).not.toMatch(/<script|\son\w+=|https?:\/\/|style="/);
    }
    const links = [...pages].flatMap(([path, html]) => linksOf(path, html));
    expect(links.length).toBeGreaterThan(10);
    expect(deadLinks(pages, (path) => first.has(path))).toEqual([]);
    // Every page can be reached from the first one.
    const reached = new Set(["index.html"]);
    for (const page of reached)
      for (const { href } of linksOf(page, pages.get(page) ?? "")) {
        const target = posix.normalize(posix.join(posix.dirname(page), href.split("#")[0] ?? ""));
        if (pages.has(target)) reached.add(target);
      }
    expect([...reached].sort()).toEqual([...pages.keys()].sort());
    await written({ directory: folder, out, to: ["docx"], documents: asked });
    expect(files()).toEqual(first);
  });
});

describe("of a repository", () => {
  test("earlier versions are built from their tags and linked; the page says which version is current", async () => {
    await workspace();
    git("tag", "-a", "harbour/paper/v0.1", "-m", "First draft");
    await writeFile(join(root, paper), text("The quay is short.", "0.2"));
    git("commit", "-qam", "Second");
    const plain = await written();
    expect(plain.code).toBe(0);
    expect(files().get("harbour/paper/index.html")).toContain("not kept here");
    const { code, said } = await written({ earlier: true });
    expect([code, said]).toEqual([0, expect.stringContaining("Earlier versions, from their release tags")]);
    const all = files();
    expect([...all.keys()].filter((path) => path.endsWith(".pdf")).sort()).toEqual([
      "harbour/paper/files/v0.1/paper.pdf",
      "harbour/paper/files/v0.2/paper.pdf",
    ]);
    expect(deadLinks(pagesOf(all), (path) => all.has(path))).toEqual([]);
    const catalogue = JSON.parse(all.get("papers.json") ?? "");
    expect(catalogue.programmes[0].papers[0]).toMatchObject({ id: "harbour/paper", version: "0.2", status: "draft" });
  });

  test("a document with errors keeps its page, and files that somebody changed are left where they are", async () => {
    await workspace();
    await written();
    const before = files().get("harbour/paper/index.html");
    await writeFile(join(root, paper), text("{{number nothing}}"));
    const broken = await written();
    expect(broken.code).toBe(1);
    expect(broken.said).toContain("page kept  harbour/paper: the site still shows version 0.1");
    expect(files().get("harbour/paper/index.html")).toBe(before);

    await writeFile(join(root, paper), text("The quay is new.", "0.3"));
    await appendFile(join(root, "out/site/harbour/paper/files/v0.1/paper.pdf"), "changed");
    const later = await written();
    expect(later.said).toContain("left  harbour/paper/files/v0.1/paper.pdf");
    expect([...files().keys()].filter((path) => path.endsWith(".pdf")).sort()).toEqual([
      "harbour/paper/files/v0.1/paper.pdf",
      "harbour/paper/files/v0.3/paper.pdf",
    ]);
  });

  test("nothing of an exempt document is on the site, not that it exists, and its earlier page goes", async () => {
    await workspace();
    await writeFile(join(root, paper), text("The quay is long.").replace("Harbour renewal", "Secret quay"));
    await written();
    expect([...files()].some(([, content]) => content.includes("Secret quay"))).toBe(true);
    await writeFile(
      join(root, paper),
      text("The quay is long.").replace("Harbour renewal", "Secret quay").replace("public", "exempt"),
    );
    const { said } = await written();
    expect(said).toContain("left out  harbour/paper is exempt");
    expect([...files()].filter(([path, content]) => /secret|paper\//i.test(`${path} ${content}`))).toEqual([]);
    await written({ includeExempt: true });
    expect(files().get("harbour/paper/index.html")).toContain("Secret quay");
  });

  test("a catalogue that is not ours removes nothing, and says so", async () => {
    await workspace();
    await written();
    const list = join(root, "out/site/papers.json");
    await writeFile(
      list,
      (await readFile(list, "utf8")).replaceAll("index.html", "../../content/harbour/programme.yaml"),
    );
    await writeFile(join(root, paper), text("The quay is long.", "0.4"));
    const { said } = await written();
    expect(said).toContain("is not as fivecase wrote it, so no earlier file was removed");
    expect(readFileSync(join(root, "content/harbour/programme.yaml"), "utf8")).toBe(programmeYaml);
  });
});
