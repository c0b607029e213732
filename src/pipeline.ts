// The whole program, readable in one screen: sources in, documents and files out.
import type { Theme } from "../schemas/house.ts";
import { compose } from "./compose/compose.ts";
import { compute } from "./compute/compute.ts";
import type { Model } from "./compute/model.ts";
import { control } from "./control/fill.ts";
import type { Assets, Document } from "./document/document.ts";
import type { FaceName } from "./layout/metrics.ts";
import { parse } from "./parse/parse.ts";
import { andThen, ok, type Result } from "./result.ts";
import { validate } from "./validate/validate.ts";
import type { Sources } from "./workspace/sources.ts";

/** What the renderers need besides the document; the edge reads it once. */
export interface Kit {
  readonly theme: Theme;
  readonly fonts: Readonly<Record<FaceName, Uint8Array>>;
  readonly assets: Assets;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Once per programme: text to a model with every number worked out; undefined when programme.yaml itself is unusable. */
export function programme(sources: Sources): Result<Model | undefined> {
  return andThen(andThen(parse(sources), validate), (valid) => (valid ? compute(valid) : ok(undefined)));
}

/** Once per document: the model to the finished tree. */
export function document(model: Model, id: string): Result<Document> {
  return andThen(control(model, id), (filled) => compose(model, id, filled));
}

/** Lays a document out and paints it as tagged PDF. */
export async function pdf(tree: Document, kit: Kit): Promise<Result<PdfFile>> {
  const [{ openFaces, measureWith }, { layout }, { paint }, { drawing }] = await Promise.all([
    import("./layout/metrics.ts"),
    import("./layout/layout.ts"),
    import("./render/pdf/paint.ts"),
    import("./exhibit/draw.ts"),
  ]);
  const faces = openFaces(kit.fonts);
  const draw = await drawing(tree, kit.theme, measureWith(faces));
  const placed = layout(tree, kit.theme, faces, draw, kit.assets);
  const bytes = await paint(placed.value, tree, kit.theme, faces, kit.assets);
  return ok({ bytes, pages: placed.value.pages.length }, placed.diagnostics);
}

/** Writes a document as WordprocessingML. */
export async function docx(tree: Document, kit: Kit): Promise<Uint8Array> {
  const [{ openFaces }, { lettering }, renderer, { drawing }] = await Promise.all([
    import("./layout/metrics.ts"),
    import("./layout/lettering.ts"),
    import("./render/docx/docx.ts"),
    import("./exhibit/draw.ts"),
  ]);
  const letters = lettering(openFaces(kit.fonts));
  const draw = await drawing(tree, kit.theme, letters.measure);
  return renderer.docx(tree, kit.theme, kit.assets, draw, letters);
}
