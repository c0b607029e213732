// The versions of a document, newest first, with the files of those that are here.
import type { Paper } from "../../schemas/papers.ts";
import { wideTable } from "./frame.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { fileLink, part } from "./parts.ts";
import { capital, date } from "./words.ts";

/** The version history; the files of this version stand at the head of the page. */
export function versionTable(paper: Paper): Element {
  const withSections = paper.versions.some(({ sections }) => sections.length > 0);
  const rows = paper.versions.map((row, i): readonly Markup[] => [
    row.name === "" ? row.version : `${row.version} (${row.name})`,
    date(row.date),
    row.change,
    ...(withSections ? [row.sections.join("; ") || "not recorded"] : []),
    row.status === "" ? "not recorded" : capital(row.status),
    i === 0
      ? h("a", { href: "#files" }, `Files of version ${row.version}`)
      : row.files.length === 0
        ? "not kept here"
        : h(
            "ul",
            {},
            row.files.map((file) => h("li", {}, fileLink(paper, file, row.version))),
          ),
  ]);
  const columns = ["Version", "Date", "What changed", ...(withSections ? ["Sections"] : []), "Status", "Files"];
  return part("versions", "Versions", wideTable("versions-table", "This version and earlier ones", columns, rows));
}
