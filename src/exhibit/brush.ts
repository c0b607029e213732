// Shapes in the theme's colours, and words set in lines; what every drawing is made with.
import type { Theme } from "../../schemas/house.ts";
import type { Measure, Path, Rectangle, Shape, Words } from "./scene.ts";

/** Type sizes of drawings in points; look.md allows nothing below 9.5. */
export const labelSize = 9.5;
export const labelLeading = 12;

export interface Brush {
  readonly theme: Theme;
  readonly measure: Measure;
}

/** More lines are a text; their last one may be short. */
const mostBalanced = 4;
const rounds = 6;

/** Breaks words into lines no wider than `width`, a few about equally long; a word too long for a line is cut where it must be. */
export function wrap(brush: Brush, text: string, width: number, bold = false, size = labelSize): readonly string[] {
  const given = text.split(/\s+/).filter((word) => word !== "");
  if (brush.measure(given.join(" "), size, bold) <= width) return given.length > 0 ? [given.join(" ")] : [];
  const pieces = given.flatMap((word) => cut(brush, word, width, bold, size));
  const widths = pieces.map((piece) => brush.measure(piece, size, bold));
  const space = brush.measure(" ", size, bold);
  const filled = filling(widths, space, width);
  let best = filled;
  if (filled.length > 1 && filled.length <= mostBalanced) {
    let [most, least] = [width, Math.max(...widths)];
    for (let round = 0; round < rounds; round++) {
      const middle = (most + least) / 2;
      const tried = filling(widths, space, middle);
      if (tried.length === filled.length) {
        best = tried;
        most = middle;
      } else least = middle;
    }
  }
  return best.map((end, index) => pieces.slice(best[index - 1] ?? 0, end).join(" "));
}

/** How many words are used up at the end of each line when every line takes as many as it holds. */
function filling(widths: readonly number[], space: number, width: number): readonly number[] {
  const ends: number[] = [];
  let used = 0;
  widths.forEach((own, index) => {
    if (index > 0 && used + space + own > width + 1e-9) {
      ends.push(index);
      used = own;
    } else used += index > 0 ? space + own : own;
  });
  return widths.length === 0 ? [] : [...ends, widths.length];
}

/** A word in pieces that fit; one piece for nearly every word. */
function cut(brush: Brush, word: string, width: number, bold: boolean, size: number): readonly string[] {
  if (brush.measure(word, size, bold) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && brush.measure(piece + character, size, bold) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Width of the longest word. */
export function longestWord(brush: Brush, text: string, bold = false): number {
  return widest(brush, text.split(/\s+/), bold);
}

/** Width of the widest line. */
export function widest(brush: Brush, lines: readonly string[], bold = false, size = labelSize): number {
  return Math.max(0, ...lines.map((l) => brush.measure(l, size, bold)));
}

interface Setting {
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: Words["anchor"];
  readonly size?: number;
}

/** One line of words; `y` is the baseline. */
export function words(brush: Brush, value: string, x: number, y: number, setting: Setting = {}): Words {
  return {
    type: "words",
    x,
    y,
    value,
    size: setting.size ?? labelSize,
    bold: setting.bold ?? false,
    fill: setting.fill ?? brush.theme.colours.text,
    anchor: setting.anchor ?? "start",
  };
}

/** Lines below each other, the first one's cap height starting at `top`. */
export function lines(
  brush: Brush,
  values: readonly string[],
  x: number,
  top: number,
  setting: Setting = {},
): readonly Words[] {
  return values.map((value, i) => words(brush, value, x, top + labelSize * 0.8 + i * labelLeading, setting));
}

export function blockHeight(count: number): number {
  return count === 0 ? 0 : (count - 1) * labelLeading + labelSize;
}

export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  ink: Omit<Rectangle, "type" | "x" | "y" | "width" | "height">,
): Rectangle {
  return { type: "rectangle", x, y, width, height, ...ink };
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  strokeWidth = 0.75,
  dash?: readonly [number, number],
): Path {
  return {
    type: "path",
    d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`,
    stroke,
    strokeWidth,
    ...(dash ? { dash } : {}),
  };
}

/** A filled arrow head with its point at x, y, pointing along dx, dy. */
export function arrowHead(x: number, y: number, dx: number, dy: number, fill: string, length = 7): Path {
  const norm = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / norm, dy / norm];
  const [bx, by] = [x - ux * length, y - uy * length];
  const half = length * 0.42;
  return {
    type: "path",
    d: `M${round(x)} ${round(y)}L${round(bx - uy * half)} ${round(by + ux * half)}L${round(bx + uy * half)} ${round(by - ux * half)}Z`,
    fill,
  };
}

interface BoxWords {
  readonly title: string;
  readonly note?: string | undefined;
  readonly mark?: string | undefined;
}

const padX = 8;
const padY = 7;

/** Width below which a box would break a word. */
export function leastWidth(brush: Brush, box: BoxWords): number {
  const note = box.note ? longestWord(brush, box.note) : 0;
  return Math.max(longestWord(brush, box.title, true), note) + 2 * padX;
}

/** Height of a box that holds these words at a given width. */
export function boxHeight(brush: Brush, box: BoxWords, width: number): number {
  const inner = width - 2 * padX;
  const title = wrap(brush, box.title, inner, true).length;
  const note = box.note ? wrap(brush, box.note, inner).length : 0;
  const mark = box.mark ? 1 : 0;
  return blockHeight(title + note + mark) + 2 * padY + 2;
}

/** A box with a bold title, an optional note below and an optional word that marks it. */
export function box(
  brush: Brush,
  content: BoxWords,
  x: number,
  y: number,
  width: number,
  height: number,
  strong = false,
): readonly Shape[] {
  const { colours } = brush.theme;
  const inner = width - 2 * padX;
  const title = wrap(brush, content.title, inner, true);
  const note = content.note ? wrap(brush, content.note, inner) : [];
  const all = (content.mark ? 1 : 0) + title.length + note.length;
  const top = y + (height - blockHeight(all)) / 2;
  const ink = strong ? "#ffffff" : colours.text;
  const marked = content.mark ? [content.mark] : [];
  const middle = x + width / 2;
  const setting = { anchor: "middle", fill: ink } as const;
  return [
    rectangle(x, y, width, height, {
      fill: strong ? colours.accent : content.mark ? colours.ratings.amber.fill : colours.tint,
      stroke: content.mark ? colours.ratings.amber.border : colours.accent,
      strokeWidth: content.mark ? 1.5 : 0.75,
      radius: 3,
    }),
    ...lines(brush, marked, middle, top, {
      ...setting,
      bold: true,
      fill: strong ? "#ffffff" : colours.ratings.amber.text,
    }),
    ...lines(brush, title, middle, top + marked.length * labelLeading, { ...setting, bold: true }),
    ...lines(brush, note, middle, top + (marked.length + title.length) * labelLeading, setting),
  ];
}

/** White or near-black, whichever reads better on a fill (relative luminance as in WCAG 2.2). */
export function inkOn(fill: string): string {
  const channel = (at: number) => {
    const c = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#ffffff" : "#1d1d1f";
}

/** A colour on its way to white: 0 is the colour, 1 is white. */
export function lightened(colour: string, share: number): string {
  const part = (at: number) => {
    const own = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(own + (255 - own) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Two decimals are finer than any eye and keep the bytes of every machine the same. */
export function round(n: number): number {
  return Math.round(n * 100) / 100;
}
