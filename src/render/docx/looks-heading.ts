// Headings, dividers and run-in headings. Where the document numbers them, the numbering names the style.
import type { Theme } from "../../../schemas/house.ts";
import { lines } from "./spacing.ts";
import type { Look, Looks, ParagraphStyle } from "./styles.ts";
import { colour, headingFont } from "./theme.ts";
import { eighths, halfPoints } from "./units.ts";

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** Headings that contents list, those that they do not, and those that stand out within a section. */
export function headingLooks(
  theme: Theme,
): Looks<
  | `Heading${Level}`
  | "DividerHeading1"
  | `AppendixHeading${1 | 2 | 3}`
  | `UnlistedHeading${Level}`
  | `RunInHeading${Level}`
> {
  const ink = { font: headingFont, bold: true, color: colour(theme, "accentText") };
  const listed = (level: Level): Look => {
    const size = theme.headings[level - 1] ?? {
      size: theme.body.size,
      leading: theme.body.leading,
      before: 12,
      after: 6,
    };
    return {
      next: "BodyText",
      run: { ...ink, size: halfPoints(size.size) },
      paragraph: {
        keepNext: true,
        keepLines: true,
        outlineLevel: level - 1,
        spacing: lines(size.leading, size.before, size.after),
      },
    };
  };
  const unlisted = (basedOn: ParagraphStyle): Look => ({ basedOn, next: "BodyText", paragraph: { numbering: false } });
  const appendix = (basedOn: ParagraphStyle): Look => ({ basedOn, next: "BodyText" });
  const small = theme.headings[3] ?? { size: 12.5, leading: 17, before: 14, after: 7 };
  const runIn = (level: Level): Look => ({
    next: "BodyText",
    run: { ...ink, size: halfPoints(small.size) },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
      spacing: lines(small.leading, small.before, small.after),
    },
  });
  return {
    Heading1: listed(1),
    Heading2: listed(2),
    Heading3: listed(3),
    Heading4: listed(4),
    Heading5: listed(5),
    Heading6: listed(6),
    DividerHeading1: {
      basedOn: "Heading1",
      next: "BodyText",
      paragraph: {
        pageBreakBefore: true,
        border: { top: { style: "single", size: eighths(1), color: colour(theme, "accent"), space: 8 } },
        spacing: { before: 0 },
      },
    },
    AppendixHeading1: appendix("Heading1"),
    AppendixHeading2: appendix("Heading2"),
    AppendixHeading3: appendix("Heading3"),
    UnlistedHeading1: unlisted("Heading1"),
    UnlistedHeading2: unlisted("Heading2"),
    UnlistedHeading3: unlisted("Heading3"),
    UnlistedHeading4: unlisted("Heading4"),
    UnlistedHeading5: unlisted("Heading5"),
    UnlistedHeading6: unlisted("Heading6"),
    RunInHeading1: runIn(1),
    RunInHeading2: runIn(2),
    RunInHeading3: runIn(3),
    RunInHeading4: runIn(4),
    RunInHeading5: runIn(5),
    RunInHeading6: runIn(6),
  };
}
