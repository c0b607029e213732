import type { AnchorKind } from "./view.ts";

/** Id of the place where an entry of a register is printed. */
export function anchorId(kind: AnchorKind, key: string): string {
  return `${kind}-${key}`;
}
