// Advances and outlines of a TrueType file, as much as pictures and column widths need.
// Tables as in the OpenType specification, chapters cmap, glyf, head, hhea, hmtx and loca.

export interface TrueType {
  /** Width of a character at size 1; undefined when the face has no glyph for it. */
  advance(codePoint: number): number | undefined;
  /** SVG path data of a character with its origin at (x, y), y downwards. */
  outline(codePoint: number, x: number, y: number, size: number): string;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

type Contour = readonly Point[];

/** Opens a face with TrueType outlines. */
export function openTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = directory(view);
  const start = (tag: string): number => tables.get(tag) ?? 0;
  const unitsPerEm = view.getUint16(start("head") + 18);
  const longOffsets = view.getInt16(start("head") + 50) === 1;
  const metricCount = view.getUint16(start("hhea") + 34);
  const glyphs = characterMap(view, start("cmap"));
  const advanceOf = (glyph: number): number => view.getUint16(start("hmtx") + Math.min(glyph, metricCount - 1) * 4);
  const offsetOf = (glyph: number): number =>
    longOffsets ? view.getUint32(start("loca") + glyph * 4) : view.getUint16(start("loca") + glyph * 2) * 2;

  const contoursOf = (glyph: number, depth = 0): readonly Contour[] => {
    const from = offsetOf(glyph);
    if (offsetOf(glyph + 1) === from || depth > 5) return [];
    const at = start("glyf") + from;
    const count = view.getInt16(at);
    if (count >= 0) return simpleGlyph(view, at, count);
    return components(view, at + 10).flatMap(({ index, move }) =>
      contoursOf(index, depth + 1).map((contour) => contour.map(move)),
    );
  };

  return {
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : advanceOf(glyph) / unitsPerEm;
    },
    outline: (codePoint, x, y, size) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return "";
      const scale = size / unitsPerEm;
      return contoursOf(glyph)
        .map((contour) => path(contour.map((p) => ({ x: x + p.x * scale, y: y - p.y * scale, on: p.on }))))
        .join("");
    },
  };
}

function directory(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

function characterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, glyphs);
    if (format === 12) readGroups(view, at, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const size = view.getUint16(at + 6);
  for (let i = 0; i < size; i += 2) {
    const last = view.getUint16(at + 14 + i);
    const first = view.getUint16(at + 16 + size + i);
    const delta = view.getUint16(at + 16 + size * 2 + i);
    const rangeAt = at + 16 + size * 3 + i;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const found = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2);
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    const first = view.getUint32(group);
    for (let code = first; code <= view.getUint32(group + 4); code++) {
      glyphs.set(code, view.getUint32(group + 8) + code - first);
    }
  }
}

function simpleGlyph(view: DataView, at: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(at + 10 + i * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let cursor = at + 10 + count * 2;
  cursor += 2 + view.getUint16(cursor);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(cursor++);
    const repeats = flag & 8 ? view.getUint8(cursor++) : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * view.getUint8(cursor++);
      else if (!(flag & same)) {
        value += view.getInt16(cursor);
        cursor += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

function components(
  view: DataView,
  at: number,
): readonly { readonly index: number; readonly move: (p: Point) => Point }[] {
  const found: { readonly index: number; readonly move: (p: Point) => Point }[] = [];
  let cursor = at;
  let flags = 32;
  while (flags & 32) {
    flags = view.getUint16(cursor);
    const index = view.getUint16(cursor + 2);
    const words = (flags & 1) === 1;
    const dx = words ? view.getInt16(cursor + 4) : view.getInt8(cursor + 4);
    const dy = words ? view.getInt16(cursor + 6) : view.getInt8(cursor + 5);
    cursor += words ? 8 : 6;
    const fixed = (): number => {
      cursor += 2;
      return view.getInt16(cursor - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) {
      a = fixed();
      d = a;
    } else if (flags & 64) {
      a = fixed();
      d = fixed();
    } else if (flags & 128) {
      [a, b, c, d] = [fixed(), fixed(), fixed(), fixed()];
    }
    found.push({ index, move: (p) => ({ x: a * p.x + c * p.y + dx, y: b * p.x + d * p.y + dy, on: p.on }) });
  }
  return found;
}

/** Quadratic curves; between two control points lies an implied point on the curve. */
function path(contour: Contour): string {
  const first = contour[0];
  const last = contour.at(-1);
  if (!first || !last) return "";
  const begin = first.on ? first : last.on ? last : middle(first, last);
  const rest = first.on ? contour.slice(1) : contour;
  const parts = [`M${at(begin)}`];
  let control: Point | undefined;
  for (const point of [...rest, { ...begin, on: true }]) {
    if (control && point.on) parts.push(`Q${at(control)} ${at(point)}`);
    else if (control) parts.push(`Q${at(control)} ${at(middle(control, point))}`);
    else if (point.on) parts.push(`L${at(point)}`);
    control = point.on ? undefined : point;
  }
  return `${parts.join("")}Z`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true };
}

function at(p: Point): string {
  return `${p.x.toFixed(2)} ${p.y.toFixed(2)}`;
}
