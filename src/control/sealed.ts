// What a release states in the message of its tag, so that a row changed afterwards is found out.
import type { TagFact } from "../workspace/sources.ts";
import { asLine, literally } from "./as-markdown.ts";

/** A tag's message: what changed, then the row that is sealed. */
export function tagMessage(change: string, date: string, status: string): string {
  return `${change}\n\nVersion-date: ${date}\nVersion-status: ${status}\n`;
}

/** Day and status that a tag seals; undefined for a tag made by hand, which states neither. */
export function sealedRow(tag: TagFact): { readonly date: string; readonly status: string } | undefined {
  const stated = (name: string): string | undefined =>
    new RegExp(`^Version-${name}: (.+)$`, "m").exec(tag.body)?.[1]?.trim();
  const [date, status] = [stated("date"), stated("status")];
  return date === undefined || status === undefined ? undefined : { date, status };
}

/** What a tag tells of its version where the history has no row. A release wrote Markdown; a tag made by hand holds words. */
export function tagRow(tag: TagFact): { readonly date: string; readonly status: string; readonly change: string } {
  const sealed = sealedRow(tag);
  return sealed
    ? { ...sealed, change: asLine(tag.subject) }
    : { date: tag.date, status: "", change: literally(tag.subject) };
}
