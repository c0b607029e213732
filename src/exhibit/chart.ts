// Charts by form: zero baselines, direct labels, light grid.
import type { Chart } from "../document/exhibit.ts";
import type { Brush } from "./brush.ts";
import { drawAreas } from "./chart/areas.ts";
import { drawBars } from "./chart/bars.ts";
import { drawColumns } from "./chart/columns.ts";
import { drawLines } from "./chart/lines.ts";
import { drawWaterfall } from "./chart/waterfall.ts";
import type { Scene } from "./scene.ts";

export function drawChart(chart: Chart, width: number, brush: Brush): Scene {
  switch (chart.form) {
    case "bars":
    case "grouped":
      return drawBars(chart, width, brush);
    case "stacked":
    case "histogram":
      return drawColumns(chart, width, brush);
    case "line":
      return drawLines(chart, width, brush);
    case "area":
      return drawAreas(chart, width, brush);
    case "waterfall":
      return drawWaterfall(chart, width, brush);
  }
}
