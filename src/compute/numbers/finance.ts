// Discounting, rates of return and payback over yearly flows, year 0 first.
import { compare, type Exact, exact, one, round, sum, zero } from "./money.ts";
import { rateIn, type Schedule } from "./rates.ts";
import { positiveRoots } from "./roots.ts";

export type Convention = "year-end" | "mid-year";

/** What an amount `years` from now is worth at a flat rate: 1 / (1 + rate) ^ years. */
export function discountAt(rate: Exact, years: number): Exact {
  return one.dividedBy(one.plus(rate).pow(years));
}

/**
 * Factor of a year. A schedule's rates chain: the factor of year 31 is that of year 30 divided by 1 + the rate of
 * year 31 (Green Book 2022, annex A6). Mid-year flows are discounted half a year less; year 0 is never discounted.
 */
export function discountFactor(year: number, rates: Exact | Schedule, convention: Convention = "year-end"): Exact {
  if (year <= 0) return one;
  const rate = (y: number) => ("bands" in rates ? rateIn(rates, y) : rates);
  let factor = one;
  if ("bands" in rates) {
    for (const band of rates.bands) {
      const last = Math.min(year, band.to);
      if (last < band.from) break;
      factor = factor.dividedBy(one.plus(exact(band.rate)).pow(last - Math.max(band.from, 1) + 1));
    }
  } else factor = discountAt(rates, year);
  return convention === "mid-year" ? factor.times(one.plus(rate(year)).sqrt()) : factor;
}

/** Net present value of flows at a flat rate, the first not discounted. */
export function netPresentValue(rate: Exact, flows: readonly Exact[]): Exact {
  return sum(flows.map((flow, year) => flow.times(discountAt(rate, year))));
}

/** What an internal rate of return comes to: one rate, or the words for none or several. */
export type InternalRate = { readonly rate: Exact } | { readonly words: string };

/**
 * The rates above -100% at which flows are worth nothing together. Flows that change sign once have exactly one
 * (Descartes' rule of signs on powers of 1 / (1 + rate)); without a change there is none, with more all of them are looked for.
 */
export function internalRate(flows: readonly Exact[]): InternalRate {
  const signs = flows.filter((f) => !f.isZero()).map((f) => f.isNegative());
  const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  if (changes === 0) return { words: "No rate exists" };
  if (changes === 1) return { rate: onlyRate(flows, signs[0] ?? false) };
  // Flows compounded to the last year: a polynomial of 1 + rate whose constant is the last flow.
  const rates = positiveRoots(flows.toReversed()).map((root) => root.minus(1));
  const [first, ...more] = rates;
  if (!first) return { words: "No rate exists" };
  return more.length === 0 ? { rate: first } : { words: `${rates.length} rates: ${ratesApart(rates).join(", ")}` };
}

/** Rates with one decimal, or as many more as tell them apart. */
function ratesApart(rates: readonly Exact[]): readonly string[] {
  const shown = (decimals: number) =>
    rates.map((rate) => `${round(rate.times(100), decimals).toFixed(decimals).replace("-", "−")}%`);
  const decimals = [1, 2, 3, 4, 5].find((d) => new Set(shown(d)).size === rates.length) ?? 6;
  return shown(decimals);
}

/** The rate of flows that change sign once, by halving; `early` tells whether the first of them are negative. */
function onlyRate(flows: readonly Exact[], early: boolean): Exact {
  const worth = (x: Exact) => flows.reduceRight((total, flow) => total.times(x).plus(flow), zero);
  let low = zero;
  let high = one;
  // Beyond the root the last sign rules.
  for (let i = 0; i < 400 && !worth(high).isZero() && worth(high).isNegative() === early; i++) {
    low = high;
    high = high.times(2);
  }
  for (let i = 0; i < 200; i++) {
    const middle = low.plus(high).dividedBy(2);
    const at = worth(middle);
    if (at.isZero()) return one.dividedBy(middle).minus(1);
    if (at.isNegative() === early) low = middle;
    else high = middle;
    if (high.minus(low).lessThan(high.times("1e-36"))) break;
  }
  return one.dividedBy(low.plus(high).dividedBy(2)).minus(1);
}

/** The first year in which what has come in covers what went out; undefined when that never happens. */
export function paybackYear(flows: readonly Exact[]): number | undefined {
  let running = zero;
  for (const [year, flow] of flows.entries()) {
    running = running.plus(flow);
    const later = flows.slice(0, year + 1).some((f) => f.isNegative()) || year === flows.length - 1;
    if (later && compare(running, zero) >= 0) return year;
  }
  return undefined;
}
