// A chart as DrawingML (ECMA-376 part 1, 21.2): plot, axes and legend where the exhibit's drawing has them.
import type { XmlComponent } from "docx";
import { labelLeading, labelSize } from "../../exhibit/brush.ts";
import { axisFormat } from "./charts-format.ts";
import { type Lettered, line, noLine, rich, setting, shape, valued } from "./charts-ink.ts";
import { isStacked, type Plan } from "./charts-plan.ts";
import { seriesElements, sumsElement } from "./charts-series.ts";
import { element } from "./element.ts";
import { printable } from "./inlines.ts";

const [categoryAxisId, valueAxisId] = ["100000001", "100000002"];

/** The whole chart; `data` refers to its workbook. */
export function chartSpace(plan: Plan, data: XmlComponent): XmlComponent {
  const { theme, chart, scale, language } = plan;
  return element(
    "c:chartSpace",
    {
      "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
      "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    },
    [
      valued("c:date1904", false),
      valued("c:lang", language),
      valued("c:roundedCorners", false),
      element("c:chart", {}, [
        valued("c:autoTitleDeleted", true),
        plotArea(plan),
        ...(isStacked(plan) ? [legend(plan)] : []),
        valued("c:plotVisOnly", true),
        valued("c:dispBlanksAs", chart.form === "line" ? "span" : "gap"),
      ]),
      shape(element("a:noFill"), noLine()),
      setting({ theme, size: labelSize * scale, colour: theme.colours.text }),
      data,
    ],
  );
}

const isLying = ({ chart }: Plan): boolean => chart.form === "bars" || chart.form === "grouped";

function plotArea(plan: Plan): XmlComponent {
  const { frame, sums } = plan;
  return element("c:plotArea", {}, [
    placed(plan, frame.left, frame.top, rightOf(plan) - frame.left, frame.bottom - frame.top, true),
    ...(plan.chart.form === "line" ? [lines(seriesElements(plan), true)] : [bars(plan)]),
    ...(sums ? [lines([sumsElement(plan, sums)], false)] : []),
    categoryAxis(plan),
    valueAxis(plan),
    shape(element("a:noFill"), noLine()),
  ]);
}

/** A key of Word's takes more room than the lines that lead from names to parts. */
const keyRoom = 12;

function rightOf(plan: Plan): number {
  return plan.frame.right - (isStacked(plan) ? keyRoom : 0);
}

const axisIds = (): readonly XmlComponent[] => [valued("c:axId", categoryAxisId), valued("c:axId", valueAxisId)];

function lines(series: readonly XmlComponent[], marked: boolean): XmlComponent {
  return element("c:lineChart", {}, [
    valued("c:grouping", "standard"),
    valued("c:varyColors", false),
    ...series,
    ...(marked ? [valued("c:marker", true)] : []),
    ...axisIds(),
  ]);
}

/** Shares of a column's step that stay free, as the drawing has them. */
const free = { stacked: 0.28, histogram: 0.04 } as const;
const [thickness, between] = [15, 2];

function bars(plan: Plan): XmlComponent {
  const { chart, frame } = plan;
  const step = (frame.bottom - frame.top) / chart.categories.length;
  const taken = chart.series.length * (thickness + between) - between;
  // Word takes gaps as shares of one bar.
  const gap =
    chart.form === "stacked" || chart.form === "histogram"
      ? free[chart.form] / (1 - free[chart.form])
      : Math.max(0, step - taken) / thickness;
  return element("c:barChart", {}, [
    valued("c:barDir", isLying(plan) ? "bar" : "col"),
    valued("c:grouping", isStacked(plan) ? "stacked" : "clustered"),
    valued("c:varyColors", false),
    ...seriesElements(plan),
    valued("c:gapWidth", Math.min(500, Math.round(gap * 100))),
    valued("c:overlap", isStacked(plan) ? 100 : Math.round((-100 * between) / thickness)),
    ...axisIds(),
  ]);
}

function categoryAxis(plan: Plan): XmlComponent {
  const { theme, frame, scale } = plan;
  const lying = isLying(plan);
  const look: Lettered = { theme, size: labelSize * scale, colour: theme.colours.text, bold: lying };
  return element("c:catAx", {}, [
    valued("c:axId", categoryAxisId),
    // Lying bars are read from the top.
    element("c:scaling", {}, [valued("c:orientation", lying ? "maxMin" : "minMax")]),
    valued("c:delete", false),
    valued("c:axPos", lying ? "l" : "b"),
    element("c:numFmt", { formatCode: "General", sourceLinked: "0" }),
    valued("c:majorTickMark", "none"),
    valued("c:minorTickMark", "none"),
    valued("c:tickLblPos", "low"),
    shape(line(theme, theme.colours.text, 0.75)),
    setting(look),
    valued("c:crossAx", valueAxisId),
    valued("c:crosses", "autoZero"),
    // Categories are names, even where they look like dates.
    valued("c:auto", false),
    valued("c:lblAlgn", "ctr"),
    valued("c:lblOffset", 50),
    valued("c:tickLblSkip", frame.every),
    valued("c:noMultiLvlLbl", true),
  ]);
}

function valueAxis(plan: Plan): XmlComponent {
  const { theme, frame, scale, chart } = plan;
  const lying = isLying(plan);
  const quiet: Lettered = { theme, size: labelSize * scale, colour: theme.colours.quiet };
  const [first, second] = frame.ticks;
  const step = first === undefined || second === undefined ? undefined : Number((second - first).toPrecision(12));
  const unit = printable(chart.unit);
  return element("c:valAx", {}, [
    valued("c:axId", valueAxisId),
    element("c:scaling", {}, [
      valued("c:orientation", "minMax"),
      valued("c:max", frame.high),
      valued("c:min", frame.low),
    ]),
    valued("c:delete", false),
    valued("c:axPos", lying ? "b" : "l"),
    ...(lying ? [] : [element("c:majorGridlines", {}, [shape(line(theme, theme.colours.rule, 0.4))])]),
    ...(unit === ""
      ? []
      : [
          element("c:title", {}, [
            rich(unit, quiet),
            placed(plan, lying ? frame.left : 0, 0),
            valued("c:overlay", true),
          ]),
        ]),
    element("c:numFmt", { formatCode: axisFormat(frame.ticks), sourceLinked: "0" }),
    valued("c:majorTickMark", "none"),
    valued("c:minorTickMark", "none"),
    valued("c:tickLblPos", lying ? "none" : "nextTo"),
    shape(noLine()),
    setting(quiet),
    valued("c:crossAx", categoryAxisId),
    valued("c:crosses", "autoZero"),
    valued("c:crossBetween", "between"),
    ...(step === undefined ? [] : [valued("c:majorUnit", step)]),
  ]);
}

/** Names of stacked parts stand right of the plot in the order of the stack; only there no label can name them. */
function legend(plan: Plan): XmlComponent {
  const { theme, frame, scale, width, chart, sums } = plan;
  const look: Lettered = { theme, size: labelSize * scale, colour: theme.colours.text };
  const left = rightOf(plan) + 5;
  const height = Math.min(frame.bottom, chart.series.length * (2 * labelLeading + 6));
  return element("c:legend", {}, [
    valued("c:legendPos", "r"),
    ...(sums ? [element("c:legendEntry", {}, [valued("c:idx", chart.series.length), valued("c:delete", true)])] : []),
    placed(plan, left, frame.bottom - height, width - left, height),
    valued("c:overlay", true),
    setting(look),
  ]);
}

/** A place in the drawing, as shares of the whole. */
function placed(plan: Plan, x: number, y: number, width?: number, height?: number, inner = false): XmlComponent {
  const across = (points: number) => Math.round((points / plan.width) * 1e5) / 1e5;
  const down = (points: number) => Math.round((points / plan.height) * 1e5) / 1e5;
  return element("c:layout", {}, [
    element("c:manualLayout", {}, [
      ...(inner ? [valued("c:layoutTarget", "inner")] : []),
      valued("c:xMode", "edge"),
      valued("c:yMode", "edge"),
      valued("c:x", across(x)),
      valued("c:y", down(y)),
      ...(width === undefined ? [] : [valued("c:w", across(width))]),
      ...(height === undefined ? [] : [valued("c:h", down(height))]),
    ]),
  ]);
}
