// A house's numbering of headings for one kind of document.
import type { House } from "../../schemas/house.ts";
import { counter } from "../document/counting.ts";
import type { HeadingLevel, NumberStyle } from "../document/document.ts";

export interface Scheme {
  readonly levels: readonly HeadingLevel[];
  readonly appendix: HeadingLevel;
}

/** The scheme a house has for a kind, or its usual one. */
export function schemeOf(house: House, kind: string): Scheme {
  const { default: usual, appendix, ...kinds } = house.headings;
  const own = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  const levels = (Array.isArray(own) ? own : usual).map(
    (level): HeadingLevel => ({ pattern: level.pattern, style: level.style ?? "decimal" }),
  );
  return {
    levels,
    appendix: { pattern: appendix?.pattern ?? "Appendix %1", style: appendix?.style ?? "upper-alpha" },
  };
}

/** A pattern with its counters: "%1.%2" and 3, 1 is "3.1". */
export function fill(pattern: string, counters: readonly number[], styles: readonly NumberStyle[]): string {
  return pattern.replace(/%([1-6])/g, (_, n: string) => {
    const i = Number(n) - 1;
    return counter(styles[i] ?? "decimal", counters[i] ?? 0);
  });
}

/** How a reference calls a heading's number: "Section 3.1", "Appendix B", "Section 2a". */
export function referenceWords(number: string, above: string): string {
  const bare = number.replace(/[\s.:)–—-]+$/u, "");
  const worded = /^(\p{L}{2,})\s+(.+)$/u.exec(bare);
  if (worded) {
    const [, word = "", rest = ""] = worded;
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}\u00a0${rest}`;
  }
  return `Section\u00a0${above}${bare}`;
}
