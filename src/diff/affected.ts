// Which sections of a document a reader sees changed: what "sections affected" and "changed since" print.
import type { Document } from "../document/document.ts";
import { keptInOrder, match } from "./match.ts";
import { readSections, type Section } from "./reading.ts";

/** A heading of the first level; one that was taken out keeps its earlier number and title. */
export interface ChangedSection {
  /** Id of the heading; "" for what stands before the first one. */
  readonly id: string;
  /** As printed: "3 Strategic case"; "Front page" for what stands before the first heading. */
  readonly label: string;
}

interface Chapter {
  readonly id: string;
  readonly level: number;
  readonly title: string;
  readonly label: string;
  readonly form: string;
  readonly words: readonly string[];
}

/** The front, then a chapter for each heading of the first level with all that stands below it. */
function chapters(document: Document): readonly Chapter[] {
  const parts: Section[][] = [];
  for (const section of readSections(document)) {
    if (section.level <= 1) parts.push([section]);
    else parts.at(-1)?.push(section);
  }
  return parts.flatMap((sections) => {
    const [first] = sections;
    if (!first) return [];
    const { id, level, title, label } = first;
    const form = sections.map((s) => s.form).join("\n");
    return [{ id, level, title, label, form, words: sections.flatMap((s) => s.words) }];
  });
}

/**
 * Chapters whose content a reader sees differ, in the order of the later document, each removed one before what followed it.
 * Control tables, sign-off, running matter, contents, and numbers that only moved on do not count; a changed title,
 * classification or marking counts as the front.
 */
export function changedSections(before: Document, after: Document): readonly ChangedSection[] {
  const [earlier, later] = [chapters(before), chapters(after)];
  if (sameText(earlier, later)) return [];
  const pairs = match(earlier, later);
  const kept = keptInOrder(pairs);
  const changed: ChangedSection[] = [];
  const gone = new Set(earlier.keys());
  for (const [b] of pairs) gone.delete(b);
  let next = 0;
  const removedBefore = (end: number) => {
    for (; next < end; next++) {
      const chapter = earlier[next];
      if (chapter && gone.has(next)) changed.push({ id: chapter.id, label: chapter.label });
    }
  };
  for (const [a, chapter] of later.entries()) {
    const pair = pairs.find(([, at]) => at === a);
    if (pair && kept.has(pair)) removedBefore(pair[0]);
    const same = pair && kept.has(pair) && earlier[pair[0]]?.form === chapter.form;
    if (!same) changed.push({ id: chapter.id, label: chapter.label });
  }
  removedBefore(earlier.length);
  return changed;
}

/** True where a reader finds the same content in both, whatever is said of version, status, date, approvals and sign-off. */
export function sameForReader(before: Document, after: Document): boolean {
  return sameText(readSections(before), readSections(after));
}

function sameText(before: readonly { readonly form: string }[], after: readonly { readonly form: string }[]): boolean {
  const text = (parts: readonly { readonly form: string }[]) => parts.map((p) => p.form).join("\n");
  return text(before) === text(after);
}
