// What a site says of one document, from its tree, its record and the files that were made of it.
import { posix } from "node:path";
import { statuses } from "../../schemas/case.ts";
import type { Contact, Meeting, Paper, PaperFile, PaperVersion, Step } from "../../schemas/papers.ts";
import { plainWords } from "../compose/plain.ts";
import { countWords } from "../compose/views/day-words.ts";
import { capital, joined } from "../compose/views/parts.ts";
import { outcomeWords } from "../compose/views/record.ts";
import { stepWords } from "../compose/views/route.ts";
import type { DocumentModel } from "../compute/model.ts";
import type { ApprovalRow, Control } from "../control/control.ts";
import { control } from "../control/fill.ts";
import type { RouteMeeting, RouteStep } from "../control/route.ts";
import { compareVersions } from "../control/versions.ts";
import { recommendationsOf } from "../portal/recommendations.ts";
import { inUse } from "../portal/words.ts";
import type { Composed } from "./composed.ts";
import type { Loaded } from "./load.ts";
import { packageVersion } from "./package.ts";
import type { BuiltDocument, BuiltFile } from "./record.ts";

/** A file of the site, and the file that it is copied from. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/** An earlier version as its release tag builds it. */
export interface EarlierVersion {
  readonly version: string;
  readonly commit: string;
  readonly built: BuiltDocument;
}

type CaseDocument = DocumentModel["document"];
type Plain = (markdown: string) => string;

/** The entry of a document and the files to copy for it; `folder` is where the site keeps it. */
export function paperOf(
  { model }: Loaded,
  { document }: DocumentModel,
  { tree, evidence }: Composed,
  built: BuiltDocument,
  earlier: readonly EarlierVersion[],
  folder: string,
): { readonly paper: Paper; readonly copies: readonly Copy[] } {
  const record = control(model, document.id, evidence).value;
  const { plain } = plainWords(model, document.id, record);
  const { front } = document;
  const { version, source } = built;
  const copies: Copy[] = [];
  const placed = (of: string, files: readonly BuiltFile[]): PaperFile[] =>
    files.map((file) => {
      const to = sitePath(folder, of, file);
      copies.push({ from: file.path, to });
      return fileOf(file, to);
    });
  const current = later(record, version, front.status);
  const contact = contactOf(document);
  const paper: Paper = {
    id: built.document,
    folder,
    title: front.title,
    ...(front.subtitle === undefined ? {} : { subtitle: front.subtitle }),
    kind: built.subject,
    ...(front.reference === undefined ? {} : { reference: front.reference }),
    language: tree.language,
    version,
    status: front.status,
    date: front.date,
    classification: front.classification,
    ...(front.marking ? { marking: front.marking } : {}),
    owners: [...tree.properties.owners],
    ...(contact ? { contact } : {}),
    ...(current === undefined ? {} : { current }),
    files: placed(version, built.files),
    meetings: record.approvals.map((row) => {
      const route = record.route.find(({ id }) => id === row.id);
      return meetingOf(row, route, plain);
    }),
    recommendations: recommendationsOf(tree).map(({ marker, lines }) => ({ marker, lines: [...lines] })),
    versions: [...record.history].reverse().map((row, i, rows) => {
      const newest = rows.findIndex((other) => compareVersions(other.version, row.version) === 0) === i;
      const made = newest && i > 0 ? earlier.find((e) => compareVersions(e.version, row.version) === 0) : undefined;
      return versionOf(row, made, placed(row.version, made?.built.files ?? []), plain);
    }),
    source: {
      ...(source.commit === undefined ? {} : { commit: source.commit }),
      changed: source.uncommitted,
      tool: `fivecase ${packageVersion()}`,
    },
  };
  return { paper, copies };
}

/** Files of each version stand in a folder of that version, so that a link to one never leads to another. */
function sitePath(folder: string, version: string, { path }: BuiltFile): string {
  return posix.join(folder, "files", `v${version}`, posix.basename(path.replaceAll("\\", "/")));
}

function fileOf({ format, size, sha256, pages, sheets }: BuiltFile, path: string): PaperFile {
  return {
    path,
    format,
    bytes: size,
    ...(pages === undefined ? {} : { pages }),
    ...(sheets === undefined ? {} : { sheets }),
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

function meetingOf(row: ApprovalRow, route: RouteMeeting | undefined, plain: Plain): Meeting {
  return {
    id: row.id,
    date: row.written,
    organisation: row.organisation,
    meeting: row.meeting,
    ...(route?.item === undefined ? {} : { item: route.item }),
    purpose: row.purpose,
    state: row.state,
    outcome: outcomeWords(row),
    ...(row.conditions === "" ? {} : { conditions: plain(row.conditions) }),
    notes: route ? [...notesOf(route, plain)] : [],
    steps: route ? route.steps.map((step) => stepOf(route, step)) : [],
  };
}

/** What the rules on access to information make of the item. */
function notesOf({ asks, keyDecision, exempt, urgency, waived }: RouteMeeting, plain: Plain): readonly string[] {
  const reference = keyDecision?.reference === undefined ? "" : `, ${keyDecision.reference}`;
  const paragraphs =
    exempt && `${exempt.paragraphs.length === 1 ? "paragraph" : "paragraphs"} ${joined(exempt.paragraphs.map(String))}`;
  return [
    ...(asks === undefined ? [] : [sentence(plain(asks))]),
    ...(keyDecision ? [`Key decision${reference}.`] : []),
    ...(exempt
      ? [
          sentence(
            `In part private under ${paragraphs} of Schedule 12A to the Local Government Act 1972: ${plain(exempt.reason)}`,
          ),
        ]
      : []),
    ...(urgency ? [sentence(`${capital(urgency.rule)}: ${urgency.reason}`)] : []),
    ...(waived === undefined ? [] : [sentence(`It cannot be called in: ${waived}`)]),
  ];
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function stepOf(meeting: RouteMeeting, step: RouteStep): Step {
  const { kind, from, to, time, recorded, count } = step;
  return {
    kind,
    what: capital(kind === "meeting" ? meeting.meeting : stepWords(meeting, step)),
    from,
    to,
    ...(time === undefined ? {} : { time }),
    ...(recorded === undefined ? {} : { recorded }),
    ...(count ? { count: countWords(count) } : {}),
  };
}

function versionOf(
  row: Control["history"][number],
  made: EarlierVersion | undefined,
  files: PaperFile[],
  plain: Plain,
): PaperVersion {
  const { version, name, date, sections, status } = row;
  const commit = made ? { commit: made.commit } : {};
  return { version, name, date, change: plain(row.change), sections: [...sections], status, ...commit, files };
}

/** A later version that can be used, where this one cannot. */
function later({ history }: Control, version: string, status: Paper["status"]): string | undefined {
  if (inUse(status)) return undefined;
  const usable = (written: string) => statuses.every((known) => known !== written || inUse(known));
  return history.filter((row) => compareVersions(row.version, version) > 0 && usable(row.status)).at(-1)?.version;
}
