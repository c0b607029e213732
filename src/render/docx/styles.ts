// Every paragraph in the file has one of these styles; they come from the theme alone.
import {
  type IBaseParagraphStyleOptions,
  type IBordersOptions,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type ISpacingProperties,
  LeaderType,
  LineRuleType,
  TabStopType,
} from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { HeadingLevel } from "../../document/document.ts";
import { headingReference } from "./numbering.ts";
import { tableStyles } from "./table-text.ts";
import { eighths, halfPoints, hex, twips } from "./units.ts";

/** Paragraph styles by id, with the names that Word's list of styles shows. */
export const paragraphNames = {
  Normal: "Normal",
  Title: "Title",
  Subtitle: "Subtitle",
  CoverOrganisation: "Cover Organisation",
  CoverLogo: "Cover Logo",
  CoverKind: "Cover Kind",
  CoverFact: "Cover Fact",
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  Heading4: "heading 4",
  Heading5: "heading 5",
  Heading6: "heading 6",
  UnlistedHeading1: "Heading 1 Unlisted",
  UnlistedHeading2: "Heading 2 Unlisted",
  UnlistedHeading3: "Heading 3 Unlisted",
  UnlistedHeading4: "Heading 4 Unlisted",
  UnlistedHeading5: "Heading 5 Unlisted",
  UnlistedHeading6: "Heading 6 Unlisted",
  Divider: "Divider",
  RunInHeading: "Run-in Heading",
  Lead: "Lead Paragraph",
  Strapline: "Strapline",
  Instruction: "Instruction",
  Note: "Note",
  Source: "Source",
  ListBullet: "List Bullet",
  ListBullet2: "List Bullet 2",
  ListBullet3: "List Bullet 3",
  ListNumber: "List Number",
  ListNumber2: "List Number 2",
  ListNumber3: "List Number 3",
  ListContinue: "List Continue",
  DefinitionTerm: "Definition Term",
  Definition: "Definition",
  Quote: "Quote",
  QuoteAttribution: "Quote Attribution",
  Callout: "Callout",
  CalloutTitle: "Callout Title",
  Card: "Card",
  CardBrand: "Card Brand",
  CardTopic: "Card Topic",
  BoxText: "Box Text",
  BoxTitle: "Box Title",
  BoxBrand: "Box Brand",
  Prompt: "Form Prompt",
  PromptList: "Form Prompt List",
  Answer: "Form Answer",
  Caption: "caption",
  Figure: "Figure",
  Gap: "Table Gap",
  ContentsTitle: "TOC Heading",
  ContentsSection: "Contents Section",
  ContentsEntry: "Contents Entry",
  TOC1: "toc 1",
  TOC2: "toc 2",
  TOC3: "toc 3",
  TOC4: "toc 4",
  TOC5: "toc 5",
  TOC6: "toc 6",
  TableofFigures: "table of figures",
  Header: "header",
  Footer: "footer",
  Marking: "Marking",
  FootnoteText: "footnote text",
} as const;

export type ParagraphStyle = keyof typeof paragraphNames;

interface Look extends IBaseParagraphStyleOptions {
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
}

/** All paragraph styles of the file, those for table cells included. */
export function paragraphStyles(theme: Theme, scheme: readonly HeadingLevel[]): readonly IParagraphStyleOptions[] {
  const looks: Readonly<Record<ParagraphStyle, Look>> = {
    ...textLooks(theme),
    ...headingLooks(theme, scheme),
    ...listLooks(theme),
    ...boxLooks(theme),
    ...coverLooks(theme),
    ...runningLooks(theme),
    ...contentsLooks(theme),
  };
  const styles = Object.entries(looks).map(([id, look]) => ({
    id,
    name: isParagraphStyle(id) ? paragraphNames[id] : id,
    ...(/^(TOC|Header|Footer|Gap|Unlisted)/.test(id) ? {} : { quickFormat: true }),
    ...(id === "Normal" ? {} : { basedOn: "Normal" }),
    ...look,
  }));
  return [...styles, ...tableStyles(theme)];
}

function isParagraphStyle(id: string): id is ParagraphStyle {
  return id in paragraphNames;
}

/** Lines of at least the theme's leading, so that a chip or a raised figure is never cut. */
export function lines(leading: number, before: number, after: number): ISpacingProperties {
  return { line: twips(leading), lineRule: LineRuleType.AT_LEAST, before: twips(before), after: twips(after) };
}

type Looks<K extends ParagraphStyle> = Readonly<Record<K, Look>>;

function textLooks(
  theme: Theme,
): Looks<
  | "Normal"
  | "Lead"
  | "Strapline"
  | "Instruction"
  | "Note"
  | "Source"
  | "DefinitionTerm"
  | "Definition"
  | "Caption"
  | "Figure"
  | "Gap"
  | "Answer"
  | "FootnoteText"
> {
  const { body, small, colours } = theme;
  const note = { run: { size: halfPoints(small.size), color: hex(colours.quiet) } };
  return {
    Normal: {
      run: { font: theme.face.word, size: halfPoints(body.size), color: hex(colours.text) },
      paragraph: { spacing: lines(body.leading, 0, body.after) },
    },
    Lead: {
      run: { size: halfPoints(body.size + 1.5) },
      paragraph: { spacing: lines(body.leading + 2, 0, body.after + 2) },
    },
    Strapline: {
      run: { italics: true, color: hex(colours.accentText) },
      paragraph: { spacing: lines(body.leading, 0, body.after) },
    },
    Instruction: { run: { italics: true, color: hex(colours.quiet) } },
    Note: { ...note, paragraph: { spacing: lines(small.leading, 4, 4) } },
    Source: { ...note, paragraph: { spacing: lines(small.leading, 4, body.after) } },
    DefinitionTerm: {
      next: "Definition",
      run: { bold: true },
      paragraph: { keepNext: true, spacing: lines(body.leading, 0, 2) },
    },
    Definition: { paragraph: { indent: { left: twips(theme.list.indent) } } },
    Caption: {
      next: "Normal",
      run: { bold: true, size: halfPoints(small.size + 0.5), color: hex(colours.text) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(small.leading, body.after, 5) },
    },
    Figure: { paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: twips(body.after) } } },
    Gap: {
      run: { size: halfPoints(4) },
      paragraph: { spacing: { line: twips(body.after), lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
    },
    Answer: {},
    FootnoteText: {
      run: { size: halfPoints(small.size) },
      paragraph: { spacing: lines(small.leading, 0, 3) },
    },
  };
}

function headingLooks(
  theme: Theme,
  scheme: readonly HeadingLevel[],
): Looks<`Heading${1 | 2 | 3 | 4 | 5 | 6}` | `UnlistedHeading${1 | 2 | 3 | 4 | 5 | 6}` | "Divider" | "RunInHeading"> {
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
    Divider: {
      next: "Normal",
      run: { bold: true, size: halfPoints(small.size), color: hex(theme.colours.quiet) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(small.leading, small.before, small.after) },
    },
    RunInHeading: {
      next: "Normal",
      run: { bold: true, size: halfPoints(theme.body.size), color: hex(theme.colours.text) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(theme.body.leading, theme.body.after, 3) },
    },
  };
}

function listLooks(
  theme: Theme,
): Looks<`ListBullet${"" | 2 | 3}` | `ListNumber${"" | 2 | 3}` | "ListContinue" | "PromptList"> {
  const item: Look = { paragraph: { spacing: lines(theme.body.leading, 0, theme.list.after) } };
  return {
    ListBullet: item,
    ListBullet2: item,
    ListBullet3: item,
    ListNumber: item,
    ListNumber2: item,
    ListNumber3: item,
    ListContinue: item,
    PromptList: { basedOn: "Prompt", paragraph: { spacing: lines(theme.small.leading + 1, 0, theme.list.after) } },
  };
}

/** The accent rule and tint of cards, callouts and quotes. */
export function boxBorder(theme: Theme): Required<Pick<IBordersOptions, "left">> {
  return { left: { style: "single", size: eighths(3), color: hex(theme.colours.accent), space: 9 } };
}

function boxLooks(
  theme: Theme,
): Looks<
  | "Quote"
  | "QuoteAttribution"
  | "Callout"
  | "CalloutTitle"
  | "Card"
  | "CardBrand"
  | "CardTopic"
  | "BoxText"
  | "BoxTitle"
  | "BoxBrand"
  | "Prompt"
> {
  const { body, small, colours } = theme;
  const box = (after: number, before = 0): IParagraphStylePropertiesOptions => ({
    border: boxBorder(theme),
    shading: { type: "clear", fill: hex(colours.groupTint) },
    indent: { left: twips(12), right: twips(9) },
    spacing: lines(body.leading, before, after),
  });
  const quote = (after: number): IParagraphStylePropertiesOptions => ({
    border: boxBorder(theme),
    indent: { left: twips(12), right: twips(24) },
    spacing: lines(body.leading, 0, after),
  });
  return {
    Quote: { paragraph: quote(body.after), run: { italics: true } },
    QuoteAttribution: {
      run: { size: halfPoints(small.size), color: hex(colours.quiet) },
      paragraph: quote(body.after),
    },
    Callout: { paragraph: box(body.after) },
    CalloutTitle: {
      next: "Callout",
      run: { bold: true, color: hex(colours.accentText) },
      paragraph: { ...box(3), keepNext: true },
    },
    Card: { paragraph: box(body.after) },
    CardBrand: {
      next: "Card",
      run: { bold: true, size: halfPoints(small.size), color: hex(colours.quiet) },
      paragraph: { ...box(1), keepNext: true },
    },
    CardTopic: {
      next: "Card",
      run: { bold: true, color: hex(colours.accentText) },
      paragraph: { ...box(3), keepNext: true },
    },
    BoxText: { run: { size: halfPoints(body.size) }, paragraph: { spacing: lines(body.leading, 0, body.after) } },
    BoxTitle: {
      run: { bold: true, color: hex(colours.accentText) },
      paragraph: { keepNext: true, spacing: lines(body.leading, 0, 3) },
    },
    BoxBrand: {
      run: { bold: true, size: halfPoints(small.size), color: hex(colours.quiet) },
      paragraph: { keepNext: true, spacing: lines(small.leading, 0, 1) },
    },
    Prompt: {
      run: { size: halfPoints(small.size + 0.5), color: hex(colours.quiet) },
      paragraph: { spacing: lines(small.leading + 1, 0, 6), keepNext: true },
    },
  };
}

function coverLooks(
  theme: Theme,
): Looks<"Title" | "Subtitle" | "CoverOrganisation" | "CoverLogo" | "CoverKind" | "CoverFact"> {
  const { body, colours } = theme;
  return {
    CoverLogo: { paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: twips(18) } } },
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

function runningLooks(theme: Theme): Looks<"Header" | "Footer" | "Marking"> {
  const { colours, small } = theme;
  const running = { size: halfPoints(Math.max(9.5, small.size - 0.5)), color: hex(colours.quiet) };
  const rule = { style: "single", size: 4, color: hex(colours.rule), space: 4 } as const;
  return {
    Header: { run: running, paragraph: { spacing: lines(12, 0, 0), border: { bottom: rule } } },
    Footer: { run: running, paragraph: { spacing: lines(12, 0, 0), border: { top: rule } } },
    Marking: {
      run: { ...running, bold: true, color: hex(colours.text) },
      paragraph: { alignment: "center", spacing: lines(12, 0, 2) },
    },
  };
}

function contentsLooks(
  theme: Theme,
): Looks<`TOC${1 | 2 | 3 | 4 | 5 | 6}` | "TableofFigures" | "ContentsTitle" | "ContentsSection" | "ContentsEntry"> {
  const { page, body } = theme;
  const right = twips(page.width - page.margin.left - page.margin.right);
  const entry = (level: number): Look => ({
    run: level === 1 ? { bold: true } : {},
    paragraph: { spacing: lines(body.leading - 1, level === 1 ? 6 : 0, 2), rightTabStop: right },
  });
  const first = theme.headings[1] ?? { size: 18, leading: 23, before: 22, after: 11 };
  return {
    ContentsTitle: {
      next: "Normal",
      run: { bold: true, size: halfPoints(first.size), color: hex(theme.colours.accentText) },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(first.leading, first.before, first.after) },
    },
    TOC1: entry(1),
    TOC2: entry(2),
    TOC3: entry(3),
    TOC4: entry(4),
    TOC5: entry(5),
    TOC6: entry(6),
    ContentsSection: { run: { bold: true }, paragraph: { spacing: lines(body.leading - 1, 0, 2) } },
    ContentsEntry: { paragraph: { spacing: lines(body.leading - 1, 0, 2) } },
    TableofFigures: { paragraph: { spacing: lines(body.leading - 1, 0, 3), rightTabStop: right } },
  };
}

/** Right tab with dots to a width, as contents entries have it. */
export function dottedTab(width: number): {
  readonly type: "right";
  readonly position: number;
  readonly leader: "dot";
} {
  return { type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT };
}
