// Labels on bars and points: the words of the exhibit, from the cells wherever a number format prints those very words.
import type { XmlComponent } from "docx";
import { inkOn, labelLeading, labelSize } from "../../exhibit/brush.ts";
import { isUpper } from "../../exhibit/chart/lines.ts";
import type { Frame } from "../../exhibit/scene.ts";
import type { NumberFormat } from "./charts-format.ts";
import { type Lettered, noLine, rich, setting, shape, solid, valued } from "./charts-ink.ts";
import { codeOf, colourOf, isStacked, type Plan, pointAt, type Sums } from "./charts-plan.ts";
import { element } from "./element.ts";
import { printable } from "./inlines.ts";

type LabelPlace = "outEnd" | "ctr" | "t" | "b" | "r";

interface Label {
  readonly look: Lettered;
  readonly place: LabelPlace;
  readonly format: NumberFormat | undefined;
  readonly ground?: string | undefined;
  /** The name of the series before the value, and what parts them. */
  readonly nameThen?: string;
  /** False for a name alone. */
  readonly value?: boolean;
}

/** Labels of one series. */
export function seriesLabels(plan: Plan, s: number): XmlComponent {
  const { chart, frame, theme, scale } = plan;
  const series = chart.series[s];
  const format = plan.formats[s];
  const stacked = isStacked(plan);
  const look: Lettered = {
    theme,
    size: labelSize * scale,
    colour: stacked ? inkOn(colourOf(theme, s)) : theme.colours.text,
    unbroken: true,
  };
  const several = chart.form !== "line" && !stacked && chart.series.length > 1;
  const usual: Label = {
    look,
    format,
    place: stacked ? "ctr" : chart.form === "line" ? "t" : "outEnd",
    ...(stacked ? { ground: colourOf(theme, s) } : chart.form === "line" ? { ground: "#ffffff" } : {}),
    ...(several ? { nameThen: "  " } : {}),
  };
  const end = chart.form === "line" ? (series?.values.findLastIndex((v) => v !== null) ?? -1) : -1;
  const single = (series?.values ?? []).flatMap((value, i): readonly XmlComponent[] => {
    if (value === null) return [];
    const isPrinted = frame.printed[s]?.[i] ?? false;
    const label = series?.labels[i] ?? "";
    const words = format?.print(value) === label ? undefined : label;
    if (i === end) return [lineEnd(plan, s, { ...usual, value: isPrinted }, i, words)];
    if (!isPrinted) return [gone(i)];
    const place = chart.form === "line" && !isUpper(chart, s, i) && hasRoomBelow(frame, value) ? "b" : usual.place;
    if (words !== undefined) return [own(i, several ? `${series?.name}${usual.nameThen}${words}` : words, look, place)];
    return place === usual.place ? [] : [element("c:dLbl", {}, [valued("c:idx", i), ...shown({ ...usual, place })])];
  });
  return element("c:dLbls", {}, [...single, ...shown(usual)]);
}

/** Labels of the sums stand above the stack. */
export function sumsLabels({ frame, theme, scale }: Plan, sums: Sums): XmlComponent {
  const look: Lettered = { theme, size: labelSize * scale, colour: theme.colours.text, bold: true, unbroken: true };
  const single = sums.labels.flatMap((label, i) => {
    if (!frame.summed[i]) return [gone(i)];
    return sums.format?.print(sums.values[i] ?? 0) === label ? [] : [own(i, label, look, "t")];
  });
  return element("c:dLbls", {}, [...single, ...shown({ look, place: "t", format: sums.format, ground: "#ffffff" })]);
}

/** Under the lowest points stand the names of the categories. */
function hasRoomBelow(frame: Frame, value: number): boolean {
  return pointAt(frame, value) + 2 * labelLeading < frame.bottom;
}

/** The last point of a line bears the line's name, moved as the drawing moves names that would touch. */
function lineEnd(plan: Plan, s: number, usual: Label, i: number, words: string | undefined): XmlComponent {
  const series = plan.chart.series[s];
  const look = { ...usual.look, bold: true, unbroken: false };
  const down = (plan.ends[s] ?? 0) / plan.height;
  const layout =
    Math.abs(down) < 0.002
      ? []
      : [
          element("c:layout", {}, [
            element("c:manualLayout", {}, [valued("c:x", 0), valued("c:y", Math.round(down * 1e5) / 1e5)]),
          ]),
        ];
  const text = words === undefined || !usual.value ? undefined : `${series?.name}\n${words}`;
  return element("c:dLbl", {}, [
    valued("c:idx", i),
    ...layout,
    ...(text === undefined ? [] : [rich(printable(text), look)]),
    // No ground: beside the plot there is no grid to keep out.
    ...shown({ ...usual, look, place: "r", nameThen: "\n", ground: undefined }),
  ]);
}

/** A label with words of its own. */
function own(index: number, words: string, look: Lettered, place: LabelPlace): XmlComponent {
  return element("c:dLbl", {}, [
    valued("c:idx", index),
    rich(printable(words), look),
    ...shown({ look, place, format: undefined }),
  ]);
}

/** A label for which the drawing has no room. */
function gone(index: number): XmlComponent {
  return element("c:dLbl", {}, [valued("c:idx", index), valued("c:delete", true)]);
}

function shown({ look, place, format, ground, nameThen, value = true }: Label): readonly XmlComponent[] {
  return [
    element("c:numFmt", { formatCode: codeOf(format), sourceLinked: "0" }),
    shape(ground === undefined ? element("a:noFill") : solid(look.theme, ground), noLine()),
    setting(look),
    valued("c:dLblPos", place),
    valued("c:showLegendKey", false),
    valued("c:showVal", value),
    valued("c:showCatName", false),
    valued("c:showSerName", nameThen !== undefined),
    valued("c:showPercent", false),
    valued("c:showBubbleSize", false),
    ...(nameThen === undefined ? [] : [element("c:separator", {}, [nameThen])]),
  ];
}
