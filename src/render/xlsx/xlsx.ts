// A document's model to the bytes of its workbook.
import type { DocumentModel } from "../../compute/model.ts";
import type { Workbook } from "./book.ts";
import { write } from "./hucre.ts";
import { type About, workbook } from "./workbook.ts";

/** A workbook as data and as bytes. */
export interface Written {
  readonly workbook: Workbook;
  readonly bytes: Uint8Array;
}

/** Writes the workbook of a document as SpreadsheetML. */
export async function xlsx(model: DocumentModel, about: About): Promise<Written> {
  const made = workbook(model, about);
  return { workbook: made, bytes: await write(made) };
}
