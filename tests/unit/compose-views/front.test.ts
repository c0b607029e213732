import { expect, test } from "vitest";
import { control } from "../../../src/control/fill.ts";
import { isWhole, lines, modelOf, show, tableOf, words } from "./story.ts";

const projects = `
projects:
  commissioning: { name: Integrated commissioning }
  provision: { name: Integrated provision }
`;
const meetings = `
meetings:
  cabinet: { date: 2014-11-11, organisation: pcc, body: Cabinet, purpose: decision, title-block: true, label: Date of Cabinet, phase: Cabinet approval }
  cmt: { date: 2014-09-30, organisation: pcc, body: CMT, purpose: discussion, held: true }
`;

test("the title block has four columns, its wide values and a list of projects", () => {
  const table = tableOf(show({ programme: projects, data: meetings }, "title-block"));
  expect(lines(table)).toEqual([
    "body: Programme name | →3 Test programme",
    "body: Date | 27 October 2014 | Version | 1.1",
    "body: Status | For approval | Reference | –",
    "body: Programme projects | →3 1. Integrated commissioning 2. Integrated provision",
    "body: Author | →3 Simon Reed",
    "body: Senior responsible owner | →3 Director",
    "body: Date of Cabinet | →3 11 November 2014",
  ]);
  expect(isWhole(table)).toBe(true);
  expect(table.look).toBe("form");
  expect(table.caption).toBeUndefined();
});

test("in two columns every fact has a row of its own", () => {
  const table = tableOf(show({ columns: 2 }, "title-block"));
  expect(table.columns).toHaveLength(2);
  expect(isWhole(table)).toBe(true);
  expect(lines(table)).toContain("body: Version | 1.1");
});

test("version history, approvals, phases and place come from the record", () => {
  const history =
    "history:\n  - { version: 1.0, date: 2014-10-24, author: AC, change: First, sections: [Scope, Costs] }\n";
  const table = tableOf(show({ history }, "version-history"));
  expect(lines(table)).toEqual([
    "header: →5 Version history",
    "header: Version | Date | Author | Change | Pages affected",
    "body: 1.0 | 24/10/2014 | Director | First | Scope Costs",
    "body: 1.1 | 27/10/2014 | Simon Reed | This version | –",
  ]);
  expect(table.notes.map((n) => words([n]))).toEqual(["Baselined at 1.0"]);
  const route = tableOf(show({ data: meetings }, "review-and-approval"));
  expect(lines(route).slice(2)).toEqual([
    "body: 30/09/2014 | PCC | CMT (discussion)",
    "body: 11/11/2014 | PCC | Cabinet (decision)",
  ]);
  expect(route.notes.map((n) => words([n]))).toEqual([
    "On 27 October 2014, the date of this document, one meeting was still planned.",
  ]);
  expect(lines(tableOf(show({ data: meetings }, "approval-phases")))).toEqual([
    "header: Phase | Date",
    "body: Cabinet approval | 11/11/2014",
  ]);
  expect(lines(tableOf(show({}, "file-location")))[2]).toBe(
    "body: 1.1 | content/test/paper tag on release test/paper/v1.1 | 27/10/2014",
  );
});

test("a house that prints names of issues and no changes prints what changed of a version without a name", () => {
  const history = `
history:
  - { version: 1.0, date: 2014-10-24, author: AC, name: 1st issue, change: First }
  - { version: 1.1, date: 2014-10-27, author: SR, change: Comments from *Finance* }
`;
  const named = ["{ column: version, label: Version }", "{ column: name, label: Name }"];
  const rows = (versionColumns: readonly string[]) =>
    lines(tableOf(show({ history, versionColumns }, "version-history"))).slice(2);
  expect(rows(named)).toEqual(["body: 1.0 | 1st issue", "body: 1.1 | Comments from *Finance*"]);
  expect(rows([...named, "{ column: change, label: Change }"])).toEqual([
    "body: 1.0 | 1st issue | First",
    "body: 1.1 | – | Comments from *Finance*",
  ]);
});

test("sign-off prints lines to sign on until there is a date", () => {
  const front = `
kind: obc
title: A test
version: 1.0
status: approved
date: 2014-02-14
authors: [sr]
owners: [ac]
classification: public
sign-off:
  - { organisation: ccg, person: ac, date: 2014-02-03 }
  - { organisation: Health and Wellbeing Board, by: Chair, position: Chair }
`;
  const shown = show({ front }, "authorisation");
  expect(shown.blocks).toMatchObject([
    {
      type: "sign-off",
      fields: [
        { label: "Signed on behalf of", value: "Clinical Commissioning Group" },
        { label: "By", value: "Director" },
        { label: "Date", value: "3 February 2014" },
      ],
    },
    {
      fields: [
        { label: "Signed on behalf of", value: "Health and Wellbeing Board" },
        { label: "By", value: "Chair" },
        { label: "Signature" },
        { label: "Date" },
      ],
    },
  ]);
  expect(shown.findings.map((f) => f.split(":")[0])).toEqual(["control/unsigned"]);
});

test("a sign-off that has lapsed has a line to sign on, and its approval is what the author is told of", () => {
  const front = `
kind: obc
title: A test
version: 1.0
status: approved
date: 2014-02-14
authors: [sr]
owners: [ac]
classification: public
sign-off:
  - { organisation: ccg, person: ac }
`;
  const { model } = modelOf({ front });
  const { value } = control(model, "paper");
  const shown = show({ front }, "authorisation", {}, { control: { ...value, signatures: [{ lapsed: true }] } });
  expect(shown.blocks).toMatchObject([{ fields: [{}, { value: "Director" }, { label: "Signature" }, {}] }]);
  expect(shown.findings).toEqual([]);
});

test("a Better Care Fund plan prints its details and the pooled budget year by year", () => {
  const front = `
kind: bcf-plan
title: A plan
version: 1.0
status: draft
date: 2014-02-14
authors: [sr]
owners: [ac]
classification: public
year: 2014/15
plan:
  local-authority: pcc
  clinical-commissioning-groups: [ccg]
  boundaries: No significant boundary issues
  date-agreed: 2014-02-13
  date-submitted: 2014-02-14
`;
  const data = `
tables:
  pooled-budget:
    title: Pooled budget
    columns: { value: text, 2014/15: £, 2015/16: £ }
    rows:
      - { id: minimum, value: Minimum, 2014/15: 5700000, 2015/16: 19532000 }
      - { id: agreed, value: Agreed, 2014/15: 5700000, 2015/16: 19532000 }
`;
  const table = tableOf(show({ front, data }, "plan-details"));
  expect(lines(table)).toEqual([
    "body: →2 Local authority | Plymouth City Council",
    "body: →2 Clinical commissioning groups | Clinical Commissioning Group",
    "body: →2 Boundary differences | No significant boundary issues",
    "body: →2 Date agreed at Health and Wellbeing Board | 13 February 2014",
    "body: →2 Date submitted | 14 February 2014 (draft)",
    "body: ↓2 Minimum required value of pooled budget | 2014/15 | £5,700,000",
    "body: 2015/16 | £19,532,000",
    "body: ↓2 Total agreed value of pooled budget | 2014/15 | £5,700,000",
    "body: 2015/16 | £19,532,000",
  ]);
  expect(isWhole(table)).toBe(true);
});

test("the cover says who, what, which version and when", () => {
  expect(show({}, "cover").blocks[0]).toMatchObject({
    type: "cover",
    kind: "Outline business case",
    title: "A test",
    facts: [
      { label: "Programme", value: "Test programme" },
      { label: "Version", value: "1.1" },
      { label: "Status", value: "For approval" },
      { label: "Date", value: "27 October 2014" },
      { label: "Owner", value: "Director" },
    ],
  });
});
