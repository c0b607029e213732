// The route of a document to its decision: each meeting with the days that follow from it, and how they were counted.
import { type DayCount, dayCountWords } from "../../schemas/route.ts";
import type { DocumentModel } from "../compute/model.ts";
import { dayNumber, isoOf } from "../days.ts";
import type { Span } from "../source.ts";
import { byDate, heldOn, meetingTitle, routeOf } from "./approvals.ts";
import { type Counted, countBack, countForward } from "./counting.ts";
import type { Recorded } from "./records.ts";
import type { Rules } from "./rules.ts";

type CaseDocument = DocumentModel["document"];
type Meeting = NonNullable<CaseDocument["registers"]["data"]["meetings"]>[string];
type Organisations = Readonly<Record<string, { readonly name: string; readonly short?: string | undefined }>>;

/** A meeting of the document, in order of date. */
export interface RouteMeeting {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly written: string;
  readonly organisation: string;
  readonly meeting: string;
  readonly purpose: string;
  /** True where something says that it took place. */
  readonly held: boolean;
  readonly item?: string;
  /** Markdown. */
  readonly asks?: string;
  /** True where the rules on access to information hold. */
  readonly public: boolean;
  readonly keyDecision?: { readonly reference?: string };
  /** Paragraphs of Schedule 12A, and why; the reason is Markdown. */
  readonly exempt?: { readonly paragraphs: readonly number[]; readonly reason: string };
  readonly urgency?: { readonly rule: string; readonly reason: string };
  /** Why the decision cannot be called in, where it otherwise could. */
  readonly waived?: string;
  /** In order of time, the meeting among them; none where the date is not known to the day. */
  readonly steps: readonly RouteStep[];
  readonly origin?: Span;
}

export type StepKind = "notice" | "submission" | "publication" | "meeting" | "decision" | "call-in" | "effect";

export interface RouteStep {
  readonly kind: StepKind;
  /** ISO. The day to act by; of a meeting and of call-in, the first day. */
  readonly from: string;
  readonly to: string;
  /** The last day on which the rule is still kept; `to`, unless no working day lies between. */
  readonly last: string;
  /** Hour of the day, "10:00". */
  readonly time?: string;
  /** Absent for a day that was not counted. */
  readonly count?: StepCount;
  /** The day on which it was done. */
  readonly recorded?: string;
}

export interface StepCount {
  readonly rule: DayCount;
  /** "5 clear working days". */
  readonly words: string;
  /** What it was counted from, and which way. */
  readonly from:
    | "before the meeting"
    | "before publication"
    | "after the meeting"
    | "after publication of the decision";
  /** ISO, in the order of time. */
  readonly days: readonly string[];
  readonly leftOut: readonly { readonly day: string; readonly why: string }[];
}

/** Every meeting that concerns the document, with its steps; a recorded decision says when it was taken and what it was. */
export function meetingRoutes(
  document: CaseDocument,
  organisations: Organisations,
  rules: Rules,
  records: readonly Recorded[],
): readonly RouteMeeting[] {
  return routeOf(document)
    .map(([id, meeting]) => {
      const recorded = records.findLast((r) => r.record.meeting === id);
      return routeMeeting(document, organisations, rules, id, meeting, recorded);
    })
    .sort(byDate);
}

function boardOf(document: CaseDocument, { board }: Meeting) {
  const boards = document.registers.data.boards ?? {};
  return board !== undefined && Object.hasOwn(boards, board) ? boards[board] : undefined;
}

function routeMeeting(
  document: CaseDocument,
  organisations: Organisations,
  rules: Rules,
  id: string,
  meeting: Meeting,
  recorded: Recorded | undefined,
): RouteMeeting {
  const board = boardOf(document, meeting);
  const owners = meeting.organisation === undefined ? (board?.organisation ?? []) : [meeting.organisation];
  const key = meeting["key-decision"];
  const origin = document.registers.places.key(["meetings", id]);
  const isPublic = meeting.public ?? board?.public ?? (key !== undefined || meeting.exempt !== undefined);
  const outcome = recorded?.record.outcome ?? meeting.outcome;
  const canBeCalledIn = decides(meeting, outcome) && (board?.["call-in"] ?? key !== undefined);
  const { start, end, written } = heldOn(meeting, recorded);
  const moved = start !== meeting.date.start || end !== meeting.date.end;
  return {
    id,
    start,
    end,
    written,
    organisation: owners.map((o) => organisations[o]?.short ?? organisations[o]?.name ?? o).join(" and "),
    meeting: meetingTitle(document, id, meeting),
    purpose: meeting.purpose ?? "",
    held: recorded !== undefined || meeting.held === true || outcome !== undefined,
    ...(meeting.item === undefined ? {} : { item: meeting.item }),
    ...(meeting.asks === undefined ? {} : { asks: meeting.asks }),
    public: isPublic,
    ...(key ? { keyDecision: key.reference === undefined ? {} : { reference: key.reference } } : {}),
    ...(meeting.exempt ? { exempt: meeting.exempt } : {}),
    ...(meeting.urgency ? { urgency: meeting.urgency } : {}),
    ...(canBeCalledIn && meeting["call-in"] ? { waived: meeting["call-in"].waived } : {}),
    steps: moved || isExact(meeting) ? steps(meeting, { start, end }, rules, isPublic, canBeCalledIn) : [],
    ...(origin ? { origin } : {}),
  };
}

/** Whether a meeting takes a decision that has an effect. */
function decides({ purpose, "key-decision": key }: Meeting, outcome: string | undefined): boolean {
  if (outcome === "deferred" || outcome === "rejected" || outcome === "noted") return false;
  return purpose === "decision" || purpose === "approval" || (purpose === undefined && key !== undefined);
}

function isExact({ date }: Meeting): boolean {
  return date.startPrecision === "day" && date.endPrecision === "day" && date.part === undefined;
}

function steps(
  meeting: Meeting,
  { start, end }: Pick<RouteMeeting, "start" | "end">,
  rules: Rules,
  isPublic: boolean,
  canBeCalledIn: boolean,
): readonly RouteStep[] {
  const first = dayNumber(start);
  const before: RouteStep[] = [];
  const notice = noticeRule(meeting, rules);
  if (notice) before.push(deadline("notice", first, notice, "before the meeting", rules, meeting.notice));
  if (isPublic) {
    const published = deadline("publication", first, rules.publication, "before the meeting", rules, meeting.published);
    before.push(published);
    const { submission } = rules;
    if (submission) {
      const [from, event] =
        submission.before === "meeting"
          ? ([first, "before the meeting"] as const)
          : ([dayNumber(published.to), "before publication"] as const);
      const sent = deadline("submission", from, submission, event, rules, meeting.submitted);
      before.push(rules.submissionTime === undefined ? sent : { ...sent, time: rules.submissionTime });
    }
  }
  before.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const held: RouteStep = { kind: "meeting", from: start, to: end, last: end };
  return [...before, held, ...(canBeCalledIn ? afterwards(meeting, dayNumber(end), rules) : [])];
}

/** Notice of a key decision or of an item in private; none where urgency is agreed by the chair of scrutiny. */
function noticeRule(meeting: Meeting, rules: Rules): DayCount | undefined {
  if (!meeting["key-decision"] && !meeting.exempt) return undefined;
  if (meeting.urgency?.rule === "special urgency") return undefined;
  return meeting.urgency?.rule === "general exception" ? rules.exception : rules.notice;
}

function deadline(
  kind: StepKind,
  from: number,
  rule: DayCount,
  countedFrom: StepCount["from"],
  rules: Rules,
  recorded: string | undefined,
): RouteStep {
  const counted = countBack(from, rule, rules.closed);
  const day = isoOf(counted.day);
  return {
    kind,
    from: day,
    to: day,
    last: isoOf(counted.last),
    count: told(rule, countedFrom, counted),
    ...(recorded === undefined ? {} : { recorded }),
  };
}

/** Publication of the decision, the time in which it may be called in, and the first day after it. */
function afterwards(meeting: Meeting, met: number, rules: Rules): readonly RouteStep[] {
  const recorded = meeting["decision-published"];
  const planned = rules.decision && countForward(met, rules.decision, rules.closed);
  const published = recorded === undefined ? (planned?.day ?? met) : dayNumber(recorded);
  const day = isoOf(published);
  const decision: RouteStep = {
    kind: "decision",
    from: day,
    to: day,
    last: day,
    ...(recorded === undefined && rules.decision && planned
      ? { count: told(rules.decision, "after the meeting", planned) }
      : {}),
    ...(recorded === undefined ? {} : { recorded }),
  };
  if (meeting["call-in"]) return [decision, { kind: "effect", from: day, to: day, last: day }];
  const counted = countForward(published, rules.callIn, rules.closed);
  const first = counted.days[0] ?? published;
  const last = counted.days.at(-1) ?? published;
  const effect = isoOf(last + 1);
  return [
    decision,
    {
      kind: "call-in",
      from: isoOf(first),
      to: isoOf(last),
      last: isoOf(last),
      count: told(rules.callIn, "after publication of the decision", {
        ...counted,
        leftOut: counted.leftOut.filter((l) => l.day < last),
      }),
    },
    { kind: "effect", from: effect, to: effect, last: effect },
  ];
}

function told(rule: DayCount, from: StepCount["from"], { days, leftOut }: Counted): StepCount {
  return {
    rule,
    words: dayCountWords(rule),
    from,
    days: days.map(isoOf),
    leftOut: leftOut.map(({ day, why }) => ({ day: isoOf(day), why })),
  };
}
