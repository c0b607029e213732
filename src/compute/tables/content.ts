// Cells that hold no numbers: text, ticks, ratings, dates and years.
import { brokenText, isFinancialYear, readWhen } from "../../../schemas/scalars.ts";
import { report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "../engine/engine.ts";
import type { CellModel } from "../model.ts";
import type { ColumnShape } from "./columns.ts";
import { isRating, type Ratings, ratingNear } from "./ratings.ts";
import type { Written } from "./raw-rows.ts";

/** A cell as written, short enough for a message. */
export function words(written: Written): string {
  const text = Array.isArray(written) ? written.join(", ") : String(written);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const dashes = new Set(["–", "-", "—", "n/a", "nil", "TBC", "TBD"]);
const ticked = new Set(["yes", "true", "x", "✓", "✔"]);
const unticked = new Set(["no", "false", ...dashes]);

function markdownOf(written: Written): string {
  if (!Array.isArray(written)) return String(written);
  return written.map((item: string) => `- ${item.trim().replace(/\n/g, "\n  ")}`).join("\n");
}

/** What a cell that holds no number says, by the type of its column. */
export function readContent(
  engine: Engine,
  column: ColumnShape,
  written: Written,
  { at, where, ratings }: { readonly at: Span | undefined; readonly where: () => string; readonly ratings: Ratings },
): CellModel["content"] {
  const text = markdownOf(written);
  const plain = text.trim();
  if (plain === brokenText) return { type: "broken" };
  switch (column.type) {
    case "text":
    case "number":
      return { type: "markdown", text };
    case "tick": {
      const word = plain.toLowerCase();
      if (ticked.has(word)) return { type: "tick", on: true };
      if (!unticked.has(word))
        engine.problems.push(report("table/not-a-tick", at, { found: words(written), where: where() }));
      return { type: "tick", on: false };
    }
    case "rating": {
      if (dashes.has(plain)) return { type: "markdown", text: plain };
      if (!isRating(plain, ratings))
        engine.problems.push(
          report("table/unknown-rating", at, {
            found: words(written),
            where: where(),
            nearest: ratingNear(plain, ratings),
          }),
        );
      return { type: "rating", word: plain };
    }
    case "date": {
      const when = readWhen(plain);
      if (when) return { type: "date", when };
      if (!dashes.has(plain) && !/^(TBC|TBD) by /.test(plain))
        engine.problems.push(report("table/not-a-date", at, { found: words(written), where: where() }));
      return { type: "markdown", text: plain.replace(/^(TBC|TBD) by .*$/, "$1") };
    }
    case "year":
      if (!dashes.has(plain) && !isFinancialYear(plain) && !/^\d{4}$/.test(plain))
        engine.problems.push(report("table/not-a-year", at, { found: words(written), where: where() }));
      return { type: "markdown", text: plain };
  }
}
