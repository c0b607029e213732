// What a site says of one document, from its tree, its record and the files that were made of it.
import { posix } from "node:path";
import type { Contact, Paper, PaperFile, PaperVersion } from "../../schemas/papers.ts";
import { plainWords } from "../compose/plain.ts";
import type { DocumentModel } from "../compute/model.ts";
import type { Control } from "../control/control.ts";
import { control } from "../control/fill.ts";
import { bareVersion, compareVersions } from "../control/versions.ts";
import type { Document } from "../document/document.ts";
import { recommendationsOf } from "../portal/recommendations.ts";
import type { Loaded } from "./load.ts";
import type { Output } from "./main.ts";
import { packageVersion } from "./package.ts";
import type { BuiltDocument, BuiltFile } from "./record.ts";

/** A file of the site, and the file that it is copied from. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

type CaseDocument = DocumentModel["document"];

/** The entry of a document and the files to copy for it; `folder` is where the site keeps it. */
export function paperOf(
  { model }: Loaded,
  { document }: DocumentModel,
  tree: Document,
  built: BuiltDocument,
  folder: string,
): { readonly paper: Paper; readonly copies: readonly Copy[] } {
  const record = control(model, document.id).value;
  const { plain } = plainWords(model, document.id, record);
  const { front } = document;
  const { title, subject, owners } = tree.properties;
  const version = bareVersion(front.version);
  const copies = built.files.map((file) => ({ file, to: sitePath(folder, version, file) }));
  const { commit } = model.case.sources.git;
  const current = later(record, version, front.status);
  const contact = contactOf(document);
  const paper: Paper = {
    id: tree.id,
    folder,
    title,
    ...(front.subtitle === undefined ? {} : { subtitle: front.subtitle }),
    kind: subject,
    ...(front.reference === undefined ? {} : { reference: front.reference }),
    language: tree.language,
    version,
    status: front.status,
    date: front.date,
    classification: front.classification,
    ...(front.marking ? { marking: front.marking } : {}),
    owners: [...owners],
    ...(contact ? { contact } : {}),
    ...(current === undefined ? {} : { current }),
    files: copies.map(({ file, to }) => fileOf(file, to)),
    meetings: record.approvals.map(({ written, organisation, meeting, purpose, state, outcome }) => ({
      date: written,
      organisation,
      meeting,
      purpose,
      state,
      outcome,
    })),
    recommendations: recommendationsOf(tree).map(({ marker, lines }) => ({ marker, lines: [...lines] })),
    versions: record.history.map((row) => versionOf(row, plain)).reverse(),
    source: {
      ...(commit === undefined ? {} : { commit }),
      changed: record.working !== undefined,
      tool: `fivecase ${packageVersion()}`,
    },
  };
  return { paper, copies: copies.map(({ file, to }) => ({ from: file.path, to })) };
}

/** Files of each version stand in a folder of that version, so that a link to one never leads to another. */
function sitePath(folder: string, version: string, { path }: BuiltFile): string {
  return posix.join(folder, "files", `v${version}`, posix.basename(path.replaceAll("\\", "/")));
}

const formats: readonly Output[] = ["pdf", "docx", "xlsx"];

function fileOf({ size, sha256, extent, path }: BuiltFile, to: string): PaperFile {
  const [, number, noun] = /^(\d+) (page|sheet)s?$/.exec(extent) ?? [];
  const format = formats.find((ending) => path.endsWith(`.${ending}`));
  if (!format) throw new Error(`a build made a file of no known format: ${path}`);
  return {
    path: to,
    format,
    bytes: size,
    ...(noun === "page" ? { pages: Number(number) } : {}),
    ...(noun === "sheet" ? { sheets: Number(number) } : {}),
    sha256,
  };
}

function contactOf({ front, registers }: CaseDocument): Contact | undefined {
  const people = registers.data.people ?? {};
  const id = front.contact;
  const person = id !== undefined && Object.hasOwn(people, id) ? people[id] : undefined;
  if (!person) return undefined;
  const { name, post, email, phone } = person;
  return {
    name: name === undefined ? post : `${name}, ${post}`,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

function versionOf(row: Control["history"][number], plain: (markdown: string) => string): PaperVersion {
  const { version, name, date, sections, status } = row;
  return { version, name, date, change: plain(row.change), sections: [...sections], status, files: [] };
}

/** A later version that can be used, where this one cannot. */
function later(record: Control, version: string, status: string): string | undefined {
  if (status !== "superseded" && status !== "withdrawn") return undefined;
  const rows = record.history.filter(
    (row) => compareVersions(row.version, version) > 0 && row.status !== "superseded" && row.status !== "withdrawn",
  );
  return rows.at(-1)?.version;
}
