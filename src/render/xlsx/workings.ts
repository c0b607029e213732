// Values that a function needs side by side, laid out on a sheet of their own.
import type { Figure } from "../../compute/model.ts";
import { rangeText } from "./address.ts";
import { type Cell, textCell } from "./book.ts";
import { ownSheets } from "./places.ts";

const first = 3;

/** Collects rows of formulas for the Workings sheet. */
export class Workings {
  readonly rows: { readonly figure: Figure; readonly formulas: readonly string[] }[] = [];

  /** Lays values out in a row and answers with their range. */
  lay(figure: Figure, formulas: readonly string[]): string {
    this.rows.push({ figure, formulas });
    const row = first + this.rows.length - 1;
    return rangeText({ sheet: ownSheets.workings, top: row, bottom: row, left: 1, right: formulas.length }, "");
  }

  cells(): readonly (readonly (Cell | undefined)[])[] {
    const body = this.rows.map(({ figure, formulas }) => [
      textCell(figure.label),
      ...formulas.map(
        (formula): Cell => ({
          content: { type: "formula", formula: formula },
          style: { role: "computed", row: "body", align: "right" },
          format: "#,##0.00",
        }),
      ),
    ]);
    return [
      [textCell("Workings", "title")],
      [textCell("Values that a formula elsewhere needs side by side.", "quiet")],
      [textCell("Figure", "header"), textCell("Values in order", "header")],
      ...body,
    ];
  }
}
