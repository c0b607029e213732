// Line heights and distances, and tabs of entries.
import { type ISpacingProperties, LeaderType, LineRuleType, TabStopType } from "docx";
import { twips } from "./units.ts";

/** Lines of at least the theme's leading, so that a chip or a raised figure is never cut. */
export function lines(leading: number, before: number, after: number): ISpacingProperties {
  return { line: twips(leading), lineRule: LineRuleType.AT_LEAST, before: twips(before), after: twips(after) };
}

/** As high as the picture in the line. */
export function pictureLine(after: number): ISpacingProperties {
  return { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: twips(after) };
}

/** Right tab with dots to a width, as contents entries have it. */
export function dottedTab(width: number): {
  readonly type: "right";
  readonly position: number;
  readonly leader: "dot";
} {
  return { type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT };
}
