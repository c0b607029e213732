// What holds for any table, benefits register and appraisal.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnModel, RowModel, TableModel } from "../../src/compute/model.ts";
import { shownNumber } from "../../src/compute/numbers/format.ts";
import { type Exact, exact, round, sum } from "../../src/compute/numbers/money.ts";
import { runs } from "../support/runs.ts";
import { type Computed, run } from "../unit/compute/case.ts";

const pence = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((p) => exact(p).dividedBy(100));
const positive = fc.integer({ min: 1, max: 100_000_000 }).map((p) => exact(p).dividedBy(100));
const head = "tables:\n  t:\n    title: T\n";
const style = { money: "£", rounding: "half-up" } as const;

function shown(row: RowModel, column: ColumnModel): Exact | undefined {
  const cell = row.cells.get(column.key);
  return cell && !cell.shown && cell.content.type === "number" ? shownNumber(cell.content, column, style) : undefined;
}

function tableOf(c: Computed, id: string): TableModel {
  const table = c.document.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

const register = fc.record({
  lines: fc.array(
    fc.record({
      lower: positive,
      more: positive,
      kind: fc.constantFrom("cost reduction", "income generation", "cost avoidance"),
      part: fc.integer({ min: 0, max: 100 }),
      shared: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  phases: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
  cut: fc.integer({ min: 0, max: 50 }),
});

test("benefits: shares keep the whole, phases the total, and the note appears exactly when printed parts do not add up", () => {
  fc.assert(
    fc.property(register, ({ lines, phases, cut }) => {
      const entries = lines.map(({ lower, more, kind, part, shared }, i) => {
        const shares = shared ? `, shares: { pcc: ${part}%, ccg: rest }` : "";
        return `  l${i}: { label: L${i}, kind: ${kind}, annual: { lower: ${lower.toFixed()}, upper: ${lower.plus(more).toFixed()} }${shares} }\n`;
      });
      const phase = phases.map((p, i) => `${2014 + i}/${15 + i}: ${p}%`).join(", ");
      const c = run(`benefits:\n${entries.join("")}adjust: { cut: -${cut}% }\nphase: { ${phase} }\n`);
      expect(c.findings).toEqual([]);
      const value = (name: string) => exact(c.value(name));
      for (const [i, line] of lines.entries())
        if (line.shared)
          expect(
            value(`benefits.l${i}.pcc`)
              .plus(value(`benefits.l${i}.ccg`))
              .equals(value(`benefits.l${i}`)),
          ).toBe(true);
      const years = phases.map((_, i) => `${2014 + i}/${15 + i}`);
      expect(sum(years.map((y) => value(`benefits.phased.${y}`))).equals(value("benefits.phased.total"))).toBe(true);
      const kinds = ["cost-reduction", "income-generation", "cost-avoidance"];
      expect(sum(kinds.map((k) => value(`benefits.${k}.total`))).equals(value("benefits.total"))).toBe(true);

      const table = tableOf(c, "benefits.lines");
      const numbers = table.columns.filter((k) => k.type === "number");
      const bodies = table.rows.filter((r) => r.kind === "body");
      const total = table.rows.find((r) => r.id === "total");
      if (!total) throw new Error("no total");
      const add = (rows: readonly RowModel[], column: ColumnModel) => sum(rows.flatMap((r) => shown(r, column) ?? []));
      const down = numbers.some((column) => {
        const whole = shown(total, column);
        return whole !== undefined && !add(bodies, column).equals(whole);
      });
      const within = table.rows.some((row, i) => {
        if (row.kind !== "subtotal") return false;
        const from = table.rows.slice(0, i).findLastIndex((r) => r.kind === "section");
        const parts = table.rows.slice(from + 1, i);
        return numbers.some((column) => {
          const whole = shown(row, column);
          return whole !== undefined && !add(parts, column).equals(whole);
        });
      });
      const central = numbers.find((k) => k.key === "central");
      const across = bodies.some((row) => {
        const parts = numbers.filter((k) => k.group?.startsWith("Shares")).flatMap((k) => shown(row, k) ?? []);
        const whole = central && shown(row, central);
        return parts.length > 0 && whole !== undefined && !sum(parts).equals(whole);
      });
      expect(table.roundingNote).toBe(down || within || across);

      const phasing = tableOf(c, "benefits.phasing");
      const amounts = phasing.columns.filter((k) => k.unit === "£");
      const last = phasing.rows.at(-1);
      const off = amounts.some((k) => last && !add(phasing.rows.slice(0, -1), k).equals(shown(last, k) ?? exact(0)));
      expect(phasing.roundingNote).toBe(off);
    }),
    { numRuns: runs(60) },
  );
});

test("running totals end at the net benefit and the net present value, and each year adds its own", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 150 }),
      (flows, rate) => {
        const of = (part: 0 | 1) => flows.map((f, i) => `${2014 + i}/${15 + i}: ${f[part].toFixed()}`).join(", ");
        const c = run(
          `appraisals:\n  r: { title: R, rate: { rate: ${rate / 10}%, reason: House }, benefits: { ${of(0)} }, costs: { ${of(1)} } }\n`,
        );
        expect(c.findings).toEqual([]);
        const value = (name: string) => exact(c.value(name));
        const years = flows.map((_, i) => `${2014 + i}/${15 + i}`);
        const near = (a: Exact, b: Exact) => a.minus(b).abs().lessThan("1e-20");
        for (const [part, running, end] of [
          ["net", "running", "r.net"],
          ["present", "running-present", "r.npv"],
        ] as const) {
          for (const [i, year] of years.entries())
            expect(
              near(value(`r.${running}.${year}`), sum(years.slice(0, i + 1).map((y) => value(`r.${part}.${y}`)))),
            ).toBe(true);
          expect(near(value(`r.${running}.${years.at(-1) ?? ""}`), value(end))).toBe(true);
        }
      },
    ),
    { numRuns: runs(40) },
  );
});

test("an identity of rounded numbers holds however they were rounded, and fails once it is off by more", () => {
  fc.assert(
    fc.property(pence, pence, fc.integer({ min: 0, max: 2 }), (a, b, decimals) => {
      const shownAs = (v: Exact) => round(v, decimals).toFixed(decimals);
      const held = (total: Exact) =>
        run(
          `${head}    columns: { item: text, a: £, b: £, total: £ }\n    identities: [total = a + b]\n    rows: [{ item: x, a: ${shownAs(a)}, b: ${shownAs(b)}, total: ${shownAs(total)} }]\n`,
        ).findings.length === 0;
      expect(held(a.plus(b))).toBe(true);
      const unit = exact(10).pow(-decimals);
      expect(held(round(a, decimals).plus(round(b, decimals)).plus(unit.times(2)))).toBe(false);
    }),
    { numRuns: runs(60) },
  );
});

test("a ratio typed as it comes out holds, whatever the digits of its parts", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1000, max: 1_000_000 }), (cases, population) => {
      const rate = round(exact(cases).dividedBy(population).times(100_000), 1);
      const row = (typed: Exact) =>
        `{ item: x, cases: ${cases}, population: ${population}, rate: ${typed.toFixed(1)} }`;
      const findings = (typed: Exact) =>
        run(
          `${head}    columns: { item: text, cases: people, population: people, rate: { unit: per 100 000, decimals: 1 } }\n    identities: [rate = cases / population * 100000]\n    rows: [${row(typed)}]\n`,
        ).findings;
      expect(findings(rate)).toEqual([]);
      const far = exact(cases + 1)
        .dividedBy(population - 1)
        .times(100_000)
        .plus(1);
      expect(findings(round(far, 1))).toHaveLength(1);
    }),
    { numRuns: runs(60) },
  );
});

test("a typed total is a warning where it adds up and an error where it does not", () => {
  fc.assert(
    fc.property(fc.array(positive, { minLength: 2, maxLength: 6 }), pence, (parts, off) => {
      const rows = parts.map((p, i) => `{ item: i${i}, cost: ${p.toFixed(2)} }`);
      const total = sum(parts).plus(off);
      const c = run(
        `${head}    columns: { item: text, cost: £ }\n    rows: [${rows.join(", ")}, { item: Total, cost: ${total.toFixed(2)} }]\n`,
      );
      const slack = exact("0.005").times(parts.length + 1);
      const code = off.abs().lessThanOrEqualTo(slack) ? "table/typed-total" : "table/total-differs";
      expect(c.findings).toEqual([`${code} ${total.toFixed(2)}`]);
    }),
    { numRuns: runs(60) },
  );
});
