// Fragments as operators of a content stream. Every page begins with y turned to grow downwards, so text is turned back.
import type { Fragment, PathFragment, RectangleFragment, TextFragment } from "../../layout/fragment.ts";
import type { Pen } from "./glyphs.ts";
import { coordinate as n } from "./number.ts";
import { pathOperators } from "./path.ts";

/** #rrggbb as three shares. */
function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => n(part / 255)).join(" ");
}

/** Remembers what was set last, so that runs of one style do not repeat it. */
export interface Ink {
  fill: string;
  font: string;
}

function text(part: TextFragment, pen: Pen, ink: Ink): string {
  const font = `/${pen.resource(part.face)} ${n(part.size)} Tf`;
  const fill = part.colour;
  const set = `${ink.fill === fill ? "" : `${rgb(fill)} rg `}${ink.font === font ? "" : `${font} `}`;
  ink.fill = fill;
  ink.font = font;
  const angle = ((part.turn ?? 0) * Math.PI) / 180;
  const matrix = part.turn
    ? `${n(Math.cos(angle))} ${n(-Math.sin(angle))} ${n(-Math.sin(angle))} ${n(-Math.cos(angle))}`
    : "1 0 0 -1";
  return `${set}${matrix} ${n(part.x)} ${n(part.y)} Tm <${pen.encoded(part.face, part.ends ? `${part.text} ` : part.text)}> Tj`;
}

interface Painted {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
  readonly evenOdd?: boolean;
  readonly cap?: "round" | "square";
  readonly join?: "round" | "bevel";
}

const caps = { round: "1 J", square: "2 J" } as const;
const joins = { round: "1 j", bevel: "2 j" } as const;

function painted(shape: string, { fill, stroke, strokeWidth = 1, dash, evenOdd, cap, join }: Painted): string {
  if (!fill && !stroke) return "";
  const rule = fill && evenOdd ? "*" : "";
  const ink = [
    ...(fill ? [`${rgb(fill)} rg`] : []),
    ...(stroke ? [`${rgb(stroke)} RG ${n(strokeWidth)} w`] : []),
    ...(stroke && dash ? [`[${n(dash[0])} ${n(dash[1])}] 0 d`] : []),
    ...(stroke && cap ? [caps[cap]] : []),
    ...(stroke && join ? [joins[join]] : []),
  ].join(" ");
  return `q ${ink} ${shape} ${fill ? (stroke ? "B" : "f") : "S"}${rule} Q`;
}

const arc = 0.5523;

function rounded({ x, y, width, height, radius = 0 }: RectangleFragment): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`;
  const k = r * (1 - arc);
  const [right, bottom] = [x + width, y + height];
  return [
    `${n(x + r)} ${n(y)} m ${n(right - r)} ${n(y)} l`,
    `${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)} c ${n(right)} ${n(bottom - r)} l`,
    `${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)} c ${n(x + r)} ${n(bottom)} l`,
    `${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)} c ${n(x)} ${n(y + r)} l`,
    `${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)} c h`,
  ].join(" ");
}

function path(part: PathFragment): string {
  const shape = pathOperators(part.d);
  const moved = `q ${n(part.scale)} 0 0 ${n(part.scale)} ${n(part.x)} ${n(part.y)} cm`;
  return `${moved} ${painted(shape, part)} Q`;
}

/** Operators for a run of fragments that share one mark; text is gathered between BT and ET. */
export function operators(parts: readonly Fragment[], pen: Pen, image: (asset: string) => string | undefined): string {
  const lines: string[] = [];
  let inText = false;
  let ink: Ink = { fill: "", font: "" };
  const outside = (): void => {
    if (inText) lines.push("ET");
    inText = false;
  };
  for (const part of parts) {
    if (part.kind === "text") {
      if (!inText) {
        lines.push("BT");
        inText = true;
        ink = { fill: "", font: "" };
      }
      lines.push(text(part, pen, ink));
      continue;
    }
    outside();
    switch (part.kind) {
      case "rectangle":
        lines.push(painted(rounded(part), part));
        break;
      case "line":
        lines.push(painted(`${n(part.x)} ${n(part.y)} m ${n(part.toX)} ${n(part.toY)} l`, part));
        break;
      case "path":
        lines.push(path(part));
        break;
      case "image": {
        const label = image(part.asset);
        // An image's own space grows upwards.
        if (label)
          lines.push(
            `q ${n(part.width)} 0 0 ${n(-part.height)} ${n(part.x)} ${n(part.y + part.height)} cm /${label} Do Q`,
          );
        break;
      }
      default:
        break;
    }
  }
  outside();
  return lines.filter((line) => line !== "").join("\n");
}
