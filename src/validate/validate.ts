// Draft to Case: values that have the shape their schemas ask for, references that lead somewhere.
import { FrontMatter, History, recommended } from "../../schemas/case.ts";
import { Programme } from "../../schemas/programme.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Data, Draft, DraftDocument, Path, Places } from "../parse/draft.ts";
import { ok, type Result } from "../result.ts";
import type { Case, CaseDocument, Registers } from "./case.ts";
import { type Houses, housesOf } from "./houses.ts";
import { type Subject, valueAt } from "./locate.ts";
import { checkFrontMatter, checkRegisters, checkWritten, type Documents, type Known, knownIn } from "./references.ts";
import { overlay, ownRegisters, sharedRegisters } from "./registers.ts";
import { salvage } from "./salvage.ts";
import { frontMending, historyMending, isStandIn, likelyKind, programmeMending } from "./stand-ins.ts";

/** Checks everything in one run. Undefined when programme.yaml itself is unusable; a document that is, is left out. */
export function validate(draft: Draft): Result<Case | undefined> {
  const found: Diagnostic[] = [];
  const subject: Subject | undefined = draft.programme && { data: draft.programme, name: "programme.yaml" };
  const read = subject && salvage(Programme, subject, programmeMending(draft.houses.keys()));
  found.push(...(read?.diagnostics ?? []));
  const programme = read?.value;

  const shared = sharedRegisters(draft.data, programme, subject);
  found.push(...shared.diagnostics);
  const names = { ids: draft.documents.map((d) => d.id), formerly: draft.documents.flatMap(formerNames) };
  const lost = read?.left.map((path) => path.slice(0, 2).join(".")) ?? [];
  if (!programme || subject?.data.broken) lost.push("*");
  const known = knownIn(shared.value, programme, names, lost);
  const files = subject ? [subject.data, ...draft.data] : draft.data;
  found.push(...files.flatMap((file) => checkWritten(file, known)));
  found.push(...checkRegisters(shared.value.data, shared.value.places, known));

  const houses = housesOf(draft);
  const documents: CaseDocument[] = [];
  for (const from of draft.documents) {
    const document = readDocument(from, draft, programme, shared.value, houses, { names, lost });
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

/** Earlier folder names as written: registers are checked before front matter is. */
function formerNames({ frontMatter }: DraftDocument): readonly string[] {
  const front: unknown = frontMatter?.value;
  const written: unknown = typeof front === "object" && front !== null ? Reflect.get(front, "formerly") : undefined;
  return [written].flat().filter((name) => typeof name === "string");
}

function readDocument(
  from: DraftDocument,
  draft: Draft,
  programme: Programme | undefined,
  shared: Registers,
  houses: Houses,
  around: { readonly names: Documents; readonly lost: readonly string[] },
): Result<CaseDocument | undefined> {
  const found: Diagnostic[] = [];
  const own = ownRegisters(from.data);
  found.push(...own.diagnostics);
  const both = overlay(shared, own.value);
  const registers: Registers = { ...both, broken: new Set([...(both.broken ?? []), ...around.lost]) };
  const known: Known = knownIn(registers, programme, around.names, around.lost);
  found.push(...from.data.flatMap((file) => checkWritten(file, known)));
  found.push(...checkRegisters(own.value.data, own.value.places, known));
  const history = readHistory(from);
  found.push(...history.diagnostics);

  const subject: Subject = { data: readable(from), name: "the front matter", opening: from.opening };
  const read = readFrontMatter(subject);
  found.push(...read.diagnostics);
  const front = read.value;
  if (!front) return ok(undefined, found);
  const frontPlaces = subject.data.places;
  found.push(...checkFrontMatter(subject.data.value, frontPlaces, known));
  if (!read.broken.has("kind") && !subject.data.broken) found.push(...missingRecommended(front, from));

  const profile = front.profile ?? programme?.profile;
  if (profile === undefined) return ok(undefined, found);
  const span =
    front.profile === undefined ? draft.programme?.places.value(["profile"]) : frontPlaces.value(["profile"]);
  const looks = houses.find(profile, span);
  if (!looks) return ok(undefined, found);
  const calendar = registers.data.meetings && houses.calendar(looks.house);
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
      broken: new Set([...read.broken, ...(history.value.broken ? ["history"] : [])]),
      house: looks.house,
      theme: looks.theme,
      ...(looks.base ? { base: looks.base } : {}),
      ...(calendar ? { calendar } : {}),
    },
    found,
  );
}

function missingRecommended(front: FrontMatter, from: DraftDocument): readonly Diagnostic[] {
  return recommended[front.kind]
    .filter((key) => from.frontMatter?.places.key([key]) === undefined)
    .map((key) => report("yaml/recommended-key", from.opening, { key, kind: front.kind }));
}

const nowhere: Places = { value: () => undefined, key: () => undefined };

/** Front matter as data; where there is none that could be read, an empty map whose lacks are not reported again. */
function readable(from: DraftDocument): Data {
  const data = from.frontMatter;
  if (data && typeof data.value === "object" && data.value !== null && !Array.isArray(data.value)) return data;
  if (data && !data.broken && data.value !== null) return data;
  return {
    file: from.file,
    value: {},
    places: data?.places ?? nowhere,
    ...(data?.value === null && !data.broken ? {} : { broken: true }),
  };
}

interface ReadFront {
  readonly value: FrontMatter | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: ReadonlySet<string>;
}

/** Reads front matter with something in the place of what is wrong, so that the text below it is still checked. */
function readFrontMatter(subject: Subject): ReadFront {
  const written = valueAt(subject.data.value, ["kind"]);
  const read = salvage(FrontMatter, subject, frontMending(written));
  const broken = new Set(read.left.map((path) => String(path[0])));
  if (subject.data.broken) broken.add("*");
  if (!broken.has("kind") || subject.data.broken) return { value: read.value, diagnostics: read.diagnostics, broken };
  // Without a kind nothing else was checked: what is wrong for the kind that was most likely meant, but not what it lacks.
  const value = { ...Object(subject.data.value), kind: likelyKind(written) };
  const again = salvage(FrontMatter, { ...subject, data: { ...subject.data, value } }, frontMending(written));
  const others = again.diagnostics.filter((d) => d.code === "yaml/wrong-value");
  return { value: read.value, diagnostics: [...read.diagnostics, ...others], broken };
}

interface ReadHistory {
  readonly rows: History["history"];
  readonly places: Places;
  readonly broken: boolean;
}

function readHistory(from: DraftDocument): Result<ReadHistory> {
  const { history } = from;
  if (!history || (history.value === null && !history.broken)) return ok({ rows: [], places: nowhere, broken: false });
  const read = salvage(History, { data: history, name: "history.yaml" }, historyMending);
  const all = read.value?.history ?? [];
  const kept = all.flatMap((row, at) => (isStandIn(row) ? [] : [{ row, at }]));
  // Rows that were left out leave gaps: the places of the others are still found under their own numbers.
  const inFile = ([top, index, ...inner]: Path): Path =>
    typeof index === "number" && top !== undefined
      ? [top, kept[index]?.at ?? index, ...inner]
      : top === undefined
        ? []
        : [top];
  const places: Places = {
    value: (path) => history.places.value(inFile(path)),
    key: (path) => history.places.key(inFile(path)),
  };
  const broken = history.broken === true || read.value === undefined || kept.length < all.length;
  return ok({ rows: kept.map((k) => k.row), places, broken }, read.diagnostics);
}
