// Figures that need themselves: one finding for each formula that closes a loop, however many figures pass through it.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";

interface Member {
  readonly name: string;
  readonly origin: Span | undefined;
}

export interface Loops {
  /** The finding for a loop of figures, each of which needs the next and the last the first; none where its formulas were told. */
  tell(loop: readonly Member[]): readonly Diagnostic[];
}

/** Names of a loop that a message spells out at its ends. */
const shownAtEnds = 3;
/** Other formulas of a loop that are pointed at. */
const mostNotes = 6;

/** No loops yet. `written` tells whether an author's formula stands at a place: only those can be corrected. */
export function createLoops(written: (at: Span) => boolean): Loops {
  const told = new Set<string>();

  function tell(loop: readonly Member[]): readonly Diagnostic[] {
    const formulas = loop.filter(({ origin }) => origin !== undefined && written(origin));
    const places = new Map((formulas.length > 0 ? formulas : loop).map((member) => [key(member.origin), member]));
    const first = [...places].find(([place]) => !told.has(place))?.[1];
    if (!first) return [];
    for (const place of places.keys()) told.add(place);
    const others = [...places.values()].filter((member) => member !== first && member.origin !== undefined);
    const from = loop.indexOf(first);
    const names = [...loop.slice(from), ...loop.slice(0, from), first].map((member) => member.name);
    const notes = others.slice(0, mostNotes).map(({ name, origin }) => ({
      message: `\`${name}\` is worked out here`,
      ...(origin ? { span: origin } : {}),
    }));
    return [report("figure/cycle", first.origin, { loop: shortened(names) }, { notes })];
  }

  return { tell };
}

const key = (at: Span | undefined): string => (at ? `${at.file}:${at.start}` : "");

function shortened(names: readonly string[]): readonly string[] {
  if (names.length <= 2 * shownAtEnds + 1) return names;
  return [...names.slice(0, shownAtEnds), "…", ...names.slice(-shownAtEnds)];
}
