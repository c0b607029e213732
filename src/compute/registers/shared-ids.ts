// Ids that head the names of figures: two registers with the same one would hide each other's figures.
import type { DataFile } from "../../../schemas/data.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";

/** Registers whose entries name figures by their bare id: `package.gap.total`. */
const heading = ["tables", "appraisals", "option-appraisals", "funding", "option-scores", "progression"] as const;

/** Registers that name figures by their own name: `benefits.total`. A table called `outcomes` is found where that makes its own. */
const named = ["benefits", "lines", "price-indices", "optimism-bias", "risks", "adjust"] as const;

/** Reports entries whose id heads figures of another register already. */
export function checkSharedIds(problems: Diagnostic[], data: DataFile, places: Places): void {
  const first = new Map<string, { readonly register: string; readonly span: Span | undefined }>();
  for (const register of named) if (data[register]) first.set(register, { register, span: places.key([register]) });
  if (data["better-care-fund"])
    first.set("bcf", { register: "better-care-fund", span: places.key(["better-care-fund"]) });
  for (const register of heading)
    for (const id of Object.keys(data[register] ?? {})) {
      const span = places.key([register, id]);
      const before = first.get(id);
      if (!before) first.set(id, { register, span });
      else
        problems.push(
          report(
            "figure/shared-id",
            span,
            { id, register, other: before.register },
            {
              notes: [
                { message: `\`${before.register}\` has it first`, ...(before.span ? { span: before.span } : {}) },
              ],
            },
          ),
        );
    }
}

/** Reports single figures that another of the same name hides, where nothing else was found there: one for each place. */
export function checkHidden(engine: Engine): void {
  const key = (at: Span | undefined) => `${at?.file}:${at?.start}`;
  const told = new Set(engine.problems.map((problem) => key(problem.span)));
  for (const { name, at, by } of engine.hidden) {
    if (at === undefined || told.has(key(at)) || told.has(key(by))) continue;
    told.add(key(at));
    const notes = [{ message: "the first stands here", ...(by ? { span: by } : {}) }];
    engine.problems.push(report("figure/hidden", at, { name }, { notes }));
  }
}
