/** A coordinate as it is written in a content stream: three places are a fraction of a printer's dot. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}
