// Checks of risks against the programme's matrix, and of the matrix itself.
import type { RiskMatrix } from "../../../schemas/programme.ts";
import type { Risk } from "../../../schemas/registers.ts";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../../parse/draft.ts";
import type { Case } from "../../validate/case.ts";
import { isRating, ratingNear } from "../tables/ratings.ts";
import { bandsOf, rateRisk, reachableScores, readScores } from "./risk.ts";

/** Every score that likelihood × impact can give lies in one band, and in one only. */
export function checkBands(from: Case): Diagnostic[] {
  const matrix = from.programme.conventions?.["risk-matrix"];
  if (!matrix) return [];
  const problems: Diagnostic[] = [];
  const path = ["conventions", "risk-matrix", "bands"];
  const at = from.programmePlaces.key(path);
  for (const [word, declared] of Object.entries(matrix.bands)) {
    const scores = typeof declared === "string" ? declared : declared.scores;
    if (readScores(scores)) continue;
    const span = from.programmePlaces.value([...path, word, "scores"]) ?? from.programmePlaces.value([...path, word]);
    problems.push(report("register/risk-band", span, { scores }));
  }
  if (problems.length > 0) return problems;
  const bands = bandsOf(matrix);
  const scores = reachableScores(Math.min(matrix.scale, 100));
  const none = scores.filter((s) => !bands.some((b) => s >= b.from && s <= b.to));
  if (none.length > 0) problems.push(report("register/risk-band-gap", at, { scores: none }));
  const place = (word: string) =>
    from.programmePlaces.value([...path, word, "scores"]) ?? from.programmePlaces.value([...path, word]);
  for (const [i, band] of bands.entries())
    for (const earlier of bands.slice(0, i)) {
      const shared = scores.filter((s) => [band, earlier].every((b) => s >= b.from && s <= b.to));
      if (shared.length === 0) continue;
      const span = place(earlier.word);
      const notes = [{ message: `${earlier.word} stands here`, ...(span ? { span } : {}) }];
      const words = [earlier.word, band.word];
      problems.push(report("register/risk-band-overlap", place(band.word) ?? at, { scores: shared, words }, { notes }));
    }
  return problems;
}

/** Likelihood and impact lie on the scale, and words are words of the matrix. */
export function checkRisks(
  problems: Diagnostic[],
  risks: Readonly<Record<string, Risk>>,
  matrix: RiskMatrix | undefined,
  places: Places,
): void {
  for (const [id, risk] of Object.entries(risks)) {
    for (const part of ["likelihood", "impact"] as const) {
      const value = risk[part];
      if (matrix && value !== undefined && (value < 1 || value > matrix.scale))
        problems.push(
          report("register/risk-scale", places.value(["risks", id, part]), { part, value, scale: matrix.scale }),
        );
    }
    if (risk.rating === undefined) continue;
    const at = places.value(["risks", id, "rating"]);
    if (!isRating(risk.rating, matrix))
      problems.push(
        report("register/risk-rating", at, { found: risk.rating, nearest: ratingNear(risk.rating, matrix) }),
      );
    const rated = rateRisk(risk, matrix);
    if (rated.score !== undefined && rated.word !== undefined && rated.word.toLowerCase() !== risk.rating.toLowerCase())
      problems.push(
        report("register/risk-rating-differs", at, { found: risk.rating, score: rated.score, word: rated.word }),
      );
  }
}
