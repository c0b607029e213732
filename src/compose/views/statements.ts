// "I statements": a grid of cards, or each statement with what meets it.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { text } from "../../document/build.ts";
import type { Card } from "../../document/document.ts";
import type { View } from "../view.ts";
import { grid } from "./grid.ts";
import { listCell, markdownCell } from "./parts.ts";
import { choice, items, numberAttribute } from "./registers.ts";

export const statements: View = {
  attributes: ["only", "columns", "look"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "statements", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const { kit } = request;
    const look = choice(request, "look", ["cards", "measures"], diagnostics);
    const columns = numberAttribute(request, "columns", 3, diagnostics);
    if (look === "cards") {
      const cards = shown.map(
        ({ entry, origin }): Card => ({
          type: "card",
          ...(entry.brand === undefined ? {} : { brand: entry.brand }),
          topic: entry.topic,
          blocks: kit.blocks(entry.text, origin),
          ...(origin ? { origin } : {}),
        }),
      );
      return {
        value: [
          {
            type: "card-grid",
            columns: Math.min(columns, cards.length),
            cards,
            ...(request.origin ? { origin: request.origin } : {}),
          },
        ],
        diagnostics,
      };
    }
    const table = grid(request, {
      title: [text("Statements and what meets them")],
      of: "statements",
      columns: [
        { key: "statement", label: [text("Statement")], rowHeader: true, weight: 2 },
        { key: "measures", label: [text("Measures")], weight: 3 },
      ],
      rows: shown.map(({ entry, origin }) => ({
        cells: [markdownCell(kit, entry.text, { origin }), listCell(kit, entry.measures, { origin })],
        origin,
      })),
    });
    return { value: [table], diagnostics };
  },
};
