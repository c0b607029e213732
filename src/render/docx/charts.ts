/**
 * Charts that Word draws itself, with their workbook inside: bars, grouped bars, stacked columns, histograms and lines.
 * Parts below zero are stacked from zero down, by Word as in the drawing.
 * Pictures stay what Word's own charts cannot show truly:
 * - areas and waterfalls: areas have no labels on their edge, and a waterfall's steps float on bars that nobody may see;
 * - bars with words in the place of a missing value ("TBC"): a bar that is not there has no label;
 * - a line without any value: its name has no point to stand at.
 */
import {
  Drawing,
  type IContext,
  ImportedXmlComponent,
  type IXmlableObject,
  PackagePart,
  Run,
  type XmlComponent,
} from "docx";
import type { ExhibitContent } from "../../document/exhibit.ts";
import type { Scene } from "../../exhibit/scene.ts";
import type { Book } from "./book.ts";
import { valued } from "./charts-ink.ts";
import { endsOf, formatsOf, type Plan, sheetRows, sumsOf } from "./charts-plan.ts";
import { chartSpace } from "./charts-space.ts";
import { workbookFiles } from "./charts-workbook.ts";
import { alternative, fitted } from "./image.ts";
import { pixels } from "./units.ts";

const chartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A chart as Word's own, as large as its drawing; undefined for what stays a picture. */
export function nativeChart(
  content: ExhibitContent,
  scene: Scene,
  alt: string,
  width: number,
  highest: number,
  book: Book,
): Run | undefined {
  const { frame } = scene;
  if (content.type !== "chart" || !frame || !isTrue(content)) return undefined;
  const size = fitted(scene, width, highest, 0);
  const plan: Plan = {
    chart: content,
    frame,
    theme: book.theme,
    language: book.document.language,
    width: scene.width,
    height: scene.height,
    scale: size.scale,
    formats: formatsOf(content),
    sums: sumsOf(content),
    ends: content.form === "line" ? endsOf(content, frame) : [],
  };
  const workbook = new PackagePart({
    folder: "embeddings",
    name: "Microsoft_Excel_Worksheet",
    extension: "xlsx",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    relationshipType: `${relationships}/package`,
    content: { files: workbookFiles(sheetRows(plan)) },
  });
  const chart = new PackagePart({
    folder: "charts",
    name: "chart",
    extension: "xml",
    contentType: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    relationshipType: `${relationships}/chart`,
    content: chartSpace(plan, new PartLink("c:externalData", workbook, {}, [valued("c:autoUpdate", false)])),
  });
  return new ChartRun(new PartLink("c:chart", chart, { "xmlns:c": chartUri, "xmlns:r": relationships }), size, alt);
}

/** True where a native chart says all that the drawing says. */
function isTrue({ form, series, categories }: Extract<ExhibitContent, { type: "chart" }>): boolean {
  if (series.length === 0 || categories.length === 0) return false;
  switch (form) {
    case "bars":
    case "grouped":
      return series.every((s) => s.values.every((v, i) => v !== null || (series.length === 1 && s.labels[i] === "")));
    case "line":
      return series.every((s) => s.values.some((v) => v !== null));
    case "stacked":
    case "histogram":
      return true;
    case "area":
    case "waterfall":
      return false;
  }
}

/** An element that names another part of the package, which comes into it with the element. */
class PartLink extends ImportedXmlComponent {
  readonly #part: PackagePart;

  constructor(
    name: string,
    part: PackagePart,
    attributes: Record<string, string>,
    children: readonly XmlComponent[] = [],
  ) {
    super(name, { ...attributes, "r:id": part.relationshipId });
    this.#part = part;
    for (const child of children) this.push(child);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.#part.addTo(context);
    return super.prepForXml(context);
  }
}

class ChartRun extends Run {
  constructor(link: XmlComponent, size: { readonly width: number; readonly height: number }, alt: string) {
    super({});
    const extent = { x: pixels(size.width), y: pixels(size.height) };
    this.root.push(
      new Drawing(
        {
          type: "graphic",
          uri: chartUri,
          transformation: {
            pixels: { x: Math.round(extent.x), y: Math.round(extent.y) },
            emus: { x: Math.round(extent.x * 9525), y: Math.round(extent.y * 9525) },
          },
          content: link,
          lockAspectRatio: false,
        },
        { docProperties: alternative("Chart", alt) },
      ),
    );
  }
}
