// Cover, contents and running matter.
import { type TabStopDefinition, TabStopType } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { ContentsColumns } from "./contents-columns.ts";
import { pageTextWidth } from "./measure.ts";
import { dottedTab, lines, pictureLine } from "./spacing.ts";
import type { Look, Looks } from "./styles.ts";
import { type ColourName, colour, headingFont } from "./theme.ts";
import { eighths, halfPoints, twips } from "./units.ts";

export interface CoverLine {
  readonly size: number;
  readonly bold: boolean;
  readonly leading: number;
  readonly after: number;
}

/** Measures of the lines of a cover in points. */
export const coverLines = {
  CoverOrganisation: { size: 14, bold: true, leading: 17, after: 3 },
  CoverKind: { size: 18, bold: false, leading: 22, after: 10 },
  Title: { size: 34, bold: true, leading: 41, after: 12 },
  Subtitle: { size: 18, bold: false, leading: 24, after: 6 },
  CoverFact: { size: 12, bold: false, leading: 17, after: 4 },
} as const satisfies Record<string, CoverLine>;

/** Left edge of the values of a cover's facts. */
export const factIndent = 100;

/** The rule over the kind of document: the space above it, and its height with all space. */
export function coverRule({ page }: Theme): { readonly above: number; readonly height: number } {
  const above = page.height * 0.15;
  return { above, height: above + ruleWidth + underRule };
}

const ruleWidth = 3;
const underRule = 20;

/** The first page. */
export function coverLooks(
  theme: Theme,
): Looks<"Title" | "Subtitle" | "CoverOrganisation" | "CoverLogo" | "CoverKind" | "CoverFact"> {
  const line = (name: keyof typeof coverLines, ink: ColourName): Look => {
    const { size, bold, leading, after } = coverLines[name];
    return {
      run: { bold, size: halfPoints(size), color: colour(theme, ink) },
      paragraph: { spacing: lines(leading, 0, after) },
    };
  };
  const kind = line("CoverKind", "accentText");
  const title = line("Title", "accentText");
  const fact = line("CoverFact", "text");
  return {
    CoverLogo: { paragraph: { spacing: pictureLine(18) } },
    CoverOrganisation: line("CoverOrganisation", "text"),
    CoverKind: {
      ...kind,
      next: "Title",
      paragraph: {
        border: {
          top: { style: "single", size: eighths(ruleWidth), color: colour(theme, "accent"), space: underRule },
        },
        spacing: lines(coverLines.CoverKind.leading, coverRule(theme).above, coverLines.CoverKind.after),
      },
    },
    Title: {
      next: "Subtitle",
      run: { ...title.run, font: headingFont },
      paragraph: { ...title.paragraph, keepLines: true },
    },
    Subtitle: line("Subtitle", "text"),
    CoverFact: {
      ...fact,
      paragraph: {
        ...fact.paragraph,
        indent: { left: twips(factIndent), hanging: twips(factIndent) },
        leftTabStop: twips(factIndent),
      },
    },
  };
}

/** Tabs of running matter on a page of a width, with or without one for its middle. */
export function runningTabs(width: number, centred: boolean): readonly TabStopDefinition[] {
  const right = { type: TabStopType.RIGHT, position: twips(width) };
  return centred ? [{ type: TabStopType.CENTER, position: twips(width / 2) }, right] : [right];
}

/** Headers and footers of upright pages; what stands in the middle and on the right has a tab there. */
export function runningLooks(theme: Theme): Looks<"Header" | "HeaderCentred" | "Footer" | "FooterCentred" | "Marking"> {
  const { page, small } = theme;
  const running = { size: halfPoints(small.size), color: colour(theme, "quiet") };
  const paragraph = (centred: boolean): Look["paragraph"] => ({
    spacing: lines(12, 0, 0),
    tabStops: runningTabs(pageTextWidth(page), centred),
  });
  return {
    Header: { run: running, paragraph: paragraph(false) },
    HeaderCentred: { basedOn: "Header", paragraph: paragraph(true) },
    Footer: { run: running, paragraph: paragraph(false) },
    FooterCentred: { basedOn: "Footer", paragraph: paragraph(true) },
    Marking: {
      run: { ...running, bold: true, color: colour(theme, "text") },
      paragraph: { alignment: "center", spacing: lines(12, 0, 2) },
    },
  };
}

/** Contents and lists of tables and figures. */
export function contentsLooks(
  theme: Theme,
  columns: ContentsColumns,
): Looks<
  | `TOC${1 | 2 | 3 | 4 | 5 | 6}`
  | "TableofFigures"
  | "ContentsTitle"
  | "ContentsListTitle"
  | "ContentsSection"
  | "ContentsEntry"
> {
  const { page, body } = theme;
  // Word makes the list anew from these styles alone, so number, title and page have their places here.
  const places = ({ left, number }: ContentsColumns["lists"]): Look["paragraph"] => ({
    indent: { left: twips(left + number), hanging: twips(number) },
    tabStops: [
      ...(number > 0 ? [{ type: TabStopType.LEFT, position: twips(left + number) }] : []),
      dottedTab(pageTextWidth(page)),
    ],
  });
  const entry = (level: number): Look => ({
    run: level === 1 ? { bold: true } : { size: halfPoints(body.size * 0.92) },
    paragraph: {
      spacing: lines(level === 1 ? body.leading : body.leading * 0.94, level === 1 ? 7 : 2, 0),
      ...places(columns.headings[level - 1] ?? { left: 0, number: 0 }),
    },
  });
  const title = (level: 1 | 2): Look => {
    const look = theme.headings[level - 1] ?? { size: 18, leading: 23, before: 22, after: 11 };
    return {
      next: "BodyText",
      run: { bold: true, size: halfPoints(look.size), color: colour(theme, "accentText") },
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
    TableofFigures: { paragraph: { spacing: lines(body.leading, 2, 0), ...places(columns.lists) } },
  };
}
