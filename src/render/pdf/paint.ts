// Pages to bytes: PDF/UA-1 and PDF/A-2a at once. Everything painted is inside a mark of the tree of meaning, or an artifact.
import type PDFDocument from "pdfkit";
import type { PDFReference } from "pdfkit";
import type { Theme } from "../../../schemas/house.ts";
import type { Assets, Document } from "../../document/document.ts";
import type { Fragment, Layout, LinkFragment, Page } from "../../layout/fragment.ts";
import type { Faces } from "../../layout/metrics.ts";
import { openPen, type Pen } from "./glyphs.ts";
import { operators } from "./marks.ts";
import { addOutline, type Spot } from "./outline.ts";
import { openPaper } from "./paper.ts";
import { embedPng } from "./png.ts";
import { openTags, type Tags } from "./tags.ts";

/** Paints a layout; the same arguments give the same bytes. */
export async function paint(
  layout: Layout,
  document: Document,
  _theme: Theme,
  faces: Faces,
  assets: Assets,
): Promise<Uint8Array> {
  const paper = openPaper(document);
  const tags = openTags(paper, layout.structure);
  const desk: Desk = {
    paper,
    tags,
    pen: openPen(paper, faces),
    destinations: destinationNames(layout),
    images: imageOpener(paper, assets),
    spots: new Map(),
  };
  for (const page of layout.pages) paintPage(page, desk);
  tags.finish();
  addOutline(paper, layout.outline, desk.spots);
  return paper.finished();
}

interface Desk {
  readonly paper: PDFDocument;
  readonly tags: Tags;
  readonly pen: Pen;
  /** Names of destinations by id: short, of one length, so that every sorting agrees. */
  readonly destinations: ReadonlyMap<string, string>;
  readonly images: (asset: string) => string | undefined;
  readonly spots: Map<string, Spot>;
}

function destinationNames(layout: Layout): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const page of layout.pages) {
    for (const part of page.fragments) {
      if (part.kind === "anchor" && !names.has(part.id))
        names.set(part.id, `d${String(names.size + 1).padStart(6, "0")}`);
    }
  }
  return names;
}

interface Opened {
  readonly label: string;
  readonly object: PDFReference;
}

function openImage(paper: PDFDocument, bytes: Uint8Array, label: string): Opened | undefined {
  if (bytes[0] === 0x89) {
    const object = embedPng(paper, bytes);
    return object && { label, object };
  }
  const jpeg = paper.openImage(bytes);
  jpeg.embed(paper);
  return jpeg.obj ? { label, object: jpeg.obj } : undefined;
}

/** Embeds each picture once; gives its name in the current page's resources. */
function imageOpener(paper: PDFDocument, assets: Assets): (asset: string) => string | undefined {
  const opened = new Map<string, Opened | undefined>();
  return (asset) => {
    const bytes = assets.get(asset);
    if (bytes && !opened.has(asset)) opened.set(asset, openImage(paper, bytes, `P${opened.size + 1}`));
    const image = opened.get(asset);
    if (image) paper.page.xobjects[image.label] ??= image.object;
    return image?.label;
  };
}

// What goes on every page says which part of the page it is: PDF/UA-1, 7.8, asks it of headers and footers.
const artifacts = {
  layout: "/Type /Layout",
  // "Layout" is for what is purely cosmetic, ISO 32000-1, 14.8.2.2.2; a header that is printed again comes of pagination.
  again: "/Type /Pagination",
  watermark: "/Type /Pagination /Subtype /Watermark",
  header: "/Type /Pagination /Subtype /Header /Attached [/Top]",
  footer: "/Type /Pagination /Subtype /Footer /Attached [/Bottom]",
} as const;

function artifact(parts: readonly Fragment[], kind: keyof typeof artifacts, desk: Desk): string {
  const painted = operators(parts, desk.pen, desk.images);
  return painted === "" ? "" : `/Artifact <<${artifacts[kind]}>> BDC\n${painted}\nEMC\n`;
}

/** The watermark is the one thing on a page that is turned. */
function groundOf(part: Fragment): "watermark" | "again" | "layout" {
  if (part.kind === "text" && part.turn !== undefined) return "watermark";
  return "paged" in part && part.paged ? "again" : "layout";
}

function paintPage(page: Page, desk: Desk): void {
  const { paper, tags } = desk;
  paper.addPage({ size: [page.width, page.height], margin: 0 });
  const { dictionary, structParentTreeKey } = paper.page;
  const isHeader = (part: Fragment): boolean => "y" in part && part.y < page.height / 2;
  let stream = (["watermark", "layout", "again"] as const)
    .map((kind) =>
      artifact(
        page.ground.filter((part) => groundOf(part) === kind),
        kind,
        desk,
      ),
    )
    .join("");
  let run: Fragment[] = [];
  let open: number | undefined;
  const flush = (): void => {
    if (open === undefined || run.length === 0) return;
    const painted = operators(run, desk.pen, desk.images);
    run = [];
    if (painted === "") return;
    const id = tags.mark(open, dictionary, structParentTreeKey);
    stream += `/${tags.roleOf(open)} <</MCID ${id}>> BDC\n${painted}\nEMC\n`;
  };
  for (const part of page.fragments) {
    switch (part.kind) {
      case "anchor":
        anchor(part.id, part.x, part.y, page, desk);
        break;
      case "link":
        link(part, page, dictionary, desk);
        break;
      case "bounds":
        tags.bounds(part.element, box(part, page));
        break;
      default:
        if (part.content !== open) {
          flush();
          open = part.content;
        }
        run.push(part);
    }
  }
  flush();
  stream += artifact(page.running.filter(isHeader), "header", desk);
  stream += artifact(
    page.running.filter((part) => !isHeader(part)),
    "footer",
    desk,
  );
  paper.page.write(Buffer.from(`${stream}\n`, "latin1"));
}

function anchor(id: string, x: number, y: number, page: Page, desk: Desk): void {
  const name = desk.destinations.get(id);
  if (name === undefined || desk.spots.has(id)) return;
  desk.spots.set(id, { page: page.index, y, pageWidth: page.width });
  desk.paper.addNamedDestination(name, "XYZ", Math.max(0, x - 8), Math.max(0, y - 8), null);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box({ x, y, width, height }: Box, page: Page): readonly [number, number, number, number] {
  return [x, page.height - y - height, x + width, page.height - y];
}

function link(part: LinkFragment, page: Page, dictionary: PDFReference, desk: Desk): void {
  const { paper } = desk;
  const { target } = part;
  const name = "id" in target ? desk.destinations.get(target.id) : undefined;
  const action =
    "url" in target
      ? { S: "URI", URI: new String(asciiUrl(target.url)) }
      : { S: "GoTo", D: new String(name ?? "d000001") };
  const annotation = paper.ref({
    Type: "Annot",
    Subtype: "Link",
    Rect: box(part, page),
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(part.words.trim() === "" ? "Link" : part.words.trim()),
    A: action,
  });
  desk.tags.annotation(part.element, dictionary, annotation);
  paper.page.annotations.push(annotation);
  annotation.end();
}

/** A URI is ASCII. */
function asciiUrl(url: string): string {
  return url.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}
