// The whole program, readable in one screen: sources in, documents and files out.
import type { Theme } from "../schemas/house.ts";
import { checkDocument, checkProgramme } from "./check/check.ts";
import { compose } from "./compose/compose.ts";
import { compute } from "./compute/compute.ts";
import type { Model } from "./compute/model.ts";
import { type Evidence, noEvidence } from "./control/evidence.ts";
import { control } from "./control/fill.ts";
import type { Assets, Document } from "./document/document.ts";
import type { Draw } from "./exhibit/draw.ts";
import type { Lettering } from "./exhibit/scene.ts";
import type { HouseBase } from "./house-base/base.ts";
import type { Layout } from "./layout/fragment.ts";
import type { FaceName, Faces } from "./layout/metrics.ts";
import { parse } from "./parse/parse.ts";
import type { Prepared } from "./picture/prepare.ts";
import type { Written } from "./render/xlsx/xlsx.ts";
import { andThen, ok, type Result } from "./result.ts";
import { position, type Span } from "./source.ts";
import { validate } from "./validate/validate.ts";
import type { Sources } from "./workspace/sources.ts";

/** What the renderers need besides the document; the edge reads it once. */
export interface Kit {
  readonly theme: Theme;
  /** A house's own Word file. */
  readonly base?: HouseBase;
  readonly fonts: Readonly<Record<FaceName, Uint8Array>>;
  readonly assets: Assets;
}

/** A document on its pages, with the faces open and each exhibit drawn once for all outputs. */
export interface Placed {
  readonly tree: Document;
  readonly kit: Kit;
  readonly faces: Faces;
  readonly letters: Lettering;
  readonly draw: Draw;
  /** Authors' drawings, ready for all outputs. */
  readonly pictures: Prepared;
  readonly layout: Layout;
}

/** Once per programme: text to a model with every number worked out; undefined when programme.yaml itself is unusable. */
export function programme(sources: Sources): Result<Model | undefined> {
  const model = andThen(andThen(parse(sources), validate), (valid) => (valid ? compute(valid) : ok(undefined)));
  return andThen(model, (made) => ok(made, made ? checkProgramme(made) : []));
}

/** Once per document: the model, and what was looked up for its record, to the finished tree. */
export function document(model: Model, id: string, evidence: Evidence = noEvidence): Result<Document> {
  const composed = andThen(control(model, id, evidence), (filled) => compose(model, id, filled));
  return andThen(composed, (tree) => ok(tree, checkDocument(model, id, tree)));
}

/** Lays a document out; what no output may print, such as a letter that no face has, is found here. */
export async function place(written: Document, kit: Kit): Promise<Result<Placed>> {
  const [{ openFaces }, { lettering }, { layout }, { turned }, { drawing }, { prepare }] = await Promise.all([
    import("./layout/metrics.ts"),
    import("./layout/lettering.ts"),
    import("./layout/layout.ts"),
    import("./layout/turn.ts"),
    import("./exhibit/draw.ts"),
    import("./picture/prepare.ts"),
  ]);
  const faces = openFaces(kit.fonts);
  const letters = lettering(faces);
  const draw = await drawing(written, kit.theme, letters.measure);
  const { page, face } = kit.theme;
  const width = Math.max(page.width, page.height) - page.margin.left - page.margin.right;
  const pictures = await prepare(written, kit.assets, letters, width, face.word);
  const pages = (tree: Document) => layout(tree, kit.theme, faces, draw, pictures.assets, pictures.scenes);
  const first = pages(written);
  // A table that no upright page is wide enough for stands on a landscape one, in every output.
  const tree = turned(written, first.value.wide);
  const placed = tree === written ? first : pages(tree);
  return ok({ tree, kit, faces, letters, draw, pictures, layout: placed.value }, placed.diagnostics);
}

/** Paints a document's pages as tagged PDF. */
export async function pdf({ layout, tree, kit, faces, pictures }: Placed): Promise<Uint8Array> {
  const { paint } = await import("./render/pdf/paint.ts");
  return paint(layout, tree, kit.theme, faces, pictures.assets);
}

/** Pages as a word processor will break them. */
async function wordPages({ tree, kit, faces, letters, draw, pictures }: Placed): Promise<Layout> {
  const [{ layout }, { wordRules }] = await Promise.all([
    import("./layout/layout.ts"),
    import("./render/docx/word-rules.ts"),
  ]);
  const rules = wordRules(tree, kit.theme, letters, kit.base?.stretch);
  return layout(tree, kit.theme, faces, draw, pictures.assets, pictures.scenes, rules).value;
}

/** Writes a document as WordprocessingML. */
export async function docx(placed: Placed): Promise<Uint8Array> {
  const { tree, kit, draw, letters, pictures } = placed;
  const [renderer, { lastPage, printsPages }] = await Promise.all([
    import("./render/docx/docx.ts"),
    import("./render/docx/pages.ts"),
  ]);
  const paged = printsPages(tree) ? await wordPages(placed) : undefined;
  const last = paged?.pages.at(-1)?.number ?? tree.running.firstPage;
  const pages = paged && new Map([...paged.pageOf, [lastPage, last]]);
  return renderer.docx(tree, kit.theme, pictures.assets, draw, letters, pages, pictures, kit.base);
}

/** Writes the figures of a document as a workbook with live formulas; it needs the model and no pages. */
export async function xlsx(model: Model, id: string, evidence: Evidence = noEvidence): Promise<Written> {
  const [renderer, { plainWords }] = await Promise.all([import("./render/xlsx/xlsx.ts"), import("./compose/plain.ts")]);
  const document = model.documents.get(id);
  if (!document) throw new Error(`a workbook was asked of a document that the model does not have: ${id}`);
  const { programme, sources } = model.case;
  const source = (span: Span | undefined) => {
    const file = span && sources.files.get(span.file);
    return span && file ? `${file.file}:${position(file, span.start).line}` : "";
  };
  const words = plainWords(model, id, control(model, id, evidence).value);
  return renderer.xlsx(document, { ...words, programme: programme.programme, source });
}
