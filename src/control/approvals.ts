// The governance route: meetings that concern the document, judged on the day the document bears.
import type { DocumentModel } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import type { ApprovalRow } from "./control.ts";
import { statusFacts } from "./status.ts";

type CaseDocument = DocumentModel["document"];
type Meeting = NonNullable<CaseDocument["registers"]["data"]["meetings"]>[string];
type Organisations = Readonly<Record<string, { readonly name: string; readonly short?: string | undefined }>>;

/** Rows in order of date; what happened after the document's date is still planned here. */
export function approvals(document: CaseDocument, organisations: Organisations): Result<readonly ApprovalRow[]> {
  const diagnostics: Diagnostic[] = [];
  const meetings = Object.entries(document.registers.data.meetings ?? {}).filter(
    ([, meeting]) => !meeting.documents || meeting.documents.includes(document.id),
  );
  const rows = meetings.map(([id, meeting]) => row(document, organisations, id, meeting, diagnostics));
  if (statusFacts(document.front.status).approved && meetings.length > 0 && !meetings.some(([, m]) => approves(m)))
    diagnostics.push(
      report("control/approved-without-decision", document.frontPlaces.value(["status"]) ?? document.opening, {}),
    );
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return { value: rows.sort((a, b) => byText(a.start, b.start) || byText(a.end, b.end)), diagnostics };
}

function approves(meeting: Meeting): boolean {
  return meeting.outcome === "approved" || meeting.outcome === "approved with conditions";
}

function row(
  document: CaseDocument,
  organisations: Organisations,
  id: string,
  meeting: Meeting,
  diagnostics: Diagnostic[],
): ApprovalRow {
  const board = meeting.board === undefined ? undefined : document.registers.data.boards?.[meeting.board];
  const origin = document.registers.places.key(["meetings", id]);
  const { start, end, written } = meeting.date;
  const recorded = meeting.held === true || meeting.outcome !== undefined;
  const past = end < document.front.date || (recorded && end === document.front.date);
  const state = !past ? "planned" : recorded ? "held" : "overdue";
  const title = meeting.body ?? board?.name ?? meeting.label ?? id;
  if (state === "overdue")
    diagnostics.push(
      report("control/meeting-overdue", document.registers.places.value(["meetings", id, "date"]) ?? origin, {
        meeting: title,
        date: written,
      }),
    );
  const owners = meeting.organisation === undefined ? (board?.organisation ?? []) : [meeting.organisation];
  return {
    start,
    end,
    written,
    organisation: owners.map((o) => organisations[o]?.short ?? organisations[o]?.name ?? o).join(" and "),
    meeting: title,
    purpose: meeting.purpose ?? "",
    state,
    outcome: state === "held" ? (meeting.outcome ?? "") : "",
    phase: meeting.phase ?? "",
    ...(origin ? { origin } : {}),
  };
}
