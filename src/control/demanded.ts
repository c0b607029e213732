// Approvals that a house demands before a baseline is released.
import { positive } from "../../schemas/approvals.ts";
import type { DocumentModel } from "../compute/model.ts";
import type { Control } from "./control.ts";

/** What stands between a document and a baseline, a line each; empty when the house demands nothing or everything is there. */
export function lackingApprovals(document: DocumentModel["document"], control: Control): readonly string[] {
  const demanded: readonly string[] = document.house.baseline?.approvals ?? [];
  if (demanded.length === 0) return [];
  const route = control.approvals.filter((row) => !row.further && demanded.includes(row.purpose));
  if (route.length === 0) return [`no meeting of the route has the purpose ${demanded.join(" or ")}`];
  return route.flatMap((row, i) => {
    // A body that put it off, and approved it at a later meeting, has approved it.
    if (route.slice(i + 1).some((later) => later.meeting === row.meeting && positive.has(later.outcome))) return [];
    const name = `${row.meeting} (${row.written})`;
    if (row.version === "" || !positive.has(row.outcome))
      return [`${name}: ${row.outcome === "" || row.version === "" ? "no decision is recorded" : row.outcome}`];
    if (row.standing?.type === "changed")
      return [
        `${name}: approved at version ${row.version}, changed since${row.standing.sections.length === 0 ? "" : ` in ${row.standing.sections.join(", ")}`}`,
      ];
    return row.standing?.type === "unknown" ? [`${name}: ${row.standing.reason}`] : [];
  });
}
