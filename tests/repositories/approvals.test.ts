// Approvals in real repositories: bound to what was before the body, and lapsed by what a reader sees, by nothing else.

import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentDigest, sealOf } from "../../src/cli/digest.ts";
import { programme } from "../../src/pipeline.ts";
import { readProgramme } from "../../src/workspace/read.ts";
import { changed, elsewhere, paper, type Ran, type Repository, repository, temporary } from "../support/repository.ts";

const document = "content/harbour/paper/document.md";
const register = "content/harbour/data/approvals.yaml";
const figures = "content/harbour/data/figures.yaml";
const meetings = "content/harbour/data/meetings.yaml";
const template = "templates/kinds/savings-summary/template.hbs";
const profile = await readFile(join(import.meta.dirname, "../../templates/houses/plymouth/profile.yaml"), "utf8");

/** The first record of the register, as written. */
function recorded(one: Repository): Readonly<Record<string, string>> {
  const lines = one.read(register).matchAll(/^ {4}([a-z-]+): "?(.*?)"?$/gm);
  return Object.fromEntries([...lines].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

/** What the table prints of a body. */
const printed = async (one: Repository, body = "Cabinet", which = "harbour/paper") =>
  [...(await one.words(which)).matchAll(new RegExp(`body \\| [^|]+ \\| .* \\| ${body} .*\\| (.*)$`, "gm"))].map(
    (m) => m[1],
  );

async function approved(files: Readonly<Record<string, string>> = {}): Promise<Repository> {
  const one = await repository(files);
  await one.release({ version: "0.9" });
  expect((await one.approve()).err).toBe("");
  return one;
}

describe("a record", () => {
  test("is bound to the commit that the tag seals, whatever was committed since", async () => {
    const one = await repository();
    await one.release({ version: "0.9" });
    const sealed = one.git("rev-parse", "HEAD");
    await one.write("README.md", "More\n");
    one.commit();
    const ran = await one.approve({ ref: "minute 97", signatory: "DP" });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(recorded(one)).toEqual({
      document: "paper",
      version: "0.9",
      board: "cabinet",
      outcome: "approved",
      date: "2026-11-12",
      reference: "minute 97",
      signatory: "owner",
      "recorded-by": "Ann Coles",
      commit: sealed,
      content: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      seal: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(one.git("show", "--format=%s", "--name-only")).toBe(
      `Record: Cabinet approved harbour/paper v0.9\n\n${register}`,
    );
    expect(await printed(one)).toEqual(["Held: approved at version 0.9 (minute 97)"]);
    expect((await one.check()).codes).toEqual([]);
  });

  test("of an earlier version is bound to its own tag, and a later draft is what one expects", async () => {
    const one = await repository();
    await one.release({ version: "0.9" });
    const sealed = one.git("rev-parse", "HEAD");
    await one.edit(document, "Storms", "Tides");
    one.commit();
    await one.release();
    const ran = await one.approve({ version: "0.9" });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(recorded(one)["commit"]).toBe(sealed);
    expect(await printed(one)).toEqual(["Held: approved at version 0.9; changed since in 3 Risks"]);
    expect((await one.check()).codes).toEqual([]);
  });

  test("holds without git, and where sources changed nobody can say", async () => {
    const one = await approved();
    one.git("archive", "-o", join(one.top, "copy.tar"), "HEAD");
    const folder = temporary();
    execFileSync("tar", ["xf", join(one.top, "copy.tar"), "-C", folder]);
    const copy = elsewhere(one, folder);
    expect((await copy.check()).codes).toEqual(["control/no-git"]);
    expect(await printed(copy)).toEqual(["Held: approved at version 0.9"]);
    await copy.edit(document, "Storms", "Tides");
    expect((await copy.check()).codes).toEqual(["control/approval-unknown", "control/no-git"]);
    expect(await printed(copy)).toEqual(["Held: approved at version 0.9; its sources have changed since"]);
  });

  test("lapses neither itself nor another, nor does a release that it leads to", async () => {
    const one = await approved({ "content/harbour/other/document.md": paper });
    await one.approve({ body: "Scrutiny Committee", outcome: "supported" });
    await one.approve({
      body: "Port Users",
      outcome: "approved-with-conditions",
      conditions: "A *review*\r\n\r\n- in May\n- in June",
    });
    await one.approve({ document: "harbour/other" });
    expect((await one.release({ major: true })).err).toBe("");
    await one.release({ major: true, document: "harbour/other" });
    expect((await one.check()).codes).toEqual([]);
    expect([
      await printed(one),
      await printed(one, "Scrutiny Committee"),
      await printed(one, "Cabinet", "harbour/other"),
    ]).toEqual([
      ["Held: approved at version 0.9"],
      ["Held: supported at version 0.9"],
      ["Held: approved at version 0.1"],
    ]);
    expect(await one.words()).toContain("Held: approved with conditions at version 0.9");
  });
});

describe("an approval of a draft that was never released", () => {
  test("stands when the next version is released, and in a clone that lacks its commit", async () => {
    const one = await repository();
    expect((await one.approve()).err).toBe("");
    const ran = await one.release({ version: "1.0", date: "2026-11-20" });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(await printed(one)).toEqual(["Held: approved at version 0.1"]);
    expect((await one.check()).codes).toEqual([]);
    const folder = temporary();
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${one.top}`, folder]);
    const shallow = elsewhere(one, folder);
    expect((await shallow.check()).codes).toEqual(["control/no-git"]);
    expect(await printed(shallow)).toEqual(["Held: approved at version 0.1"]);
  });
});

describe("an approval", () => {
  const undone: readonly (readonly [string, (one: Repository) => Promise<void>, string])[] = [
    ["prose", (one) => one.edit(document, "Storms", "Tides"), "3 Risks"],
    ["shared data that it prints", (one) => one.edit(figures, "5000", "5001"), "2 Costs"],
    [
      "prose and data",
      async (one) => {
        await one.edit(document, "Storms", "Tides");
        await one.edit(figures, "5000", "5001");
      },
      "2 Costs, 3 Risks",
    ],
    ["the template", (one) => one.edit(template, "{{sections}}", '{{section "risks"}}\n\n{{sections}}'), "1 Risks"],
    ["the title", (one) => one.edit(document, "Harbour renewal", "Harbour repair"), "Front page"],
  ];
  test("lapses when a reader sees a change, and holds again when that is undone", async () => {
    const one = await approved();
    for (const [what, change, sections] of undone) {
      await change(one);
      one.commit();
      expect([what, await printed(one)]).toEqual([
        what,
        [`Held: approved at version 0.9; changed since in ${sections}`],
      ]);
      const warned = await one.check();
      expect([warned.code, warned.codes]).toEqual([0, ["control/approval-lapsed", "control/changed-since-release"]]);
      expect(warned.err).toContain(`Cabinet approved version 0.9, but the text has changed since in ${sections}.`);
      one.git("revert", "--no-edit", "HEAD");
    }
    expect(await printed(one)).toEqual(["Held: approved at version 0.9"]);
    expect((await one.check()).codes).toEqual([]);
    await one.edit(document, "status: draft", "status: approved");
    await one.edit(document, "Storms", "Tides");
    const wrong = await one.check();
    expect([wrong.code, wrong.codes]).toEqual([1, expect.arrayContaining(["control/approved-but-changed"])]);
  });

  test("holds through everything that no reader sees", async () => {
    const one = await approved({
      [meetings]: "meetings:\n  cabinet: { date: 2026-11-12, board: cabinet, purpose: approval }\n",
    });
    await one.edit(figures, "value: 7", "value: 8");
    await one.edit(figures, "figures:\n", "# Figures of the harbour\nfigures:\n");
    await one.edit(document, "# Risks\n\nStorms.\n", "# Risks\n\n\n\nStorms.\n\n\n");
    await one.edit(document, 'version: "0.9"', "version: v0.9.1");
    await one.edit(document, "2026-11-10", "2026-11-20");
    await one.write(
      meetings,
      "meetings:\n  later: { date: 2026-12-01, body: Full Council, purpose: decision }\n  cabinet: { date: 2026-11-12, board: cabinet, purpose: approval }\n",
    );
    await one.edit(template, "{{file-location}}\n\n", "");
    one.commit();
    expect(await printed(one)).toEqual(["Held: approved at version 0.9"]);
    expect((await one.check()).codes).toEqual([]);
  });

  test("follows a document and a programme whose folders were renamed", async () => {
    const one = await approved();
    one.git("mv", "content/harbour/paper", "content/harbour/renewal");
    one.git("mv", "content/harbour", "content/port");
    one.commit("Rename both");
    const lost = await one.check();
    expect([lost.code, lost.codes]).toEqual([1, ["register/unknown-document"]]);
    expect(lost.err).toContain("write `formerly: paper` in the front matter");
    await one.edit("content/port/renewal/document.md", "status: draft\n", "status: draft\nformerly: [paper]\n");
    one.commit();
    expect((await one.check()).codes).toEqual([]);
    expect(await printed(one, "Cabinet", "port/renewal")).toEqual(["Held: approved at version 0.9"]);
    await one.edit("content/port/renewal/document.md", "Storms", "Tides");
    one.commit();
    expect(await printed(one, "Cabinet", "port/renewal")).toEqual([
      "Held: approved at version 0.9; changed since in 3 Risks",
    ]);
    const again = await one.approve({ document: "port/renewal", version: "0.9", body: "Scrutiny Committee" });
    expect([again.code, again.err.includes("Not recorded")]).toEqual([0, false]);
    expect(one.read("content/port/data/approvals.yaml").match(/commit: \w+/g)).toHaveLength(2);
  });

  test("has the digest of its sources, whatever templates come with the program", async () => {
    const one = await approved();
    const shipped = join(import.meta.dirname, "../../templates");
    const other = temporary();
    await cp(shipped, other, { recursive: true });
    await writeFile(join(other, "partials/control-tables.hbs"), "# Another heading\n");
    const digestWith = async (templates: string): Promise<string> => {
      const model = programme((await readProgramme(one.root, "harbour", templates)).value).value;
      const read = model?.documents.get("paper")?.document;
      if (!model || !read) throw new Error("the workspace of this story does not compile");
      return contentDigest(model, read);
    };
    expect(await digestWith(other)).toBe(recorded(one)["content"]);
    await one.write("templates/partials/control-tables.hbs", "# Another heading\n");
    expect(await digestWith(shipped)).not.toBe(recorded(one)["content"]);
  });

  test("of the house's own template counts when that is taken away", async () => {
    const one = await approved();
    await one.remove(template);
    one.commit();
    const ran = await one.check();
    expect(ran.codes).toContain("control/changed-since-release");
    expect(ran.codes).toContain("control/approval-lapsed");
  });
});

describe("what a body decides later counts", () => {
  const route = {
    [meetings]: "meetings:\n  cabinet: { date: 2026-11-10 to 2026-11-30, board: cabinet, purpose: approval }\n",
  };
  const signed = {
    [document]: changed(
      "reference: HR-1\n",
      "reference: HR-1\nsign-off:\n  - { organisation: council, board: cabinet, position: Leader, by: A. N. Other }\n",
    ),
    [template]: "{{review-and-approval}}\n\n{{authorisation}}\n\n{{sections}}\n",
  };
  const house = { "templates/houses/plymouth/profile.yaml": `${profile}baseline: { approvals: [approval] }\n` };

  test("put off and then approved is approved, in the table, in the sign-off and for a baseline", async () => {
    const one = await repository({ ...route, ...signed, ...house });
    await one.release({ version: "0.9" });
    const early = await one.release({ major: true });
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining("Cabinet (2026-11-10 to 2026-11-30): no decision is recorded"),
    ]);
    await one.approve({ outcome: "deferred" });
    const deferred = await one.release({ major: true });
    expect([deferred.code, deferred.err]).toEqual([
      1,
      expect.stringContaining("Cabinet (2026-11-10 to 2026-11-30): deferred"),
    ]);
    expect(await one.words()).toMatch(/By: A\. N\. Other.*Signature/s);
    await one.approve({ date: "2026-11-19", signatory: "owner" });
    expect([...(await printed(one))].sort()).toEqual([
      "Held: approved at version 0.9",
      "Held: deferred at version 0.9",
    ]);
    const ran = await one.release({ major: true, date: "2026-11-20" });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    const words = await one.words();
    expect(words).toMatch(/By: Director for Place\s.*Date: 19 November 2026/s);
    await one.edit(document, "Storms", "Tides");
    expect(await one.words()).toMatch(/By: A\. N\. Other.*Signature/s);
  });

  test("approved and then rejected signs nothing and opens no baseline", async () => {
    const one = await repository({ ...route, ...signed, ...house });
    await one.release({ version: "0.9" });
    await one.approve({ signatory: "owner" });
    await one.approve({ date: "2026-11-19", outcome: "rejected" });
    const ran = await one.release({ major: true, date: "2026-11-20" });
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("rejected")]);
    expect(await one.words()).toMatch(/By: A\. N\. Other.*Signature/s);
    // To note a report later takes nothing back.
    await one.approve({ date: "2026-11-26", outcome: "noted", body: "cabinet" });
    await one.edit(document, "status: draft", "status: approved");
    expect((await one.check()).codes).toContain("control/approved-without-decision");
  });

  test("noted after it was approved leaves the approval as it was", async () => {
    const one = await repository({ ...signed });
    await one.release({ version: "0.9" });
    await one.approve({ signatory: "owner" });
    await one.approve({ date: "2026-11-19", outcome: "noted" });
    expect(await one.words()).toContain("Date: 12 November 2026");
    await one.edit(document, "Storms", "Tides");
    expect((await one.check()).codes).toContain("control/approval-lapsed");
  });

  test("a baseline is not released when what was approved has changed", async () => {
    const one = await repository({ ...route, ...house });
    await one.release({ version: "0.9" });
    await one.approve();
    await one.edit(document, "Storms", "Tides");
    one.commit();
    const ran = await one.release({ major: true });
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining("approved at version 0.9, changed since in 3 Risks"),
    ]);
    expect(one.tags()).toEqual(["harbour/paper/v0.9"]);
  });

  test("a sign-off that gives another day than the record is warned of, and the record is printed", async () => {
    const one = await repository({
      ...signed,
      [document]: changed(
        "reference: HR-1\n",
        "reference: HR-1\nsign-off:\n  - { organisation: council, board: cabinet, date: 2026-11-01 }\n",
      ),
    });
    await one.approve();
    expect((await one.check()).codes).toEqual(["control/sign-off-differs"]);
    expect(await one.words()).toContain("Date: 12 November 2026");
  });
});

test("meetings are planned, held or overdue on the day the document bears, before and after they are recorded", async () => {
  const one = await repository({
    [meetings]: `meetings:
  scrutiny: { date: 2026-10-20, board: scrutiny, purpose: views }
  cabinet: { date: 2026-11-12, board: cabinet, purpose: approval }
  council: { date: 2026-12-03, body: Full Council, purpose: decision }
`,
  });
  const states = async () =>
    [...(await one.words()).matchAll(/body \| [\d/]+ \| .* \| ([A-Z].*) \| .* \| (.*)$/gm)].map(
      (m) => `${m[1]}: ${m[2]}`,
    );
  expect(await states()).toEqual(["Scrutiny Committee: Overdue", "Cabinet: Planned", "Full Council: Planned"]);
  expect((await one.check()).codes).toEqual(["control/meeting-overdue"]);
  await one.approve({ body: "Scrutiny Committee", outcome: "noted", date: "2026-10-20" });
  await one.approve();
  // The paper is older than what Cabinet decided, and yet it was decided.
  expect(await states()).toEqual([
    "Scrutiny Committee: Held: noted at version 0.1",
    "Cabinet: Held: approved at version 0.1",
    "Full Council: Planned",
  ]);
  await one.edit(document, "2026-11-02", "2026-12-20");
  expect(await states()).toEqual([
    "Scrutiny Committee: Held: noted at version 0.1",
    "Cabinet: Held: approved at version 0.1",
    "Full Council: Overdue",
  ]);
});

describe("a register that was meddled with", () => {
  const meddled: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
    ["an outcome edited", (t) => t.replace("outcome: approved", "outcome: rejected"), ["control/approval-edited"]],
    ["a day edited", (t) => t.replace("2026-11-12\n", "2026-11-11\n"), ["control/approval-edited"]],
    ["a field added", (t) => t.replace("    outcome:", "    reference: 97\n    outcome:"), ["control/approval-edited"]],
    ["another seal", (t) => t.replace(/seal: "?\w{16}"?/, 'seal: "0123456789abcdef"'), ["control/approval-edited"]],
    ["a seal that is none", (t) => t.replace(/seal: "?\w{16}"?/, "seal: none"), ["yaml/wrong-value"]],
    ["a hash that is none", (t) => t.replace(/content: .*/, "content: sha256:abc"), ["yaml/wrong-value"]],
    ["a commit that is none", (t) => t.replace(/commit: .*/, "commit: HEAD"), ["yaml/wrong-value"]],
    [
      "the record twice",
      (t) => `${t}${t.slice(t.indexOf("  paper-")).replace("paper-cabinet", "twin")}`,
      ["control/approval-duplicate"],
    ],
    ["no YAML", (t) => `${t}  x: [\n`, ["yaml/syntax"]],
  ];

  test("is found out, and no more is recorded in one that cannot be read", async () => {
    const one = await repository();
    await one.approve();
    const text = one.read(register);
    for (const [what, meddle, codes] of meddled) {
      await one.write(register, meddle(text));
      expect([what, (await one.check()).codes]).toEqual([what, codes]);
    }
    const ran = await one.approve({ body: "Scrutiny Committee" });
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("approvals.yaml cannot be read")]);
  });

  test("an unknown version, board or commit", async () => {
    const one = await approved();
    const text = one.read(register);
    const whole = recorded(one);
    const forged = (more: Readonly<Record<string, string>>): string => {
      const { seal: _, ...record } = { ...whole, ...more };
      const said: Parameters<typeof sealOf>[0] = {
        document: "paper",
        version: record["version"] ?? "",
        board: record["board"],
        outcome: "approved",
        date: record["date"] ?? "",
        "recorded-by": "Ann Coles",
        commit: record["commit"],
        content: record["content"] ?? "",
      };
      let made = text;
      for (const [key, value] of Object.entries({ ...more, seal: sealOf(said) }))
        made = made.replace(new RegExp(`${key}: .*`), `${key}: "${value}"`);
      return made;
    };
    await one.write(register, forged({ version: "0.8" }));
    expect((await one.check()).codes).toEqual(["control/approval-version"]);
    await one.write(register, forged({ board: "cabinett" }));
    expect((await one.check()).codes).toContain("register/unknown");
    await one.write(register, forged({ commit: "0".repeat(40), content: `sha256:${"0".repeat(64)}` }));
    expect((await one.check()).codes).toEqual(["control/approval-unknown"]);
    expect((await one.versions()).out).toContain("this copy of the repository lacks the commit 0000000");
  });
});

describe("a record is refused, and nothing has changed", () => {
  const refused = async (one: Repository, run: () => Promise<Ran>, code: number, words: string): Promise<void> => {
    const before = one.state();
    const ran = await run();
    expect(ran.err).toContain(words);
    expect(ran.code).toBe(code);
    expect(one.state()).toEqual(before);
  };

  test("where the command line says nothing that can be recorded", async () => {
    const one = await approved();
    await refused(one, () => one.approve({ outcome: "aproved" }), 2, "did you mean approved?");
    await refused(one, () => one.approve({ outcome: "" }), 2, "is no outcome");
    await refused(one, () => one.approve({ date: "2026-02-30" }), 2, '"2026-02-30" is no date.');
    await refused(one, () => one.approve({ body: " " }), 2, "--body says nothing.");
    await refused(one, () => one.approve({ ref: "" }), 2, "--ref says nothing.");
    await refused(one, () => one.approve({ conditions: "" }), 2, "--conditions says nothing.");
    await refused(one, () => one.approve({ recordedBy: "\u001b[2J" }), 2, "cannot be printed");
    await refused(one, () => one.approve({ signatory: "nobody" }), 2, "nobody in the people register");
    await refused(
      one,
      () => one.approve({ outcome: "approved-with-conditions" }),
      2,
      "an approval with conditions needs them",
    );
    await refused(one, () => one.approve({ version: "1.0" }), 2, "there is no version 1.0 of paper");
    await refused(one, () => one.approve({ version: "--help" }), 2, "there is no version --help of paper");
    await refused(one, () => one.approve(), 1, "recorded already, as paper-cabinet-2026-11-12");
  });

  test("where no commit holds what was before the body", async () => {
    const one = await repository({
      "content/harbour/paper/history.yaml":
        "history:\n  - { version: 0.0, date: 2026-10-01, author: lead, change: Before }\n",
    });
    await refused(one, () => one.approve({ version: "0.0" }), 1, "version 0.0 has no tag");
    await one.edit(document, "Storms", "Tides");
    await refused(one, () => one.approve(), 1, "so no commit holds what was approved");
  });

  test("where its words cannot be printed in a document", async () => {
    const one = await repository();
    await refused(
      one,
      () => one.approve({ outcome: "approved-with-conditions", conditions: "<script>x</script>" }),
      1,
      "markdown/html",
    );
    await refused(one, () => one.approve({ conditions: "See {{number nothing}}" }), 1, "nothing");
  });

  test("where the register cannot be read or git will not commit", async () => {
    const one = await repository({ [register]: "approvals: [\n" });
    await refused(one, () => one.approve(), 1, "approvals.yaml");
    await one.write(register, "# none yet\n");
    one.commit();
    await one.configure("[user]\n\tuseConfigOnly = true\n");
    await refused(one, () => one.approve(), 1, "git says: ");
  });
});
