import { describe, expect, test } from "vitest";
import { control } from "../../../src/control/fill.ts";
import { compareVersions, follows } from "../../../src/control/versions.ts";
import type { GitFacts } from "../../../src/workspace/sources.ts";
import { modelOf, type Story } from "../compose-views/story.ts";

function filled(story: Story) {
  const { model } = modelOf(story);
  const result = control(model, "paper");
  return { ...result.value, findings: result.diagnostics.map((d) => d.code) };
}

const front = (version: string, date: string, status = "draft", more = "") => `
kind: obc
title: A test
version: ${version}
status: ${status}
date: ${date}
authors: [sr]
owners: [ac]
classification: public
${more}`;

const tag = (name: string, date: string, more: Partial<GitFacts["tags"][number]> = {}): GitFacts["tags"][number] => ({
  name: `test/paper/${name}`,
  annotated: true,
  ancestor: true,
  email: "<s@example.org>",
  date,
  author: "Simon Reed",
  subject: "After *review*",
  body: "",
  commit: "c0ffee",
  ...more,
});

test.each([
  ["3.9", "3.10", -1],
  ["1.0", "1", 0],
  ["01", "1", 0],
  ["v2.0", "1.9", 1],
])("%s against %s", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test.each([
  ["0.9", "1.0", true],
  ["1.2", "1.3", true],
  ["1.9", "1.10", true],
  ["08", "09", true],
  ["1.0", "1.2", false],
  ["1.2", "3.0", false],
])("%s is followed by %s: %s", (a, b, expected) => {
  expect(follows(a, b)).toBe(expected);
});

describe("version history", () => {
  test("is complete without git: the file's rows, then the working version", () => {
    const { history, findings, location } = filled({
      front: front("3.10", "2014-10-27"),
      git: { absent: "no git" },
      history: `
history:
  - { version: 3.8, date: 2014-10-24, author: AC, change: Update }
  - { version: 3.9, date: 2014-10-25, author: Jenni Doe, change: Editing, sections: All }
`,
    });
    expect(history.map((r) => [r.version, r.date, r.author, r.change])).toEqual([
      ["3.8", "2014-10-24", "Director", "Update"],
      ["3.9", "2014-10-25", "Jenni Doe", "Editing"],
      ["3.10", "2014-10-27", "Simon Reed", "Working draft"],
    ]);
    expect(findings).toEqual(["control/no-git"]);
    expect(location).toEqual({ path: "content/test/paper", tag: "test/paper/v3.10" });
  });

  test("a tag on another branch, and one that is lightweight, add no row and are told where the file has the version", () => {
    const { history, findings } = filled({
      front: front("0.4", "2014-10-27"),
      git: {
        tags: [
          tag("v0.2", "2014-10-01", { ancestor: false }),
          tag("v0.3", "", { annotated: false }),
          tag("v0.9", "2014-12-01", { ancestor: false }),
        ],
      },
      history: `
history:
  - { version: 0.2, date: 2014-10-01, author: AC, change: Outline }
  - { version: 0.3, date: 2014-10-02, author: AC, change: Update }
`,
    });
    expect(history.map((r) => r.version)).toEqual(["0.2", "0.3", "0.4"]);
    expect(findings).toEqual(["control/tag-elsewhere", "control/tag-lightweight"]);
  });

  test("uses the row of the version being built when the file has it", () => {
    const { history, findings } = filled({
      front: front("1.1", "2014-10-27", "for approval"),
      history: "history:\n  - { version: 1.1, date: 2014-10-27, author: SR, change: Final edit, name: 1st issue }\n",
    });
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({
      change: "Final edit",
      status: "for approval",
      initials: "SR",
      name: "1st issue",
    });
    expect(findings).toEqual([]);
  });

  test("adds rows for tags the file lacks; a person's summary stands", () => {
    const { history, location, findings } = filled({
      front: front("1.2", "2014-10-27"),
      history: "history:\n  - { version: 1.0, date: 2014-10-01, author: SR, change: First baseline }\n",
      git: {
        commit: "c0ffee",
        tags: [tag("v1.1", "2014-10-10"), tag("v1.0", "2014-10-02"), tag("v1.2", "2014-10-27")],
      },
    });
    expect(history.map((r) => [r.version, r.change])).toEqual([
      ["1.0", "First baseline"],
      ["1.1", "After \\*review\\*"],
      ["1.2", "Working draft"],
    ]);
    // What the document prints is the same in a clone without tags, so nothing of git stands in it.
    expect(location).toEqual({ path: "content/test/paper", tag: "test/paper/v1.2" });
    expect(findings).toEqual(["control/tag-alone"]);
  });

  test.each<[string, string, readonly string[]]>([
    [
      "front matter behind the file",
      "- { version: 1.3, date: 2014-10-01, author: SR, change: a }",
      ["control/version-behind"],
    ],
    ["dates that differ", "- { version: 1.1, date: 2014-10-26, author: SR, change: a }", ["control/date-differs"]],
    [
      "a gap",
      "- { version: 0.2, date: 2014-10-01, author: SR, change: a }",
      ["control/not-recorded", "control/version-gap"],
    ],
    [
      "dates backwards",
      "- { version: 1.0, date: 2014-11-01, author: SR, change: a }",
      ["control/not-recorded", "control/date-backwards"],
    ],
    [
      "a repeat without names",
      "- { version: 1.1, date: 2014-10-01, author: SR, change: a }\n  - { version: 1.1, date: 2014-10-27, author: SR, change: b }",
      ["control/version-repeated"],
    ],
    [
      "rounds of comments are no repeat",
      "- { version: 1.1, date: 2014-10-01, author: SR, name: 1st draft, change: a }\n  - { version: 1.1, date: 2014-10-27, author: SR, name: Comments, change: b }",
      [],
    ],
    [
      "rows out of order",
      "- { version: 1.0, date: 2014-10-02, author: SR, change: a }\n  - { version: 0.9, date: 2014-10-01, author: SR, change: b }\n  - { version: 1.1, date: 2014-10-27, author: SR, change: c }",
      ["control/version-order"],
    ],
    [
      "statuses that differ",
      "- { version: 1.1, date: 2014-10-27, author: SR, change: a, status: approved }",
      ["control/status-differs"],
    ],
    ["somebody unknown", "- { version: 1.1, date: 2014-10-27, author: XY, change: a }", ["control/unknown-author"]],
  ])("reports %s", (_, rows, codes) => {
    const { findings } = filled({
      front: front("1.1", "2014-10-27", "for approval"),
      history: `history:\n  ${rows}\n`,
    });
    expect(findings.filter((c) => c !== "control/version-gap" || codes.includes(c))).toEqual(codes);
  });

  test("a row changed after its tag is reported", () => {
    const { findings } = filled({
      front: front("1.0", "2014-10-05"),
      history: "history:\n  - { version: 1.0, date: 2014-10-05, author: SR, change: a, status: draft }\n",
      git: { tags: [tag("v1.0", "2014-10-01"), tag("vfinal", "2014-10-01")] },
    });
    expect(findings).toEqual(["control/tag-differs", "control/tag-name"]);
  });
});

describe("approvals", () => {
  const data = `
meetings:
  gb: { date: 2014-12-03, organisation: ccg, body: Governing Body, purpose: decision, outcome: approved }
  scrutiny: { date: 2014-11-06 to 2014-11-07, organisation: pcc, body: Scrutiny panels, held: true }
  cmt: { date: 2014-09-30, organisation: pcc, body: CMT, purpose: discussion, held: true, outcome: supported }
  slt: { date: 2014-10-20, organisation: ccg, body: SLT, purpose: support }
  other: { date: 2014-10-20, organisation: ccg, body: Other, documents: [another] }
`;

  test("are sorted and judged on the document's own date", () => {
    const { approvals, findings } = filled({ data, front: front("1.0", "2014-10-27") });
    expect(approvals.map((r) => [r.meeting, r.organisation, r.state, r.outcome])).toEqual([
      ["CMT", "PCC", "held", "supported"],
      ["SLT", "CCG", "overdue", ""],
      ["Scrutiny panels", "PCC", "planned", ""],
      ["Governing Body", "CCG", "planned", ""],
    ]);
    expect(findings).toEqual(["control/meeting-overdue"]);
  });

  test("what a meeting put off and decided later are two rows, both asked for the same", () => {
    const record = (outcome: string, day: string) => `
  ${outcome}: { document: paper, version: 1.0, body: Board, meeting: board, outcome: ${outcome}, date: ${day}, recorded-by: SR, content: "sha256:${"0".repeat(64)}", seal: "${"0".repeat(16)}" }`;
    const { approvals } = filled({
      front: front("1.0", "2014-10-27"),
      data: `
meetings: { board: { date: 2014-10-06, organisation: pcc, body: Board, purpose: support } }
approvals:${record("deferred", "2014-10-06")}${record("approved", "2014-10-20")}
`,
    });
    expect(approvals.map((r) => [r.written, r.organisation, r.meeting, r.purpose, r.outcome])).toEqual([
      ["2014-10-06", "PCC", "Board", "support", "deferred"],
      ["2014-10-20", "PCC", "Board", "support", "approved"],
    ]);
  });

  test.each([
    [{ type: "holds" }, { date: "2014-10-20", signatory: "ac" }],
    [{ type: "changed", sections: ["1 Scope"] }, { lapsed: true }],
  ] as const)("an approval that %o signs so", (standing, signature) => {
    const { model } = modelOf({
      front: front("1.0", "2014-10-27", "for approval", "sign-off: [{ organisation: ccg }]"),
      data: `
boards: { gb: { name: Governing Body, organisation: ccg } }
approvals:
  gb: { document: paper, version: 1.0, board: gb, outcome: approved, date: 2014-10-20, signatory: ac, recorded-by: SR, content: "sha256:${"0".repeat(64)}", seal: "${"0".repeat(16)}" }
`,
    });
    const evidence = { approvals: new Map([["gb", standing]]), edited: new Set<string>() };
    expect(control(model, "paper", evidence).value.signatures).toEqual([signature]);
  });

  test("a document marked approved needs an approval", () => {
    const none = data.replace(", outcome: approved", "");
    const approved = front("1.0", "2014-12-24", "approved");
    expect(filled({ data: none, front: approved }).findings).toContain("control/approved-without-decision");
    expect(filled({ data, front: approved }).findings).not.toContain("control/approved-without-decision");
  });
});

describe("marks", () => {
  test.each([
    ["draft", { watermark: "DRAFT" }],
    ["for review", { watermark: "DRAFT" }],
    ["for approval", {}],
    ["approved", {}],
    ["superseded", { watermark: "SUPERSEDED", marking: "SUPERSEDED" }],
    ["withdrawn", { watermark: "WITHDRAWN", marking: "WITHDRAWN" }],
  ])("%s", (status, marks) => {
    expect(filled({ front: front("1.0", "2014-10-27", status) }).marks).toEqual(marks);
  });

  test("a marking comes from the front matter", () => {
    const { marks } = filled({
      front: front("1.0", "2014-10-27", "approved", "marking: { text: CONFIDENTIAL, reason: Staff }"),
    });
    expect(marks).toEqual({ marking: "CONFIDENTIAL" });
    const old = front("1.0", "2014-10-27", "superseded", "marking: { text: CONFIDENTIAL, reason: Staff }");
    expect(filled({ front: old }).marks.marking).toBe("SUPERSEDED · CONFIDENTIAL");
  });

  test.each([
    ["a version with a row and nothing changed", "1.10", [], undefined],
    ["a version without a row", "1.2", [], { uncommitted: false }],
    ["changed sources", "1.10", ["content/test/paper/document.md"], { uncommitted: true }],
  ])("%s is a working build: %s", (_, version, changed, working) => {
    const history = "history:\n  - { version: 1.10, date: 2014-10-27, author: SR, change: a }\n";
    expect(filled({ front: front(version, "2014-10-27"), history, git: { changed } }).working).toEqual(working);
  });

  test.each([
    ["content/test/paper/document.md", true],
    ["content/test/data/all.yaml", true],
    ["templates/houses/house/profile.yaml", true],
    ["content/test/", true],
    ["content/other/programme.yaml", false],
    ["content/test/notes.txt", false],
    ["src/result.ts", false],
  ])("changed %s is an uncommitted change: %s", (changed, expected) => {
    const { working } = filled({ git: { changed: [changed] } });
    expect(working?.uncommitted).toBe(expected);
  });
});
