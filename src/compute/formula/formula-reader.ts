// Reads each formula once while it is in use: a column's formula comes back in every row.
import { type Parsed, parseFormula } from "./expression.ts";

const slotCount = 64;

/**
 * A reader that keeps the latest trees, one for each slot that a text falls into. (A map that is emptied now and then
 * would drag all its dead trees along until the whole heap is searched: a third of the memory of a large model.)
 */
export function formulaReader(): (text: string) => Parsed {
  const slots: { readonly text: string; readonly parsed: Parsed }[] = [];
  return (text) => {
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
    const at = (hash >>> 0) % slotCount;
    const kept = slots[at];
    if (kept?.text === text) return kept.parsed;
    const parsed = parseFormula(text);
    slots[at] = { text, parsed };
    return parsed;
  };
}
