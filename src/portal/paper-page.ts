// The page of one document: what to take, what it is, what comes next, and how it came about.
import type { Paper, PaperFile, PaperProgramme } from "../../schemas/papers.ts";
import { type Frame, framed, indexPath, otherLanguage, wideTable } from "./frame.ts";
import { href } from "./links.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { calledBy, contactWords, fileLink, pageOf, part, statusTag } from "./parts.ts";
import { versionTable } from "./versions.ts";
import { capital, classificationWords, date, fileSentence, inUse, statusSentence } from "./words.ts";

/** Text of the page. */
export function paperPage(paper: Paper, programme: PaperProgramme, frame: Frame): string {
  const language = otherLanguage(paper.language);
  const content = [
    h("h1", { lang: language }, paper.title),
    ...(paper.subtitle === undefined ? [] : [h("p", { class: "lead", lang: language }, paper.subtitle)]),
    h("p", {}, `${paper.kind}, version ${paper.version}, `, date(paper.date)),
    h("p", { class: inUse(paper) ? "status" : "status stop" }, statusTag(paper.status), ` ${statusSentence(paper)}`),
    ...closed(paper),
    files(paper),
    about(paper, programme),
    ...(paper.recommendations.length === 0 ? [] : [recommendations(paper, language)]),
    ...(paper.meetings.length === 0 ? [] : [meetings(paper)]),
    versionTable(paper),
    checking(paper),
  ];
  const trail = [{ words: "All documents", path: indexPath }];
  return framed({ path: pageOf(paper), title: `${paper.kind}: ${paper.title}`, language, trail, content }, frame);
}

/** What keeps the document from being passed on. */
function closed({ classification, marking }: Paper): readonly Element[] {
  const words: readonly (readonly [string, string])[] = [
    ...(classification === "public" ? [] : [classificationWords[classification]]),
    ...(marking ? [[marking.text, marking.reason] as const] : []),
  ];
  return words.map(([word, sentence]) =>
    h("p", { class: "status stop" }, h("strong", { class: "tag closed" }, word), ` ${sentence}.`),
  );
}

function files(paper: Paper): Element {
  const items = paper.files.map((file) =>
    h("li", {}, fileLink(paper, file, paper.version), h("br", {}), h("span", { class: "quiet" }, fileSentence(file))),
  );
  const title = inUse(paper) ? "Current files" : "Files kept for the record";
  return part("files", title, h("ul", { class: "files" }, items), otherFormats(paper));
}

function otherFormats(paper: Paper): Element | undefined {
  const { contact } = paper;
  if (contact?.email === undefined && contact?.phone === undefined) return undefined;
  return h(
    "p",
    {},
    "If you need this document in another format (large print, braille, Easy Read), ask ",
    ...contactWords(contact, calledBy(paper)),
    `. Please name it: ${calledBy(paper)}.`,
  );
}

function about(paper: Paper, programme: PaperProgramme): Element {
  const { kind, reference, version, owners, contact } = paper;
  const facts: readonly (readonly [string, readonly Markup[]])[] = [
    ["Kind", [kind]],
    ["Programme", [h("a", { href: `${href(pageOf(paper), indexPath)}#${programme.folder}` }, programme.title)]],
    ["Reference", reference === undefined ? [] : [reference]],
    ["Version", [version]],
    ["Date", [date(paper.date)]],
    ["Classification", [classificationWords[paper.classification][0]]],
    [paper.owners.length === 1 ? "Owner" : "Owners", owners.length === 0 ? [] : [owners.join("; ")]],
    ["Contact", contact === undefined ? [] : contactWords(contact, calledBy(paper))],
  ];
  const shown = facts.filter(([, words]) => words.length > 0);
  return part(
    "about",
    "About this document",
    h(
      "dl",
      {},
      shown.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words))),
    ),
  );
}

function recommendations(paper: Paper, language: string | undefined): Element {
  return part(
    "recommendations",
    "Recommendations, to copy for the agenda",
    h(
      "ul",
      { class: "copy", lang: language },
      paper.recommendations.map(({ marker, lines: [first = "", ...rest] }) =>
        h(
          "li",
          {},
          h("p", {}, `${marker} ${first}`),
          rest.map((line) => h("p", {}, line)),
        ),
      ),
    ),
  );
}

const stateWords: Readonly<Record<Paper["meetings"][number]["state"], string>> = {
  planned: "Planned",
  held: "Held",
  overdue: "No record that it took place",
};

function meetings(paper: Paper): Element {
  const ahead = paper.meetings.filter(({ state }) => state === "planned");
  const next = ahead.map(({ meeting, ...at }) => h("li", {}, date(at.date), `: ${meeting}`, purpose(at)));
  const rows = paper.meetings.map((row) => [
    row.organisation === "" ? row.meeting : `${row.meeting} (${row.organisation})`,
    date(row.date),
    capital(row.purpose),
    row.outcome === "" ? stateWords[row.state] : capital(row.outcome),
  ]);
  const columns = ["Body", "Date", "Purpose", "Outcome"];
  return part(
    "meetings",
    "Meetings, review and approval",
    h(
      "p",
      {},
      ahead.length === 0 ? "No meeting was still ahead on " : "Still ahead on ",
      date(paper.date),
      `, the date of this version${ahead.length === 0 ? "." : ":"}`,
    ),
    ahead.length === 0 ? undefined : h("ul", {}, next),
    wideTable("meetings-table", "Review and approval", columns, rows),
  );
}

function purpose({ purpose }: { readonly purpose: string }): string {
  return purpose === "" ? "" : `, for ${purpose}`;
}

const commands = [
  ["Windows", "certutil -hashfile FILE SHA256"],
  ["Mac", "shasum -a 256 FILE"],
  ["Linux", "sha256sum FILE"],
] as const;

function checking({ files, source }: Paper): Element {
  const { commit, changed, tool } = source;
  return part(
    "check",
    "Check a file",
    h(
      "p",
      {},
      "Whoever has the same file gets the same SHA-256 of it, with the name of the file in the place of FILE:",
    ),
    h(
      "ul",
      {},
      commands.map(([system, command]) => h("li", {}, `${system}: `, h("code", {}, command))),
    ),
    h(
      "dl",
      {},
      files.map((file) => h("div", {}, h("dt", {}, fileName(file)), h("dd", {}, h("code", {}, file.sha256)))),
      h("div", {}, h("dt", {}, "Made by"), h("dd", {}, tool)),
      h(
        "div",
        {},
        h("dt", {}, "Made from"),
        h(
          "dd",
          {},
          commit === undefined
            ? "sources of which no commit is known"
            : h("span", {}, "commit ", h("code", {}, commit)),
          changed ? ", with changes that are not committed" : undefined,
        ),
      ),
    ),
  );
}

function fileName({ path }: PaperFile): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
