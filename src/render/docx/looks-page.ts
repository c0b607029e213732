// Cover, contents and running matter.
import { LineRuleType } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { lines, pictureLine } from "./spacing.ts";
import type { Look, Looks } from "./styles.ts";
import { eighths, halfPoints, hex, twips } from "./units.ts";

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

/** The short rule over the kind of document: its width, the space above, and its height with all space. */
export function coverRule({ page }: Theme): {
  readonly width: number;
  readonly above: number;
  readonly height: number;
} {
  const above = page.height * 0.15;
  return { width: 72, above, height: above + 4 + 20 };
}

/** The first page. */
export function coverLooks(
  theme: Theme,
): Looks<"Title" | "Subtitle" | "CoverOrganisation" | "CoverLogo" | "CoverRule" | "CoverKind" | "CoverFact"> {
  const { colours } = theme;
  const line = (name: keyof typeof coverLines, colour: string): Look => {
    const { size, bold, leading, after } = coverLines[name];
    return {
      run: { bold, size: halfPoints(size), color: hex(colour) },
      paragraph: { spacing: lines(leading, 0, after) },
    };
  };
  const title = line("Title", colours.accentText);
  const fact = line("CoverFact", colours.text);
  return {
    CoverLogo: { paragraph: { spacing: pictureLine(18) } },
    CoverOrganisation: line("CoverOrganisation", colours.text),
    CoverRule: {
      next: "CoverKind",
      run: { size: halfPoints(2) },
      paragraph: {
        border: { bottom: { style: "single", size: eighths(3), color: hex(colours.accent), space: 0 } },
        spacing: {
          line: twips(1),
          lineRule: LineRuleType.EXACT,
          before: twips(coverRule(theme).above),
          after: twips(20),
        },
      },
    },
    CoverKind: line("CoverKind", colours.accentText),
    Title: { ...title, next: "Subtitle", paragraph: { ...title.paragraph, keepLines: true } },
    Subtitle: line("Subtitle", colours.text),
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
