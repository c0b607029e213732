// Whatever rows a table has and wherever its pages break: what is carried over is the sum of the rows above.
import fc from "fast-check";
import { expect, test } from "vitest";
import { exact, sum } from "../../src/compute/numbers/money.ts";
import { besides, contentsOf, elementsOf, linesOf, set, wordsOn } from "../support/places.ts";
import { runs } from "../support/runs.ts";
import { paragraph, words } from "../support/torture.ts";
import { show, tableOf } from "../unit/compose-views/story.ts";

const pence = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((p) => (p / 100).toFixed(2));
const amount = fc.oneof(
  { weight: 5, arbitrary: pence },
  { weight: 1, arbitrary: fc.constantFrom("n/a", "nil", "unknown") },
);
const row = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("body"), first: amount, second: amount, long: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("section", "subtotal") }) },
);
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
const entry = (r: Row, i: number): string => {
  if (!("first" in r)) return `{ ${r.kind}: Part ${i} }`;
  return `{ id: r${i}, name: "Row ${i} ${"with more words ".repeat(r.long)}", first: ${r.first}, rate: ${i}, second: ${r.second} }`;
};
const yaml = (rows: readonly Row[], total: boolean): string => `tables:
  t:
    title: T
    carry: true
    total: ${total}
    columns:
      name: text
      first: { unit: £, decimals: 2 }
      rate: { unit: "%", decimals: 0 }
      second: { unit: £, decimals: 2 }
    rows:
${rows.map((r, i) => `      - ${entry(r, i)}\n`).join("")}`;

const plain = (value: string): string => value.replaceAll(",", "").replaceAll("−", "-");

test("sums carried over a page are those of the rows above, forward and brought alike", () => {
  const table = fc.record({
    rows: fc.array(row, { minLength: 25, maxLength: 70 }),
    lead: fc.nat(14),
    total: fc.boolean(),
  });
  fc.assert(
    fc.property(table, ({ rows, lead, total }) => {
      const made = tableOf(show({ data: yaml(rows, total) }, "table", { of: "t" }));
      const { value } = set([paragraph(words(lead)), { ...made, id: "t" }]);
      const trs = elementsOf(value.structure, "TBody").flatMap((body) => elementsOf(body, "TR"));
      const pageOfRow = trs.map((tr) => {
        const own = new Set(contentsOf(tr));
        return value.pages.findIndex((page) => wordsOn(page).some((part) => own.has(part.content ?? -1)));
      });
      expect(pageOfRow).toHaveLength(rows.length + (total ? 1 : 0));
      value.pages.forEach((page, index) => {
        const above = (kind: "first" | "second") =>
          rows.flatMap((r, i) =>
            "first" in r && (pageOfRow[i] ?? 0) <= index && /\d/.test(r[kind]) ? [exact(r[kind])] : [],
          );
        const goesOn = pageOfRow.some((at) => at > index) && pageOfRow.some((at) => at >= 0 && at <= index);
        const counted = above("first").length + above("second").length > 0;
        const lines = linesOf(besides(page)).map(plain);
        const next = linesOf(besides(value.pages[index + 1] ?? page)).map(plain);
        const sums = `${sum(above("first")).toFixed(2)} | ${sum(above("second")).toFixed(2)}`;
        const isForward = goesOn && counted;
        expect(lines.filter((line) => line.startsWith("Carried"))).toEqual(
          isForward ? [`Carried forward | ${sums}`] : [],
        );
        if (isForward) expect(next).toContain(`Brought forward | ${sums}`);
      });
    }),
    { numRuns: runs(6), endOnFailure: true },
  );
});
