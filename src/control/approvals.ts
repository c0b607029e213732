// The review and approval table: meetings of the governance route, judged on the day the document bears, and what is recorded of them.
import { positive } from "../../schemas/approvals.ts";
import { readWhen } from "../../schemas/scalars.ts";
import type { DocumentModel } from "../compute/model.ts";
import { byTime } from "../days.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import type { ApprovalRow } from "./control.ts";
import type { Recorded } from "./records.ts";
import { statusFacts } from "./status.ts";
import { bareVersion } from "./versions.ts";

type CaseDocument = DocumentModel["document"];
type Meeting = NonNullable<CaseDocument["registers"]["data"]["meetings"]>[string];
type Organisations = Readonly<Record<string, { readonly name: string; readonly short?: string | undefined }>>;

/** Rows in order of date: each meeting with its recorded decision, and decisions that belong to no meeting of the route. */
export function approvals(
  document: CaseDocument,
  organisations: Organisations,
  records: readonly Recorded[],
): Result<readonly ApprovalRow[]> {
  const diagnostics: Diagnostic[] = [];
  const meetings = routeOf(document);
  const used = new Set<Recorded>();
  const rows = meetings.map(([id, meeting]) => {
    // What was put off and decided later is printed twice; the meeting's row is the decision.
    const recorded = records.findLast((r) => r.record.meeting === id);
    if (recorded) used.add(recorded);
    return meetingRow(document, organisations, id, meeting, recorded, diagnostics);
  });
  const others = records.filter((r) => !used.has(r)).map((r) => recordRow(document, organisations, r));
  const decided =
    meetings.some(([, m]) => positive.has(m.outcome ?? "")) ||
    records.some((r) => positive.has(r.record.outcome) && !r.replaced);
  if (statusFacts(document.front.status).approved && meetings.length + records.length > 0 && !decided)
    diagnostics.push(
      report("control/approved-without-decision", document.frontPlaces.value(["status"]) ?? document.opening, {}),
    );
  return { value: [...rows, ...others].sort(byDate), diagnostics };
}

type Dated = Pick<ApprovalRow, "start" | "end" | "written">;

/** Sorts by date; the end of a month stands after the days of its first weeks. */
export function byDate(a: Dated, b: Dated): number {
  return byTime(readWhen(a.written) ?? a, readWhen(b.written) ?? b);
}

/** Meetings that concern the document. */
export function routeOf(document: CaseDocument): readonly (readonly [string, Meeting])[] {
  return Object.entries(document.registers.data.meetings ?? {}).filter(
    ([, meeting]) => !meeting.documents || meeting.documents.includes(document.id),
  );
}

/** A meeting's words in tables. */
export function meetingTitle(document: CaseDocument, id: string, meeting: Meeting): string {
  const board = meeting.board === undefined ? undefined : document.registers.data.boards?.[meeting.board];
  return meeting.body ?? board?.name ?? meeting.label ?? id;
}

function meetingRow(
  document: CaseDocument,
  organisations: Organisations,
  id: string,
  meeting: Meeting,
  recorded: Recorded | undefined,
  diagnostics: Diagnostic[],
): ApprovalRow {
  const board = meeting.board === undefined ? undefined : document.registers.data.boards?.[meeting.board];
  const origin = document.registers.places.key(["meetings", id]);
  const { start, end, written } = heldOn(meeting, recorded);
  const typed = meeting.held === true || meeting.outcome !== undefined;
  const past = end < document.front.date || (typed && end === document.front.date);
  // A recorded decision was taken, whatever day the document bears.
  const state = recorded ? "held" : !past ? "planned" : typed ? "held" : "overdue";
  const title = meetingTitle(document, id, meeting);
  if (state === "overdue")
    diagnostics.push(
      report("control/meeting-overdue", document.registers.places.value(["meetings", id, "date"]) ?? origin, {
        meeting: title,
        date: written,
      }),
    );
  const owners = meeting.organisation === undefined ? (board?.organisation ?? []) : [meeting.organisation];
  return {
    id,
    start,
    end,
    written,
    organisation: named(organisations, owners),
    meeting: title,
    purpose: meeting.purpose ?? "",
    state,
    ...decision(recorded, state === "held" ? (meeting.outcome ?? "") : "", meeting.reference ?? ""),
    phase: meeting.phase ?? "",
    ...(origin ? { origin } : {}),
  };
}

/** The day of the decision, where it was taken on another than was planned. */
export function heldOn(
  { date }: Meeting,
  recorded: Recorded | undefined,
): Pick<ApprovalRow, "start" | "end" | "written"> {
  const day = recorded?.record.date;
  return day === undefined || (date.start <= day && day <= date.end) ? date : { start: day, end: day, written: day };
}

function recordRow(document: CaseDocument, organisations: Organisations, recorded: Recorded): ApprovalRow {
  const { record, body, origin } = recorded;
  const board = record.board === undefined ? undefined : document.registers.data.boards?.[record.board];
  // A meeting that put off its decision was asked for the same as the one that took it.
  const { meetings } = document.registers.data;
  const meeting = record.meeting === undefined ? undefined : meetings?.[record.meeting];
  const owners = meeting?.organisation === undefined ? (board?.organisation ?? []) : [meeting.organisation];
  return {
    id: recorded.id,
    start: record.date,
    end: record.date,
    written: record.date,
    organisation: named(organisations, owners),
    meeting: body,
    purpose: meeting?.purpose ?? "",
    ...(meeting ? { further: true } : {}),
    state: "held",
    ...decision(recorded, "", ""),
    phase: "",
    ...(origin ? { origin } : {}),
  };
}

type Decision = Pick<ApprovalRow, "outcome" | "version" | "reference" | "conditions" | "standing">;

function decision(recorded: Recorded | undefined, outcome: string, reference: string): Decision {
  if (!recorded) return { outcome, version: "", reference, conditions: "" };
  const { record, standing } = recorded;
  return {
    outcome: record.outcome,
    version: bareVersion(record.version),
    reference: record.reference ?? reference,
    conditions: record.conditions ?? "",
    ...(standing ? { standing } : {}),
  };
}

function named(organisations: Organisations, ids: readonly string[]): string {
  return ids.map((id) => organisations[id]?.short ?? organisations[id]?.name ?? id).join(" and ");
}
