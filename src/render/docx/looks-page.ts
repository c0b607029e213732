// Cover, contents and running matter.
import type { Theme } from "../../../schemas/house.ts";
import { lines, pictureLine } from "./spacing.ts";
import type { Look, Looks } from "./styles.ts";
import { halfPoints, hex, twips } from "./units.ts";

/** The first page. */
export function coverLooks(
  theme: Theme,
): Looks<"Title" | "Subtitle" | "CoverOrganisation" | "CoverLogo" | "CoverKind" | "CoverFact"> {
  const { body, colours } = theme;
  return {
    CoverLogo: { paragraph: { spacing: pictureLine(18) } },
    CoverOrganisation: {
      run: { bold: true, size: halfPoints(14), color: hex(colours.quiet) },
      paragraph: { spacing: lines(19, 0, 3) },
    },
    CoverKind: {
      run: { size: halfPoints(18), color: hex(colours.accentText) },
      paragraph: { spacing: lines(23, 150, 10) },
    },
    Title: {
      next: "Subtitle",
      run: { bold: true, size: halfPoints(34), color: hex(colours.accentText) },
      paragraph: { keepLines: true, spacing: lines(40, 0, 14) },
    },
    Subtitle: {
      run: { size: halfPoints(18), color: hex(colours.text) },
      paragraph: { spacing: lines(24, 0, 36) },
    },
    CoverFact: {
      paragraph: {
        indent: { left: twips(130), hanging: twips(130) },
        leftTabStop: twips(130),
        spacing: lines(body.leading, 0, 4),
      },
    },
  };
}

/** Headers and footers. */
export function runningLooks(theme: Theme): Looks<"Header" | "Footer" | "Marking"> {
  const { colours, small } = theme;
  const running = { size: halfPoints(small.size), color: hex(colours.quiet) };
  return {
    Header: { run: running, paragraph: { spacing: lines(12, 0, 0) } },
    Footer: { run: running, paragraph: { spacing: lines(12, 0, 0) } },
    Marking: {
      run: { ...running, bold: true, color: hex(colours.text) },
      paragraph: { alignment: "center", spacing: lines(12, 0, 2) },
    },
  };
}

/** Contents and lists of tables and figures. */
export function contentsLooks(
  theme: Theme,
): Looks<
  | `TOC${1 | 2 | 3 | 4 | 5 | 6}`
  | "TableofFigures"
  | "ContentsTitle"
  | "ContentsListTitle"
  | "ContentsSection"
  | "ContentsEntry"
> {
  const { page, body } = theme;
  const right = twips(page.width - page.margin.left - page.margin.right);
  const entry = (level: number): Look => ({
    run: level === 1 ? { bold: true } : { size: halfPoints(body.size * 0.92) },
    paragraph: {
      spacing: lines(level === 1 ? body.leading : body.leading * 0.94, level === 1 ? 7 : 2, 0),
      rightTabStop: right,
    },
  });
  const title = (level: 1 | 2): Look => {
    const look = theme.headings[level - 1] ?? { size: 18, leading: 23, before: 22, after: 11 };
    return {
      next: "Normal",
      run: { bold: true, size: halfPoints(look.size), color: hex(theme.colours.accentText) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(look.leading, look.before, look.after) },
    };
  };
  return {
    ContentsTitle: title(1),
    ContentsListTitle: title(2),
    TOC1: entry(1),
    TOC2: entry(2),
    TOC3: entry(3),
    TOC4: entry(4),
    TOC5: entry(5),
    TOC6: entry(6),
    ContentsSection: { run: { bold: true }, paragraph: { spacing: lines(body.leading - 1, 0, 2) } },
    ContentsEntry: { paragraph: { spacing: lines(body.leading - 1, 0, 2) } },
    TableofFigures: { paragraph: { spacing: lines(body.leading, 2, 0), rightTabStop: right } },
  };
}
