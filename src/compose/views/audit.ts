// `::audit`: how the figures of the text were worked out. What the text prints is known when all of it stands, so the view
// leaves a table that is filled then.
import { text } from "../../document/build.ts";
import type { DraftAudit } from "../draft-nodes.ts";
import type { View } from "../view.ts";
import { grid } from "./grid.ts";
import { note } from "./parts.ts";

export const audit: View = {
  attributes: [],
  render(request) {
    const table: DraftAudit = {
      ...grid(request, {
        title: [text("How the figures were worked out")],
        summary:
          "For each figure that the text prints: its value, how it came about, and the files and lines it stands in and rests on; then differences from published values and numbers that are kept as published, with their reasons.",
        columns: [
          { key: "figure", label: [text("Figure")], rowHeader: true, weight: 22 },
          { key: "value", label: [text("Value")], align: "right", weight: 17 },
          { key: "how", label: [text("How it came about")], weight: 31 },
          { key: "source", label: [text("File and line")], weight: 30 },
        ],
        rows: [],
        notes: [
          note(
            `Files stand in content/${request.model.case.id}. What a figure is worked out from is named down to the typed values.`,
          ),
        ],
      }),
      audit: true,
    };
    return { value: [table], diagnostics: [] };
  },
};
