import { entry } from "./entry.ts";

/** " in 3 Strategic case, 5 Costs"; "" where the whole is meant. */
function sectionsIn(sections: readonly string[]): string {
  return sections.length === 0 ? "" : ` in ${sections.join(", ")}`;
}

export const approvalCodes = {
  "control/approval-edited": entry<{ id: string }>({
    severity: "error",
    message: (d) => `The approval ${d.id} is not as it was written: its seal does not fit what it says.`,
    help: () => "bring the record back from git, or take it out and record the decision anew with fivecase approve",
    explain:
      "Each record of the approvals register carries a seal, a digest of everything else it says. A record that was edited by hand, or written without fivecase approve, counts for nothing.",
  }),
  "control/approval-duplicate": entry<{ body: string; date: string }>({
    severity: "warning",
    message: (d) => `The decision of ${d.body} of ${d.date} on this version is recorded twice.`,
    help: () => "take one of the two records out",
    explain:
      "Two records of one body, one day, one document and one version are one decision. The first counts, the second is left out of the table.",
  }),
  "control/approval-version": entry<{ version: string; document: string; near: string | undefined }>({
    severity: "error",
    message: (d) => `An approval names version ${d.version} of ${d.document}, which there is not.`,
    help: (d) =>
      d.near === undefined
        ? "record the decision anew for a version that the history holds"
        : `record the decision anew for a version that the history holds, such as ${d.near}`,
    explain:
      "An approval is bound to a version: the one in the front matter, one that the version history tells of, one that a tag seals, or one that the document bore at the commit that was approved. A version that none of them knows cannot have been before anybody.",
  }),
  "control/approval-lapsed": entry<{ body: string; version: string; sections: readonly string[] }>({
    severity: "warning",
    message: (d) => `${d.body} approved version ${d.version}, but the text has changed since${sectionsIn(d.sections)}.`,
    help: () => "release a new version and ask for its approval, or undo the change",
    explain:
      "An approval holds for what a reader saw. When the sources differ from those approved, the approved commit is compiled again and the two documents are compared without their control tables; the sections named are those in which a reader sees a difference.",
  }),
  "control/approved-but-changed": entry<{ body: string; version: string; sections: readonly string[] }>({
    severity: "error",
    message: (d) =>
      `The document is marked approved, but it is not what ${d.body} approved at version ${d.version}: it has changed since${sectionsIn(d.sections)}.`,
    help: () => "lower the status and release a new version, or undo the change",
    explain:
      "A document may call itself approved only as long as a reader sees what was approved. What differs only in the control tables (versions, approvals, route, signatures) or in how the sources are written does not count.",
  }),
  "control/approval-unknown": entry<{ body: string; version: string; reason: string }>({
    severity: "warning",
    message: (d) =>
      `Whether the approval of version ${d.version} by ${d.body} still holds cannot be said: ${d.reason}.`,
    help: () => "build in a full clone that has the approved commit (git fetch --unshallow --tags)",
    explain:
      "The sources differ from those that were approved, so the approved commit must be compiled again to see whether a reader would notice. This copy of the repository does not have that commit, or it cannot be compiled.",
  }),
  "control/changed-since-release": entry<{ version: string; tag: string; sections: readonly string[] }>({
    severity: "warning",
    message: (d) =>
      `Version ${d.version} was released as ${d.tag}, but the text has changed since${sectionsIn(d.sections)}.`,
    help: () => "release the changes as a new version (fivecase release), or undo them",
    explain:
      "A released version never changes. Two files with the same version number and different words are how the wrong one gets published; until there is a new version, the file says that it is a working build.",
  }),
  "control/sign-off-differs": entry<{ organisation: string; typed: string; recorded: string }>({
    severity: "warning",
    message: (d) =>
      `The sign-off for ${d.organisation} is dated ${d.typed} here, but its approval is recorded for ${d.recorded}; the recorded day is printed.`,
    help: () => "take the `date` out of the sign-off: it comes from the record",
    explain:
      "Where the approvals register holds the decision of the body that signs, signatory and day come from there. A day typed in the front matter is needed only where nothing is recorded.",
  }),
};
