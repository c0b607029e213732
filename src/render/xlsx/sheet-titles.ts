// What each table's sheet is called: in words a reader knows, within the 31 characters that a sheet's name may have.
import { shortKinds } from "./kinds.ts";
import { SheetNames, sheetLength } from "./names.ts";
import type { AppraisalWords, OrderedTable } from "./order.ts";

/** A table's plain title, and names of sheets in the tables' order. */
export function sheetTitles(
  tables: readonly OrderedTable[],
  kept: readonly string[],
  title: (one: OrderedTable) => string,
): readonly string[] {
  const names = new SheetNames();
  for (const name of kept) names.claim(name);
  const appraisals = new Set(tables.flatMap(({ belongs }) => (belongs ? [belongs.appraisal] : [])));
  return tables.map((one) => names.claim(...wordings(one, tables, appraisals.size, title)));
}

function wordings(
  one: OrderedTable,
  all: readonly OrderedTable[],
  appraisals: number,
  title: (one: OrderedTable) => string,
): readonly string[] {
  const { table, belongs } = one;
  const words = title(one);
  if (belongs) {
    const { appraisal, option } = belongs;
    const of = (other: OrderedTable) => {
      const short = shortKinds[other.table.kind] ?? other.table.kind;
      return appraisals > 1 ? `${humanised(appraisal.id)} ${short}` : humanised(short);
    };
    if (!option) return [of(one), words];
    // An option has the same words on all its sheets, or those that fit on none of them.
    const sheets = all.filter((o) => o.belongs?.appraisal === appraisal && o.belongs.option === option);
    const fits = sheets.every((o) => `${of(o)}, ${option.title}`.length <= sheetLength);
    return [`${of(one)}, ${fits ? option.title : shortOption(option)}`, words];
  }
  const alone = table.kind !== "table" && all.filter((other) => other.table.kind === table.kind).length === 1;
  const own = humanised(alone ? table.kind : table.id);
  // Titles that a register makes begin alike, so a long one gives way to the table's own name.
  return table.kind !== "table" && words.length > sheetLength ? [own, words] : [words, own];
}

/** The id as words, in capitals where it is the first letters of the title: "bau" of "Business as usual". */
function shortOption({ id, title }: AppraisalWords["options"][number]): string {
  const initials = title
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join("");
  return initials.length > 1 && initials.toLowerCase() === id.toLowerCase() ? id.toUpperCase() : humanised(id);
}

function humanised(name: string): string {
  const words = name.replace(/[.-]+/g, " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
