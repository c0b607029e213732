import { describe, expect, test } from "vitest";
import type { ApprovalRow, Control } from "../../../src/control/control.ts";
import { lackingApprovals } from "../../../src/control/demanded.ts";
import type { Standing } from "../../../src/control/evidence.ts";
import { control } from "../../../src/control/fill.ts";
import { listVersions, tagState } from "../../../src/control/listing.ts";
import { modelOf, type Story } from "../compose-views/story.ts";

const front = `
kind: obc
title: A test
version: 0.10
status: draft
date: 2014-10-27
authors: [sr]
owners: [ac]
classification: public
`;

function read(story: Story) {
  const { model } = modelOf(story);
  const document = model.documents.get("paper")?.document;
  if (!document) throw new Error("the story has no paper");
  return { model, document };
}

test("versions are those of history, tags and front matter, once each and in order", () => {
  const tag = (name: string, more = {}) => ({
    name,
    annotated: true,
    ancestor: true,
    date: "2014-01-01",
    author: "A",
    email: "<a@b>",
    subject: "S",
    body: "",
    commit: "c",
    ...more,
  });
  const { model, document } = read({
    front,
    git: {
      tags: [
        tag("test/paper/v0.2"),
        tag("test/paper/v0.9.0"),
        tag("test/paper/vnext"),
        tag("test/other/v5"),
        tag("test/paper/v0.11", { ancestor: false }),
        tag("test/paper/v0.3", { annotated: false }),
      ],
    },
    history:
      "history:\n  - { version: v0.9, date: 2014-10-01, author: sr, change: A }\n  - { version: 0.9, date: 2014-10-02, author: sr, change: B, name: Comments }\n",
  });
  const said = listVersions(model, document).map((v) => [v.version, v.rows.length, tagState(v.tag), v.present]);
  expect(said).toEqual([
    ["0.2", 0, "sealed", false],
    ["0.3", 0, "lightweight", false],
    ["0.9", 2, "sealed", false],
    ["0.10", 0, "none", true],
    ["0.11", 0, "on another branch", false],
  ]);
});

describe("a baseline lacks", () => {
  const { model, document: plain } = read({ front });
  const document = { ...plain, house: { ...plain.house, baseline: { approvals: ["approval" as const] } } };
  const row = (meeting: string, outcome: string, more: Partial<ApprovalRow> = {}): ApprovalRow => ({
    id: meeting,
    start: "2014-10-01",
    end: "2014-10-01",
    written: "2014-10-01",
    organisation: "",
    meeting,
    purpose: "approval",
    state: "held",
    outcome,
    version: outcome === "" ? "" : "0.9",
    reference: "",
    conditions: "",
    phase: "",
    ...more,
  });
  const changed: Standing = { type: "changed", sections: ["2 Costs"] };
  const filled: Control = control(model, "paper").value;
  test.each<readonly [string, readonly ApprovalRow[], readonly string[]]>([
    ["a route", [], ["no meeting of the route has the purpose approval"]],
    [
      "a meeting of the purpose",
      [row("A", "approved", { purpose: "views" })],
      ["no meeting of the route has the purpose approval"],
    ],
    ["nothing where all have approved", [row("A", "approved"), row("B", "approved with conditions")], []],
    [
      "each decision that is not recorded",
      [row("A", ""), row("B", "")],
      ["A (2014-10-01): no decision is recorded", "B (2014-10-01): no decision is recorded"],
    ],
    [
      "what is only typed at the meeting",
      [row("A", "approved", { version: "" })],
      ["A (2014-10-01): no decision is recorded"],
    ],
    [
      "what was put off, rejected or noted",
      [row("A", "deferred"), row("B", "rejected"), row("C", "noted")],
      ["A (2014-10-01): deferred", "B (2014-10-01): rejected", "C (2014-10-01): noted"],
    ],
    ["nothing where what was put off was approved later", [row("A", "deferred"), row("A", "approved")], []],
    ["what was taken back", [row("A", "approved"), row("A", "rejected")], ["A (2014-10-01): rejected"]],
    [
      "what was approved in other words",
      [row("A", "approved", { standing: changed })],
      ["A (2014-10-01): approved at version 0.9, changed since in 2 Costs"],
    ],
    [
      "what nobody can judge",
      [row("A", "approved", { standing: { type: "unknown", reason: "no commit" } })],
      ["A (2014-10-01): no commit"],
    ],
  ])("%s", (_what, approvals, lacking) => {
    expect(lackingApprovals(document, { ...filled, approvals })).toEqual(lacking);
  });

  test("nothing where the house demands nothing", () => {
    expect(lackingApprovals(plain, { ...filled, approvals: [] })).toEqual([]);
  });
});
