// What is wrong with a picture, at the place in the file where that has one, else where the picture is asked for.
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Judged } from "../picture/judge.ts";
import type { Span } from "../source.ts";

/** Findings of a picture; `asset` is its path in the workspace, `file` as its author named it. */
export function pictureFindings(
  judged: Judged,
  asset: string,
  file: string,
  origin: Span | undefined,
): readonly Diagnostic[] {
  const notes = origin ? [{ message: "the drawing is placed here", span: origin }] : [];
  const at = ({ start, end }: { readonly start: number; readonly end: number }): Span => ({ file: asset, start, end });
  const { reason, help, faults, obstacle } = judged;
  return [
    ...(reason === undefined
      ? []
      : [report("document/bad-picture", origin, { file, reason }, help === undefined ? {} : { help })]),
    ...faults.map((fault) =>
      report(
        fault.isUnsafe ? "document/unsafe-picture" : "document/bad-picture",
        at(fault),
        { file, reason: fault.reason },
        { notes },
      ),
    ),
    ...(obstacle ? [report("document/picture-in-pixels", at(obstacle), { file, what: obstacle.what }, { notes })] : []),
  ];
}
