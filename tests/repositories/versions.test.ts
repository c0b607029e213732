// The version history of real repositories: tags made by hand and by release, in whatever order and place they stand.
import { describe, expect, test } from "vitest";
import { changed, paper, type Repository, repository } from "../support/repository.ts";

const document = "content/harbour/paper/document.md";
const history = "content/harbour/paper/history.yaml";
const rows = async (one: Repository): Promise<readonly string[]> =>
  [...(await one.words()).matchAll(/body \| ([\d.]+) \| (\S+) \| (.*?) \| (.*) \| (.*)$/gm)].map((m) =>
    m.slice(1).join(" | "),
  );

interface Listed {
  readonly versions: readonly {
    readonly version: string;
    readonly date: string;
    readonly author: string;
    readonly status: string;
    readonly change: string;
    readonly tag: string;
    readonly sections: readonly string[];
    readonly fromTagOnly: boolean;
  }[];
}
async function listed(one: Repository): Promise<Listed["versions"]> {
  const read: Listed = JSON.parse((await one.versions({ format: "json" })).out);
  return read.versions;
}

describe("tags made by hand", () => {
  test("in the middle of a history are completed in their place, with proper names and the sections they affect", async () => {
    const one = await repository({
      [document]: changed("version: 0.1", "version: 0.4"),
      [history]:
        "history:\n  # where it began\n  - { version: 0.1, date: 2026-10-01, author: lead, change: Outline } # by us\n  - version: 0.3\n    date: 2026-11-16\n    author: lead\n    change: After the board\n",
      ".mailmap":
        "Àlvaro Núñez <alvaro@example.org> <old@example.org>\nZoë O'Brien <zoe@example.org> Z <zoe@example.org>\n",
    });
    one.tag("harbour/paper/v0.1", "Outline");
    await one.edit(document, "Storms", "Tides");
    one.commit();
    one.gitWith(
      { GIT_COMMITTER_NAME: "A. Nunez", GIT_COMMITTER_EMAIL: "old@example.org" },
      "tag",
      "-a",
      "harbour/paper/v0.2",
      "-m",
      "- Risks: *all* of <them> & {{more}} | #2 \u001b[31m",
    );
    await one.edit("content/harbour/data/figures.yaml", "5000", "6000");
    one.commit();
    one.tag("harbour/paper/v0.3", "After the board");
    await one.edit(document, "The quay", "The long quay");
    one.commit();
    one.gitWith(
      { GIT_COMMITTER_NAME: "Z", GIT_COMMITTER_EMAIL: "zoe@example.org" },
      "tag",
      "-a",
      "harbour/paper/v0.3.1",
      "-m",
      "Ready 🚢",
    );
    const literal = "- Risks: *all* of <them> & {{more}} | #2 \uFFFD[31m";
    expect(await rows(one)).toEqual([
      "0.1 | 01/10/2026 | Programme Lead | Outline | –",
      `0.2 | 15/11/2026 | Àlvaro Núñez | ${literal} | –`,
      "0.3 | 16/11/2026 | Programme Lead | After the board | –",
      "0.3.1 | 15/11/2026 | Zoë O'Brien | Ready 🚢 | –",
      "0.4 | 02/11/2026 | Programme Lead | Working draft | –",
    ]);
    const text = one.read(history);
    const ran = await one.versions({ complete: true });
    expect([ran.code, ran.out.includes("2 rows added to content/harbour/paper/history.yaml")]).toEqual([0, true]);
    const versions = await listed(one);
    expect(versions.map((v) => [v.version, v.author, v.sections.join("; "), v.fromTagOnly])).toEqual([
      ["0.1", "Programme Lead", "", false],
      ["0.2", "Àlvaro Núñez", "3 Risks", false],
      ["0.3", "Programme Lead", "", false],
      ["0.3.1", "Zoë O'Brien", "1 Summary", false],
      ["0.4", "", "", false],
    ]);
    expect((await rows(one))[1]).toBe(`0.2 | 15/11/2026 | Àlvaro Núñez | ${literal} | 3 Risks`);
    // What stood there stands there still.
    let at = 0;
    for (const line of text.split("\n")) {
      at = one.read(history).indexOf(line, at);
      expect(at).toBeGreaterThanOrEqual(0);
    }
    const again = one.read(history);
    expect((await one.versions({ complete: true })).out).toContain("0 rows added");
    expect(one.read(history)).toBe(again);
  });

  test("of a release whose row was lost get the row back as it was sealed", async () => {
    const one = await repository();
    await one.release({ change: "*First* outline", status: "for-review" });
    await one.write(history, "history: []\n");
    await one.edit(document, 'version: "0.1"\nstatus: for review', "version: 0.2\nstatus: draft");
    one.commit();
    expect((await rows(one))[0]).toMatch(/^0\.1 \| 10\/11\/2026 \| Ann Coles \| .*First.* outline/);
    await one.versions({ complete: true });
    expect((await listed(one))[0]).toMatchObject({
      date: "2026-11-10",
      status: "for review",
      change: "*First* outline",
      sections: ["All"],
    });
    expect((await one.check()).codes).toEqual([]);
  });

  test("that are no versions, are lightweight, stand elsewhere or seal no commit are told and add no row", async () => {
    const one = await repository();
    one.tag("harbour/paper/vnext", "No version");
    one.tag("harbour/paper/v", "Nothing");
    one.git("tag", "harbour/paper/v0.0.2");
    one.git("tag", "-a", "harbour/paper/v0.0.3", "-m", "A tree", "HEAD^{tree}");
    one.git("checkout", "-qb", "side");
    one.commit("Aside");
    one.tag("harbour/paper/v0.0.4", "Aside");
    one.git("checkout", "-q", "main");
    one.tag("harbour/paper/v0.0.1", "A tag");
    one.git("tag", "-a", "harbour/paper/v0.0.5", "-m", "A tag of a tag", "harbour/paper/v0.0.1");
    for (const odd of ["harbour/paper/v0.0.6;rm", "harbour/paper/v$(id)", "harbour/paper/v-1"]) one.tag(odd, "Odd");
    expect((await rows(one)).map((r) => r.split(" | ")[0])).toEqual(["0.0.1", "0.0.5", "0.1"]);
    const ran = await one.check();
    expect([ran.code, [...new Set(ran.codes)]]).toEqual([
      0,
      [
        "control/date-backwards",
        "control/tag-alone",
        "control/tag-lightweight",
        "control/tag-name",
        "control/version-gap",
      ],
    ]);
    expect((await listed(one)).map((v) => v.tag)).toEqual([
      "harbour/paper/v0.0.1",
      "harbour/paper/v0.0.2 (lightweight)",
      "harbour/paper/v0.0.3 (on another branch)",
      "harbour/paper/v0.0.4 (on another branch)",
      "harbour/paper/v0.0.5",
      "",
    ]);
    expect((await one.versions({ complete: true })).code).toBe(0);
    expect((await listed(one)).filter((v) => v.fromTagOnly)).toEqual([]);
  });

  test("of a merge count on both sides of it, and those of a branch that is not merged do not", async () => {
    const one = await repository({ [document]: changed("version: 0.1", "version: 0.9") });
    one.git("checkout", "-qb", "finance");
    await one.write("content/harbour/paper/money.md", "# Money\n\nEnough.\n");
    one.commit();
    one.tag("harbour/paper/v0.7", "From Finance");
    one.git("checkout", "-q", "main");
    one.commit("On main");
    one.git("merge", "-q", "--no-ff", "-m", "Merge", "finance");
    one.tag("harbour/paper/v0.8", "After the merge");
    one.git("checkout", "-q", "HEAD^1");
    expect((await rows(one)).map((r) => r.split(" | ")[0])).toEqual(["0.9"]);
    one.git("checkout", "-q", "main");
    expect((await rows(one)).map((r) => r.split(" | ")[0])).toEqual(["0.7", "0.8", "0.9"]);
    const ran = await one.versions({ complete: true });
    expect(ran.out).toMatch(/0\.7 .* From Finance {3}All/);
    expect(ran.out).toMatch(/0\.8 .* After the merge {3}sections not known/);
  });

  test("on commits whose clocks run backwards are ancestors all the same", async () => {
    const one = await repository({ [document]: changed("version: 0.1", "version: 0.9") });
    const at = (day: string) => ({ GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day });
    for (const [version, day] of [
      ["0.5", "2026-12-01T00:00:00Z"],
      ["0.6", "2001-01-01T00:00:00Z"],
      ["0.7", "2026-11-30T00:00:00Z"],
      ["0.8", "1999-01-01T00:00:00Z"],
    ] as const) {
      for (let n = 0; n < 8; n++) one.gitWith(at(day), "commit", "-q", "--allow-empty", "-m", "Skewed");
      one.gitWith(at(day), "tag", "-a", `harbour/paper/v${version}`, "-m", "Skewed");
    }
    expect((await rows(one)).map((r) => r.split(" | ")[0])).toEqual(["0.5", "0.6", "0.7", "0.8", "0.9"]);
    expect(new Set((await one.check()).codes)).toEqual(new Set(["control/date-backwards", "control/tag-alone"]));
  });
});

describe("what was sealed", () => {
  test("and is changed in the history afterwards is found out, by day and by status", async () => {
    const one = await repository();
    await one.release();
    await one.edit(history, "date: 2026-11-10", "date: 2026-11-09");
    await one.edit(document, "2026-11-10", "2026-11-09");
    const day = await one.check();
    expect(day.codes).toEqual(["control/tag-differs"]);
    expect(day.err).toContain(
      "This row is dated 2026-11-09, but the tag harbour/paper/v0.1 that seals it says 2026-11-10.",
    );
    await one.edit(history, "status: draft", "status: approved");
    await one.edit(document, "status: draft", "status: approved");
    const both = await one.check();
    expect(both.codes).toContain("control/tag-differs");
    expect(both.err).toContain("This row is marked approved, but the tag harbour/paper/v0.1 that seals it says draft.");
  });

  test("by hand before the day that its row bears is found out", async () => {
    const one = await repository({
      [history]: "history:\n  - { version: 0.1, date: 2026-12-24, author: lead, change: Later than its tag }\n",
    });
    one.tag("harbour/paper/v0.1", "By hand");
    expect((await one.check()).codes).toEqual(["control/date-differs", "control/tag-differs"]);
  });

  test("and was changed since without a new version is warned of, and marked as a working build", async () => {
    const one = await repository();
    await one.release();
    expect(await one.words()).not.toContain("orking");
    await one.edit(document, "Storms", "Tides");
    const commit = one.commit();
    const ran = await one.check();
    expect(ran.codes).toEqual(["control/changed-since-release"]);
    expect(ran.err).toContain(
      "Version 0.1 was released as harbour/paper/v0.1, but the text has changed since in 3 Risks.",
    );
    expect(await one.words()).toContain(commit.slice(0, 7));
    one.git("revert", "--no-edit", "HEAD");
    expect((await one.check()).codes).toEqual([]);
  });

  test("on a branch that was rebased since is said to stand elsewhere", async () => {
    const one = await repository();
    one.git("checkout", "-qb", "work");
    await one.edit(document, "Storms", "Tides");
    one.commit();
    await one.release();
    one.git("checkout", "-q", "main");
    await one.write("README.md", "Meanwhile\n");
    one.commit();
    one.git("checkout", "-q", "work");
    one.git("rebase", "-q", "main");
    expect((await one.check()).codes).toEqual(["control/tag-elsewhere"]);
    const ran = await one.release();
    expect(ran.out).toContain("Released: harbour/paper v0.2");
    expect(ran.out).toContain("sections affected are not known");
  });
});

test("versions count part by part; gaps, repeats and dates that run backwards are told", async () => {
  const row = (version: string, date: string, more = "") =>
    `  - { version: ${version}, date: ${date}, author: lead, change: C${more} }\n`;
  const one = await repository({
    [document]: changed("version: 0.1", "version: 3.10"),
    [history]: `history:\n${row("3.7", "2026-10-01")}${row("3.8", "2026-10-03")}${row("3.8", "2026-10-03")}${row("3.8", "2026-10-04", ", name: Comments")}${row("3.9", "2026-10-02")}`,
  });
  expect((await rows(one)).map((r) => r.split(" | ")[0])).toEqual(["3.7", "3.8", "3.8", "3.8", "3.9", "3.10"]);
  expect((await one.check()).codes).toEqual(["control/date-backwards", "control/version-repeated"]);
  await one.edit(document, "version: 3.10", "version: 3.12");
  expect((await one.check()).codes).toContain("control/version-gap");
});

test("a history of eighteen drafts and rounds of comments is released from, to the letter", async () => {
  const drafts = Array.from({ length: 18 }, (_, i) => {
    const name = i % 3 === 2 ? `\n    name: Comments from Finance, round ${Math.floor(i / 3) + 1}` : "";
    const change = i % 2 === 0 ? "'Editing: sections 4 & 7'" : ">-\n      Comments\n      on #3";
    return `  - version: ${String(Math.floor(i / 3) * 3 + Math.min(i % 3, 1) + 1).padStart(2, "0")}\n    date: 2026-10-${String(i + 1).padStart(2, "0")}\n    author: "PL / DP"\n    change: ${change}${name}\n    sections: [1 Summary, Appendix A]\n`;
  });
  const text = `history:\n${drafts.join("  # ---\n")}`;
  const one = await repository({ [document]: changed("version: 0.1", "version: 17"), [history]: text });
  const ran = await one.release();
  expect([ran.code, ran.out.includes("v18 draft")]).toEqual([0, true]);
  expect(one.read(history).startsWith(text)).toBe(true);
  expect(one.tags()).toEqual(["harbour/paper/v18"]);
  expect(await rows(one)).toHaveLength(19);
  expect(paper).not.toBe("");
});
