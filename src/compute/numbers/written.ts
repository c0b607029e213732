// How a number was written: the digits an author gave are the digits a reader gets.
import type { Quantity } from "../../../schemas/scalars.ts";
import { decimalsOf } from "./money.ts";

/** Digits after the point of a typed number or percentage; undefined for anything else. */
export function writtenDecimals(quantity: Quantity | undefined): number | undefined {
  return quantity?.kind === "number" || quantity?.kind === "percent" ? decimalsOf(quantity.text) : undefined;
}
