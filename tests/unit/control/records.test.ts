import { expect, test } from "vitest";
import { noEvidence } from "../../../src/control/evidence.ts";
import { approvalsThatCount } from "../../../src/control/records.ts";
import { modelOf } from "../compose-views/story.ts";

const record = (id: string, body: string, date: string, outcome: string) => `
  ${id}:
    document: paper
    version: "1.1"
    body: ${body}
    outcome: ${outcome}
    date: ${date}
    recorded-by: AC
    commit: ${"c0ffee".repeat(6)}c0ff
    content: sha256:${"ab".repeat(32)}
    seal: 0123456789abcdef`;

test("of all that bodies decided, only the last word of each is held against what was approved", () => {
  const { model } = modelOf({
    data: `approvals:${[
      record("put-off", "Cabinet", "2014-09-01", "deferred"),
      record("first", "Cabinet", "2014-10-01", "approved"),
      record("again", "Cabinet", "2014-10-20", "approved with conditions"),
      record("seen", "Cabinet", "2014-10-25", "noted"),
      record("trust", "Trust Board", "2014-09-15", "approved"),
      record("audit", "Audit Committee", "2014-09-15", "approved"),
      record("not-now", "Audit Committee", "2014-10-15", "rejected"),
      record("friends", "Friends of the Quay", "2014-10-15", "supported"),
    ].join("")}`,
  });
  const document = model.documents.get("paper")?.document;
  if (!document) throw new Error("the paper is not in the model");
  expect(approvalsThatCount(document, noEvidence).map((r) => r.id)).toEqual(["trust", "again"]);
});
