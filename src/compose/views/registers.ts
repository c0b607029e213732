// The registers a document can show, as the views read them.
import type { DocumentModel } from "../../compute/model.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import { suggest } from "../suggest.ts";
import type { ViewRequest } from "../view.ts";

export type Registers = DocumentModel["document"]["registers"]["data"];
export type Front = DocumentModel["document"]["front"];
/** One entry of a register. */
export type Entry<K extends keyof Registers> = NonNullable<Registers[K]> extends Record<string, infer E> ? E : never;

/** Registers of entries with ids that views list. */
type Listed = { [K in keyof Registers]-?: Entry<K> extends object ? K : never }[keyof Registers];

/** An entry with its id and its place in the data. */
export interface Item<T> {
  readonly id: string;
  readonly entry: T;
  readonly origin: Span | undefined;
}

export function registers(request: ViewRequest): Registers {
  return request.document.document.registers.data;
}

/** Place of a value of a register, or of the directive when it has none of its own. */
export function placeOf(request: ViewRequest, path: readonly (string | number)[]): Span | undefined {
  const places = request.document.document.registers.places;
  return places.value(path) ?? places.key(path) ?? request.origin;
}

/** Entries of a register that this document shows and `only` lets through, in the order of the data. */
export function items<K extends Listed>(
  request: ViewRequest,
  name: K,
  diagnostics: Diagnostic[],
): readonly Item<Entry<K>>[] {
  const register: Readonly<Record<string, Entry<K>>> = readRegister(registers(request)[name]);
  const documentId = request.document.document.id;
  const all = Object.entries(register)
    .map(([id, entry]): Item<Entry<K>> => ({ id, entry, origin: placeOf(request, [name, id]) }))
    .filter(({ entry }) => {
      const limited = field(entry, "documents");
      return !Array.isArray(limited) || limited.includes(documentId);
    });
  const chosen = choose(request, name, all, diagnostics);
  if (all.length === 0) diagnostics.push(...nothingToShow(request, name));
  return chosen;
}

// The schema has made each register a record of its entries; the generic key only hides that from the compiler.
function readRegister<T>(value: unknown): Readonly<Record<string, T>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, T>>) : {};
}

/** A field of an entry by its name as written in the data. */
function field(entry: unknown, name: string): unknown {
  return typeof entry === "object" && entry !== null ? Reflect.get(entry, name) : undefined;
}

function matches(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  if (typeof value === "boolean") return wanted === String(value) || wanted === (value ? "yes" : "no");
  return value !== undefined && String(value) === wanted;
}

/** Applies `only`: ids, the name of a group, or `field=value`. */
function choose<T>(
  request: ViewRequest,
  register: string,
  all: readonly Item<T>[],
  diagnostics: Diagnostic[],
): readonly Item<T>[] {
  const only = request.attributes.only?.trim();
  if (!only) return all;
  const filter = /^([\w-]+)\s*=\s*(.+)$/.exec(only);
  if (filter) {
    const [, name = "", wanted = ""] = filter;
    const found = all.filter(({ entry }) => matches(field(entry, name), wanted));
    if (found.length === 0)
      diagnostics.push(
        unknownValue(
          request,
          `only="${name}=…"`,
          wanted,
          all.map(({ entry }) => field(entry, name)).filter((v) => typeof v === "string"),
        ),
      );
    return found;
  }
  const grouped = all.filter(({ entry }) => field(entry, "group") === only || field(entry, "section") === only);
  if (grouped.length > 0) return grouped;
  return only.split(/[\s,]+/).flatMap((id) => {
    const found = all.find((item) => item.id === id);
    if (!found)
      diagnostics.push(
        ...unknownEntry(
          request,
          register,
          id,
          all.map((item) => item.id),
        ),
      );
    return found ? [found] : [];
  });
}

/** The entry that `of` names; without `of`, the only one there is. */
export function namedEntry<K extends Listed>(
  request: ViewRequest,
  name: K,
  diagnostics: Diagnostic[],
): Item<Entry<K>> | undefined {
  const register: Readonly<Record<string, Entry<K>>> = readRegister(registers(request)[name]);
  const ids = Object.keys(register);
  const id = request.attributes.of ?? (ids.length === 1 ? ids[0] : undefined);
  const entry = id === undefined ? undefined : register[id];
  if (id === undefined && ids.length === 0) diagnostics.push(...nothingToShow(request, name));
  else if (id === undefined) diagnostics.push(report("register/which-entry", request.origin, { register: name, ids }));
  else if (entry === undefined) diagnostics.push(...unknownEntry(request, name, id, ids));
  return id === undefined || entry === undefined ? undefined : { id, entry, origin: placeOf(request, [name, id]) };
}

/** Nothing where the entry was written but could not be read, which was reported. */
export function unknownEntry(
  request: ViewRequest,
  register: string,
  id: string,
  known: readonly string[],
): readonly Diagnostic[] {
  if (request.document.leftOut(`${register}.${id}`)) return [];
  return [report("register/unknown-entry", request.origin, { register, id }, suggest(id, known))];
}

/** Nothing where entries were written but could not be read. */
export function nothingToShow(request: ViewRequest, register: string): readonly Diagnostic[] {
  return request.document.leftOut(register) ? [] : [report("register/nothing-to-show", request.origin, { register })];
}

function unknownValue(request: ViewRequest, attribute: string, value: string, known: readonly string[]): Diagnostic {
  return report("register/unknown-value", request.origin, { attribute, value }, suggest(value, new Set(known)));
}

/** The value of an attribute that has a few known words; the first one when it is not given. */
export function choice<T extends string>(
  request: ViewRequest,
  attribute: string,
  known: readonly [T, ...T[]],
  diagnostics: Diagnostic[],
): T {
  const written = request.attributes[attribute];
  if (written === undefined) return known[0];
  const found = known.find((word) => word === written);
  if (found === undefined) diagnostics.push(unknownValue(request, attribute, written, known));
  return found ?? known[0];
}

/** Keys asked for in `columns`, in that order, or the view's own; keys nobody knows are reported. */
export function chosenKeys(
  request: ViewRequest,
  attribute: string,
  known: readonly string[],
  usual: readonly string[],
  diagnostics: Diagnostic[],
): readonly string[] {
  const written = request.attributes[attribute]?.trim();
  if (!written) return usual;
  const keys = [...new Set(written.split(/[\s,]+/))];
  const right = keys.filter((key) => known.includes(key));
  // A table whose file could not be read has no rows to name.
  const unread = request.document.leftOut(`tables.${request.attributes.of ?? ""}`);
  for (const key of keys)
    if (!known.includes(key) && !unread)
      diagnostics.push(
        report("register/no-such-column", request.origin, { attribute, column: key }, suggest(key, known)),
      );
  return right.length > 0 ? right : usual;
}

/** A whole number given as an attribute. */
export function numberAttribute(
  request: ViewRequest,
  attribute: string,
  usual: number,
  diagnostics: Diagnostic[],
): number {
  const written = request.attributes[attribute];
  if (written === undefined) return usual;
  if (/^[1-9]\d?$/.test(written)) return Number(written);
  diagnostics.push(unknownValue(request, attribute, written, ["1", "2", "3"]));
  return usual;
}
