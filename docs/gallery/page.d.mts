import type { Document, Inline } from "../../src/document/document.ts";

export interface Part {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly features: readonly string[];
  readonly kinds: readonly string[];
  /** Markdown of what it places. */
  readonly example: string;
  readonly picture: boolean;
}
export const workspace: string;
export function readParts(): readonly Part[];
export function readFeatures(): readonly (readonly [string, string])[];
export function template(parts: readonly Part[]): string;
export function page(parts: readonly Part[], schema: unknown, printed: ReadonlyMap<string, string>): string;
export function printedOf(
  parts: readonly Part[],
  document: Document,
  plainText: (inlines: readonly Inline[]) => string,
): ReadonlyMap<string, string>;
