// The page of one document: what to take, what it is, what comes next, and how it came about.
import type { Paper, PaperFile, PaperProgramme } from "../../schemas/papers.ts";
import { statusFacts } from "../control/status.ts";
import { type Frame, framed, indexPath, otherLanguage } from "./frame.ts";
import { href } from "./links.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { ahead, record } from "./meetings.ts";
import { calledBy, contactWords, fileLink, pageOf, part, statusTag } from "./parts.ts";
import { versionTable } from "./versions.ts";
import { classificationWords, date, fileSentence, inUse, statusSentence } from "./words.ts";

/** Text of the page. */
export function paperPage(paper: Paper, programme: PaperProgramme, frame: Frame): string {
  const language = otherLanguage(paper.language);
  const content = [
    h("h1", { lang: language }, paper.title),
    ...(paper.subtitle === undefined ? [] : [h("p", { class: "lead", lang: language }, paper.subtitle)]),
    h("p", {}, `${paper.kind}, version ${paper.version}, `, date(paper.date)),
    h(
      "p",
      { class: inUse(paper.status) ? "status" : "status stop" },
      statusTag(paper.status),
      ` ${statusSentence(paper)}`,
    ),
    ...closed(paper),
    files(paper),
    ...(paper.meetings.length === 0 ? [] : [ahead(paper)]),
    ...(paper.recommendations.length === 0 ? [] : [recommendations(paper, language)]),
    about(paper, programme),
    ...(paper.meetings.length === 0 ? [] : [record(paper)]),
    versionTable(paper),
    checking(paper),
  ];
  const trail = [{ words: "All documents", path: indexPath }];
  return framed({ path: pageOf(paper), title: `${paper.kind}: ${paper.title}`, language, trail, content }, frame);
}

const workingWords = [
  "Working copy",
  "It was made from changes that are not committed, so nobody can make it again",
] as const;

/** What keeps the document from being passed on. */
function closed({ classification, marking, source }: Paper): readonly Element[] {
  const words: readonly (readonly [string, string])[] = [
    ...(source.changed ? [workingWords] : []),
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
  const title = inUse(paper.status) ? "Current files" : "Files kept for the record";
  return part("files", title, h("ul", { class: "files" }, items), approvedBefore(paper), otherFormats(paper));
}

/** The version to rely on, where the present one is not approved yet. */
function approvedBefore(paper: Paper): Element | undefined {
  if (statusFacts(paper.status).approved || !inUse(paper.status)) return undefined;
  const approved = paper.versions.slice(1).find((row) => row.status === "approved");
  if (!approved) return undefined;
  return h(
    "p",
    {},
    `The version that was approved last is ${approved.version}, of `,
    date(approved.date),
    ": see ",
    h("a", { href: "#versions" }, "Versions"),
    ".",
  );
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
    ["Version", [version, ", ", date(paper.date)]],
    ["Status", [statusTag(paper.status)]],
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
      "A file is the one listed here if it has the same SHA-256. Put the name of the file in the place of FILE:",
    ),
    h(
      "ul",
      {},
      commands.map(([system, command]) => h("li", {}, `${system}: `, h("code", {}, command))),
    ),
    h(
      "p",
      {},
      "Whoever has the sources can make it again and compare: ",
      h("code", {}, "fivecase verify FILE"),
      " says which commit builds the same bytes.",
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
