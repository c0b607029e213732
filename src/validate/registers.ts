// Joins the data files of a programme or a document into one set of registers, with places.
import { DataFile } from "../../schemas/data.ts";
import type { Programme } from "../../schemas/programme.ts";
import { brokenText } from "../../schemas/scalars.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Data, Path, Places } from "../parse/draft.ts";
import { ok, type Result } from "../result.ts";
import type { Registers } from "./case.ts";
import { placeOfKey, type Subject } from "./locate.ts";
import { type Mending, salvage, wholeList } from "./salvage.ts";

/** Registers under construction: each entry with the file it came from. */
interface Part {
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Places;
  readonly subject: Subject;
}

/** In a table a wrong cell or column is held by something that says nothing; elsewhere an entry loses what is wrong. */
const inData: Mending = { extent: partOf, standIn: standInFor, amount: "unknown" };

/** A list inside an entry goes whole; a list that is the entry goes with it. */
function partOf(path: Path): Path {
  const [register, , part] = path;
  if (register === "lists") return path.slice(0, 2);
  if (register !== "tables") return wholeList(path);
  if (part === "rows") return path.slice(0, 5);
  if (part === "parameters") return path.slice(0, 4);
  if (part === "columns" && path.length === 3) return path.slice(0, 2);
  return wholeList(path);
}

function standInFor(path: Path): unknown {
  const [register, , part] = path;
  if (register !== "tables") return undefined;
  if (part === "title" && path.length === 3) return brokenText;
  if (part === "columns" && path.length === 4) return "text";
  // Formulas that use the parameter then have no value either, and say nothing more.
  if (part === "parameters" && path.length === 4) return "unknown";
  if (part === "rows" && path.length === 4) return { section: brokenText };
  if (part === "rows" && path.length === 5) return brokenText;
  return undefined;
}

/** Sections that make sense only as a whole, so that a document's own take the place of the shared ones. */
const wholes = new Set(["adjust", "phase", "combine"]);

/** Reads shared data files, programme.yaml's own registers first. */
export function sharedRegisters(
  files: readonly Data[],
  programme: Programme | undefined,
  source: Subject | undefined,
): Result<Registers> {
  const first = programme && source ? [programmePart(programme, source)] : [];
  return join(files, first);
}

/** Reads a document's own data files. */
export function ownRegisters(files: readonly Data[]): Result<Registers> {
  return join(files, []);
}

/** A document's registers: its own entries over the shared ones of the same name. */
export function overlay(shared: Registers, own: Registers): Registers {
  const data: Record<string, unknown> = { ...shared.data };
  for (const [name, value] of Object.entries(own.data)) {
    const below = data[name];
    data[name] = isMap(value) && isMap(below) && !wholes.has(name) ? { ...below, ...value } : value;
  }
  const ownHas = (path: Path): boolean =>
    own.places.key(path.slice(0, wholes.has(String(path[0])) ? 1 : 2)) !== undefined;
  const pick = (path: Path): Places => (ownHas(path) ? own.places : shared.places);
  return {
    // Both were checked by the schema, and joining them entry by entry keeps their shape.
    data: data as DataFile,
    places: { value: (path) => pick(path).value(path), key: (path) => pick(path).key(path) },
    broken: new Set([...(shared.broken ?? []), ...(own.broken ?? [])]),
  };
}

function programmePart(programme: Programme, subject: Subject): Part {
  const { people, boards, projects, workstreams } = programme;
  const data = Object.fromEntries(
    Object.entries({ people, boards, projects, workstreams }).filter(([, register]) => register !== undefined),
  );
  return { data, places: subject.data.places, subject };
}

function join(files: readonly Data[], first: readonly Part[]): Result<Registers> {
  const problems: Diagnostic[] = [];
  const broken = new Set<string>();
  const parts: Part[] = [...first];
  for (const file of files) {
    if (file.value === null && !file.broken) continue;
    const subject: Subject = { data: file, name: baseName(file.file) };
    const read = salvage(DataFile, subject, inData);
    problems.push(...read.diagnostics);
    for (const path of read.left) broken.add(path.slice(0, 2).join("."));
    if (file.broken || read.value === undefined) broken.add("*");
    if (!read.value) continue;
    parts.push({ data: read.value, places: file.places, subject });
  }
  const joined = joinParts(parts);
  return ok({ ...joined.value, broken }, [...problems, ...joined.diagnostics]);
}

function joinParts(parts: readonly Part[]): Result<Registers> {
  const problems: Diagnostic[] = [];
  const data: Record<string, unknown> = {};
  const home = new Map<string, Part>();
  const keep = (name: string, part: Part, path: Path): boolean => {
    const before = home.get(name);
    if (!before) {
      home.set(name, part);
      return true;
    }
    const id = String(path.at(-1));
    const notes = [{ message: "it stands here first", span: placeOfKey(before.subject, path) }];
    const details = { id, register: path.length > 1 ? String(path[0]) : "data" };
    problems.push(report("register/duplicate-id", placeOfKey(part.subject, path), details, { path, notes }));
    return false;
  };
  for (const part of parts) {
    for (const [register, value] of Object.entries(part.data)) {
      if (value === undefined) continue;
      if (!isMap(value)) {
        if (keep(register, part, [register])) data[register] = value;
        continue;
      }
      const entries: Record<string, unknown> = isMap(data[register]) ? data[register] : {};
      for (const [id, entry] of Object.entries(value)) {
        if (keep(nameOf(register, id), part, [register, id])) entries[id] = entry;
      }
      data[register] = entries;
      if (!home.has(register)) home.set(register, part);
    }
  }
  const of = (path: Path): Places | undefined =>
    (home.get(nameOf(String(path[0]), String(path[1]))) ?? home.get(String(path[0])))?.places;
  const places: Places = { value: (path) => of(path)?.value(path), key: (path) => of(path)?.key(path) };
  // Every part was checked by the schema, and joining them entry by entry keeps their shape.
  return ok({ data: data as DataFile, places }, problems);
}

// A line end stands in no key, so the two names cannot be mistaken for others.
function nameOf(register: string, id: string): string {
  return `${register}\n${id}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
