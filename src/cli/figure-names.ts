// Finds the figure somebody means by what they typed.
import type { Figure } from "../compute/model.ts";
import { nearest } from "../diagnostics/nearest.ts";

export type Found =
  | { readonly type: "figure"; readonly figure: Figure }
  /** Several figures that begin with the name, or answer to it. */
  | { readonly type: "several"; readonly figures: readonly Figure[] }
  | { readonly type: "none"; readonly close: string | undefined };

/** Letters and digits with one mark between words, whatever stood there. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*\{\{\s*(?:money|percent|number)\s+|\s*\}\}\s*$/g, "")
    .replace(/[^\p{L}\p{N}/]+/gu, ".")
    .replace(/^\.|\.$/g, "");

const matching: readonly ((wanted: string, name: string, figure: Figure) => boolean)[] = [
  (wanted, name) => folded(name) === wanted,
  (wanted, name) => folded(turned(name)) === wanted,
  (wanted, _, figure) => folded(figure.label) === wanted,
  (wanted, name) => folded(name).startsWith(`${wanted}.`),
  (wanted, name, figure) => `.${folded(name)}.${folded(figure.label)}.`.includes(`.${wanted}.`),
];

/** A name in any case, with any marks between its words, as row and column or column and row; or a label, or a part of either. */
export function findFigure(figures: ReadonlyMap<string, Figure>, asked: string): Found {
  const exact = figures.get(asked);
  if (exact) return { type: "figure", figure: exact };
  const wanted = folded(asked);
  for (const matches of wanted === "" ? [] : matching) {
    const found = new Map<string, Figure>();
    for (const [name, figure] of figures) if (matches(wanted, name, figure)) found.set(figure.name, figure);
    const [only, ...others] = found.values();
    if (only)
      return others.length === 0 ? { type: "figure", figure: only } : { type: "several", figures: [...found.values()] };
  }
  return { type: "none", close: nearest(asked, figures.keys()) };
}

/** table.column.row for table.row.column. */
function turned(name: string): string {
  const [last, before, ...rest] = name.split(".").reverse();
  if (last === undefined || before === undefined || rest.length === 0) return name;
  return [...rest.reverse(), last, before].join(".");
}
