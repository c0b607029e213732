// Control tables, filled from the record. Complete without git, and it says what it does not know.
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import { approvals } from "./approvals.ts";
import type { Control, Working } from "./control.ts";
import { type Evidence, noEvidence } from "./evidence.ts";
import { nameClash } from "./file-name.ts";
import { history } from "./history.ts";
import { inputsChanged } from "./inputs.ts";
import { gitLacks, location } from "./location.ts";
import { recordedApprovals } from "./records.ts";
import { meetingRoutes } from "./route.ts";
import { routeFindings } from "./route-findings.ts";
import { rulesOf } from "./rules.ts";
import { signatures } from "./signatures.ts";
import { statusFacts } from "./status.ts";
import { bareVersion, compareVersions } from "./versions.ts";

const none: Control = {
  history: [],
  approvals: [],
  signatures: [],
  route: [],
  location: { path: "", tag: "" },
  status: statusFacts("draft"),
  marks: {},
};

/** Everything a document's control tables and marks say; empty for an id the programme does not have. */
export function control(model: Model, documentId: string, evidence: Evidence = noEvidence): Result<Control> {
  const document = model.documents.get(documentId)?.document;
  if (!document) return { value: none, diagnostics: [] };
  const rows = history(model, document);
  const versions = [...rows.value.map((row) => row.version), ...document.history.map((row) => row.version)];
  const { organisations } = model.case.programme;
  const records = recordedApprovals(document, versions, evidence);
  const meetings = approvals(document, organisations, records.value);
  const signed = signatures(document, records.value);
  const rules = rulesOf(document);
  const route = meetingRoutes(document, organisations, rules, records.value);
  const status = statusFacts(document.front.status);
  const markings = [status.marking, document.front.marking?.text].filter((words) => words !== undefined);
  const working = workingOf(model, document, evidence);
  return {
    value: {
      history: rows.value,
      approvals: meetings.value,
      signatures: signed.value,
      route,
      location: location(model, document),
      status,
      marks: {
        ...(status.watermark === undefined ? {} : { watermark: status.watermark }),
        ...(markings.length > 0 ? { marking: markings.join(" · ") } : {}),
      },
      ...(working ? { working } : {}),
    },
    diagnostics: [
      ...rows.diagnostics,
      ...records.diagnostics,
      ...meetings.diagnostics,
      ...routeFindings(document, route, rules),
      ...signed.diagnostics,
      ...sinceRelease(model, document, evidence),
    ]
      .filter((found) => !leansOnBroken(found, document.broken))
      .concat(nameClash(model, document), gitLacks(model)),
  };
}

/** What a working build says of itself; undefined for a version that is recorded, committed and as it was released. */
function workingOf(model: Model, document: DocumentModel["document"], evidence: Evidence): Working | undefined {
  const uncommitted = inputsChanged(model, document);
  const changed = evidence.release?.type === "changed";
  if (!uncommitted && !changed && isRecorded(document)) return undefined;
  return { uncommitted, ...(evidence.touched === undefined ? {} : { commit: evidence.touched }) };
}

/** The version history has a row for the version in the front matter. */
export function isRecorded(document: DocumentModel["document"]): boolean {
  return document.history.some((row) => compareVersions(row.version, document.front.version) === 0);
}

function sinceRelease(model: Model, document: DocumentModel["document"], { release }: Evidence): readonly Diagnostic[] {
  if (release?.type !== "changed") return [];
  const { version } = document.front;
  const { tag } = location(model, document);
  const at = document.frontPlaces.value(["version"]) ?? document.opening;
  const details = { version: bareVersion(version), tag, sections: release.sections };
  return [report("control/changed-since-release", at, details)];
}

/** Findings about rows of the history alone; all others hold them against the front matter or each other. */
const ofRows = new Set(["control/unknown-author", "control/version-order", "control/tag-name", "control/tag-alone"]);

/** Where the front matter or a row could not be read, nobody can say whether the record agrees with it. */
function leansOnBroken(found: Diagnostic, broken: ReadonlySet<string>): boolean {
  return !ofRows.has(found.code) && ["*", "version", "date", "status", "history"].some((key) => broken.has(key));
}
