// The rating words of a programme, and the checks of its risk matrix.
import type { RiskMatrix } from "../../../schemas/programme.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { toneOf } from "../registers/risk.ts";

export type Ratings = RiskMatrix | undefined;

function known(matrix: Ratings): readonly string[] {
  return [...Object.keys(matrix?.bands ?? {}), ...(matrix?.words ?? [])];
}

/** A word of the matrix, or one everybody knows: Red, Amber / Green, High. */
export function isRating(word: string, matrix: Ratings): boolean {
  const plain = word.toLowerCase();
  return toneOf(word) !== "neutral" || known(matrix).some((k) => k.toLowerCase() === plain);
}

export function ratingNear(word: string, matrix: Ratings): string | undefined {
  return nearest(word, [...known(matrix), "Red", "Amber", "Green", "High", "Medium", "Low"]);
}
