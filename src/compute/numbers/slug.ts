// Words as names: "Cost reduction" is `cost-reduction`, "2014/15" stays a year.
import { isFinancialYear } from "../../../schemas/scalars.ts";

/** The name that a text gets when nobody gives it one. */
export function slug(words: string): string {
  const plain = words.trim();
  if (isFinancialYear(plain)) return plain;
  return plain
    .toLowerCase()
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
