// Lengths of a drawing, in its own pixels (1/96 inch), and the size it asks for on paper.
import type { Matrix } from "./path.ts";
import type { Element } from "./xml.ts";

const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** A length in pixels; a percentage is of `whole`. */
export function length(text: string | undefined, whole: number, em = 16): number | undefined {
  const found = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(px|pt|pc|mm|cm|in|em|%|)$/i.exec((text ?? "").trim());
  if (!found) return undefined;
  const [, digits = "0", unit = ""] = found;
  const value = Number(digits);
  if (unit === "%") return (value * whole) / 100;
  return value * (unit.toLowerCase() === "em" ? em : (units[unit.toLowerCase()] ?? 1));
}

export interface Size {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The drawing's own field, whose percentages lengths may be. */
  readonly field: { readonly width: number; readonly height: number };
  /** From the drawing's numbers to points. */
  readonly matrix: Matrix;
}

const largest = 14_400;

/** Size from width and height, or the view box; undefined where neither says one that paper can have. */
export function sizeOf(root: Element): Size | undefined {
  const text = (name: string) => root.attributes.get(name)?.value;
  const box = (text("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box;
  const hasBox = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
  if (text("viewBox") !== undefined && !hasBox) return undefined;
  const own = (name: "width" | "height") => {
    const value = text(name);
    return value === undefined || value.trim().endsWith("%") ? undefined : (length(value, 0) ?? Number.NaN);
  };
  const [askedWidth, askedHeight] = [own("width"), own("height")];
  const ratio = hasBox ? boxHeight / boxWidth : undefined;
  const width =
    askedWidth ?? (askedHeight !== undefined && ratio ? askedHeight / ratio : hasBox ? boxWidth : undefined);
  const height = askedHeight ?? (width !== undefined && ratio ? width * ratio : undefined);
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) return undefined;
  if (width * 0.75 > largest || height * 0.75 > largest) return undefined;
  const field = hasBox ? { width: boxWidth, height: boxHeight } : { width, height };
  const fit = Math.min(width / field.width, height / field.height);
  const [right, down] = [(width - field.width * fit) / 2, (height - field.height * fit) / 2];
  return {
    width: width * 0.75,
    height: height * 0.75,
    field,
    matrix: [fit * 0.75, 0, 0, fit * 0.75, (right - left * fit) * 0.75, (down - top * fit) * 0.75],
  };
}
