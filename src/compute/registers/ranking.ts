// Who comes first: ranks and the best of several figures, as words that a workbook works out again.
import type { Engine, Made } from "../engine/engine.ts";
import type { Value } from "../model.ts";
import { type Exact, round } from "../numbers/money.ts";

/** An entrant: the figure that is compared, and what the entrant is called. */
export interface Entrant {
  readonly figure: string;
  readonly label: string;
}

// A workbook calculates with some fifteen digits, so what differs only beyond six decimals counts as equal.
const places = 6;

/** An answer in words, or a number found by another way than a formula of ours. `excel` is "" where a workbook has none. */
export function answer(value: Value, sentence: string, excel: string, inputs: readonly string[]): Made {
  return { value, derivation: { type: "computed", sentence, excel, inputs } };
}

/** A text as a workbook's formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Zero when two numbers are equal as far as a workbook can tell. */
function difference(a: Exact, b: Exact): Exact {
  return round(a.minus(b), places);
}

interface Field {
  readonly numbers: readonly { readonly entrant: Entrant; readonly exact: Exact }[];
  /** Keeps the order from being known. */
  readonly stopped: Value | undefined;
}

/** The entrants that have a number. One that is not known yet leaves the order open; one that does not apply is left out. */
function fieldOf(engine: Engine, entrants: readonly Entrant[]): Field {
  const values = entrants.map((entrant) => ({ entrant, value: engine.value(entrant.figure) }));
  const stopped = values
    .map((v) => v.value)
    .find((v) => v.type === "broken" || v.type === "open" || (v.type === "empty" && /^(not|un)/.test(v.empty)));
  return {
    numbers: values.flatMap(({ entrant, value }) => (value.type === "number" ? [{ entrant, exact: value.exact }] : [])),
    stopped,
  };
}

/** Place of one figure among all, the highest first: "1", or "2=" where others have the same. */
export function rank(engine: Engine, entrants: readonly Entrant[], own: string): Made {
  const { numbers, stopped } = fieldOf(engine, entrants);
  const inputs = entrants.map((e) => e.figure);
  const mine = numbers.find((n) => n.entrant.figure === own);
  if (stopped || !mine) {
    const value: Value = stopped ?? { type: "empty", empty: "n/a" };
    return answer(value, `the place of ${own}, which is not known`, "", inputs);
  }
  const others = numbers.filter((n) => n !== mine);
  const above = others.filter((n) => difference(n.exact, mine.exact).greaterThan(0)).length;
  const equal = others.filter((n) => difference(n.exact, mine.exact).isZero()).length;
  const words = `${above + 1}${equal > 0 ? "=" : ""}`;
  const gaps = others.map((n) => `ROUND([[${n.entrant.figure}]]-[[${own}]],${places})`);
  const excel =
    gaps.length === 0
      ? quoted("1")
      : `(1+${gaps.map((g) => `(${g}>0)`).join("+")})&IF(${gaps.map((g) => `(${g}=0)`).join("+")}>0,"=","")`;
  const shared = equal > 0 ? `, ${equal === 1 ? "one is" : `${equal} are`} equal` : "";
  const sentence = `the place of ${own} among ${numbers.length}, the highest first: ${above} above it${shared}`;
  return answer({ type: "words", words }, sentence, excel, inputs);
}

/** What the highest of several figures is called; all of the highest, where they are equal. `highest` names their greatest. */
export function best(engine: Engine, entrants: readonly Entrant[], highest: string): Made {
  const { numbers, stopped } = fieldOf(engine, entrants);
  const inputs = [highest, ...entrants.map((e) => e.figure)];
  const top = engine.value(highest);
  if (stopped || top.type !== "number")
    return answer(stopped ?? top, `who has ${highest}, which is not known`, "", inputs);
  const winners = numbers.filter((n) => difference(top.exact, n.exact).isZero());
  const one = (e: Entrant) => `IF(ROUND([[${highest}]]-[[${e.figure}]],${places})=0,${quoted(`; ${e.label}`)},"")`;
  return answer(
    { type: "words", words: winners.map((w) => w.entrant.label).join("; ") },
    `whoever has the highest of ${numbers.map((n) => n.entrant.figure).join(", ")}`,
    `MID(${numbers.map((n) => one(n.entrant)).join("&")},3,999)`,
    inputs,
  );
}
