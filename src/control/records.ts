// Recorded approvals of a document, judged: which count, and whether the document still says what was approved.
import { type Outcome, positive } from "../../schemas/approvals.ts";
import type { DocumentModel } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Result } from "../result.ts";
import type { Span } from "../source.ts";
import type { Evidence, Standing } from "./evidence.ts";
import { statusFacts } from "./status.ts";
import { bareVersion, compareVersions } from "./versions.ts";

type CaseDocument = DocumentModel["document"];
export type Approval = NonNullable<CaseDocument["registers"]["data"]["approvals"]>[string];

/** A record that counts. */
export interface Recorded {
  readonly id: string;
  readonly record: Approval;
  /** The body as printed. */
  readonly body: string;
  /** A later decision of the same body takes its place. */
  readonly replaced: boolean;
  /** Of an approval that counts. */
  readonly standing?: Standing;
  readonly origin: Span | undefined;
}

/** A record names the folder that its document had when it was written. */
function isOf({ id, front }: CaseDocument, record: Pick<Approval, "document">): boolean {
  return record.document === id || (front.formerly?.includes(record.document) ?? false);
}

/** Records of a document with their ids, right or wrong, as they stand in the register. */
export function recordsOf(document: CaseDocument): readonly (readonly [string, Approval])[] {
  return Object.entries(document.registers.data.approvals ?? {}).filter(([, record]) => isOf(document, record));
}

/** Outcomes by which a body takes back what it said before; to note a report, or to support one, is no new decision. */
const decides: ReadonlySet<string> = new Set<Outcome>(["approved", "approved with conditions", "deferred", "rejected"]);

/** Records of this document, oldest first; wrong ones are reported and left out. `versions` are all that exist. */
export function recordedApprovals(
  document: CaseDocument,
  versions: readonly string[],
  evidence: Evidence,
): Result<readonly Recorded[]> {
  const { data, places } = document.registers;
  const diagnostics: Diagnostic[] = [];
  const counted: Omit<Recorded, "replaced">[] = [];
  for (const [id, record] of recordsOf(document)) {
    const at = (key: string): Span | undefined => places.value(["approvals", id, key]) ?? places.key(["approvals", id]);
    // What cannot be read of it is found already.
    if (document.registers.broken?.has(`approvals.${id}`)) continue;
    if (evidence.edited.has(id)) {
      diagnostics.push(report("control/approval-edited", places.key(["approvals", id]), { id }));
      continue;
    }
    const exists =
      versions.some((version) => compareVersions(version, record.version) === 0) || evidence.drafts?.has(id);
    if (!exists) {
      const near = nearest(bareVersion(record.version), versions.map(bareVersion));
      diagnostics.push(
        report("control/approval-version", at("version"), { version: record.version, document: document.id, near }),
      );
      continue;
    }
    const body = bodyOf(document, record);
    if (body === undefined) {
      const id = record.board ?? "";
      const close = nearest(id, Object.keys(data.boards ?? {}));
      diagnostics.push(report("register/unknown", at("board"), { id, register: "boards", nearest: close }));
      continue;
    }
    const twin = counted.find((c) => isTwin(c.record, record));
    if (twin) {
      const notes = twin.origin ? [{ message: "it was recorded here", span: twin.origin }] : [];
      diagnostics.push(
        report("control/approval-duplicate", places.key(["approvals", id]), { body, date: record.date }, { notes }),
      );
      continue;
    }
    counted.push({ id, record, body, origin: places.key(["approvals", id]) });
  }
  const byDate = counted.sort((a, b) => (a.record.date < b.record.date ? -1 : a.record.date > b.record.date ? 1 : 0));
  const judged = byDate.map((one, i) => {
    const replaced = byDate.slice(i + 1).some((later) => later.body === one.body && decides.has(later.record.outcome));
    const standing = evidence.approvals.get(one.id);
    const ranked = { ...one, replaced };
    return standing && counts(ranked) ? { ...ranked, standing } : ranked;
  });
  return { value: judged, diagnostics: [...diagnostics, ...judged.flatMap((one) => lapses(document, one))] };
}

/** An approval on which something rests still: no later decision of the body takes its place. */
function counts({ record, replaced }: Recorded): boolean {
  return !replaced && positive.has(record.outcome);
}

/** Approvals whose standing has to be known, whatever versions there are; of all others nobody asks. */
export function approvalsThatCount(document: CaseDocument, evidence: Evidence): readonly Recorded[] {
  const versions = Object.values(document.registers.data.approvals ?? {}).map((record) => record.version);
  return recordedApprovals(document, versions, evidence).value.filter(counts);
}

function bodyOf(document: CaseDocument, record: Approval): string | undefined {
  if (record.board === undefined) return record.body ?? record.meeting ?? "";
  return document.registers.data.boards?.[record.board]?.name;
}

type Decided = Pick<Approval, "date" | "board" | "body" | "version">;

/** Two records of one decision, where both are of one document. */
export function isTwin(a: Decided, b: Decided): boolean {
  return a.date === b.date && a.board === b.board && a.body === b.body && compareVersions(a.version, b.version) === 0;
}

/** What a changed document means depends on what it claims: approved is wrong, a later draft is what one expects. */
function lapses(document: CaseDocument, { body, record, standing, origin }: Recorded): readonly Diagnostic[] {
  if (!standing || standing.type === "holds") return [];
  const { front, frontPlaces, opening } = document;
  const version = bareVersion(record.version);
  const statusAt = frontPlaces.value(["status"]) ?? opening;
  const notes = { notes: origin ? [{ message: "the approval", span: origin }] : [] };
  if (standing.type === "unknown")
    return [report("control/approval-unknown", origin, { body, version, reason: standing.reason })];
  const details = { body, version, sections: standing.sections };
  if (statusFacts(front.status).approved) return [report("control/approved-but-changed", statusAt, details, notes)];
  const later = compareVersions(front.version, record.version) > 0;
  return later ? [] : [report("control/approval-lapsed", statusAt, details, notes)];
}
