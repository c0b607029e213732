// A programme in memory, for tests of the stages that read Sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../../src/source.ts";
import type { DocumentSources, Sources } from "../../src/workspace/sources.ts";

const theme = readFileSync(join(import.meta.dirname, "../../templates/themes/council.yaml"), "utf8");

const house = `name: Plain council
theme: council
headings:
  default:
    - { pattern: "%1" }
    - { pattern: "%1.%2" }
version-history:
  title: Version history
  columns:
    - { column: version, label: Version }
approvals:
  title: Approvals
  columns:
    - { column: date, label: Date }
title-block: { columns: 2 }
dates: { full: 28 January 2014, table: 28/01/2014 }
`;

/** A programme.yaml with two people and a board. */
export const programmeYaml = `programme: Harbour renewal
organisations:
  hc: { name: Harbour Council, short: HC }
people:
  ann: { post: Head of Harbour, organisation: hc, initials: AH }
  bob: { post: Finance Lead, organisation: hc }
boards:
  cabinet: { name: Cabinet, organisation: hc }
profile: plain
`;

/** Front matter of a savings summary that is in order, and a text. */
export const documentMd = `---
kind: savings-summary
title: Harbour savings
version: 1.10
status: draft
date: 2014-01-28
authors: [ann]
owners: [bob]
classification: public
reference: HC/1
---

# Summary

Words.
`;

/** Sources of a programme p with the given files below content/p; documents are folders with a document.md. */
export function sourcesOf(content: Readonly<Record<string, string>>): Sources {
  const all: Record<string, string> = {
    "templates/houses/plain/profile.yaml": house,
    "templates/themes/council.yaml": theme,
  };
  for (const [path, text] of Object.entries({ "programme.yaml": programmeYaml, ...content })) {
    all[path.startsWith("templates/") ? path : `content/p/${path}`] = text;
  }
  const files = new Map<string, Source>(Object.entries(all).map(([file, text]) => [file, { file, text }]));
  const documents = [...files.keys()]
    .filter((path) => path.endsWith("/document.md"))
    .map((main) => documentOf(main, files));
  return {
    programme: "p",
    files,
    binaries: new Map(),
    documents,
    templates: {
      kinds: new Map(),
      partials: new Map(),
      houses: new Map([["plain", "templates/houses/plain/profile.yaml"]]),
      themes: new Map([["council", "templates/themes/council.yaml"]]),
      calendars: new Map(),
    },
    git: { shallow: false, changed: [], tags: [] },
  };
}

function documentOf(main: string, files: ReadonlyMap<string, Source>): DocumentSources {
  const folder = main.slice(0, -"document.md".length);
  const inside = [...files.keys()].filter((path) => path.startsWith(folder) && path !== main).sort();
  const history = inside.find((path) => path === `${folder}history.yaml`);
  return {
    id: folder.split("/").at(-2) ?? "",
    main,
    parts: inside.filter((path) => path.endsWith(".md")),
    data: inside.filter((path) => path.startsWith(`${folder}data/`)),
    ...(history ? { history } : {}),
  };
}
