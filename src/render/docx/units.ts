// Word measures in twentieths and halves of a point, and writes colours without the hash.

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Half points, for font sizes. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Eighths of a point, for borders. */
export function eighths(points: number): number {
  return Math.round(points * 8);
}

/** Pixels at 96 to the inch, for pictures. */
export function pixels(points: number): number {
  return (points * 96) / 72;
}

/** `#0b3c5d` as `0B3C5D`. */
export function hex(colour: string): string {
  return colour.replace("#", "").toUpperCase();
}
