// Headings of appendices count by themselves, "Appendix A" and A.1 under it, in one list of many levels with its styles.
import type { Document, Heading, HeadingLevel } from "../../document/document.ts";
import { formatNumber, readNumber } from "./counters.ts";
import type { Marker } from "./numbering.ts";

const styles = ["AppendixHeading1", "AppendixHeading2", "AppendixHeading3"] as const;

/** Style of the headings of appendices on a level; deeper ones have none. */
export function appendixStyle(level: number): (typeof styles)[number] | undefined {
  return styles[level - 1];
}

/** True for a heading with a number of the appendices. */
export function isAppendix(heading: Heading, document: Document): boolean {
  if (!heading.ownNumber || heading.role !== undefined) return false;
  return document.sections.some(({ role, blocks }) => role === "appendix" && blocks.includes(heading));
}

interface Appendices {
  readonly reference: string;
  readonly scheme: readonly HeadingLevel[];
  counters: readonly number[];
}

/** Markers of the headings of appendices; undefined where a number does not follow from those before it. */
export function countAppendices(
  document: Document,
  define: (scheme: readonly HeadingLevel[]) => string,
): (heading: Heading) => Marker | undefined {
  let made: Appendices | undefined;
  return (heading) => {
    const { level, number } = heading;
    if (number === undefined || !isAppendix(heading, document)) return undefined;
    made ??= begin(heading, document.headingScheme, define);
    if (!made) return undefined;
    const counters = [...made.counters.slice(0, level - 1)];
    counters[level - 1] = (made.counters[level - 1] ?? 0) + 1;
    const shown = made.scheme.map((_, i) => counters[i] ?? 1);
    if (formatNumber(made.scheme, level, shown).trim() !== number.trim()) return undefined;
    made.counters = counters;
    const by = appendixStyle(level);
    return { reference: made.reference, level: level - 1, ...(by ? { by } : {}) };
  };
}

/** The first appendix says how they are numbered; what stands under them follows the document's scheme. */
function begin(
  { level, number = "" }: Heading,
  [, ...below]: readonly HeadingLevel[],
  define: (scheme: readonly HeadingLevel[]) => string,
): Appendices | undefined {
  const first = level === 1 ? readNumber(number) : undefined;
  if (first?.value !== 1) return undefined;
  const scheme = [{ pattern: first.pattern, style: first.style }, ...below];
  return { reference: define(scheme), scheme, counters: [] };
}
