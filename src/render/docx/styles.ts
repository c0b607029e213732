// Every paragraph in the file has one of these styles; they come from the theme and the heading scheme alone.
import type {
  IBaseParagraphStyleOptions,
  IIndentAttributesProperties,
  IParagraphPropertiesOptionsBase,
  IParagraphStylePropertiesOptions,
  XmlComponent,
} from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { ContentsColumns } from "./contents-columns.ts";
import { boxLooks } from "./looks-box.ts";
import { headingLooks } from "./looks-heading.ts";
import { contentsLooks, coverLooks, runningLooks } from "./looks-page.ts";
import { listLooks, textLooks } from "./looks-text.ts";
import { measuredStyles, runningRight } from "./measure.ts";
import type { Numbering } from "./numbering.ts";
import { linkedStyle, paragraphStyle } from "./style-element.ts";
import { isLinked, standing } from "./style-standing.ts";
import { tableStyles } from "./table-text.ts";
import { twips } from "./units.ts";

/** Paragraph styles by id, with the names that Word's list of styles shows. */
export const paragraphNames = {
  Normal: "Normal",
  BodyText: "Body Text",
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
  DividerHeading1: "Divider Heading 1",
  AppendixHeading1: "Appendix Heading 1",
  AppendixHeading2: "Appendix Heading 2",
  AppendixHeading3: "Appendix Heading 3",
  UnlistedHeading1: "Heading 1 Unlisted",
  UnlistedHeading2: "Heading 2 Unlisted",
  UnlistedHeading3: "Heading 3 Unlisted",
  UnlistedHeading4: "Heading 4 Unlisted",
  UnlistedHeading5: "Heading 5 Unlisted",
  UnlistedHeading6: "Heading 6 Unlisted",
  RunInHeading1: "Run-in Heading 1",
  RunInHeading2: "Run-in Heading 2",
  RunInHeading3: "Run-in Heading 3",
  RunInHeading4: "Run-in Heading 4",
  RunInHeading5: "Run-in Heading 5",
  RunInHeading6: "Run-in Heading 6",
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
  HeaderCentred: "Header Centred",
  FooterCentred: "Footer Centred",
  Footer: "footer",
  Marking: "Marking",
  FootnoteText: "footnote text",
} as const;

export type ParagraphStyle = keyof typeof paragraphNames;

type LookOfParagraph = IParagraphStylePropertiesOptions &
  Pick<IParagraphPropertiesOptionsBase, "tabStops" | "pageBreakBefore">;

/** How a style looks; based on Normal unless it says otherwise. */
export interface Look extends Pick<IBaseParagraphStyleOptions, "run"> {
  readonly paragraph?: LookOfParagraph;
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
}

export type Looks<K extends ParagraphStyle> = Readonly<Record<K, Look>>;

/** What the styles of one document take from it besides the theme. */
export interface StyleFacts {
  readonly numbering: Numbering;
  readonly columns: ContentsColumns;
}

/** All paragraph styles of the file, those for table cells and the character styles that go with some included. */
export function paragraphStyles(theme: Theme, { numbering, columns }: StyleFacts): readonly XmlComponent[] {
  const looks: Readonly<Record<ParagraphStyle, Look>> = {
    ...textLooks(theme),
    ...headingLooks(theme),
    ...listLooks(theme),
    ...boxLooks(theme),
    ...coverLooks(theme),
    ...runningLooks(theme),
    ...contentsLooks(theme, columns),
  };
  const styles = Object.entries(looks).flatMap(([id, look]): readonly XmlComponent[] => {
    if (!isParagraphStyle(id)) return [];
    const options = {
      id,
      name: paragraphNames[id],
      ...standing(id),
      ...(id === "Normal" ? {} : { basedOn: "Normal" }),
      ...look,
      paragraph: { ...measured(id, look, theme), ...numbered(id, numbering) },
    };
    return isLinked(id) ? [paragraphStyle(options), linkedStyle(options)] : [paragraphStyle(options)];
  });
  const cells = tableStyles(theme).map((options) =>
    paragraphStyle({
      uiPriority: 50,
      ...options,
      paragraph: { ...options.paragraph, ...numbered(options.id, numbering) },
    }),
  );
  return [...styles, ...cells];
}

/** Running text keeps its measure where the page is wider. */
function measured(id: ParagraphStyle, { paragraph }: Look, theme: Theme): Look["paragraph"] {
  const right = runningRight(theme);
  if (right === 0 || !measuredStyles.has(id)) return paragraph;
  const own = Number(paragraph?.indent?.right ?? 0);
  return { ...paragraph, indent: { ...paragraph?.indent, ...hanging(id, theme), right: own + twips(right) } };
}

/** What the numbering says, once more: LibreOffice drops the right edge of a style that leaves the left one to it. */
function hanging(id: ParagraphStyle, { list }: Theme): IIndentAttributesProperties {
  const [, level] = /^List(?:Bullet|Number)([23]?)$/.exec(id) ?? [];
  return level === undefined ? {} : { left: twips(Number(level || 1) * list.indent), hanging: twips(list.indent) };
}

/** A style with a number or bullet gives it to what is set in it, in Word as in the file. */
function numbered(id: string, numbering: Numbering): Pick<LookOfParagraph, "numbering"> {
  const marker = numbering.ofStyle(id);
  return marker ? { numbering: marker } : {};
}

function isParagraphStyle(id: string): id is ParagraphStyle {
  return id in paragraphNames;
}
