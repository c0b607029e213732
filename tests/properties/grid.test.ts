import fc from "fast-check";
import { expect, test } from "vitest";
import type { ViewRequest } from "../../src/compose/view.ts";
import { grid, section } from "../../src/compose/views/grid.ts";
import { inlineCell, textCell } from "../../src/compose/views/parts.ts";
import { text } from "../../src/document/build.ts";
import { isWhole } from "../unit/compose-views/story.ts";

// The grid asks a request for its caption, id and origin only.
const request = { caption: undefined, id: undefined, origin: undefined } as unknown as ViewRequest;

test("a grid fills every column of every row, however its cells merge", () => {
  const word = fc.constantFrom("a", "b");
  const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      groups: fc.array(fc.option(word, { nil: undefined }), { minLength: width, maxLength: width }),
      merge: fc.subarray(Array.from({ length: width }, (_, i) => `c${i}`)),
      rows: fc.array(fc.option(fc.array(word, { minLength: width, maxLength: width }), { nil: undefined })),
    }),
  );
  fc.assert(
    fc.property(table, ({ width, groups, merge, rows }) => {
      const made = grid(request, {
        title: [text("Title")],
        columns: groups.map((group, i) => ({
          key: `c${i}`,
          label: [text(`C${i}`)],
          ...(group === undefined ? {} : { group: [text(group)] }),
        })),
        rows: rows.map((row) =>
          row
            ? { cells: row.map((w) => (w === "a" ? textCell(w) : inlineCell([text(w)]))) }
            : section([text("s")], width),
        ),
        merge,
      });
      expect(isWhole(made)).toBe(true);
      expect(made.rows.every((r) => r.cells.length > 0)).toBe(true);
      expect(made.rows.filter((r) => r.kind === "body")).toHaveLength(rows.filter((r) => r !== undefined).length);
    }),
  );
});
