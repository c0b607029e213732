// Published bounds of optimism bias, as dated data with their source; a new edition is a new entry, never an edit.
import type { biasTypes, OptimismBias } from "../../../schemas/finance.ts";

export type BiasType = (typeof biasTypes)[number];

interface Bounds {
  readonly upper: string;
  readonly lower: string;
}

/** Where the bounds were published. */
export const boundsSource =
  "HM Treasury, Supplementary Green Book guidance: optimism bias (2013), after Mott MacDonald, Review of large public procurement in the UK (2002)";

/** What a type of project is called in the guidance. */
export const biasLabels: Readonly<Record<BiasType, string>> = {
  "non-standard-buildings": "Non-standard buildings",
  "standard-buildings": "Standard buildings",
  "non-standard-civil-engineering": "Non-standard civil engineering",
  "standard-civil-engineering": "Standard civil engineering",
  "equipment-development": "Equipment and development",
  outsourcing: "Outsourcing",
};

/** Upper and lower percentages by type, and by what they are added to. */
const published: Readonly<Record<BiasType, Partial<Record<OptimismBias["on"], Bounds>>>> = {
  "non-standard-buildings": { duration: { upper: "39", lower: "2" }, capital: { upper: "51", lower: "4" } },
  "standard-buildings": { duration: { upper: "4", lower: "1" }, capital: { upper: "24", lower: "2" } },
  "non-standard-civil-engineering": { duration: { upper: "25", lower: "3" }, capital: { upper: "66", lower: "6" } },
  "standard-civil-engineering": { duration: { upper: "20", lower: "1" }, capital: { upper: "44", lower: "3" } },
  "equipment-development": { duration: { upper: "54", lower: "10" }, capital: { upper: "200", lower: "10" } },
  outsourcing: { operating: { upper: "41", lower: "0" } },
};

/** The published bounds, in percent; undefined where none were published. */
export function publishedBounds(type: BiasType, on: OptimismBias["on"]): Bounds | undefined {
  return published[type][on];
}
