// The versions of a document, newest first, with the files of those that are here.
import type { Paper } from "../../schemas/papers.ts";
import { wideTable } from "./frame.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { fileLink, part } from "./parts.ts";
import { capital, date } from "./words.ts";

/** The version history; the files of this version stand at the head of the page. */
export function versionTable(paper: Paper): Element {
  const withSections = paper.versions.some(({ sections }) => sections.length > 0);
  const withStatus = paper.versions.slice(1).some(({ status }) => status !== "");
  const rows = paper.versions.map((row, i): readonly Markup[] => [
    row.name === "" ? row.version : `${row.version} (${row.name})`,
    date(row.date),
    row.change === "" ? "not recorded" : row.change,
    ...(withSections ? [row.sections.join("; ") || "not recorded"] : []),
    ...(withStatus ? [row.status === "" ? "not recorded" : capital(row.status)] : []),
    filesOf(paper, i),
  ]);
  const columns = [
    "Version",
    "Date",
    "What changed",
    ...(withSections ? ["Sections affected"] : []),
    ...(withStatus ? ["Status then"] : []),
    "Files",
  ];
  return part("versions", "Versions", wideTable("versions-table", "This version and earlier ones", columns, rows));
}

/** Rounds of comments may share a version: its files stand beside the newest of them. */
function filesOf(paper: Paper, at: number): Markup {
  const row = paper.versions[at];
  if (!row) return "";
  if (at === 0) return h("a", { href: "#files" }, `Files of version ${row.version}`);
  const newest = paper.versions.findIndex(({ version }) => version === row.version);
  if (newest < at && (newest === 0 || paper.versions[newest]?.files.length !== 0)) return "as above";
  if (row.files.length === 0) return "not kept here";
  return h(
    "ul",
    {},
    row.files.map((file) => h("li", {}, fileLink(paper, file, row.version))),
  );
}
