// Page numbers for everything that contents can name, where a test does not look at pages.
import type { Document } from "../../src/document/document.ts";

/** Page 7 for each id that the document holds. */
export function somePages(document: Document): ReadonlyMap<string, number> {
  const ids = new Set<string>();
  JSON.stringify(document, (key, value: unknown) => {
    if (key === "id" && typeof value === "string") ids.add(value);
    return value;
  });
  return new Map([...ids].map((id) => [id, 7]));
}
