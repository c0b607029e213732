// Meetings: what is still to be done for those ahead, and the record of review and approval.
import type { Meeting, Paper, Step } from "../../schemas/papers.ts";
import { wideTable } from "./frame.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { part } from "./parts.ts";
import { capital, date, weekDate } from "./words.ts";

/** Meetings that were ahead on the day the document bears, with the days to act by and how they were counted. */
export function ahead(paper: Paper): Element {
  const next = paper.meetings.filter(({ state }) => state === "planned");
  const when = [date(paper.date), ", the date of this version."];
  const words = next.length === 0 ? "No meeting was still ahead on " : "As planned on ";
  return part("ahead", "Meetings ahead", h("p", { class: "quiet" }, words, ...when), next.map(upcoming));
}

function upcoming(meeting: Meeting, at: number): Element {
  const { notes, steps } = meeting;
  const id = `meeting-${at + 1}`;
  const others = steps.filter(({ kind }) => kind !== "meeting");
  return h(
    "section",
    { class: "meeting", "aria-labelledby": id },
    h("h3", { id }, named(meeting), ", ", date(meeting.date)),
    [agenda(meeting), ...notes].filter((words) => words !== "").map((words) => h("p", {}, words)),
    others.length === 0
      ? undefined
      : h(
          "dl",
          {},
          others.map((step) => h("div", {}, h("dt", {}, step.what), h("dd", {}, days(step)))),
        ),
  );
}

function named({ meeting, organisation }: Meeting): string {
  return organisation === "" || meeting.includes(organisation) ? meeting : `${meeting}, ${organisation}`;
}

/** "Item 7, for approval." */
function agenda({ item, purpose }: Meeting): string {
  const words = [...(item === undefined ? [] : [`item ${item}`]), ...(purpose === "" ? [] : [`for ${purpose}`])].join(
    ", ",
  );
  return words === "" ? "" : `${capital(words)}.`;
}

const byDay: ReadonlySet<Step["kind"]> = new Set(["notice", "submission", "publication"]);

/** The day to act by, or the days that a time runs, and how they were counted. */
function days({ kind, from, to, time, recorded, count }: Step): readonly Markup[] {
  const day: readonly Markup[] = from === to ? [weekDate(to)] : [weekDate(from), " to ", weekDate(to)];
  return [
    ...(byDay.has(kind) ? ["By "] : []),
    ...day,
    ...(time === undefined ? [] : [`, ${time}`]),
    ...(recorded === undefined || recorded === to ? [] : ["; recorded on ", weekDate(recorded)]),
    ...(count === undefined ? [] : [h("br", {}), h("span", { class: "quiet" }, capital(count))]),
  ];
}

const stateWords: Readonly<Record<Meeting["state"], string>> = {
  planned: "Planned",
  held: "Held",
  overdue: "No record that it took place",
};

/** Review and approval, as the document's own table has it. */
export function record(paper: Paper): Element {
  const rows = paper.meetings.map((row) => [
    named(row),
    date(row.date),
    row.purpose === "" ? "not recorded" : capital(row.purpose),
    outcome(row),
  ]);
  const columns = ["Body", "Date", "Purpose", "Outcome"];
  return part(
    "record",
    "Review and approval",
    wideTable("record-table", "Who has seen it and what they said", columns, rows),
  );
}

function outcome({ state, outcome, conditions }: Meeting): Markup {
  const words = outcome === "" ? stateWords[state] : capital(outcome);
  if (conditions === undefined) return words;
  return h("div", {}, h("p", {}, words), h("p", {}, `Conditions: ${conditions}`));
}
