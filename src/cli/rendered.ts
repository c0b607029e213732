// The outputs of one document as bytes.
import type { Model } from "../compute/model.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Assets } from "../document/document.ts";
import { docx, type Kit, pdf, place, xlsx } from "../pipeline.ts";
import type { Result } from "../result.ts";
import type { Composed } from "./composed.ts";
import { fonts } from "./fonts.ts";
import type { Output } from "./outputs.ts";

export interface Rendered {
  readonly format: Output;
  readonly bytes: Uint8Array;
  readonly pages?: number;
  readonly sheets?: number;
  readonly milliseconds: number;
}

/** The outputs of one document; none when its pages have errors. */
export async function render(
  one: Composed,
  model: Model,
  assets: Assets,
  to: readonly Output[],
): Promise<Result<readonly Rendered[]>> {
  const rendered: Rendered[] = [];
  let found: readonly Diagnostic[] = [];
  const { theme, base } = model.documents.get(one.id)?.document ?? {};
  if (theme && (to.includes("pdf") || to.includes("docx"))) {
    const faces = await fonts(theme.face.text);
    const kit: Kit = { theme, ...(base ? { base } : {}), fonts: faces, assets };
    // The layout is what finds a glyph that no font has, so it runs even when only DOCX is wanted.
    const { value: placed, milliseconds } = await timed(() => place(one.tree, kit));
    found = placed.diagnostics;
    if (hasErrors(found)) return { value: [], diagnostics: found };
    if (to.includes("pdf")) {
      const made = await timed(() => pdf(placed.value));
      const pages = placed.value.layout.pages.length;
      rendered.push({ format: "pdf", bytes: made.value, pages, milliseconds: milliseconds + made.milliseconds });
    }
    if (to.includes("docx")) {
      const made = await timed(() => docx(placed.value));
      rendered.push({ format: "docx", bytes: made.value, milliseconds: made.milliseconds });
    }
  }
  if (to.includes("xlsx")) {
    const made = await timed(() => xlsx(model, one.id, one.evidence));
    const sheets = made.value.workbook.sheets.length;
    rendered.push({ format: "xlsx", bytes: made.value.bytes, sheets, milliseconds: made.milliseconds });
  }
  return { value: rendered, diagnostics: found };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - started };
}
