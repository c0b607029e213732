// Control tables, filled from the record. Complete without git, and it says what it does not know.
import type { DocumentModel, Model } from "../compute/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import { approvals } from "./approvals.ts";
import type { Control, Working } from "./control.ts";
import { history } from "./history.ts";
import { inputsChanged } from "./inputs.ts";
import { gitLacks, location } from "./location.ts";
import { statusFacts } from "./status.ts";
import { compareVersions } from "./versions.ts";

const none: Control = {
  history: [],
  approvals: [],
  location: { path: "", tag: "" },
  status: statusFacts("draft"),
  marks: {},
};

/** Everything a document's control tables and marks say; empty for an id the programme does not have. */
export function control(model: Model, documentId: string): Result<Control> {
  const document = model.documents.get(documentId)?.document;
  if (!document) return { value: none, diagnostics: [] };
  const rows = history(model, document);
  const route = approvals(document, model.case.programme.organisations);
  const status = statusFacts(document.front.status);
  const markings = [status.marking, document.front.marking?.text].filter((words) => words !== undefined);
  const working = workingOf(model, document);
  return {
    value: {
      history: rows.value,
      approvals: route.value,
      location: location(model, document),
      status,
      marks: {
        ...(status.watermark === undefined ? {} : { watermark: status.watermark }),
        ...(markings.length > 0 ? { marking: markings.join(" · ") } : {}),
      },
      ...(working ? { working } : {}),
    },
    diagnostics: [...rows.diagnostics, ...route.diagnostics]
      .filter((found) => !leansOnBroken(found, document.broken))
      .concat(gitLacks(model)),
  };
}

/** What a working build says of itself; undefined for a version that is recorded and committed. */
function workingOf(model: Model, document: DocumentModel["document"]): Working | undefined {
  const uncommitted = inputsChanged(model, document);
  const recorded = document.history.some((row) => compareVersions(row.version, document.front.version) === 0);
  return uncommitted || !recorded ? { uncommitted } : undefined;
}

/** Findings about rows of the history alone; all others hold them against the front matter or each other. */
const ofRows = new Set(["control/unknown-author", "control/version-order", "control/tag-name", "control/tag-alone"]);

/** Where the front matter or a row could not be read, nobody can say whether the record agrees with it. */
function leansOnBroken(found: Diagnostic, broken: ReadonlySet<string>): boolean {
  return !ofRows.has(found.code) && ["*", "version", "date", "status", "history"].some((key) => broken.has(key));
}
