// Ids that name entries of registers: each must be there.
import type { DataFile } from "../../schemas/data.ts";
import type { Programme } from "../../schemas/programme.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Data, Path, Places } from "../parse/draft.ts";
import type { Registers } from "./case.ts";

type Target =
  | "organisations"
  | "people"
  | "boards"
  | "projects"
  | "workstreams"
  | "meetings"
  | "options"
  | "lines"
  | "price-indices"
  | "optimism-bias"
  | "option-appraisals";

/** What can be referred to, and what may be missing only because it was left out with its mistakes. */
export interface Known {
  readonly ids: { readonly [T in Target]: ReadonlySet<string> };
  /** Options by their set, and the set of each appraisal of options. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly appraisals: ReadonlyMap<string, string>;
  /** Folder names of the programme's documents. */
  readonly documents: ReadonlySet<string>;
  /** Those, and the names their folders had before: what is recorded of a document names the one it had then. */
  readonly recorded: ReadonlySet<string>;
  readonly broken: ReadonlySet<string>;
}

/** Where references stand in data: `*` is any key or index; a target in `keys` refers by the keys of a map. */
const inData: readonly { readonly path: readonly string[]; readonly to: Target; readonly keys?: true }[] = [
  { path: ["people", "*", "organisation"], to: "organisations" },
  { path: ["boards", "*", "organisation"], to: "organisations" },
  { path: ["boards", "*", "reports-to"], to: "boards" },
  { path: ["boards", "*", "members", "*", "person"], to: "people" },
  { path: ["boards", "*", "members", "*", "organisation"], to: "organisations" },
  { path: ["projects", "*", "lead"], to: "people" },
  { path: ["projects", "*", "workstreams"], to: "workstreams" },
  { path: ["workstreams", "*", "leads", "*", "organisation"], to: "organisations" },
  { path: ["workstreams", "*", "leads", "*", "person"], to: "people" },
  { path: ["milestones", "*", "meeting"], to: "meetings" },
  { path: ["milestones", "*", "after"], to: "meetings" },
  { path: ["meetings", "*", "board"], to: "boards" },
  { path: ["services", "*", "organisation"], to: "organisations" },
  { path: ["services", "*", "project"], to: "projects" },
  { path: ["benefits", "*", "shares"], to: "organisations", keys: true },
  { path: ["lines", "*", "index"], to: "price-indices" },
  { path: ["lines", "*", "optimism-bias"], to: "optimism-bias" },
  { path: ["lines", "*", "shares"], to: "organisations", keys: true },
  { path: ["option-appraisals", "*", "options"], to: "options" },
  { path: ["option-appraisals", "*", "lines"], to: "lines" },
  { path: ["option-appraisals", "*", "index"], to: "price-indices" },
  { path: ["funding", "*", "appraisal"], to: "option-appraisals" },
  { path: ["funding", "*", "sources", "*", "organisation"], to: "organisations" },
  { path: ["better-care-fund", "finance-summary"], to: "organisations", keys: true },
];

/** Where they stand in front matter; what matches `or` is no reference. */
const inFrontMatter: readonly { readonly path: readonly string[]; readonly to: Target; readonly or?: RegExp }[] = [
  { path: ["authors"], to: "people" },
  { path: ["owners"], to: "people" },
  { path: ["reviewers"], to: "people" },
  { path: ["contact"], to: "people" },
  { path: ["sponsor"], to: "people" },
  { path: ["programme-manager"], to: "people" },
  { path: ["project-manager"], to: "people" },
  { path: ["accountant"], to: "people" },
  { path: ["contributors", "*", "person"], to: "people" },
  { path: ["sign-off", "*", "person"], to: "people" },
  { path: ["sign-off", "*", "board"], to: "boards" },
  { path: ["projects"], to: "projects" },
  { path: ["meeting"], to: "meetings", or: /^\d{4}-\d{2}-\d{2}$/ },
  { path: ["plan", "local-authority"], to: "organisations" },
  { path: ["plan", "clinical-commissioning-groups"], to: "organisations" },
];

/** Folder names of a programme's documents, and those they had before. */
export interface Documents {
  readonly ids: readonly string[];
  readonly formerly: readonly string[];
}

/** What the registers of a programme or a document hold. */
export function knownIn(
  registers: Registers,
  programme: Programme | undefined,
  documents: Documents,
  lost: readonly string[] = [],
): Known {
  const { data } = registers;
  const { people, boards, projects, workstreams, meetings, options, lines } = data;
  const ids = (map: object | undefined): ReadonlySet<string> => new Set(Object.keys(map ?? {}));
  const broken = new Set([...(registers.broken ?? []), ...lost]);
  return {
    ids: {
      organisations: ids(programme?.organisations),
      people: ids(people),
      boards: ids(boards),
      projects: ids(projects),
      workstreams: ids(workstreams),
      meetings: ids(meetings),
      options: ids(options),
      lines: ids(lines),
      "price-indices": ids(data["price-indices"]),
      "optimism-bias": ids(data["optimism-bias"]),
      "option-appraisals": ids(data["option-appraisals"]),
    },
    options: new Map(Object.entries(options ?? {}).map(([id, set]) => [id, Object.keys(set.options)])),
    appraisals: new Map(Object.entries(data["option-appraisals"] ?? {}).map(([id, a]) => [id, a.options])),
    documents: new Set(documents.ids),
    recorded: new Set([...documents.ids, ...documents.formerly]),
    broken,
  };
}

/** Reports references in a data file that lead nowhere; entries with other mistakes are looked at too. */
export function checkWritten({ value, places }: Data, known: Known): readonly Diagnostic[] {
  return inData.flatMap(({ path, to, keys }) =>
    referencesAt(value, path, [], keys === true).flatMap((found) => check(found, to, places, known)),
  );
}

/** Reports what entries of registers name and nothing is: documents, and parts of the same entry. */
export function checkRegisters(data: DataFile, places: Places, known: Known): readonly Diagnostic[] {
  return [
    ...checkDocuments(data, places, known),
    ...checkSteps(data, places),
    ...checkOptions(data, places, known),
    ...checkMilestones(data, places, known),
  ];
}

/** Reports references in front matter, as written, that lead nowhere. */
export function checkFrontMatter(front: unknown, places: Places, known: Known): readonly Diagnostic[] {
  return inFrontMatter.flatMap(({ path, to, or }) =>
    referencesAt(front, path, [], false)
      .filter((found) => !or?.test(found.id))
      .flatMap((found) => check(found, to, places, known)),
  );
}

interface Found {
  readonly id: string;
  readonly path: Path;
  readonly isKey: boolean;
}

/** Texts, members of lists of texts, or keys of maps at a pattern. */
function referencesAt(value: unknown, pattern: readonly string[], at: Path, keys: boolean): readonly Found[] {
  const [step, ...rest] = pattern;
  if (step === undefined) {
    if (typeof value === "string") return [{ id: value, path: at, isKey: false }];
    if (Array.isArray(value)) return value.flatMap((v, i) => referencesAt(v, [], [...at, i], keys));
    if (keys && isObject(value)) return Object.keys(value).map((id) => ({ id, path: [...at, id], isKey: true }));
    return [];
  }
  if (Array.isArray(value)) {
    return step === "*" ? value.flatMap((v, i) => referencesAt(v, rest, [...at, i], keys)) : [];
  }
  if (!isObject(value)) return [];
  const names = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return names.flatMap((name) => referencesAt(Reflect.get(value, name), rest, [...at, name], keys));
}

function check(found: Found, to: Target, places: Places, known: Known): readonly Diagnostic[] {
  const ids = known.ids[to];
  if (ids.has(found.id)) return [];
  if (known.broken.has("*") || known.broken.has(to) || known.broken.has(`${to}.${found.id}`)) return [];
  const details = { id: found.id, register: to, nearest: nearest(found.id, ids) };
  return [report("register/unknown", placeOf(found, places), details, { path: found.path })];
}

/** `documents:` names folders; each unknown one is reported once, at its first place. */
function checkDocuments(data: DataFile, places: Places, known: Known): readonly Diagnostic[] {
  const uses = new Map<string, Found[]>();
  const inRecord = new Set(referencesAt(data, ["approvals", "*", "document"], [], false));
  for (const found of [...referencesAt(data, ["*", "*", "documents"], [], false), ...inRecord]) {
    if ((inRecord.has(found) ? known.recorded : known.documents).has(found.id)) continue;
    const others = uses.get(found.id);
    if (others) others.push(found);
    else uses.set(found.id, [found]);
  }
  return [...uses.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const close = nearest(first.id, known.documents);
    const details = { document: first.id, more: more.length, nearest: close, recorded: inRecord.has(first) };
    return [report("register/unknown-document", placeOf(first, places), details, { path: first.path })];
  });
}

function placeOf(found: Found, places: Places) {
  if (found.isKey) return places.key(found.path);
  // One id is read as a list of one, so its place is that of the key itself.
  return places.value(found.path) ?? places.value(found.path.slice(0, -1));
}

/** Links inside one entry: arrows of a pathway, and from a stage of a benefits map to the next. */
function checkSteps(data: DataFile, places: Places): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const one = (id: string, known: readonly string[], where: string, path: Path, isKey: boolean): void => {
    if (known.includes(id)) return;
    const span = placeOf({ id, path, isKey }, places);
    problems.push(report("register/unknown", span, { id, register: where, nearest: nearest(id, known) }, { path }));
  };
  for (const [id, diagram] of Object.entries(data.diagrams ?? {})) {
    if (diagram.kind !== "flow") continue;
    const steps = Object.keys(diagram.steps);
    for (const [name, step] of Object.entries(diagram.steps)) {
      const at = ["diagrams", id, "steps", name, "to"];
      const where = `the steps of ${id}`;
      if (Array.isArray(step.to)) for (const [i, to] of step.to.entries()) one(to, steps, where, [...at, i], false);
      else for (const to of Object.keys(step.to ?? {})) one(to, steps, where, [...at, to], true);
    }
  }
  for (const [id, map] of Object.entries(data["benefits-maps"] ?? {})) {
    const stages = Object.entries(map.stages);
    for (const [i, [stage, { entries }]] of stages.entries()) {
      const next = stages[i + 1];
      const known = Object.keys(next?.[1].entries ?? {});
      const where = next ? `stage ${next[0]} of ${id}` : `a stage after ${stage}, the last of ${id}`;
      for (const [name, entry] of Object.entries(entries)) {
        const at = ["benefits-maps", id, "stages", stage, "entries", name, "leads-to"];
        for (const [j, to] of (entry["leads-to"] ?? []).entries()) one(to, known, where, [...at, j], false);
      }
    }
  }
  return problems;
}

/** Options that appraisals and funding name: each is one of the set that is appraised. */
function checkOptions(data: DataFile, places: Places, known: Known): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const inSet = (id: string, set: string | undefined, path: Path): void => {
    const options = set === undefined ? undefined : known.options.get(set);
    if (!options || options.includes(id) || known.broken.has("*")) return;
    const details = { id, register: `options.${set}`, nearest: nearest(id, options) };
    problems.push(report("register/unknown", placeOf({ id, path, isKey: false }, places), details, { path }));
  };
  for (const [id, appraisal] of Object.entries(data["option-appraisals"] ?? {}))
    for (const part of ["baseline", "preferred"] as const)
      inSet(appraisal[part], appraisal.options, ["option-appraisals", id, part]);
  for (const [id, { appraisal, option }] of Object.entries(data.funding ?? {}))
    if (option !== undefined) inSet(option, known.appraisals.get(appraisal), ["funding", id, "option"]);
  return problems;
}

/** A milestone has a date of its own, or is a meeting that has one. */
function checkMilestones(data: DataFile, places: Places, known: Known): readonly Diagnostic[] {
  return Object.entries(data.milestones ?? {}).flatMap(([id, { when, meeting }]) => {
    if (when !== undefined || meeting !== undefined || known.broken.has(`milestones.${id}`)) return [];
    const path = ["milestones", id];
    return [report("register/milestone-without-date", places.key(path), { milestone: id }, { path })];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
