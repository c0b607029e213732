// Tables that the registers of figures make: appraisals, funding, scores, the Better Care Fund's second part.
import type { TableKind, TableModel } from "../../compute/model.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { View, ViewRequest } from "../view.ts";
import { nothingToShow, type Registers, registers, unknownEntry } from "./registers.ts";
import { tableBlock } from "./table.ts";

interface Made {
  /** Register whose entries the tables are made of. */
  readonly register: keyof Registers;
  /** What tells the tables of a kind apart: nothing, the entry, or the entry and one of its options. */
  readonly of: "nothing" | "entry" | "option";
}

const kinds = {
  "price-index": { register: "price-indices", of: "entry" },
  lines: { register: "option-appraisals", of: "entry" },
  "discount-factors": { register: "option-appraisals", of: "entry" },
  "option-flows": { register: "option-appraisals", of: "option" },
  "option-appraisal": { register: "option-appraisals", of: "entry" },
  "optimism-bias": { register: "optimism-bias", of: "entry" },
  "economic-financial": { register: "option-appraisals", of: "option" },
  "financial-case": { register: "option-appraisals", of: "option" },
  "partner-shares": { register: "option-appraisals", of: "option" },
  sensitivity: { register: "option-appraisals", of: "entry" },
  "switching-values": { register: "option-appraisals", of: "entry" },
  scenarios: { register: "option-appraisals", of: "entry" },
  funding: { register: "funding", of: "entry" },
  "option-scores": { register: "option-scores", of: "entry" },
  "risk-values": { register: "risks", of: "nothing" },
  progression: { register: "progression", of: "entry" },
  "finance-summary": { register: "better-care-fund", of: "nothing" },
  contingency: { register: "better-care-fund", of: "nothing" },
  schemes: { register: "better-care-fund", of: "nothing" },
  metrics: { register: "better-care-fund", of: "nothing" },
  "part-2-checks": { register: "better-care-fund", of: "nothing" },
} satisfies Partial<Record<TableKind, Made>>;

const attributesOf: Readonly<Record<Made["of"], readonly string[]>> = {
  nothing: [],
  entry: ["of"],
  option: ["of", "option"],
};

/** A view for each kind of generated table, by its name. */
export const generatedViews: Readonly<Record<string, View>> = Object.fromEntries(
  Object.entries(kinds).map(([kind, made]) => [kind, view(kind, made)]),
);

function view(kind: string, made: Made): View {
  return {
    attributes: [...attributesOf[made.of], "columns", "rows", "total", "as", "carry"],
    register: made.register,
    render(request) {
      const diagnostics: Diagnostic[] = [];
      const model = tableOf(request, kind, made, diagnostics);
      return { value: model ? [tableBlock(request, model, diagnostics)] : [], diagnostics };
    },
  };
}

/** The table that the attributes name; undefined with a finding where there is none. */
function tableOf(request: ViewRequest, kind: string, made: Made, diagnostics: Diagnostic[]): TableModel | undefined {
  const tables = [...request.document.tables.values()].filter((t) => t.kind === kind);
  if (made.of === "nothing") {
    if (tables.length === 0) diagnostics.push(...nothingToShow(request, made.register));
    return tables[0];
  }
  const entry = entryOf(request, kind, made, tables, diagnostics);
  if (entry === undefined) return undefined;
  if (made.of === "entry") return tables.find((t) => t.id === `${entry}.${kind}`);
  const option = optionOf(request, kind, entry, tables, diagnostics);
  return option === undefined ? undefined : tables.find((t) => t.id === `${entry}.${option}.${kind}`);
}

/** The entry that `of` names, or the only one that has a table of the kind. */
function entryOf(
  request: ViewRequest,
  kind: string,
  made: Made,
  tables: readonly TableModel[],
  diagnostics: Diagnostic[],
): string | undefined {
  const { register } = made;
  const written = Object.keys(registers(request)[register] ?? {});
  const has = (id: string) =>
    tables.some((t) => (made.of === "option" ? t.id.startsWith(`${id}.`) : t.id === `${id}.${kind}`));
  const ids = written.filter(has);
  const { of } = request.attributes;
  if (of === undefined) {
    if (ids.length === 1) return ids[0];
    if (ids.length > 1) diagnostics.push(report("register/which-entry", request.origin, { register, ids }));
    else if (written.length === 0) diagnostics.push(...nothingToShow(request, register));
    else diagnostics.push(...notMade(request, kind, register, written[0] ?? ""));
    return undefined;
  }
  if (ids.includes(of)) return of;
  diagnostics.push(
    ...(written.includes(of) ? notMade(request, kind, register, of) : unknownEntry(request, register, of, ids)),
  );
  return undefined;
}

/** The entry is there but says nothing of this kind, such as an appraisal without scenarios. */
function notMade(request: ViewRequest, kind: string, register: string, id: string): readonly Diagnostic[] {
  const { leftOut, figures } = request.document;
  // Without net present values there is nothing to switch; why they are not there was reported.
  const npsv = (name: string) => name.startsWith(`${id}.`) && name.endsWith(".npsv");
  if (kind === "switching-values" && [...figures].some(([name, { value }]) => value.type === "broken" && npsv(name)))
    return [];
  if (leftOut(register) || leftOut(`${register}.${id}`) || leadsNowhere(request, register, id)) return [];
  const help = `write what it is worked out from below \`${register}:\`, or take this line out`;
  return [report("register/nothing-to-show", request.origin, { register: kind }, { help })];
}

/** True for an entry that refers to what is not there: that was reported, and is why it has no table. */
function leadsNowhere(request: ViewRequest, register: string, id: string): boolean {
  const { funding = {}, options = {}, lines = {}, "option-appraisals": appraisals = {} } = registers(request);
  const named = register === "funding" ? funding[id]?.appraisal : id;
  const appraisal = Object.entries(appraisals).find(([known]) => known === named)?.[1];
  if (!appraisal) return register === "funding";
  const set = Object.entries(options).find(([known]) => known === appraisal.options)?.[1]?.options ?? {};
  if ((appraisal.lines ?? []).some((line) => !Object.hasOwn(lines, line))) return true;
  return [appraisal.preferred, appraisal.baseline].some((option) => !Object.hasOwn(set, option));
}

/** The option asked for, else the appraisal's preferred one. */
function optionOf(
  request: ViewRequest,
  kind: string,
  appraisal: string,
  tables: readonly TableModel[],
  diagnostics: Diagnostic[],
): string | undefined {
  const known = tables
    .filter((t) => t.id.startsWith(`${appraisal}.`) && t.id.endsWith(`.${kind}`))
    .map((t) => t.id.slice(appraisal.length + 1, -kind.length - 1));
  const { option: asked } = request.attributes;
  const option = asked ?? registers(request)["option-appraisals"]?.[appraisal]?.preferred ?? known[0];
  if (option !== undefined && known.includes(option)) return option;
  if (asked === undefined) diagnostics.push(...notMade(request, kind, "option-appraisals", appraisal));
  else diagnostics.push(...unknownEntry(request, "options", asked, known));
  return undefined;
}
