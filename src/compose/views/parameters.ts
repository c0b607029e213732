// The numbers that a table's formulas use by name, printed below it so that a reader can work the rows out again.

import type { TableModel } from "../../compute/model.ts";
import { plainValue } from "../../compute/numbers/format.ts";
import { text } from "../../document/build.ts";
import type { Inline, Paragraph } from "../../document/document.ts";
import type { ViewRequest } from "../view.ts";
import { registers } from "./registers.ts";

/** "Worked out with: hours a week 36; weeks a year 52 (pay policy)."; nothing for a table without parameters. */
export function parametersNote(request: ViewRequest, model: TableModel): readonly Paragraph[] {
  const parts = model.parameters.flatMap((name): readonly (readonly Inline[])[] => {
    const figure = request.document.figures.get(name);
    if (!figure) return [];
    const value = plainValue(figure.value, figure.decimals, request.document.style);
    const source = sourceOf(request, model, name);
    return [
      [
        text(`${withinSentence(figure.label)} `),
        { type: "value", text: value, name, ...(figure.origin ? { origin: figure.origin } : {}) },
        ...(source === undefined ? [] : [text(` (${source})`)]),
      ],
    ];
  });
  if (parts.length === 0) return [];
  const children = parts.flatMap((part, i) => (i === 0 ? part : [text("; "), ...part]));
  return [{ type: "paragraph", role: "note", children: [text("Worked out with: "), ...children, text(".")] }];
}

/** Where the author says a parameter comes from. */
function sourceOf(request: ViewRequest, model: TableModel, name: string): string | undefined {
  const given = registers(request).tables?.[model.id]?.parameters?.[name.slice(model.id.length + 1)];
  return given !== undefined && "value" in given ? given.source : undefined;
}

/** A label inside a sentence: abbreviations and names of several capitals keep theirs. */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
