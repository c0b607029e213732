// Where numbers and titles of contents stand. All contents of a document share their styles, and so these columns.
import type { Theme } from "../../../schemas/house.ts";
import type { Contents, ContentsEntry, Document } from "../../document/document.ts";
import type { Faces } from "./faces.ts";
import { hangs } from "./numbering.ts";

interface Column {
  /** Left edge of the number, in points. */
  readonly left: number;
  /** Room for the number; none where no entry of the level has one. */
  readonly number: number;
}

/** Columns of entries by level, and of entries of lists of tables and figures. */
export interface ContentsColumns {
  readonly headings: readonly Column[];
  readonly lists: Column;
}

const indentStep = 14;
const narrowest = 24;
const gap = 10;

/** Columns wide enough for the numbers of all entries. */
export function contentsColumns(document: Document, theme: Theme, { measure }: Faces): ContentsColumns {
  const all = document.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Contents => block.type === "contents" && block.look === "list"),
  );
  const widest = (entries: readonly ContentsEntry[], bold: boolean): number => {
    const widths = entries.flatMap(({ number }) => (number ? [measure(number, theme.body.size, bold) + gap] : []));
    return widths.length > 0 ? Math.max(narrowest, ...widths) : 0;
  };
  const listed = all.flatMap((node) => (node.of === "headings" ? node.entries : []));
  const others = all.flatMap((node) => (node.of === "headings" ? [] : node.entries));
  const headings: Column[] = [];
  let left = 0;
  for (let level = 1; level <= 6; level++) {
    const numbered = listed.filter((entry) => entry.level === level && inColumn(entry, theme, measure));
    const number = widest(numbered, level === 1);
    headings.push({ left, number });
    left += number > 0 ? number : indentStep;
  }
  return { headings, lists: { left: 0, number: widest(others, false) } };
}

/** A number such as "Appendix A" stands before its title, as it does in the heading. */
export function inColumn({ number, level }: ContentsEntry, theme: Theme, measure: Faces["measure"]): boolean {
  return number !== undefined && number !== "" && hangs(number, level, theme, measure);
}
