import { describe, expect, test } from "vitest";
import { control } from "../../../src/control/fill.ts";
import type { RouteMeeting } from "../../../src/control/route.ts";
import { modelOf, type Story } from "../compose-views/story.ts";

const front = (date: string) => `
kind: obc
title: A test
version: 0.1
status: draft
date: ${date}
authors: [sr]
owners: [ac]
classification: public
reference: T-1
reviewers: [ac]
`;

const house = (...lines: readonly string[]) => `route:\n${lines.map((line) => `  ${line}\n`).join("")}`;
const working = house(
  "publication: 5 clear working days",
  "submission: 7 working days before the meeting",
  'submission-time: "10:00"',
  "decision: 2 working days",
  "call-in: 5 working days",
);

function routed(date: string, data: string, more: Partial<Story> = {}) {
  const { model, diagnostics } = modelOf({ front: front(date), data, ...more });
  expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  const { value, diagnostics: found } = control(model, "paper");
  const messages = found
    .filter((d) => !d.code.startsWith("control/not-recorded"))
    .map((d) => `${d.code}: ${d.message}`);
  return { route: value.route, messages };
}

const days = (meeting: RouteMeeting | undefined) =>
  meeting?.steps.map(({ kind, from, to }) => `${kind} ${from === to ? to : `${from} to ${to}`}`);

describe("the days that follow from a meeting", () => {
  test("a public key decision, by the rules of the house", () => {
    const data =
      "meetings: { c: { date: 2026-12-08, body: Cabinet, purpose: approval, key-decision: { reference: K1 }, notice: 2026-11-06 } }";
    const { route, messages } = routed("2026-11-09", data, { house: working });
    expect(messages).toEqual([]);
    expect(days(route[0])).toEqual([
      "notice 2026-11-09",
      "submission 2026-11-27",
      "publication 2026-11-30",
      "meeting 2026-12-08",
      "decision 2026-12-10",
      "call-in 2026-12-11 to 2026-12-17",
      "effect 2026-12-18",
    ]);
    expect(route[0]?.steps[1]).toMatchObject({ time: "10:00", count: { words: "7 working days" } });
    expect(route[0]?.steps[0]?.recorded).toBe("2026-11-06");
    expect(route[0]?.steps[2]?.count?.days).toEqual([
      "2026-12-01",
      "2026-12-02",
      "2026-12-03",
      "2026-12-04",
      "2026-12-07",
    ]);
  });

  test("without a word of the house the law of England holds, and a decision is published on its day", () => {
    const data =
      "boards: { cabinet: { name: Cabinet, public: true, call-in: true } }\nmeetings: { c: { date: 2026-12-08, board: cabinet, purpose: decision } }";
    expect(days(routed("2026-11-09", data).route[0])).toEqual([
      "publication 2026-12-02",
      "meeting 2026-12-08",
      "decision 2026-12-08",
      "call-in 2026-12-09 to 2026-12-15",
      "effect 2026-12-16",
    ]);
  });

  test("bank holidays and days on which the house is closed are no working days", () => {
    const data = "meetings: { c: { date: 2027-01-05, body: Cabinet, public: true } }";
    const closed = house(
      "publication: 5 clear working days",
      "closed: [{ days: 2026-12-29 to 2026-12-31, reason: Christmas closure }]",
    );
    const step = routed("2026-11-09", data, { house: closed }).route[0]?.steps[0];
    expect(step?.to).toBe("2026-12-18");
    expect(step?.count?.leftOut.filter(({ why }) => !["Saturday", "Sunday"].includes(why))).toEqual([
      { day: "2026-12-25", why: "Christmas Day" },
      { day: "2026-12-28", why: "Boxing Day (substitute day)" },
      { day: "2026-12-29", why: "Christmas closure" },
      { day: "2026-12-30", why: "Christmas closure" },
      { day: "2026-12-31", why: "Christmas closure" },
      { day: "2027-01-01", why: "New Year’s Day" },
    ]);
  });

  test("papers may be due before publication", () => {
    const data = "meetings: { c: { date: 2026-12-08, body: Cabinet, public: true } }";
    const rules = house("publication: 5 clear working days", "submission: 2 working days before publication");
    expect(days(routed("2026-11-09", data, { house: rules }).route[0])).toEqual([
      "submission 2026-11-26",
      "publication 2026-11-30",
      "meeting 2026-12-08",
    ]);
  });

  test.each([
    [
      "a meeting that is not public has no deadlines",
      "{ date: 2026-12-08, body: CMT, purpose: approval }",
      ["meeting 2026-12-08"],
    ],
    ["a meeting known by its month is not counted from", "{ date: 2026-12, body: Cabinet, public: true }", []],
    [
      "a panel of two days is counted from the first",
      "{ date: 2026-12-08 to 2026-12-09, body: Panel, public: true }",
      ["publication 2026-12-02", "meeting 2026-12-08 to 2026-12-09"],
    ],
    [
      "a decision that cannot be called in takes effect when it is published",
      "{ date: 2026-12-08, body: Cabinet, public: false, purpose: decision, notice: 2026-11-01, key-decision: { reference: K }, decision-published: 2026-12-10, call-in: { waived: Urgent } }",
      ["notice 2026-11-09", "meeting 2026-12-08", "decision 2026-12-10", "effect 2026-12-10"],
    ],
    [
      "nothing follows from a decision that was put off",
      "{ date: 2026-12-08, body: Cabinet, public: false, purpose: decision, notice: 2026-11-01, key-decision: { reference: K }, outcome: deferred }",
      ["notice 2026-11-09", "meeting 2026-12-08"],
    ],
    [
      "special urgency needs no notice",
      "{ date: 2026-12-08, body: Cabinet, public: false, exempt: { paragraphs: 3, reason: Prices }, urgency: { rule: special urgency, reason: Flood } }",
      ["meeting 2026-12-08"],
    ],
    [
      "the general exception asks for five clear days",
      "{ date: 2026-12-08, body: Cabinet, public: false, exempt: { paragraphs: 3, reason: Prices }, notice: 2026-12-02, urgency: { rule: general exception, reason: Flood } }",
      ["notice 2026-12-02", "meeting 2026-12-08"],
    ],
  ])("%s", (_, meeting, expected) => {
    const { route, messages } = routed("2026-11-09", `meetings: { c: ${meeting} }`);
    expect(days(route[0])).toEqual(expected);
    expect(messages).toEqual([]);
  });
});

describe("what stands in the way", () => {
  const cabinet = (more: string) => `meetings: { c: { date: 2026-12-08, body: Cabinet, ${more} } }`;

  test.each<[string, string, string, readonly string[]]>([
    [
      "a deadline that has passed",
      "2026-12-01",
      cabinet("public: true"),
      [
        "control/deadline-passed: The papers for Cabinet on 2026-12-08 were due by 2026-11-27 (7 working days), before the date of this document, 2026-12-01.",
        "control/deadline-passed: Agenda and reports for Cabinet on 2026-12-08 were due by 2026-11-30 (5 clear working days), before the date of this document, 2026-12-01.",
      ],
    ],
    [
      "papers that were in time",
      "2026-12-01",
      cabinet("public: true, submitted: 2026-11-27, published: 2026-11-30"),
      [],
    ],
    ["the day of the deadline itself", "2026-11-27", cabinet("public: true"), []],
    [
      "papers that were late",
      "2026-12-02",
      cabinet("public: true, submitted: 2026-11-30, published: 2026-12-01"),
      [
        "control/deadline-missed: The papers for Cabinet on 2026-12-08 reached committee services on 2026-11-30, after the last day for it, 2026-11-27 (7 working days).",
        "control/deadline-missed: Agenda and reports for Cabinet on 2026-12-08 were published on 2026-12-01, after the last day for it, 2026-11-30 (5 clear working days).",
      ],
    ],
    ["a meeting that was held", "2027-01-12", cabinet("public: true, held: true"), []],
    [
      "short notice",
      "2026-11-12",
      cabinet("key-decision: { reference: K }, notice: 2026-11-12"),
      [
        "control/notice-short: Notice of the key decision of Cabinet on 2026-12-08 was given on 2026-11-12; with 28 clear days it was due by 2026-11-09.",
      ],
    ],
    [
      "notice too short for the general exception",
      "2026-11-27",
      cabinet(
        "key-decision: { reference: K }, notice: 2026-12-03, urgency: { rule: general exception, reason: Flood }",
      ),
      [
        "control/notice-short: Notice of the key decision of Cabinet on 2026-12-08 was given on 2026-12-03; with 5 clear days it was due by 2026-12-02.",
      ],
    ],
    [
      "an item in private without notice",
      "2026-11-12",
      cabinet("exempt: { paragraphs: [3], reason: Prices }"),
      [
        "control/notice-not-given: Nothing says that notice of the item in private of Cabinet on 2026-12-08 was given; with 28 clear days it was due by 2026-11-09, before the date of this document, 2026-11-12.",
      ],
    ],
    ["notice that can still be given", "2026-11-09", cabinet("exempt: { paragraphs: [3], reason: Prices }"), []],
    [
      "a key decision that the forward plan does not know",
      "2026-11-02",
      cabinet("key-decision: {}"),
      [
        "control/key-decision-reference: The key decision of Cabinet on 2026-12-08 has no reference in the forward plan.",
      ],
    ],
    [
      "a bank holiday",
      "2026-11-02",
      "meetings: { c: { date: 2026-12-25, body: Cabinet } }",
      ["control/meeting-on-closed-day: Cabinet is planned for 2026-12-25, which is no working day (Christmas Day)."],
    ],
    [
      "a Sunday",
      "2026-11-02",
      "meetings: { c: { date: 2026-12-06, body: Cabinet } }",
      ["control/meeting-on-closed-day: Cabinet is planned for 2026-12-06, which is a Sunday."],
    ],
    [
      "a Sunday on which somebody did meet",
      "2026-12-07",
      "meetings: { c: { date: 2026-12-06, body: Cabinet, held: true } }",
      [],
    ],
    [
      "a year that the calendar does not hold",
      "2028-11-01",
      "meetings: { c: { date: 2029-01-09, body: Cabinet, public: true } }",
      [
        "control/calendar-years: Working days for Cabinet run into 2029, and the calendar of England and Wales holds no bank holidays of that year.",
      ],
    ],
  ])("%s", (_, date, data, expected) => {
    expect(routed(date, data, { house: working }).messages).toEqual(expected);
  });

  test("calendar days need no calendar", () => {
    const data = "meetings: { c: { date: 2035-01-09, body: Cabinet, public: true } }";
    expect(routed("2034-11-01", data).messages).toEqual([]);
  });

  const decision =
    "meetings: { c: { date: 2026-12-08, body: Cabinet, purpose: decision, key-decision: { reference: K }, notice: 2026-11-06 } }";
  const milestone = (entry: string) => `${decision}\nmilestones: { m: { title: Start, ${entry} } }`;
  const early =
    "control/milestone-before-decision: The milestone m (WHEN) waits for the decision of Cabinet, which can be called in until 2026-12-15.";

  test.each<[string, readonly string[]]>([
    ["when: 2026-12-15, after: c", [early.replace("WHEN", "2026-12-15")]],
    ["when: 2026-12-16, after: c", []],
    ["when: 2026-11, after: c", [early.replace("WHEN", "2026-11")]],
    // A month in which the decision takes effect may mean a day after it.
    ["when: 2026-12, after: c", []],
    ["when: early 2026-12, after: c", []],
    ["when: 2026-12-01 to 2027-03-31, after: c", [early.replace("WHEN", "2026-12-01 to 2027-03-31")]],
    ["when: 2026-11 to 2027-03, after: c", []],
    ["when: 2026-12-15", []],
    ["meeting: c", []],
    ["when: 2026-12-08, meeting: c", []],
    ["when: end of 2026-12, meeting: c", []],
    [
      "when: 2026-12-09, meeting: c",
      [
        "control/milestone-differs: The milestone m is dated 2026-12-09, but it is the meeting c, which is on 2026-12-08.",
      ],
    ],
  ])("a milestone with %s", (entry, expected) => {
    expect(routed("2026-11-09", milestone(entry)).messages).toEqual(expected);
  });

  test("without call-in a milestone waits for the meeting itself", () => {
    const data =
      "meetings: { c: { date: 2026-12-08, body: Board } }\nmilestones: { m: { title: Start, when: 2026-12-07, after: c } }";
    expect(routed("2026-11-09", data).messages).toEqual([
      "control/milestone-before-decision: The milestone m (2026-12-07) waits for the decision of Board, which meets on 2026-12-08.",
    ]);
  });

  test("an entry with mistakes is not judged by what was left out of it", () => {
    const data = cabinet("public: true, key-decision: { reference: K }, urgency: { rule: none }, notice: 2026-12-01");
    const { model, diagnostics } = modelOf({ front: front("2026-12-02"), data });
    expect(diagnostics.map((d) => d.code)).toContain("yaml/wrong-value");
    expect(control(model, "paper").diagnostics.map((d) => d.code)).toEqual([]);
  });
});

describe("a recorded decision", () => {
  const record = (outcome: string, date: string) => `
meetings: { c: { date: 2026-12-08, body: Cabinet, purpose: decision, public: true, key-decision: { reference: K }, notice: 2026-11-06 } }
milestones: { m: { title: Start, when: 2026-12-15, after: c } }
approvals:
  a:
    document: paper
    version: 0.1
    body: Cabinet
    meeting: c
    outcome: ${outcome}
    date: ${date}
    recorded-by: SR
    content: sha256:${"0".repeat(64)}
    seal: ${"0".repeat(16)}
`;

  test("says that the meeting took place, and on which day it was taken", () => {
    const { route, messages } = routed("2026-12-04", record("approved", "2026-12-10"));
    expect(days(route[0])).toEqual([
      "notice 2026-11-11",
      "publication 2026-12-04",
      "meeting 2026-12-10",
      "decision 2026-12-10",
      "call-in 2026-12-11 to 2026-12-17",
      "effect 2026-12-18",
    ]);
    expect(messages.filter((m) => /deadline|milestone/.test(m))).toEqual([
      "control/milestone-before-decision: The milestone m (2026-12-15) waits for the decision of Cabinet, which can be called in until 2026-12-17.",
    ]);
  });

  test("has no effect when it was put off", () => {
    const { route } = routed("2026-12-11", record("deferred", "2026-12-08"));
    expect(days(route[0])).toEqual(["notice 2026-11-09", "publication 2026-12-02", "meeting 2026-12-08"]);
  });
});
