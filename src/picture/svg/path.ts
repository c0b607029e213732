// Path data in full: every command, relative ones and arcs too, as moves, lines and cubic curves with absolute coordinates.

/** a b c d e f of SVG: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Segment {
  readonly command: "M" | "L" | "C" | "Z";
  readonly points: readonly number[];
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The outer matrix after the inner one. */
export function multiplied(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const numberForm = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
const flagForm = /[\s,]*([01])/y;
const commandForm = /[\s,]*([A-Za-z])/y;

/** The segments up to the first mistake, as browsers draw them; `isWhole` is false where one stops the reading. */
export function readPath(d: string): { readonly segments: readonly Segment[]; readonly isWhole: boolean } {
  const segments: Segment[] = [];
  let at = 0;
  let command = "";
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0];
  let before = "";
  const take = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const found = form.exec(d);
    if (found) at = form.lastIndex;
    return found?.[1];
  };
  while (/[^\s,]/.test(d.slice(at))) {
    const written = take(commandForm);
    if (written === undefined && (command === "" || command.toUpperCase() === "Z")) return { segments, isWhole: false };
    command = written ?? (command === "M" ? "L" : command === "m" ? "l" : command);
    const upper = command.toUpperCase();
    const count = counts[upper];
    if (count === undefined || (segments.length === 0 && upper !== "M")) return { segments, isWhole: false };
    const values: number[] = [];
    for (let i = 0; i < count; i++) {
      const value = take(upper === "A" && (i === 3 || i === 4) ? flagForm : numberForm);
      if (value === undefined) return { segments, isWhole: false };
      values.push(Number(value));
    }
    const isRelative = command !== upper;
    const v = isRelative ? moved(upper, values, x, y) : values;
    const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0, w = 0] = v;
    switch (upper) {
      case "M":
        segments.push({ command: "M", points: [p, q] });
        [x, y, startX, startY] = [p, q, p, q];
        break;
      case "L":
      case "H":
      case "V":
        [x, y] = upper === "H" ? [p, y] : upper === "V" ? [x, p] : [p, q];
        segments.push({ command: "L", points: [x, y] });
        break;
      case "C":
        segments.push({ command: "C", points: [p, q, r, s, t, u] });
        [controlX, controlY, x, y] = [r, s, t, u];
        break;
      case "S": {
        const isSmooth = before === "C" || before === "S";
        const first = isSmooth ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        segments.push({ command: "C", points: [...first, p, q, r, s] });
        [controlX, controlY, x, y] = [p, q, r, s];
        break;
      }
      case "Q":
      case "T": {
        const isSmooth = before === "Q" || before === "T";
        const [cx, cy] = upper === "Q" ? [p, q] : isSmooth ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        const [ex, ey] = upper === "Q" ? [r, s] : [p, q];
        const third = (from: number, control: number) => from + (2 / 3) * (control - from);
        segments.push({ command: "C", points: [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey] });
        [controlX, controlY, x, y] = [cx, cy, ex, ey];
        break;
      }
      case "A":
        segments.push(...arc(x, y, p, q, r, s === 1, t === 1, u, w));
        [x, y] = [u, w];
        break;
      default:
        segments.push({ command: "Z", points: [] });
        [x, y] = [startX, startY];
    }
    before = upper;
  }
  return { segments, isWhole: true };
}

function moved(command: string, values: readonly number[], x: number, y: number): readonly number[] {
  if (command === "V") return values.map((v) => v + y);
  if (command === "A") return values.map((v, i) => (i === 5 ? v + x : i === 6 ? v + y : v));
  return values.map((v, i) => v + (i % 2 === 0 ? x : y));
}

/** An elliptical arc as cubic curves, after the SVG specification's implementation notes (F.6.5). */
export function arc(
  x0: number,
  y0: number,
  radiusX: number,
  radiusY: number,
  turn: number,
  large: boolean,
  sweep: boolean,
  x: number,
  y: number,
): readonly Segment[] {
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (rx === 0 || ry === 0 || (x0 === x && y0 === y)) return [{ command: "L", points: [x, y] }];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const grow = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (grow > 1) {
    rx *= Math.sqrt(grow);
    ry *= Math.sqrt(grow);
  }
  const below = rx * rx * py * py + ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below)) * (large === sweep ? -1 : 1);
  const [ux, uy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * ux - sin * uy + (x0 + x) / 2, sin * ux + cos * uy + (y0 + y) / 2];
  const from = Math.atan2((py - uy) / ry, (px - ux) / rx);
  let angle = Math.atan2((-py - uy) / ry, (-px - ux) / rx) - from;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const steps = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const each = angle / steps;
  const k = (4 / 3) * Math.tan(each / 4);
  const at = (a: number, b: number) => [cx + cos * rx * a - sin * ry * b, cy + sin * rx * a + cos * ry * b];
  return Array.from({ length: steps }, (_, i): Segment => {
    const [a, b] = [from + i * each, from + (i + 1) * each];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return { command: "C", points: [...at(ca - k * sa, sa + k * ca), ...at(cb + k * sb, sb - k * cb), ...at(cb, sb)] };
  });
}

/** Segments under a matrix. */
export function transformed(segments: readonly Segment[], [a, b, c, d, e, f]: Matrix): readonly Segment[] {
  return segments.map(({ command, points }) => ({
    command,
    points: points.map((_, i) => {
      const [x = 0, y = 0] = i % 2 === 0 ? [points[i], points[i + 1]] : [points[i - 1], points[i]];
      return i % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
    }),
  }));
}

/** Path data of segments, to two decimals. */
export function written(segments: readonly Segment[]): string {
  const short = (n: number) => String(Math.round(n * 100) / 100 || 0);
  return segments.map(({ command, points }) => command + points.map(short).join(" ")).join("");
}

const transformForm = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g;

/** The matrix of a transform attribute; undefined where it cannot be read. */
export function readTransform(text: string): Matrix | undefined {
  if (text.replace(transformForm, "").replace(/[\s,]/g, "") !== "") return undefined;
  let matrix = identity;
  for (const [, kind = "", inside = ""] of text.matchAll(transformForm)) {
    const v = inside
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (v.length === 0 || v.some((n) => !Number.isFinite(n))) return undefined;
    matrix = multiplied(matrix, one(kind, v));
  }
  return matrix;
}

function one(kind: string, v: readonly number[]): Matrix {
  const [a = 0, b, c] = v;
  const radians = (a * Math.PI) / 180;
  switch (kind) {
    case "matrix":
      return [a, b ?? 0, c ?? 0, v[3] ?? 0, v[4] ?? 0, v[5] ?? 0];
    case "translate":
      return [1, 0, 0, 1, a, b ?? 0];
    case "scale":
      return [a, 0, 0, b ?? a, 0, 0];
    case "rotate": {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const [x, y] = [b ?? 0, c ?? 0];
      return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    }
    case "skewX":
      return [1, 0, Math.tan(radians), 1, 0, 0];
    default:
      return [1, Math.tan(radians), 0, 1, 0, 0];
  }
}
