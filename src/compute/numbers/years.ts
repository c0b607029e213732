// Financial years in a row.

/** "2014/15" from its first calendar year. */
function financialYearFrom(first: number): string {
  return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
}

/** First calendar year of a financial year. */
export function firstYear(year: string): number {
  return Number(year.slice(0, 4));
}

/** Every financial year from one to another, both included. */
export function yearsBetween(from: string, to: string): readonly string[] {
  const first = firstYear(from);
  const count = Math.max(0, Math.min(firstYear(to) - first, 400)) + 1;
  return Array.from({ length: count }, (_, i) => financialYearFrom(first + i));
}
