// What the file says of its tables and contents, so that pages can be laid out as a word processor will.
import type { Theme } from "../../../schemas/house.ts";
import type { Document } from "../../document/document.ts";
import type { Lettering } from "../../exhibit/scene.ts";
import type { WordRules } from "../../layout/word.ts";
import { contentsColumns } from "./contents-columns.ts";
import { facesOf } from "./faces.ts";
import { tablePlan } from "./table.ts";
import { tableTextSize } from "./table-text.ts";

/** Rules of a document's file; `stretch` is how many times wider the faces are that Word will set. */
export function wordRules(document: Document, theme: Theme, lettering: Lettering, stretch?: number): WordRules {
  const faces = facesOf(lettering, stretch);
  return {
    contents: contentsColumns(document, theme, faces),
    table: (node, width) => {
      const { rows, widths, size, padding, kept, whole } = tablePlan(node, {
        book: { theme, faces },
        width,
        indent: 0,
      });
      // Word processors ask the first cell of a row; where one goes on from the row above, it keeps nothing.
      const keeps = new Set([...kept].filter((row) => rows[row]?.[0]?.at === 0));
      return { widths, size: tableTextSize(theme, size), padX: padding, kept: keeps, whole };
    },
  };
}
