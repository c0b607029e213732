import { expect, test } from "vitest";
import type { Block } from "../../../src/document/document.ts";
import { isWhole, lines, show, tableOf, words } from "./story.ts";

const front = `
kind: obc
title: A test
version: 1.0
status: for approval
date: 2026-03-02
authors: [sr]
owners: [ac]
classification: public
`;
const house = `
route:
  publication: 5 clear working days
  submission: 7 working days before the meeting
  submission-time: "10:00"
  decision: 2 working days
  call-in: 5 working days
`;
const data = `
boards:
  cabinet: { name: Cabinet, organisation: pcc, public: true, call-in: true }
meetings:
  board: { date: 2026-03-10, organisation: ccg, body: Board, purpose: support }
  cabinet:
    date: 2026-04-09
    board: cabinet
    purpose: approval
    item: "7"
    asks: Approve the outline case
    key-decision: { reference: K/12 }
    exempt: { paragraphs: [3, 5], reason: Prices of bidders }
    notice: 2026-03-01
  council: { date: 2026-05, organisation: pcc, body: Council, purpose: decision, public: true }
milestones:
  decision: { title: Cabinet decides, meeting: cabinet, group: Decisions }
  tender: { title: Tender, when: 2026-05 to 2026-06, after: cabinet, group: Contract }
`;
const story = { front, house, data };
const spaced = (text: string) => text.replaceAll("\u00a0", " ");
const notes = (table: { readonly notes: readonly Block[] }) => table.notes.map((n) => words([n]));

test("the route prints each step with the days that were counted", () => {
  const table = tableOf(show(story, "route"));
  expect(lines(table).map(spaced)).toEqual([
    "header: Step | Date | How it is counted",
    "body: Notice of the key decision, in part private | Wed 11/03/2026 done 01/03/2026 | 28 clear days before the meeting: Thu 12 Mar to Wed 8 Apr.",
    "body: Papers to committee services | Fri 27/03/2026 by 10:00 | 7 working days before the meeting: Fri 27, Mon 30, Tue 31 Mar, Wed 1, Thu 2, Tue 7 and Wed 8 Apr. Left out: Sat 28, Sun 29 Mar, Sat 4 and Sun 5 Apr; Fri 3 Apr (Good Friday); Mon 6 Apr (Easter Monday).",
    "body: Agenda and reports published | Mon 30/03/2026 | 5 clear working days before the meeting: Tue 31 Mar, Wed 1, Thu 2, Tue 7 and Wed 8 Apr. Left out: Sat 4 and Sun 5 Apr; Fri 3 Apr (Good Friday); Mon 6 Apr (Easter Monday).",
    "body: Cabinet | Thu 09/04/2026 | Approval, item 7",
    "body: Decision published | Mon 13/04/2026 | 2 working days after the meeting: Fri 10 and Mon 13 Apr. Left out: Sat 11 and Sun 12 Apr.",
    "body: Decision can be called in | Tue 14/04/2026 to Mon 20/04/2026 | 5 working days after publication of the decision: Tue 14, Wed 15, Thu 16, Fri 17 and Mon 20 Apr. Left out: Sat 18 and Sun 19 Apr.",
    "body: Decision takes effect | Tue 21/04/2026 | The day after call-in ends",
  ]);
  expect(table.control).toBe(true);
  expect(isWhole(table)).toBe(true);
  expect(notes(table)).toEqual([
    "Clear days leave out both the day of the notice or publication and the day of the meeting. Working days leave out weekends and the bank holidays of England and Wales.",
  ]);
});

test("several meetings stand in parts, and one that is named is shown without deadlines too", () => {
  const both = tableOf(show(story, "route", { only: "board cabinet" }));
  expect(lines(both).filter((line) => line.startsWith("section"))).toEqual([
    "section: →3 Board, 10 March 2026",
    "section: →3 Cabinet, 9 April 2026",
  ]);
  expect(lines(both)[2]).toBe("body: Board | Tue 10/03/2026 | Support");
  expect(show({ front, data: "meetings: { b: { date: 2026-03-10, body: Board } }" }, "route").blocks).toEqual([]);
});

test("urgency, waived call-in and a decision published on its day are said", () => {
  const urgent = data.replace(
    "    notice: 2026-03-01\n",
    "    urgency: { rule: special urgency, reason: The grant lapses }\n    call-in: { waived: agreed by the chair of scrutiny }\n",
  );
  const table = tableOf(show({ front, data: urgent }, "route"));
  expect(lines(table).slice(3)).toEqual([
    "body: Decision published | Thu 09/04/2026 | On the day of the meeting, at the earliest",
    "body: Decision takes effect | Thu 09/04/2026 | Cannot be called in. Agreed by the chair of scrutiny",
  ]);
  expect(notes(table).join(" ")).toContain("Special urgency: The grant lapses");
});

test("the forward plan holds what is public, key or private, and says why it is private", () => {
  const table = tableOf(show(story, "forward-plan"));
  expect(lines(table).map(spaced)).toEqual([
    "header: Date | Body | Decision asked for | Key decision | Private | Notice by | Published by",
    "body: 09/04/2026 | Cabinet | Approve the outline case | Yes K/12 | In part: paragraphs 3 and 5 | 11/03/2026 | 30/03/2026",
    "body: May 2026 | Council | Decision | No | No | – | –",
  ]);
  expect(table.control).toBe(true);
  expect(notes(table)).toEqual([
    "Private under paragraphs 3 and 5 of Schedule 12A to the Local Government Act 1972: Prices of bidders",
  ]);
  const chosen = tableOf(
    show(story, "forward-plan", { columns: "meeting submission call-in effect", only: "cabinet" }),
  );
  expect(lines(chosen)).toEqual([
    "header: Body | Papers by | Call-in until | Takes effect",
    "body: Cabinet | 27/03/2026, 10:00 | 20/04/2026 | 21/04/2026",
  ]);
});

test("a timeline of meetings draws every step, and what waits for a decision", () => {
  const [exhibit] = show(story, "gantt", { of: "meetings" }).blocks;
  if (exhibit?.type !== "exhibit" || exhibit.content.type !== "gantt") throw new Error("no timeline");
  expect(exhibit.content.rows.map((r) => `${r.label} | ${r.text} | ${r.form}`)).toEqual([
    "Board | 10/03/2026 | point",
    "Cabinet: notice of the key decision, in part private | 11/03/2026 | point",
    "Cabinet: papers to committee services | 27/03/2026 | point",
    "Cabinet: agenda and reports published | 30/03/2026 | point",
    "Cabinet | 09/04/2026 | point",
    "Cabinet: decision published | 13/04/2026 | point",
    "Cabinet: decision can be called in | 14/04/2026 – 20/04/2026 | range",
    "Cabinet: decision takes effect | 21/04/2026 | point",
    "Council | May 2026 | range",
    "Tender | May 2026 – June 2026 | range",
  ]);
  expect(exhibit.alt).toMatch(/^A timeline of 10 steps from March 2026 to June 2026\. Board: 10\/03\/2026; /);
});

test("a milestone that is a meeting takes its date from the register, in table and timeline", () => {
  expect(lines(tableOf(show(story, "milestones")))).toEqual([
    "header: Milestone | Date",
    "body: Cabinet decides | 09/04/2026",
    "body: Tender | May 2026 – June 2026",
  ]);
  const [exhibit] = show(story, "gantt").blocks;
  if (exhibit?.type !== "exhibit" || exhibit.content.type !== "gantt") throw new Error("no timeline");
  expect(exhibit.content.rows.map((r) => [r.group, r.label, r.text])).toEqual([
    ["Decisions", "Cabinet decides", "09/04/2026"],
    ["Contract", "Tender", "May 2026 – June 2026"],
  ]);
});

test("a timeline of something else is a finding", () => {
  expect(show(story, "gantt", { of: "risks" }).findings[0]).toMatch(/^register\/unknown-value/);
});

test("the title block and the record print ranges, vague dates and purposes as they are written", () => {
  const mixed = `
meetings:
  panel: { date: 2026-11-06 to 2026-11-07, organisation: pcc, body: Panel, purpose: views, title-block: true, phase: Scrutiny }
  board: { date: end of 2026-11, organisation: ccg, body: Board, purpose: support, title-block: true, phase: Support }
  seminar: { date: 2026-11-05, organisation: pcc, body: Seminar }
`;
  const block = lines(tableOf(show({ front, data: mixed, columns: 2 }, "title-block")));
  expect(block.slice(-2)).toEqual([
    "body: Date of Panel | 6–7 November 2026",
    "body: Date of Board | End of November 2026",
  ]);
  expect(lines(tableOf(show({ front, data: mixed }, "review-and-approval"))).slice(2)).toEqual([
    "body: 05/11/2026 | PCC | Seminar",
    "body: 06/11/2026 – 07/11/2026 | PCC | Panel (views)",
    "body: End of November 2026 | CCG | Board (support)",
  ]);
});
