// Days, months and vague dates in an organisation's own style.
import type { House } from "../../../schemas/house.ts";
import { type Precision, readWhen, type When } from "../../../schemas/scalars.ts";

export type HouseDates = House["dates"];
export type DateStyle = "full" | "table" | "month" | "year";
type DayPattern = HouseDates["full"] | HouseDates["table"];

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

interface Day {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function read(iso: string): Day {
  const [year = "", month = "1", day = "1"] = iso.split("-");
  return { year, month: Number(month), day: Number(day) };
}

const monthName = (d: Day) => months[d.month - 1] ?? "";
const two = (n: number) => String(n).padStart(2, "0");

const patterns: Readonly<Record<DayPattern, (d: Day) => string>> = {
  "28 January 2014": (d) => `${d.day} ${monthName(d)} ${d.year}`,
  "28 Jan 2014": (d) => `${d.day} ${monthName(d).slice(0, 3)} ${d.year}`,
  "28/01/2014": (d) => `${two(d.day)}/${two(d.month)}/${d.year}`,
  "28/01/14": (d) => `${two(d.day)}/${two(d.month)}/${d.year.slice(2)}`,
  "28.01.14": (d) => `${two(d.day)}.${two(d.month)}.${d.year.slice(2)}`,
};

function patternOf(style: DateStyle, dates: HouseDates): DayPattern {
  return style === "table" ? dates.table : dates.full;
}

function point(iso: string, precision: Precision, style: DateStyle, dates: HouseDates): string {
  const day = read(iso);
  if (style === "year" || precision === "year") return day.year;
  if (style === "month" || precision === "month") return `${monthName(day)} ${day.year}`;
  return patterns[patternOf(style, dates)](day);
}

/** "6–7 November 2014", "30 October – 2 November 2014", "September and October 2014", "2014–2016". */
function range(when: When, style: DateStyle, dates: HouseDates): string {
  const from = read(when.start);
  const to = read(when.end);
  const first = point(when.start, when.startPrecision, style, dates);
  const last = point(when.end, when.endPrecision, style, dates);
  if (first === last) return first;
  const days = when.startPrecision === "day" && when.endPrecision === "day" && (style === "full" || style === "table");
  const pattern = patternOf(style, dates);
  const inWords = pattern === "28 January 2014" || pattern === "28 Jan 2014";
  if (days && inWords && from.year === to.year) {
    if (from.month === to.month) return `${from.day}–${last}`;
    return `${first.slice(0, -from.year.length - 1)} – ${last}`;
  }
  const monthsOnly = style !== "year" && (when.startPrecision === "month" || style === "month");
  if (monthsOnly && when.endPrecision !== "year" && from.year === to.year && style !== "table") {
    const joint = to.month - from.month === 1 ? "and" : "to";
    return `${monthName(from)} ${joint} ${last}`;
  }
  if (style === "year" || (when.startPrecision === "year" && when.endPrecision === "year")) return `${first}–${last}`;
  return `${first} – ${last}`;
}

const parts: Readonly<Record<NonNullable<When["part"]>, string>> = {
  beginning: "Early",
  middle: "Mid",
  end: "End of",
  throughout: "Throughout",
};

/** A date as the house prints it; vague ones keep their word: "End of October 2014". */
export function formatWhen(when: When, style: DateStyle, dates: HouseDates): string {
  if (when.start === "") return when.written;
  const plain = when.range ? range(when, style, dates) : point(when.start, when.startPrecision, style, dates);
  return when.part && style !== "year" ? `${parts[when.part]} ${plain}` : plain;
}

/** The same from an ISO day or any date an author may write; what is no date stays as it is. */
export function formatDate(written: string, style: DateStyle, dates: HouseDates): string {
  const when = readWhen(written);
  return when ? formatWhen(when, style, dates) : written;
}
