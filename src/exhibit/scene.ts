// A drawing as shapes and words at positions, in points from the top left; both page formats paint it.

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Charts with bars or lines. */
  readonly frame?: Frame;
}

/** How a chart stands in its drawing, for an output that has charts of its own and is to show it alike. */
export interface Frame {
  /** Edges of the plot. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Values at the ends of the value axis. */
  readonly low: number;
  readonly high: number;
  /** Values with a line and a number; none where every value is printed beside its bar. */
  readonly ticks: readonly number[];
  /** Every how manieth category has its name printed. */
  readonly every: number;
  /** Which values are printed, by series and category; the others have no room. */
  readonly printed: readonly (readonly boolean[])[];
  /** Which sums are printed. */
  readonly summed: readonly boolean[];
  /** How many lines the name of each series has, where names stand at the right of the plot. */
  readonly nameLines: readonly number[];
}

export type Shape = Rectangle | Path | Words;

interface Ink {
  /** #rrggbb; absent for none. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
}

export interface Rectangle extends Ink {
  readonly type: "rectangle";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export interface Path extends Ink {
  readonly type: "path";
  /** SVG path data with absolute coordinates. */
  readonly d: string;
  /** Holes by the even-odd rule; otherwise by the direction of the outlines. */
  readonly evenOdd?: boolean;
  /** Ends and corners of the stroke, where they are not cut and pointed. */
  readonly cap?: "round" | "square";
  readonly join?: "round" | "bevel";
}

/** One line of text; `y` is its baseline. */
export interface Words {
  readonly type: "words";
  readonly x: number;
  readonly y: number;
  readonly value: string;
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
  readonly anchor: "start" | "middle" | "end";
}

/** Width of a run in points, in the theme's face. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** SVG path data of a run's outlines, from `x` on the baseline `y`. */
export type Outline = (text: string, x: number, y: number, size: number, bold: boolean) => string;

/** What the theme's face can tell a drawing: how wide words are, and their forms for pictures that no installed face may change. */
export interface Lettering {
  readonly measure: Measure;
  readonly outline: Outline;
}
