// Discount schedules as dated data. Rates are real and change by year; a new edition is a new entry, never an edit.
import { type Exact, exact } from "./money.ts";

export type ScheduleName = "green-book-2022" | "green-book-2026" | "green-book-2022-health" | "green-book-2026-health";

export interface Schedule {
  readonly name: string;
  readonly published: string;
  readonly source: string;
  /** Years counted from the base year; `to` is the last year of the band. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly rate: string }[];
}

const standard = [
  { from: 0, to: 30, rate: "0.035" },
  { from: 31, to: 75, rate: "0.03" },
  { from: 76, to: 125, rate: "0.025" },
  { from: 126, to: 200, rate: "0.02" },
  { from: 201, to: 300, rate: "0.015" },
  { from: 301, to: Number.POSITIVE_INFINITY, rate: "0.01" },
] as const;

const health = [
  { from: 0, to: 30, rate: "0.015" },
  { from: 31, to: 75, rate: "0.0129" },
  { from: 76, to: 125, rate: "0.0107" },
  { from: 126, to: 200, rate: "0.0086" },
  { from: 201, to: 300, rate: "0.0064" },
  { from: 301, to: Number.POSITIVE_INFINITY, rate: "0.0043" },
] as const;

/** Every schedule a programme can name. */
export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  "green-book-2022": {
    name: "Green Book standard discount rate",
    published: "2022",
    source: "HM Treasury, The Green Book (2022), annex A6",
    bands: standard,
  },
  "green-book-2022-health": {
    name: "Green Book health discount rate",
    published: "2022",
    source: "HM Treasury, The Green Book (2022), annex A6",
    bands: health,
  },
  // The 2026 edition keeps the rates; a review of them was opened in December 2025.
  "green-book-2026": {
    name: "Green Book standard discount rate",
    published: "2026",
    source: "HM Treasury, The Green Book (2026), chapter 6",
    bands: standard,
  },
  "green-book-2026-health": {
    name: "Green Book health discount rate",
    published: "2026",
    source: "HM Treasury, The Green Book (2026), chapter 6",
    bands: health,
  },
};

/** Rate of one year of a schedule. */
export function rateIn(schedule: Schedule, year: number): Exact {
  const band = schedule.bands.find((b) => year <= b.to) ?? schedule.bands.at(-1);
  return exact(band?.rate ?? "0");
}
