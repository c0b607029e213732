import { entry } from "./entry.ts";

export const controlCodes = {
  "control/version-behind": entry<{ version: string; latest: string; where: string }>({
    severity: "error",
    message: (d) => `The front matter says version ${d.version}, but ${d.where} already holds version ${d.latest}.`,
    help: (d) =>
      `raise \`version\` in the front matter to ${d.latest} or later (fivecase release does), or take the later ${d.where === "a tag" ? "tag away if it is wrong" : "row out"}`,
    explain:
      "The last row of the version history is the version being built. A history that holds a later version than the front matter means that one of the two was not brought up to date, and the document would contradict itself.",
  }),
  "control/date-differs": entry<{ version: string; front: string; history: string }>({
    severity: "error",
    message: (d) =>
      `Version ${d.version} is dated ${d.front} in the front matter but ${d.history} in the version history.`,
    help: () => "give both the same date",
    explain:
      "The title block, the footer and the last row of the version history print one date. When the front matter and the history give different ones for the same version, a reader cannot tell which holds.",
  }),
  "control/status-differs": entry<{ version: string; front: string; history: string }>({
    severity: "warning",
    message: (d) =>
      `Version ${d.version} is "${d.front}" in the front matter but "${d.history}" in the version history.`,
    help: () => "give both the same status",
    explain:
      "The status of the version being built is written in the front matter; its row in the history may repeat it, but must then agree.",
  }),
  "control/not-recorded": entry<{ version: string; status: string }>({
    severity: "warning",
    message: (d) => `Version ${d.version} is ${d.status}, but the version history has no row that says what changed.`,
    help: () => "add a row to history.yaml, or run `fivecase release`, which writes it",
    explain:
      "A version that leaves the author's desk needs a row in the version history: date, author and what changed, in words a committee understands. Without one the table prints only that this is the present version.",
  }),
  "control/version-order": entry<{ version: string; before: string }>({
    severity: "warning",
    message: (d) => `Version ${d.version} stands after version ${d.before} in the history; it is printed before it.`,
    help: () => "keep the rows of history.yaml oldest first",
    explain:
      "Versions are compared part by part (3.10 comes after 3.9) and printed oldest first. A file in another order is usually a slip in a number.",
  }),
  "control/version-gap": entry<{ version: string; before: string }>({
    severity: "warning",
    message: (d) => `The version history goes from ${d.before} to ${d.version} and says nothing of a version between.`,
    help: () => "add the missing row, or correct the number",
    explain:
      "The next version raises one part by one and starts the parts after it again at 0: after 1.2 come 1.3 and 2.0. A gap means that a version was issued without a record, or that a number is wrong.",
  }),
  "control/version-repeated": entry<{ version: string }>({
    severity: "warning",
    message: (d) => `Version ${d.version} stands in the history twice.`,
    help: () => "raise the version of the later row, or give both rows a `name` (such as: Comments from Finance)",
    explain:
      "Two rows with the same version and the same name cannot be told apart. Rounds of comments on one version are allowed: each then has its own `name`.",
  }),
  "control/date-backwards": entry<{ version: string; date: string; before: string; beforeDate: string }>({
    severity: "warning",
    message: (d) => `Version ${d.version} is dated ${d.date}, before version ${d.before} of ${d.beforeDate}.`,
    help: () => "correct the date that is wrong",
    explain: "A later version cannot be older than the one before it.",
  }),
  "control/unknown-author": entry<{ author: string }>({
    severity: "warning",
    message: (d) => `Nobody in the people register has the id or initials "${d.author}".`,
    help: () => "add the person under `people`, or write the name in full",
    explain:
      "Authors of versions are looked up among the people of the programme by id, initials or name. A short form that nobody has is printed as it stands, and a reader cannot tell who is meant.",
  }),
  "control/tag-name": entry<{ tag: string }>({
    severity: "warning",
    message: (d) => `The tag ${d.tag} does not end in a version such as v1.2, so it is not in the version history.`,
    help: () => "name tags <programme>/<document>/v<version>",
    explain:
      "Annotated tags named <programme>/<document>/v<version> are rows of the version history. A tag under the document's name that is no version is left out.",
  }),
  "control/tag-alone": entry<{ tag: string; version: string }>({
    severity: "warning",
    message: (d) => `Version ${d.version} is in the version history only by its tag, ${d.tag}.`,
    help: (d) =>
      `run fivecase versions --complete, or add a row for ${d.version} to history.yaml: a clone without tags prints the table without it`,
    explain:
      "A tag made by hand adds a row to the version history, but not every clone carries tags. Written in history.yaml, the row is printed wherever the document is built, and the same sources give the same document.",
  }),
  "control/tag-lightweight": entry<{ tag: string }>({
    severity: "warning",
    message: (d) => `The tag ${d.tag} is lightweight: it says neither who made it nor when, so it seals nothing.`,
    help: (d) => `make it again with git tag -a -f ${d.tag} ${d.tag}`,
    explain:
      "A version is sealed by an annotated tag, which carries a name, a date and words of its own. A lightweight tag is only another name for a commit.",
  }),
  "control/tag-elsewhere": entry<{ tag: string; version: string }>({
    severity: "warning",
    message: (d) => `The tag ${d.tag} seals a commit that is no part of the history of this one.`,
    help: () =>
      "build from the branch that was released, or find out whether the branch was rewritten after the release",
    explain:
      "The version history tells of a version whose tag stands on a commit that the present one does not come from. That happens when a branch is rebased or squashed after a release: what was sealed is then not what this branch holds. The row is printed as the file has it.",
  }),
  "control/no-git": entry<{ reason: string }>({
    severity: "warning",
    message: (d) => `The version history holds what history.yaml says and no more, since ${d.reason}.`,
    help: () => "nothing is lost when every version has its row in history.yaml; otherwise build in a full clone",
    explain:
      "Earlier versions that only an annotated tag records, and changes that are not committed, are known from git. Without git, outside a repository, before the first commit or in a shallow clone the document is built from the files alone.",
  }),
  "control/tag-differs": entry<{ tag: string; what: string; tagged: string; written: string }>({
    severity: "warning",
    message: (d) =>
      `This row is ${d.what} ${d.written || "nothing"}, but the tag ${d.tag} that seals it says ${d.tagged}.`,
    help: () => "put the row back as it was released; what changed since belongs to the next version",
    explain:
      "A tag seals a version together with its row in history.yaml: a release states day and status in the message of the tag, and a tag made by hand bears its own day. A row that says something else was written or changed after the release it records.",
  }),
  "control/meeting-overdue": entry<{ meeting: string; date: string }>({
    severity: "warning",
    message: (d) =>
      `${d.meeting} (${d.date}) lies before the date of a document that prints it, and nothing says that it was held.`,
    help: () => "record its decision with fivecase approve, write `held: true` or its `outcome`, or give the new date",
    explain:
      "The review and approval table judges each meeting on the day the document bears. A day that has passed without `held: true` or an outcome is printed as overdue, because a meeting in the diary is not a meeting held.",
  }),
  "control/approved-without-decision": entry<Record<string, never>>({
    severity: "warning",
    message: () => "The document is marked approved, but no decision on record approves it.",
    help: () => "record the approval with fivecase approve, or lower the status",
    explain:
      "Approval comes from a recorded decision, in the approvals register or at a meeting. A document whose front matter says approved while neither knows of an approval claims what nothing supports.",
  }),
  "control/file-name-clash": entry<{ name: string; other: string }>({
    severity: "error",
    message: (d) => `This document and ${d.other} would both be written as ${d.name}, and one would replace the other.`,
    help: () => "let `file-name` in the house's profile.yaml hold {document}, or give the two another title or version",
    explain:
      "The house's profile says what the files of a document are called. Two documents of one programme cannot have the same name: the second would replace the first, so it is not written.",
  }),
  "control/unsigned": entry<{ organisation: string }>({
    severity: "warning",
    message: (d) => `The document is marked approved, but ${d.organisation} has not signed: its sign-off has no date.`,
    help: () =>
      "record the approval of its board with fivecase approve, give the sign-off its `date`, or lower the status",
    explain:
      "A sign-off takes signatory and day from the recorded approval of its board, or of a board of its organisation. Without one, and without a date, it is printed with an empty line to sign on. That belongs to a document that is still to be approved.",
  }),
};
