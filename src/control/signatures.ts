// Who signed: taken from recorded approvals, so that nobody types a signature.
import { positive } from "../../schemas/approvals.ts";
import type { DocumentModel } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import type { Signature } from "./control.ts";
import type { Recorded } from "./records.ts";

type CaseDocument = DocumentModel["document"];
type Entry = NonNullable<CaseDocument["front"]["sign-off"]>[number];

/** One for each entry of `sign-off`. An approval that has lapsed signs nothing: there is a line to sign on again. */
export function signatures(document: CaseDocument, records: readonly Recorded[]): Result<readonly Signature[]> {
  const diagnostics: Diagnostic[] = [];
  const value = (document.front["sign-off"] ?? []).map((entry, i): Signature => {
    const recorded = records.findLast(
      (r) => positive.has(r.record.outcome) && !r.replaced && signs(document, entry, r),
    );
    if (!recorded) return entry.date === undefined ? {} : { date: entry.date };
    if (recorded.standing?.type === "changed") return { lapsed: true };
    const { date, signatory } = recorded.record;
    if (entry.date !== undefined && entry.date !== date)
      diagnostics.push(
        report("control/sign-off-differs", document.frontPlaces.value(["sign-off", i, "date"]) ?? document.opening, {
          organisation: entry.organisation,
          typed: entry.date,
          recorded: date,
        }),
      );
    return { date, ...(signatory === undefined ? {} : { signatory }) };
  });
  return { value, diagnostics };
}

/** The record is of the board that signs, or of a board of the organisation that signs. */
function signs(document: CaseDocument, entry: Entry, { record }: Recorded): boolean {
  if (entry.board !== undefined) return record.board === entry.board;
  const board = record.board === undefined ? undefined : document.registers.data.boards?.[record.board];
  return board?.organisation?.includes(entry.organisation) ?? false;
}
