// Draft to Case: values that have the shape their schemas ask for, references that lead somewhere.
import { FrontMatter, History, recommended } from "../../schemas/case.ts";
import { Programme } from "../../schemas/programme.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Draft, DraftDocument, Places } from "../parse/draft.ts";
import { ok, type Result } from "../result.ts";
import type { Case, CaseDocument, Registers } from "./case.ts";
import { type Houses, housesOf } from "./houses.ts";
import type { Subject } from "./locate.ts";
import { checkFrontMatter, checkRegisters, knownIn } from "./references.ts";
import { overlay, ownRegisters, sharedRegisters } from "./registers.ts";
import { salvage, wholeList } from "./salvage.ts";

/** Checks everything in one run. Undefined when programme.yaml itself is unusable; a document that is, is left out. */
export function validate(draft: Draft): Result<Case | undefined> {
  const found: Diagnostic[] = [];
  const subject: Subject | undefined = draft.programme && { data: draft.programme, name: "programme.yaml" };
  const read = subject && salvage(Programme, subject, wholeList);
  found.push(...(read?.diagnostics ?? []));
  const programme = read?.value;

  const shared = sharedRegisters(draft.data, programme, subject);
  found.push(...shared.diagnostics);
  const documentIds = draft.documents.map((d) => d.id);
  const known = knownIn(shared.value, programme, documentIds);
  found.push(...checkRegisters(shared.value.data, shared.value.places, known));

  const houses = housesOf(draft);
  const documents: CaseDocument[] = [];
  for (const from of draft.documents) {
    const document = readDocument(from, draft, programme, shared.value, houses, documentIds);
    found.push(...document.diagnostics);
    if (document.value) documents.push(document.value);
  }
  found.push(...houses.diagnostics());
  if (!programme || !subject) return ok(undefined, found);
  return ok(
    {
      id: draft.sources.programme,
      sources: draft.sources,
      programme,
      programmePlaces: subject.data.places,
      shared: shared.value,
      parts: draft.parts,
      documents,
    },
    found,
  );
}

function readDocument(
  from: DraftDocument,
  draft: Draft,
  programme: Programme | undefined,
  shared: Registers,
  houses: Houses,
  documentIds: readonly string[],
): Result<CaseDocument | undefined> {
  const found: Diagnostic[] = [];
  const own = ownRegisters(from.data);
  found.push(...own.diagnostics);
  const registers = overlay(shared, own.value);
  const known = knownIn(registers, programme, documentIds);
  found.push(...checkRegisters(own.value.data, own.value.places, known));
  const history = readHistory(from);
  found.push(...history.diagnostics);

  if (!from.frontMatter) return ok(undefined, found);
  const subject: Subject = { data: from.frontMatter, name: "the front matter", opening: from.opening };
  const read = salvage(FrontMatter, subject, wholeList);
  found.push(...read.diagnostics);
  const front = read.value;
  if (!front) return ok(undefined, found);
  const frontPlaces = from.frontMatter.places;
  found.push(...checkFrontMatter(front, frontPlaces, known), ...missingRecommended(front, from));

  const profile = front.profile ?? programme?.profile;
  if (profile === undefined) return ok(undefined, found);
  const span =
    front.profile === undefined ? draft.programme?.places.value(["profile"]) : frontPlaces.value(["profile"]);
  const looks = houses.find(profile, span);
  if (!looks) return ok(undefined, found);
  return ok(
    {
      id: from.id,
      file: from.file,
      front,
      frontPlaces,
      opening: from.opening,
      bodies: from.bodies,
      registers,
      own: own.value.data,
      history: history.value.rows,
      historyPlaces: history.value.places,
      house: looks.house,
      theme: looks.theme,
    },
    found,
  );
}

function missingRecommended(front: FrontMatter, from: DraftDocument): readonly Diagnostic[] {
  if (from.frontMatter?.broken) return [];
  return recommended[front.kind]
    .filter((key) => from.frontMatter?.places.key([key]) === undefined)
    .map((key) => report("yaml/recommended-key", from.opening, { key, kind: front.kind }));
}

const nowhere: Places = { value: () => undefined, key: () => undefined };

function readHistory(from: DraftDocument): Result<{ readonly rows: History["history"]; readonly places: Places }> {
  const { history } = from;
  if (!history || (history.value === null && !history.broken)) return ok({ rows: [], places: nowhere });
  const read = salvage(History, { data: history, name: "history.yaml" }, wholeList);
  return ok({ rows: read.value?.history ?? [], places: history.places }, read.diagnostics);
}
