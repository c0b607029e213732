// Exhibit data to a scene; the same drawing serves every output.
import type { Theme } from "../../schemas/house.ts";
import type { Block, Document } from "../document/document.ts";
import type { ExhibitContent } from "../document/exhibit.ts";
import { visitBlocks } from "../document/visit.ts";
import { drawBenefitsMap } from "./benefits-map.ts";
import { drawFlow, drawOrganisation } from "./boxes.ts";
import type { Brush } from "./brush.ts";
import { drawChart } from "./chart.ts";
import { drawLevels, drawRings, drawShift } from "./figures.ts";
import { drawGantt } from "./gantt.ts";
import { type Grapher, openGrapher } from "./graph.ts";
import { drawHeatMap } from "./heat-map.ts";
import type { Measure, Scene } from "./scene.ts";

/** Draws one exhibit to fit a width in points. */
export type Draw = (content: ExhibitContent, width: number) => Scene;

/** Prepares to draw a document's exhibits; Graphviz is loaded only when one of them needs it. */
export async function drawing(document: Pick<Document, "sections">, theme: Theme, measure: Measure): Promise<Draw> {
  const grapher = needsGraph(document) ? await openGrapher() : undefined;
  const brush: Brush = { theme, measure };
  const done = new Map<ExhibitContent, Map<number, Scene>>();
  return (content, width) => {
    const known = done.get(content) ?? new Map<number, Scene>();
    done.set(content, known);
    const scene = known.get(width) ?? draw(content, width, brush, grapher);
    known.set(width, scene);
    return scene;
  };
}

function needsGraph(document: Pick<Document, "sections">): boolean {
  let found = false;
  const block = (b: Block) => {
    if (b.type === "exhibit" && (b.content.type === "organisation" || b.content.type === "flow")) found = true;
  };
  for (const section of document.sections) visitBlocks(section.blocks, { block });
  return found;
}

function draw(content: ExhibitContent, width: number, brush: Brush, grapher: Grapher | undefined): Scene {
  switch (content.type) {
    case "chart":
      return drawChart(content, width, brush);
    case "heat-map":
      return drawHeatMap(content, width, brush);
    case "gantt":
      return drawGantt(content, width, brush);
    case "levels":
      return drawLevels(content, width, brush);
    case "rings":
      return drawRings(content, width, brush);
    case "shift":
      return drawShift(content, width, brush);
    case "benefits-map":
      return drawBenefitsMap(content, width, brush);
    case "organisation":
      return grapher ? drawOrganisation(content, width, brush, grapher) : empty(width);
    case "flow":
      return grapher ? drawFlow(content, width, brush, grapher) : empty(width);
  }
}

function empty(width: number): Scene {
  return { width, height: 0, shapes: [] };
}
