// Positions of boxes and arrows of a graph, worked out by Graphviz. The graph goes in as an object, so no text can become graph language.
import type { Viz } from "@viz-js/viz";
import type { Measure } from "./scene.ts";

export type Grapher = Viz;

/** Loads Graphviz; needed only by documents with charts of boxes and arrows. */
export async function openGrapher(): Promise<Grapher> {
  return (await import("@viz-js/viz")).instance();
}

export interface GraphBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface GraphArrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  /** Top left corner of each box, in points. */
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly arrows: readonly PlacedArrow[];
}

export interface PlacedArrow {
  readonly arrow: GraphArrow;
  /** Control points of a cubic spline. */
  readonly points: readonly (readonly [number, number])[];
  /** Point of the arrow head. */
  readonly tip: readonly [number, number];
  /** Middle of the label. */
  readonly label: readonly [number, number] | undefined;
}

const inch = 72;

interface Output {
  readonly bb: string;
  readonly objects?: readonly { readonly _gvid: number; readonly name: string; readonly pos: string }[];
  readonly edges?: readonly {
    readonly tail: number;
    readonly head: number;
    readonly pos: string;
    readonly lp?: string;
  }[];
}

function pair(text: string): readonly [number, number] {
  const [x = 0, y = 0] = text.split(",").map(Number);
  return [x, y];
}

// An empty table of the right size stands for a label, so that Graphviz needs no fonts and never sees an author's words.
function spacer(width: number): string {
  return `<table border="0" fixedsize="true" width="${Math.ceil(width)}" height="14"><tr><td></td></tr></table>`;
}

/** Lays out boxes of known size; ids never reach Graphviz, only their positions in the list. */
export function placeGraph(
  grapher: Grapher,
  boxes: readonly GraphBox[],
  arrows: readonly GraphArrow[],
  direction: "down" | "right",
  measure: Measure,
  labelSize: number,
): Placed {
  const index = new Map(boxes.map((b, i) => [b.id, `n${i}`]));
  const known = arrows.filter((a) => index.has(a.from) && index.has(a.to));
  const graph = {
    directed: true,
    graphAttributes: {
      rankdir: direction === "down" ? "TB" : "LR",
      nodesep: 0.2,
      ranksep: direction === "down" ? 0.32 : 0.45,
      splines: "spline",
      ordering: "out",
    },
    nodeAttributes: { shape: "box", fixedsize: true, label: "" },
    nodes: boxes.map((b, i) => ({ name: `n${i}`, attributes: { width: b.width / inch, height: b.height / inch } })),
    edges: known.map((a) => ({
      tail: index.get(a.from) ?? "",
      head: index.get(a.to) ?? "",
      ...(a.label ? { attributes: { label: { html: spacer(measure(a.label, labelSize, false) + 6) } } } : {}),
    })),
  };
  // Checked boundary: the documented "json0" output of Graphviz, which is "json" without the drawing that nobody reads here.
  const result: Output = JSON.parse(grapher.renderString(graph, { format: "json0" }));
  const [, , width = 0, height = 0] = result.bb.split(",").map(Number);
  const byName = new Map((result.objects ?? []).map((o) => [o.name, pair(o.pos)]));
  const names = new Map((result.objects ?? []).map((o) => [o._gvid, o.name]));
  const placed = new Map(
    boxes.map((b, i) => {
      const [x, y] = byName.get(`n${i}`) ?? [0, 0];
      return [b.id, { x: x - b.width / 2, y: height - y - b.height / 2 }] as const;
    }),
  );
  const waiting = [...known];
  const out = (result.edges ?? []).flatMap((edge): readonly PlacedArrow[] => {
    const at = waiting.findIndex(
      (a) => index.get(a.from) === names.get(edge.tail) && index.get(a.to) === names.get(edge.head),
    );
    const [arrow] = at < 0 ? [] : waiting.splice(at, 1);
    if (!arrow) return [];
    const parts = edge.pos.split(/\s+/);
    const flip = ([x, y]: readonly [number, number]): readonly [number, number] => [x, height - y];
    const tip = parts.find((p) => p.startsWith("e,"));
    const points = parts.filter((p) => !/^[es],/.test(p)).map((p) => flip(pair(p)));
    const last = points.at(-1) ?? [0, 0];
    return [
      { arrow, points, tip: tip ? flip(pair(tip.slice(2))) : last, label: edge.lp ? flip(pair(edge.lp)) : undefined },
    ];
  });
  return { width, height, boxes: placed, arrows: out };
}
