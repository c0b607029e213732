// Entries of registers that two documents have under one id, with other scores or dates.
import { milestoneDates } from "../../schemas/registers.ts";
import type { DocumentModel } from "../compute/model.ts";
import type { Difference } from "./differences.ts";

/** What readers compare, by register. */
const compared = {
  risks: ["likelihood", "impact", "rating"],
  milestones: ["when"],
  meetings: ["date"],
} as const;
type Register = keyof typeof compared;

/** Own entries of a document whose title is the same elsewhere but whose scores or dates are not. */
export function entryDifferences(document: DocumentModel, all: readonly DocumentModel[]): readonly Difference[] {
  const registers: readonly Register[] = ["risks", "milestones", "meetings"];
  return registers.flatMap((register) =>
    Object.entries(document.document.own[register] ?? {}).flatMap(([id, entry]) => {
      for (const other of all) {
        const there = other === document ? undefined : other.document.registers.data[register]?.[id];
        if (there === undefined || title(there) !== title(entry)) continue;
        const otherOwn = Object.hasOwn(other.document.own[register] ?? {}, id);
        if (otherOwn && all.indexOf(other) > all.indexOf(document)) continue;
        const here = (key: string) => said(fieldOf(document, entry, key));
        const elsewhere = (key: string) => said(fieldOf(other, there, key));
        const key = compared[register].find((k) => here(k) !== elsewhere(k));
        if (key === undefined) continue;
        return [difference(document, other, [register, id, key], here(key), elsewhere(key))];
      }
      return [];
    }),
  );
}

function difference(
  document: DocumentModel,
  other: DocumentModel,
  path: readonly [string, string, string],
  here: string,
  there: string,
): Difference {
  const [register, id, key] = path;
  const at = (model: DocumentModel) =>
    model.document.registers.places.value(path) ?? model.document.registers.places.key([register, id]);
  return {
    names: [`${register}.${id}`],
    what: `The ${key} of \`${register}.${id}\``,
    here,
    there,
    hereAt: at(document),
    thereAt: at(other),
    same: true,
  };
}

/** A field of an entry; the date of a milestone that is a meeting is the meeting's. */
function fieldOf(document: DocumentModel, entry: object, name: string): unknown {
  const { milestones, meetings } = document.document.registers.data;
  const milestone = name === "when" ? Object.values(milestones ?? {}).find((m) => m === entry) : undefined;
  return milestone ? milestoneDates(milestone, meetings) : field(entry, name);
}

function field(entry: object, name: string): unknown {
  return Reflect.get(entry, name);
}

function title(entry: object): unknown {
  return field(entry, "title") ?? field(entry, "body") ?? field(entry, "label");
}

/** A score or date as a message says it. */
function said(value: unknown): string {
  if (value === undefined) return "not given";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.map(said).join(", ");
  const written = Reflect.get(value, "written");
  return typeof written === "string" ? written : JSON.stringify(value);
}
