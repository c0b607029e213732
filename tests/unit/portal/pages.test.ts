import { expect, test } from "vitest";
import { statuses } from "../../../schemas/case.ts";
import { Papers } from "../../../schemas/papers.ts";
import { statusFacts } from "../../../src/control/status.ts";
import { catalogue, pages } from "../../../src/portal/site.ts";
import { size } from "../../../src/portal/words.ts";
import { deadLinks, linksOf } from "../../support/site-links.ts";
import { paper, programme } from "./sample.ts";

const words = (html: string | undefined) =>
  (html ?? "")
    .replace(/<(\/?(a|strong|span|code|time)\b[^>]*)>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/\s*\n\s*/g, "\n")
    .replaceAll("\u00a0", " ");

const page = (changes: Parameters<typeof paper>[0] = {}) =>
  pages({ programmes: [programme([paper(changes)])] }).get("harbour/case/index.html");

test("a site has a page a document, a first page, a style sheet and a page on other formats", () => {
  const made = pages({ programmes: [programme([paper()])] });
  expect([...made.keys()]).toEqual(["harbour/case/index.html", "other-formats.html", "style.css", "index.html"]);
});

test("links to files stand alone: kind, version, format, size and pages", () => {
  expect(words(page())).toContain("\nOutline business case, version 2.0 (PDF, 634 KB, 70 pages)\n");
  expect(words(page())).toContain("\nOutline business case, version 2.0 (XLSX, 2.0 MB, 1 sheet)\n");
});

test("sizes are in kilobytes, then in megabytes, and never less than the file", () => {
  const said = [1, 1024, 1025, 999 * 1024, 999 * 1024 + 1, 1024 * 1024, 12_345_678].map((n) =>
    size(n).replace("\u00a0", " "),
  );
  expect(said).toEqual(["1 KB", "1 KB", "2 KB", "999 KB", "1.0 MB", "1.0 MB", "11.8 MB"]);
});

test.each(statuses.map((status) => [status]))("%s says what it means, in the words of its one table", (status) => {
  const { name, notice } = statusFacts(status);
  const said = words(page({ status }));
  const rest = notice.startsWith(`${name}: `) ? notice.slice(name.length + 3) : notice.slice(1);
  expect(said).toMatch(new RegExp(`\\n${name} .${rest}`));
  expect(said.includes("Current files")).toBe(status !== "superseded" && status !== "withdrawn");
});

test("where the present version is not approved, the page names the one that was", () => {
  expect(words(page())).toContain("The version that was approved last is 1.0, of 1 March 2026: see Versions.");
  expect(words(page({ status: "approved" }))).not.toContain("approved last");
});

test("a working copy says so at the head", () => {
  expect(words(page({ source: { changed: true, tool: "fivecase 0.1.0" } }))).toMatch(
    /\nWorking copy It was made from changes that are not committed, .*\nCurrent files/,
  );
});

test("a version that is no longer to be used names the one that is", () => {
  expect(words(page({ status: "superseded", current: "3.1" }))).toContain("Version 3.1 is current.");
});

test("the page says who owns the document, what it asks for, what is ahead and how it came about", () => {
  const said = words(page());
  for (const line of [
    "Director of Place",
    "1. Approve capital of £5.6m.",
    "a) in two parts",
    "Cabinet, Council, 8 December 2026\nItem 7, for approval.\nKey decision, HR/4.\n",
    "Agenda and reports published\nBy Monday 30 November 2026, 17:00",
    "5 clear working days before the meeting: Tue 1, Wed 2, Thu 3, Fri 4 and Mon 7 Dec.",
    "Decision can be called in\nFriday 11 December 2026 to Thursday 17 December 2026",
    "Harbour Board, Council\n20 October 2026\nApproval\nSupported at version 1.0; changed since in 3 Economic case\nConditions: A review after a year\n",
    "1.0\n1 March 2026\nFirst baseline\n3 Economic case\nApproved\nnot kept here",
    "ab".repeat(32),
    "commit 0123456789abcdef0123456789abcdef01234567",
  ])
    expect(said).toContain(line);
  expect(said).toContain(
    "If you need this document in another format (large print, braille, Easy Read), ask Harbour Office, harbour@example.org, 01234 567890.",
  );
});

test("what is not known is left out, and no heading stands over nothing", () => {
  const bare = page({
    subtitle: undefined,
    reference: undefined,
    contact: undefined,
    owners: [],
    meetings: [],
    recommendations: [],
    source: { changed: true, tool: "fivecase 0.1.0" },
  });
  for (const absent of ["Reference", "Contact", "Owner", "Meetings", "Review", "Recommendations", "other format"])
    expect(bare).not.toContain(absent);
  expect(words(bare)).toContain("sources of which no commit is known, with changes that are not committed");
  expect(pages({ programmes: [programme([paper({ contact: undefined })])] }).has("other-formats.html")).toBe(false);
});

test("files of earlier versions are linked by their version", () => {
  const [first, second] = paper().versions;
  if (!first || !second) throw new Error("the sample has two versions");
  const file = { path: "harbour/case/files/v1.0/case.pdf", format: "pdf", bytes: 1024, pages: 9, sha256: "" } as const;
  const html = page({ versions: [first, { ...second, files: [file] }] });
  expect(words(html)).toContain("Outline business case, version 1.0 (PDF, 1 KB, 9 pages)");
  expect(html).toContain('href="files/v1.0/case.pdf"');
});

test("part-exempt and marked documents say so at the head and in the list", () => {
  const marked = paper({ classification: "part-exempt", marking: { text: "CONFIDENTIAL", reason: "Until Cabinet" } });
  const made = pages({ programmes: [programme([marked])] });
  expect(words(made.get("harbour/case/index.html"))).toMatch(
    /Part exempt Some of it is not for publication\.\nCONFIDENTIAL Until Cabinet\.\nCurrent files/,
  );
  expect(words(made.get("index.html"))).toContain("Part exempt");
});

const hostile = `<script>alert(1)</script><img src=x onerror=y>" onload="z' &amp; & </title> <b`;

test("no author's words become markup", () => {
  const bad = paper({
    title: hostile,
    subtitle: hostile,
    reference: hostile,
    owners: [hostile],
    language: hostile,
    contact: { name: hostile, email: hostile, phone: hostile },
    marking: { text: hostile, reason: hostile },
    meetings: [
      {
        id: hostile,
        date: hostile,
        organisation: hostile,
        meeting: hostile,
        item: hostile,
        purpose: hostile,
        state: "planned",
        outcome: hostile,
        conditions: hostile,
        notes: [hostile],
        steps: [
          { kind: "publication", what: hostile, from: "2026-11-30", to: "2026-11-30", time: hostile, count: hostile },
        ],
      },
    ],
    recommendations: [{ marker: hostile, lines: [hostile, hostile] }],
    versions: [
      {
        version: hostile,
        name: hostile,
        date: hostile,
        change: hostile,
        sections: [hostile],
        status: hostile,
        files: [],
      },
    ],
    source: { commit: hostile, changed: false, tool: hostile },
  });
  const made = pages({
    programmes: [programme([bad], { title: hostile, organisations: [hostile] })],
    base: "https://example.org/papers",
  });
  for (const [path, text] of made) {
    if (!/\.(html|atom)$/.test(path)) continue;
    expect(text, path).not.toMatch(/<(script|img|b)\b/i);
    expect(text, path).not.toMatch(/\son\w+="/);
    expect(text.match(/<\/title>/g)?.length, path).toBe(path === "feed.atom" ? 2 : 1);
  }
});

test("pages run nothing and fetch nothing from elsewhere", () => {
  const made = pages({ programmes: [programme([paper()])] });
  for (const [path, text] of made) {
    expect(text, path).not.toMatch(/<(script|iframe|object|embed|img|form)\b|javascript:|style="|\son\w+=/i);
    expect(text, path).not.toMatch(/https?:|url\(|@import/);
  }
});

test("every link leads to a page, a place on one or a listed file", () => {
  const made = pages({ programmes: [programme([paper()])], base: "https://example.org" });
  const listed = new Set(paper().files.map((file) => file.path));
  const html = new Map([...made].filter(([path]) => path.endsWith(".html")));
  expect([...html].flatMap(([path, text]) => linksOf(path, text)).length).toBeGreaterThan(20);
  expect(deadLinks(html, (path) => listed.has(path) || made.has(path))).toEqual([]);
  expect(deadLinks(new Map([["a.html", ' href="b.html" href="#c"']]), () => false)).toHaveLength(2);
});

const own = [{ path: "index.html", sha256: "ab" }];

test("the catalogue can be read again and names what is the site's own", () => {
  const read = Papers.parse(JSON.parse(catalogue([programme([paper()])], own)));
  expect(read.pages).toEqual(own);
  expect(read.programmes).toEqual([programme([paper()])]);
});

test.each(["../x", "/etc/x", "a/../../x", "a\\..\\x", "C:/x", "a//b", "", ".", "a/."])(
  "a catalogue cannot name %j as its own",
  (path) => {
    const made = { ...JSON.parse(catalogue([], own)), pages: [{ path, sha256: "ab" }] };
    expect(Papers.safeParse(made).success).toBe(false);
  },
);

test("the feed takes its dates and addresses from the papers, newest first", () => {
  const old = paper({ id: "harbour/old", folder: "harbour/old", date: "2025-01-31", title: "Old" });
  const feed =
    pages({ programmes: [programme([old, paper()])], base: "https://example.org/papers/" }).get("feed.atom") ?? "";
  expect([...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map((m) => m[1])).toEqual([
    "2026-11-02T00:00:00Z",
    "2026-11-02T00:00:00Z",
    "2025-01-31T00:00:00Z",
  ]);
  expect(feed).toContain("<id>https://example.org/papers/harbour/case/index.html#v2.0</id>");
  expect(pages({ programmes: [programme([paper()])] }).get("index.html")).not.toContain("feed.atom");
});

test("a site without documents says so", () => {
  expect(words(pages({ programmes: [] }).get("index.html"))).toContain("No document is published here.");
});
