// What an exhibit shows, as data with its words already formatted; the drawing is made later, once, for all outputs.
import type { RatingTone } from "./inline.ts";

export type ExhibitContent = Chart | HeatMap | Gantt | Organisation | Levels | Rings | Flow | Shift | BenefitsMap;

/** Bars stand on a zero baseline; a missing value is null and prints nothing. */
export interface Chart {
  readonly type: "chart";
  /** `histogram` is stacked without gaps, with the sum of each column above it; `area` stacks its series. */
  readonly form: "bars" | "grouped" | "stacked" | "histogram" | "line" | "area" | "waterfall";
  /** "£m", "people"; printed with the value axis. */
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Waterfall: which categories are levels that stand on zero; the others are changes. */
  readonly levels?: readonly boolean[];
  /** Stacked forms: the sum of each category as printed, where all parts are above zero. */
  readonly sums?: readonly string[];
}

export interface ChartSeries {
  readonly name: string;
  /** For geometry only; the words are in `labels`. */
  readonly values: readonly (number | null)[];
  /** The values as printed, one a category. */
  readonly labels: readonly string[];
}

/** A field of likelihood (rows) and impact (columns), 1 to `scale`; every place that has a rating is tinted. */
export interface HeatMap {
  readonly type: "heat-map";
  readonly scale: number;
  readonly across: string;
  readonly up: string;
  readonly places: readonly {
    readonly across: number;
    readonly up: number;
    /** Printed in the corner, so that the tint is not the only sign. */
    readonly score: string;
    readonly tone: RatingTone;
    /** Ids of what stands here. */
    readonly items: readonly string[];
  }[];
  /** What the tints mean: "Amber 5 to 9". */
  readonly key: readonly { readonly tone: RatingTone; readonly text: string }[];
}

/** Days are counted from 1970-01-01, so that the drawing needs no calendar. */
export interface Gantt {
  readonly type: "gantt";
  readonly rows: readonly GanttRow[];
  /** Month or quarter lines, in order. */
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
  readonly from: number;
  readonly to: number;
}

export interface GanttRow {
  readonly label: string;
  readonly group?: string;
  readonly form: "point" | "range";
  readonly start: number;
  readonly end: number;
  /** Edges that are not known to the day fade out. */
  readonly fuzzyStart: boolean;
  readonly fuzzyEnd: boolean;
  /** The date as printed. */
  readonly text: string;
}

/** Governance and organisation charts. */
export interface Organisation {
  readonly type: "organisation";
  readonly boxes: readonly {
    readonly id: string;
    readonly title: string;
    readonly note?: string;
    readonly group?: string;
  }[];
  readonly lines: readonly { readonly from: string; readonly to: string }[];
}

/** A pyramid or inverted triangle cut into levels; two `sides` stand beside each other. Levels from the top. */
export interface Levels {
  readonly type: "levels";
  readonly sides: readonly {
    readonly title?: string;
    readonly inverted: boolean;
    readonly levels: readonly { readonly title: string; readonly items: readonly string[] }[];
  }[];
}

/** Nested circles, outermost first, or overlapping ones. */
export interface Rings {
  readonly type: "rings";
  readonly nested: boolean;
  readonly rings: readonly { readonly title: string; readonly items: readonly string[] }[];
}

/** Steps joined by arrows: pathways, journeys, benefit trees. `first` marks the point of first contact, with a word. */
export interface Flow {
  readonly type: "flow";
  readonly direction: "right" | "down";
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly note?: string;
    readonly mark?: string;
    readonly lane?: string;
  }[];
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label?: string }[];
}

/** Where spend or demand is to move: shares now and later, level by level. */
export interface Shift {
  readonly type: "shift";
  readonly nowTitle: string;
  readonly laterTitle: string;
  readonly levels: readonly {
    readonly title: string;
    readonly now: string;
    readonly later: string;
    readonly change: "more" | "less" | "same";
    readonly tone?: RatingTone;
  }[];
}

/** Stages from left to right with links between entries of neighbouring stages. */
export interface BenefitsMap {
  readonly type: "benefits-map";
  readonly stages: readonly {
    readonly title: string;
    readonly entries: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}
