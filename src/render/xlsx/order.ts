// Which tables have a sheet, in which order, under which headings.
import type { DocumentModel, TableKind, TableModel } from "../../compute/model.ts";
import { type KindPlan, parts } from "./kinds.ts";

/** An option appraisal as sheets speak of it. */
export interface AppraisalWords {
  readonly id: string;
  /** Markdown. */
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly preferred: string | undefined;
}

/** A table of an appraisal, perhaps of one of its options. */
export interface Belonging {
  readonly appraisal: AppraisalWords;
  readonly option: AppraisalWords["options"][number] | undefined;
}

/** A table under its heading, which is Markdown. */
export interface OrderedTable {
  readonly table: TableModel;
  readonly part: string;
  readonly belongs: Belonging | undefined;
}

/** The tables that have numbers, those a reader wants first before those they are worked out from. */
export function orderedTables(model: DocumentModel, plan: KindPlan): readonly OrderedTable[] {
  const appraisals = appraisalWords(model);
  const all = [...model.tables.values()].filter(hasNumbers).map((table) => ({
    table,
    belongs: belonging(table, appraisals),
  }));
  const inPart = (kinds: readonly TableKind[]) => all.filter(({ table }) => kinds.includes(table.kind));
  if (!plan.others) {
    const part = parts.find(({ kinds }) => kinds.some((kind) => plan.order.includes(kind)))?.title ?? "";
    return plan.order.flatMap((kind) => inPart([kind])).map((one) => ({ ...one, part }));
  }
  return parts.flatMap(({ title, kinds }) =>
    title === undefined
      ? appraisals.flatMap((appraisal) =>
          byOption(
            inPart(kinds).filter(({ belongs }) => belongs?.appraisal === appraisal),
            kinds,
            appraisal,
          ).map((one) => ({ ...one, part: appraisal.title })),
        )
      : kinds.flatMap((kind) => inPart([kind])).map((one) => ({ ...one, part: title })),
  );
}

function hasNumbers(table: TableModel): boolean {
  return (
    table.columns.some((c) => c.type === "number") ||
    table.rows.some((row) => [...row.cells.values()].some((c) => c.content.type === "number"))
  );
}

/** Titles and options as the registers have them. */
function appraisalWords({ document }: DocumentModel): readonly AppraisalWords[] {
  const { "option-appraisals": appraisals = {}, options: sets = {} } = document.registers.data;
  return Object.entries(appraisals).map(([id, { title, options, preferred }]) => ({
    id,
    title,
    options: Object.entries(sets[options]?.options ?? {}).map(([option, o]) => ({ id: option, title: o.title })),
    preferred,
  }));
}

/** A generated table's id is `appraisal.kind` or `appraisal.option.kind`. */
function belonging(table: TableModel, appraisals: readonly AppraisalWords[]): Belonging | undefined {
  const appraisal = appraisals.find(({ id }) => table.id.startsWith(`${id}.`) && table.id.endsWith(`.${table.kind}`));
  if (!appraisal || table.kind === "table") return undefined;
  const between = table.id.slice(appraisal.id.length + 1, -table.kind.length - 1);
  return { appraisal, option: appraisal.options.find(({ id }) => id === between) };
}

/** Tables of all options first, then those of the preferred option, then those of each other one. */
function byOption<T extends { readonly table: TableModel; readonly belongs: Belonging | undefined }>(
  tables: readonly T[],
  kinds: readonly TableKind[],
  { options, preferred }: AppraisalWords,
): readonly T[] {
  const ranked = [undefined, preferred, ...options.map(({ id }) => id).filter((id) => id !== preferred)];
  const rank = ({ table, belongs }: T) =>
    ranked.indexOf(belongs?.option?.id) * kinds.length + kinds.indexOf(table.kind);
  return [...tables].sort((a, b) => rank(a) - rank(b));
}
