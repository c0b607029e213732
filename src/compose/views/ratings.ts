// Rating chips by the programme's own bands.
import { type Band, bandsOf, rateRisk, toneOf } from "../../compute/registers/risk.ts";
import type { Rating } from "../../document/document.ts";
import type { ViewRequest } from "../view.ts";
import type { Entry } from "./registers.ts";

type Matrix = NonNullable<NonNullable<ViewRequest["model"]["case"]["programme"]["conventions"]>["risk-matrix"]>;

/** The programme's risk matrix, or the house's bands on a scale of five. */
export function riskMatrix(request: ViewRequest): Matrix | undefined {
  const declared = request.model.case.programme.conventions?.["risk-matrix"];
  const bands = request.document.document.house["risk-bands"];
  return declared ?? (bands ? { scale: 5, bands } : undefined);
}

export function bands(request: ViewRequest): readonly Band[] {
  const matrix = riskMatrix(request);
  return matrix ? bandsOf(matrix) : [];
}

/** A chip for a rating word. */
export function ratingOf(request: ViewRequest, word: string): Rating {
  const band = bands(request).find((b) => b.word.toLowerCase() === word.toLowerCase());
  return chip(request, word, band?.tone ?? toneOf(word));
}

export interface Rated {
  readonly score: number | undefined;
  readonly rating: Rating | undefined;
}

/** Score and chip of a risk; no chip where nothing says how it is rated. */
export function rated(request: ViewRequest, risk: Entry<"risks">): Rated {
  const { score, word, tone } = rateRisk(risk, riskMatrix(request));
  return { score, rating: word === undefined ? undefined : chip(request, word, tone) };
}

/** A word of the programme's bands is one of these. */
function chip(request: ViewRequest, word: string, tone: Rating["tone"]): Rating {
  const options = bands(request).map((band) => band.word);
  return { type: "rating", text: word, tone, ...(options.includes(word) ? { options } : {}) };
}
