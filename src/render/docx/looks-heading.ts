// Headings and run-in headings.
import type { Theme } from "../../../schemas/house.ts";
import type { HeadingLevel } from "../../document/document.ts";
import { headingReference } from "./numbering.ts";
import { lines } from "./spacing.ts";
import type { Look, Looks, ParagraphStyle } from "./styles.ts";
import { halfPoints, hex } from "./units.ts";

/** The style of a level brings the number where the scheme has one. */
export function headingLooks(
  theme: Theme,
  scheme: readonly HeadingLevel[],
): Looks<`Heading${1 | 2 | 3 | 4 | 5 | 6}` | `UnlistedHeading${1 | 2 | 3 | 4 | 5 | 6}` | "RunInHeading"> {
  const listed = (level: 1 | 2 | 3 | 4 | 5 | 6): Look => {
    const size = theme.headings[level - 1] ?? {
      size: theme.body.size,
      leading: theme.body.leading,
      before: 12,
      after: 6,
    };
    return {
      next: "Normal",
      run: { bold: true, size: halfPoints(size.size), color: hex(theme.colours.accentText) },
      paragraph: {
        keepNext: true,
        keepLines: true,
        outlineLevel: level - 1,
        spacing: lines(size.leading, size.before, size.after),
        ...(scheme[level - 1]?.pattern ? { numbering: { reference: headingReference, level: level - 1 } } : {}),
      },
    };
  };
  const unlisted = (basedOn: ParagraphStyle): Look => ({ basedOn, next: "Normal", paragraph: { numbering: false } });
  const small = theme.headings[3] ?? { size: 12.5, leading: 17, before: 14, after: 7 };
  return {
    Heading1: listed(1),
    Heading2: listed(2),
    Heading3: listed(3),
    Heading4: listed(4),
    Heading5: listed(5),
    Heading6: listed(6),
    UnlistedHeading1: unlisted("Heading1"),
    UnlistedHeading2: unlisted("Heading2"),
    UnlistedHeading3: unlisted("Heading3"),
    UnlistedHeading4: unlisted("Heading4"),
    UnlistedHeading5: unlisted("Heading5"),
    UnlistedHeading6: unlisted("Heading6"),
    RunInHeading: {
      next: "Normal",
      run: { bold: true, size: halfPoints(small.size), color: hex(theme.colours.accentText) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(small.leading, small.before, small.after) },
    },
  };
}
