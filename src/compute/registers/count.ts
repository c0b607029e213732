// How many entries a register, table or list has; prose never counts by hand.
import type { CaseDocument } from "../../validate/case.ts";
import type { DocumentModel } from "../model.ts";

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What can be counted, by name: registers, tables, lists, the options of a set, the schemes of the Better Care Fund. */
function find(document: CaseDocument, name: string): readonly (readonly [string, unknown])[] | undefined {
  const data: Entry = document.registers.data;
  const tables = document.registers.data.tables ?? {};
  const lists = document.registers.data.lists ?? {};
  if (Object.hasOwn(lists, name)) return (lists[name] ?? []).map((text, i) => [String(i), text] as const);
  if (Object.hasOwn(tables, name)) {
    const rows = tables[name]?.rows ?? [];
    const columns = tables[name]?.columns ?? {};
    const marks = ["section", "group", "subtotal"].filter((key) => !Object.hasOwn(columns, key));
    return rows
      .filter((row) => !marks.some((key) => Object.hasOwn(row, key)))
      .map((row, i) => [String(i), row] as const);
  }
  if (Object.hasOwn(data, name)) {
    const register = data[name];
    return isEntry(register) ? Object.entries(register) : undefined;
  }
  const set = /^(options|lists|tables|better-care-fund)\.(.+)$/.exec(name);
  if (set?.[1] === "better-care-fund") {
    const part = Object.entries(document.registers.data["better-care-fund"] ?? {}).find(([key]) => key === set[2])?.[1];
    return isEntry(part) ? Object.entries(part) : undefined;
  }
  if (set?.[1] === "options") {
    const options = document.registers.data.options?.[set[2] ?? ""];
    return options ? Object.entries(options.options) : undefined;
  }
  if (set) return find(document, set[2] ?? "");
  return undefined;
}

function belongs(entry: unknown, document: string): boolean {
  if (!isEntry(entry)) return true;
  const only = entry.documents;
  return !Array.isArray(only) || only.includes(document);
}

function matches(id: string, entry: unknown, filter: string): boolean {
  const at = filter.indexOf("=");
  if (at < 0) return filter.split(/\s+/).includes(id);
  const key = filter.slice(0, at).trim();
  const wanted = filter.slice(at + 1).trim();
  const found = isEntry(entry) && Object.hasOwn(entry, key) ? entry[key] : undefined;
  if (Array.isArray(found)) return found.map(String).includes(wanted);
  return found !== undefined && String(found) === wanted;
}

/** The count for one document before its tables are worked out; CSV rows are counted by `countOf`. */
export function countEntries(document: CaseDocument, name: string, filter?: string): number | undefined {
  const entries = find(document, name);
  return entries?.filter(([id, entry]) => belongs(entry, document.id) && (!filter || matches(id, entry, filter)))
    .length;
}

/**
 * Number of entries of a register (`risks`), table (`pots`), list (`aims`) or set of options (`options.main`) that
 * the document shows. `filter` is `key=value`, or ids with spaces between. Undefined for a name that is none of these.
 */
export function countOf(model: DocumentModel, name: string, filter?: string): number | undefined {
  const table = model.tables.get(name) ?? (name.startsWith("tables.") ? model.tables.get(name.slice(7)) : undefined);
  // A table that a register makes is counted as the register.
  if (table?.kind !== "table" || Object.hasOwn(model.document.registers.data.lists ?? {}, name))
    return countEntries(model.document, name, filter);
  const body = table.rows.filter((row) => row.kind === "body");
  if (!filter) return body.length;
  return body.filter((row) => {
    const cells = Object.fromEntries(
      [...row.cells].map(([key, cell]) => {
        const content = cell.content;
        if (content.type === "markdown") return [key, content.text];
        if (content.type === "rating") return [key, content.word];
        if (content.type === "tick") return [key, content.on ? "yes" : "no"];
        return [key, content.type === "number" ? content.exact.toString() : content.type];
      }),
    );
    return matches(row.id ?? "", cells, filter);
  }).length;
}

/** Names that can be counted, for suggestions. */
export function countable(document: CaseDocument): readonly string[] {
  const data = document.registers.data;
  const registers = Object.entries(data).flatMap(([name, value]) =>
    isEntry(value) && !["tables", "lists", "figures", "stated", "phase", "adjust", "differs"].includes(name)
      ? [name]
      : [],
  );
  return [...registers, ...Object.keys(data.tables ?? {}), ...Object.keys(data.lists ?? {})];
}
