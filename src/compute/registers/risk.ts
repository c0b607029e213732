// Risk scores and the ratings that a programme's bands give them.
import type { RiskMatrix } from "../../../schemas/programme.ts";
import type { Risk } from "../../../schemas/registers.ts";

/** Low to high; two-step ratings have a tone between. */
export type Tone = "green" | "amber-green" | "amber" | "amber-red" | "red" | "neutral";

export interface RiskRating {
  /** Likelihood × impact; absent where the risk is not scored. */
  readonly score: number | undefined;
  /** Absent when neither scores nor a word are given, or no band holds the score. */
  readonly word: string | undefined;
  readonly tone: Tone;
}

export interface Band {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

const tones: Readonly<Record<string, Tone>> = {
  green: "green",
  low: "green",
  "very low": "green",
  "amber green": "amber-green",
  "green amber": "amber-green",
  "low medium": "amber-green",
  "medium low": "amber-green",
  yellow: "amber",
  amber: "amber",
  orange: "amber",
  medium: "amber",
  moderate: "amber",
  "amber red": "amber-red",
  "red amber": "amber-red",
  "medium high": "amber-red",
  "high medium": "amber-red",
  red: "red",
  high: "red",
  "very high": "red",
  critical: "red",
};

/** Tone of a rating word: Green, Amber / Red, High … "neutral" for a word it does not know. */
export function toneOf(word: string): Tone {
  const key = word
    .toLowerCase()
    .replace(/[\s/–-]+/g, " ")
    .trim();
  return (Object.hasOwn(tones, key) ? tones[key] : undefined) ?? "neutral";
}

const scoresPattern = /^\s*(\d+)\s*(?:(?:[-–—]|to)\s*(\d+)\s*)?$/;

/** First and last score of a band such as "1–9" or "25"; undefined when it is written in no such way. */
export function readScores(scores: string): { readonly from: number; readonly to: number } | undefined {
  const found = scoresPattern.exec(scores);
  if (!found) return undefined;
  const from = Number(found[1]);
  const to = found[2] === undefined ? from : Number(found[2]);
  return from <= to ? { from, to } : undefined;
}

/** The declared bands that can be read, in the order of the file. */
export function bandsOf(matrix: RiskMatrix): readonly Band[] {
  return Object.entries(matrix.bands).flatMap(([word, declared]) => {
    const scores = readScores(typeof declared === "string" ? declared : declared.scores);
    return scores ? [{ word, ...scores, tone: typeof declared === "string" ? toneOf(word) : declared.tone }] : [];
  });
}

/** Score and rating of one risk. A stated word stands where nothing is scored; scores win over a word. */
export function rateRisk(
  risk: Pick<Risk, "likelihood" | "impact" | "rating">,
  matrix: RiskMatrix | undefined,
): RiskRating {
  const bands = matrix ? bandsOf(matrix) : [];
  const score = risk.likelihood !== undefined && risk.impact !== undefined ? risk.likelihood * risk.impact : undefined;
  if (score !== undefined) {
    const band = bands.find((b) => score >= b.from && score <= b.to);
    return { score, word: band?.word, tone: band?.tone ?? "neutral" };
  }
  const word = risk.rating;
  const band = bands.find((b) => b.word.toLowerCase() === word?.toLowerCase());
  return { score: undefined, word, tone: band?.tone ?? (word === undefined ? "neutral" : toneOf(word)) };
}

/** Every score that a scale can give, lowest first: products of likelihood and impact. */
export function reachableScores(scale: number): readonly number[] {
  const scores = new Set<number>();
  for (let likelihood = 1; likelihood <= scale; likelihood++)
    for (let impact = 1; impact <= scale; impact++) scores.add(likelihood * impact);
  return [...scores].sort((a, b) => a - b);
}
