// Days counted before and after a meeting, on any day and with any holidays.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DayCount } from "../../schemas/route.ts";
import { type ClosedDay, countBack, countForward } from "../../src/control/counting.ts";
import { dayNumber, isoOf, weekdayOf } from "../../src/days.ts";

const day = fc.integer({ min: dayNumber("2012-01-01"), max: dayNumber("2028-12-31") });
const rule: fc.Arbitrary<DayCount> = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  clear: fc.boolean(),
  working: fc.boolean(),
});
/** Holidays as distances from the event, so that they fall where something is counted. */
const near = fc.array(fc.integer({ min: -80, max: 80 }), { maxLength: 20 });

const closedOn =
  (holidays: ReadonlySet<number>): ClosedDay =>
  (at) => {
    const name = weekdayOf(at);
    if (name === "Saturday" || name === "Sunday") return name;
    return holidays.has(at) ? "Holiday" : undefined;
  };
const around = (event: number, distances: readonly number[]) => closedOn(new Set(distances.map((d) => event + d)));

test("counting back and then on comes to the event again, where it is on a day that is counted", () => {
  fc.assert(
    fc.property(day, rule, near, (event, counted, holidays) => {
      const closed = around(event, holidays);
      fc.pre(!counted.working || closed(event) === undefined);
      const back = countBack(event, counted, closed);
      expect(countForward(back.day, counted, closed).day).toBe(event);
    }),
  );
});

test("a clear window holds its number of days, and neither the day arrived at nor that of the event", () => {
  fc.assert(
    fc.property(day, rule, near, (event, { count, working }, holidays) => {
      const closed = around(event, holidays);
      const { day: by, last, days, leftOut } = countBack(event, { count, working, clear: true }, closed);
      expect(days).toHaveLength(count);
      expect(days.every((d) => by < d && last < d && d < event)).toBe(true);
      expect(days.every((d) => !working || closed(d) === undefined)).toBe(true);
      // Every day between is either counted or told of.
      expect(event - by - 1).toBe(days.length + leftOut.length);
      expect(by <= last && last < (days[0] ?? event)).toBe(true);
    }),
  );
});

test("without holidays and in calendar days it is plain subtraction", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), fc.boolean(), (event, count, clear) => {
      const counted = { count, clear, working: false };
      const open: ClosedDay = () => "closed";
      expect(countBack(event, counted, open).day).toBe(event - count - (clear ? 1 : 0));
      expect(countForward(event, counted, open).day).toBe(event + count + (clear ? 1 : 0));
    }),
  );
});

test("more holidays never make a deadline later, nor an effect earlier", () => {
  fc.assert(
    fc.property(day, rule, near, near, (event, counted, some, more) => {
      const few = around(event, some);
      const many = around(event, [...some, ...more]);
      expect(countBack(event, counted, many).day).toBeLessThanOrEqual(countBack(event, counted, few).day);
      expect(countBack(event, counted, many).last).toBeLessThanOrEqual(countBack(event, counted, few).last);
      expect(countForward(event, counted, many).day).toBeGreaterThanOrEqual(countForward(event, counted, few).day);
    }),
  );
});

test("a later event never has an earlier deadline", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), rule, near, (event, later, counted, holidays) => {
      const closed = around(event, holidays);
      const first = countBack(event, counted, closed).day;
      expect(countBack(event + later, counted, closed).day).toBeGreaterThanOrEqual(first);
    }),
  );
});

test("a day is its number and a number its day", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }), (at) => {
      expect(dayNumber(isoOf(at))).toBe(at);
    }),
  );
});
