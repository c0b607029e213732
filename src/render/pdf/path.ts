// SVG path data with absolute coordinates, as operators. Quadratic curves become cubic; arcs are drawn as cubics.
import { coordinate as n } from "./number.ts";

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** Last control point, for smooth curves. */
  controlX: number;
  controlY: number;
}

function cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): string {
  return `${n(x1)} ${n(y1)} ${n(x2)} ${n(y2)} ${n(x)} ${n(y)} c`;
}

/** An elliptical arc as cubic curves, after the SVG specification's implementation notes (F.6.5). */
function arc(pen: Pen, v: readonly number[]): string {
  const [rx0 = 0, ry0 = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0] = v;
  let rx = Math.abs(rx0);
  let ry = Math.abs(ry0);
  if (rx === 0 || ry === 0) return `${n(x)} ${n(y)} l`;
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const dx = (pen.x - x) / 2;
  const dy = (pen.y - y) / 2;
  const px = cos * dx + sin * dy;
  const py = -sin * dx + cos * dy;
  const grow = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (grow > 1) {
    rx *= Math.sqrt(grow);
    ry *= Math.sqrt(grow);
  }
  const top = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, top / (rx * rx * py * py + ry * ry * px * px))) * (large === sweep ? -1 : 1);
  const cx0 = (root * rx * py) / ry;
  const cy0 = (-root * ry * px) / rx;
  const cx = cos * cx0 - sin * cy0 + (pen.x + x) / 2;
  const cy = sin * cx0 + cos * cy0 + (pen.y + y) / 2;
  const from = Math.atan2((py - cy0) / ry, (px - cx0) / rx);
  let sweepAngle = Math.atan2((-py - cy0) / ry, (-px - cx0) / rx) - from;
  if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const steps = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2)));
  const each = sweepAngle / steps;
  const k = (4 / 3) * Math.tan(each / 4);
  const at = (a: number, b: number): readonly [number, number] => [
    cx + cos * rx * a - sin * ry * b,
    cy + sin * rx * a + cos * ry * b,
  ];
  const parts: string[] = [];
  for (let step = 0; step < steps; step++) {
    const a = from + step * each;
    const b = a + each;
    const [x1, y1] = at(Math.cos(a) - k * Math.sin(a), Math.sin(a) + k * Math.cos(a));
    const [x2, y2] = at(Math.cos(b) + k * Math.sin(b), Math.sin(b) - k * Math.cos(b));
    const [ex, ey] = at(Math.cos(b), Math.sin(b));
    parts.push(cubic(x1, y1, x2, y2, ex, ey));
  }
  return parts.join(" ");
}

function operator(command: string, v: readonly number[], pen: Pen, smooth: boolean): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = v;
  switch (command) {
    case "M":
      pen.startX = a;
      pen.startY = b;
      [pen.x, pen.y] = [a, b];
      return `${n(a)} ${n(b)} m`;
    case "L":
      [pen.x, pen.y] = [a, b];
      return `${n(a)} ${n(b)} l`;
    case "H":
      pen.x = a;
      return `${n(a)} ${n(pen.y)} l`;
    case "V":
      pen.y = a;
      return `${n(pen.x)} ${n(a)} l`;
    case "C":
      [pen.controlX, pen.controlY, pen.x, pen.y] = [c, d, e, f];
      return cubic(a, b, c, d, e, f);
    case "S": {
      const x1 = smooth ? 2 * pen.x - pen.controlX : pen.x;
      const y1 = smooth ? 2 * pen.y - pen.controlY : pen.y;
      [pen.controlX, pen.controlY, pen.x, pen.y] = [a, b, c, d];
      return cubic(x1, y1, a, b, c, d);
    }
    case "Q":
    case "T": {
      const qx = command === "Q" ? a : smooth ? 2 * pen.x - pen.controlX : pen.x;
      const qy = command === "Q" ? b : smooth ? 2 * pen.y - pen.controlY : pen.y;
      const [x, y] = command === "Q" ? [c, d] : [a, b];
      const { x: x0, y: y0 } = pen;
      [pen.controlX, pen.controlY, pen.x, pen.y] = [qx, qy, x, y];
      const third = (from: number, control: number): number => from + (2 / 3) * (control - from);
      return cubic(third(x0, qx), third(y0, qy), third(x, qx), third(y, qy), x, y);
    }
    case "A": {
      const drawn = arc(pen, v);
      [pen.x, pen.y] = [f, v[6] ?? 0];
      return drawn;
    }
    default:
      [pen.x, pen.y] = [pen.startX, pen.startY];
      return "h";
  }
}

const smoothAfter: Readonly<Record<string, string>> = { S: "CS", T: "QT" };

/** Operators of a path; relative commands are understood as absolute ones moved. */
export function pathOperators(d: string): string {
  const tokens = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0 };
  const made: string[] = [];
  let at = 0;
  let command = "";
  let before = "";
  while (at < tokens.length) {
    const token = tokens[at] ?? "";
    if (/^[a-z]$/i.test(token)) {
      command = token.toUpperCase();
      at++;
    } else if (command === "M") command = "L";
    const count = counts[command];
    if (count === undefined) break;
    const values = tokens.slice(at, at + count).map(Number);
    if (values.length < count) break;
    at += count;
    made.push(operator(command, values, pen, (smoothAfter[command] ?? "").includes(before || "-")));
    before = command;
    if (command === "Z" && at < tokens.length && !/^[a-z]$/i.test(tokens[at] ?? "")) break;
  }
  return made.join(" ");
}
