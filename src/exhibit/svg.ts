// A scene as SVG text, for outputs that take pictures.
import type { Path, Scene, Shape } from "./scene.ts";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function ink(shape: {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
}): string {
  const stroke = shape.stroke ? ` stroke="${shape.stroke}" stroke-width="${shape.strokeWidth ?? 1}"` : "";
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash.join(" ")}"` : "";
  return ` fill="${shape.fill ?? "none"}"${stroke}${dash}`;
}

function form({ evenOdd, cap, join }: Path): string {
  const rule = evenOdd ? ` fill-rule="evenodd"` : "";
  const ends = cap ? ` stroke-linecap="${cap}"` : "";
  return `${rule}${ends}${join ? ` stroke-linejoin="${join}"` : ""}`;
}

const anchors = { start: "start", middle: "middle", end: "end" } as const;

function element(shape: Shape): string {
  switch (shape.type) {
    case "rectangle": {
      const radius = shape.radius ? ` rx="${shape.radius}"` : "";
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"${radius}${ink(shape)}/>`;
    }
    case "path":
      return `<path d="${shape.d}"${ink(shape)}${form(shape)}/>`;
    case "words": {
      const weight = shape.bold ? ` font-weight="bold"` : "";
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}"${weight} fill="${shape.fill}" text-anchor="${anchors[shape.anchor]}">${escaped(shape.value)}</text>`;
    }
  }
}

/** Standalone SVG of a scene, its words in the given font family; `bleed` is free space all round, for strokes on its edge. */
export function toSvg(scene: Scene, family: string, bleed = 0): string {
  const body = scene.shapes.map(element).join("");
  const [width, height] = [scene.width + 2 * bleed, scene.height + 2 * bleed];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-bleed || 0} ${-bleed || 0} ${width} ${height}" font-family="${escaped(family)}">${body}</svg>`;
}
