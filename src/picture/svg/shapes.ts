// Basic shapes as outlines.
import { arc, readPath, type Segment } from "./path.ts";
import { length } from "./size.ts";
import type { Declarations } from "./style.ts";

export interface Field {
  readonly width: number;
  readonly height: number;
}

/** The outline of a shape; empty for one without extent, undefined for one that cannot be read. */
export function outlineOf(name: string, looks: Declarations, field: Field): readonly Segment[] | undefined {
  const across = (key: string) => length(looks.get(key) ?? "0", field.width);
  const down = (key: string) => length(looks.get(key) ?? "0", field.height);
  const both = (key: string) => length(looks.get(key) ?? "0", Math.hypot(field.width, field.height) / Math.SQRT2);
  switch (name) {
    case "path": {
      const { segments, isWhole } = readPath(looks.get("d") ?? "");
      return isWhole ? segments : undefined;
    }
    case "rect":
      return rectangle(looks, field);
    case "circle": {
      const [x, y, r] = [across("cx"), down("cy"), both("r")];
      return x === undefined || y === undefined || r === undefined ? undefined : ellipse(x, y, r, r);
    }
    case "ellipse": {
      const [x, y, rx, ry] = [across("cx"), down("cy"), across("rx"), down("ry")];
      if (x === undefined || y === undefined || rx === undefined || ry === undefined) return undefined;
      return ellipse(x, y, rx, ry);
    }
    case "line": {
      const [x, y, toX, toY] = [across("x1"), down("y1"), across("x2"), down("y2")];
      if (x === undefined || y === undefined || toX === undefined || toY === undefined) return undefined;
      return [
        { command: "M", points: [x, y] },
        { command: "L", points: [toX, toY] },
      ];
    }
    default:
      return corners(looks.get("points") ?? "", name === "polygon");
  }
}

function corners(points: string, isClosed: boolean): readonly Segment[] | undefined {
  const numbers =
    points.trim() === ""
      ? []
      : points
          .trim()
          .split(/[\s,]+/)
          .map(Number);
  if (numbers.some((n) => !Number.isFinite(n)) || numbers.length % 2 !== 0) return undefined;
  const lines = Array.from(
    { length: numbers.length / 2 },
    (_, i): Segment => ({
      command: i === 0 ? "M" : "L",
      points: numbers.slice(2 * i, 2 * i + 2),
    }),
  );
  return isClosed && lines.length > 0 ? [...lines, { command: "Z", points: [] }] : lines;
}

function ellipse(x: number, y: number, rx: number, ry: number): readonly Segment[] {
  if (rx <= 0 || ry <= 0) return [];
  return [
    { command: "M", points: [x + rx, y] },
    ...arc(x + rx, y, rx, ry, 0, false, true, x - rx, y),
    ...arc(x - rx, y, rx, ry, 0, false, true, x + rx, y),
    { command: "Z", points: [] },
  ];
}

function rectangle(looks: Declarations, field: Field): readonly Segment[] | undefined {
  const read = (key: string, whole: number) => (looks.get(key) === "auto" ? 0 : length(looks.get(key) ?? "0", whole));
  const [x, y] = [read("x", field.width), read("y", field.height)];
  const [width, height] = [read("width", field.width), read("height", field.height)];
  const [ownX, ownY] = [read("rx", field.width), read("ry", field.height)];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  if (ownX === undefined || ownY === undefined) return undefined;
  if (width <= 0 || height <= 0) return [];
  const rx = Math.min(looks.has("rx") ? ownX : ownY, width / 2);
  const ry = Math.min(looks.has("ry") ? ownY : ownX, height / 2);
  const line = (toX: number, toY: number): Segment => ({ command: "L", points: [toX, toY] });
  const [right, bottom] = [x + width, y + height];
  const end: Segment = { command: "Z", points: [] };
  if (rx <= 0 || ry <= 0)
    return [{ command: "M", points: [x, y] }, line(right, y), line(right, bottom), line(x, bottom), end];
  const corner = (fromX: number, fromY: number, toX: number, toY: number) =>
    arc(fromX, fromY, rx, ry, 0, false, true, toX, toY);
  return [
    { command: "M", points: [x + rx, y] },
    line(right - rx, y),
    ...corner(right - rx, y, right, y + ry),
    line(right, bottom - ry),
    ...corner(right, bottom - ry, right - rx, bottom),
    line(x + rx, bottom),
    ...corner(x + rx, bottom, x, bottom - ry),
    line(x, y + ry),
    ...corner(x, y + ry, x + rx, y),
    end,
  ];
}
