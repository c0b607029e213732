// Every paragraph in the file has one of these styles; they come from the theme and the heading scheme alone.
import type { IBaseParagraphStyleOptions, IParagraphStyleOptions } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { HeadingLevel } from "../../document/document.ts";
import { boxLooks } from "./looks-box.ts";
import { headingLooks } from "./looks-heading.ts";
import { contentsLooks, coverLooks, runningLooks } from "./looks-page.ts";
import { listLooks, textLooks } from "./looks-text.ts";
import { tableStyles } from "./table-text.ts";

/** Paragraph styles by id, with the names that Word's list of styles shows. */
export const paragraphNames = {
  Normal: "Normal",
  Title: "Title",
  Subtitle: "Subtitle",
  CoverOrganisation: "Cover Organisation",
  CoverLogo: "Cover Logo",
  CoverRule: "Cover Rule",
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
  PromptText: "Form Prompt Text",
  Prompt: "Form Prompt",
  PromptList: "Form Prompt List",
  Answer: "Form Answer",
  Caption: "caption",
  Figure: "Figure",
  Gap: "Table Gap",
  ContentsTitle: "TOC Heading",
  ContentsListTitle: "TOC Heading Lists",
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

/** How a style looks; based on Normal unless it says otherwise. */
export interface Look extends IBaseParagraphStyleOptions {
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
}

export type Looks<K extends ParagraphStyle> = Readonly<Record<K, Look>>;

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
