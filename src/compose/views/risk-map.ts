// `::risk-matrix{look=map}`: the same matrix as an exhibit, tinted by rating, with the ids of the risks in their places.
import { rateRisk } from "../../compute/registers/risk.ts";
import { text } from "../../document/build.ts";
import type { Exhibit, Paragraph } from "../../document/document.ts";
import type { HeatMap } from "../../document/exhibit.ts";
import type { ViewRequest } from "../view.ts";
import { altGiven } from "./gantt.ts";
import { counted, joined, sentence } from "./parts.ts";
import { bands, ratingOf, riskMatrix } from "./ratings.ts";
import type { Entry, Item } from "./registers.ts";

type Risk = Item<Entry<"risks">>;

/** Every place of the matrix has the rating that a risk there would have. */
export function riskMap(
  request: ViewRequest,
  scale: number,
  scored: readonly Risk[],
  notes: readonly Paragraph[],
): Exhibit {
  const steps = Array.from({ length: scale }, (_, i) => i + 1);
  const content: HeatMap = {
    type: "heat-map",
    scale,
    up: "Likelihood",
    across: "Impact",
    places: steps.flatMap((up) =>
      steps.map((across) => {
        const { score, tone } = rateRisk({ likelihood: up, impact: across }, riskMatrix(request));
        const items = scored.filter((r) => r.entry.likelihood === up && r.entry.impact === across).map((r) => r.id);
        return { up, across, score: String(score ?? up * across), tone, items };
      }),
    ),
    key: bands(request).map((b) => ({
      tone: ratingOf(request, b.word).tone,
      text: b.from === b.to ? `${b.word} ${b.from}` : `${b.word} ${b.from} to ${b.to}`,
    })),
  };
  return {
    type: "exhibit",
    id: request.id ?? "risk-map",
    caption: {
      label: "Figure",
      number: 0,
      children: request.caption ?? [text("Risks by likelihood and impact")],
    },
    alt: altGiven(request) ?? mapWords(request, content),
    content,
    notes,
    ...(request.origin ? { origin: request.origin } : {}),
  };
}

/** The highest scores first: where most attention is due. */
function mapWords(request: ViewRequest, { scale, places }: HeatMap): string {
  const taken = places.filter((p) => p.items.length > 0).sort((a, b) => Number(b.score) - Number(a.score));
  const total = taken.reduce((sum, p) => sum + p.items.length, 0);
  const told = taken.map((p) => {
    const { word } = rateRisk({ likelihood: p.up, impact: p.across }, riskMatrix(request));
    return sentence(
      `Likelihood ${p.up}, impact ${p.across}, score ${p.score}${word === undefined ? "" : `, ${word}`}: ${joined(p.items)}`,
    );
  });
  return [`A matrix of ${counted(total, "risk")} by likelihood and impact, each from 1 to ${scale}.`, ...told].join(
    " ",
  );
}
