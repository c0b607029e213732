// Headers and footers: short title and section, version and status, marking, page x of y, and the tint behind the text.
import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { TextWatermark } from "docx/watermarks";
import type { PageSection } from "../../document/document.ts";
import type { Book } from "./book.ts";
import { plain } from "./bookmarks.ts";
import { field } from "./fields.ts";
import { headingStyle } from "./heading.ts";
import { run } from "./inlines.ts";
import { type ParagraphStyle, paragraphNames } from "./styles.ts";
import { hex, twips } from "./units.ts";

export interface RunningMatter {
  readonly headers: { readonly default: Header };
  readonly footers: { readonly default: Footer };
}

/** Running matter of a section; `current` is its first level 1 heading, or the one before it. */
export function runningMatter(
  section: PageSection,
  book: Book,
  width: number,
  current: Chapter | undefined,
): RunningMatter {
  const cover = section.role === "cover";
  return {
    headers: { default: new Header({ children: cover ? coverHeader(book) : header(book, width, current) }) },
    footers: { default: new Footer({ children: cover ? marking(book, false) : footer(book, width) }) },
  };
}

/** A level 1 heading as the header repeats it. */
export interface Chapter {
  readonly title: string;
  readonly style: ParagraphStyle;
}

/** Level 1 headings of a section, in order. */
export function chapters(section: PageSection, book: Book): readonly Chapter[] {
  return section.blocks.flatMap((block) =>
    block.type === "heading" && block.level === 1 && !block.role
      ? [{ title: plain(block.children), style: headingStyle(block, book) }]
      : [],
  );
}

function header(book: Book, width: number, current: Chapter | undefined): readonly Paragraph[] {
  const title = new Paragraph({
    style: "Header",
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
    children: [
      run(book.document.running.headerLeft),
      new TextRun({ children: [new Tab()] }),
      ...(current ? field(styleReference(current), [run(current.title)]) : []),
      ...watermark(book),
    ],
  });
  return [...marking(book, true), title];
}

/** Built-in styles are named by number, which holds in Word of any language. */
function styleReference({ style }: Chapter): string {
  return style === "Heading1" ? "STYLEREF 1" : `STYLEREF "${paragraphNames[style]}"`;
}

/** A cover has no running matter, but marks are on every page. */
function coverHeader(book: Book): readonly Paragraph[] {
  const tint = watermark(book);
  const mark = book.document.marks.marking;
  return [new Paragraph({ style: "Marking", children: [...(mark ? [run(mark)] : []), ...tint] })];
}

function marking(book: Book, only: boolean): readonly Paragraph[] {
  const mark = book.document.marks.marking;
  if (!mark) return only ? [] : [new Paragraph({ style: "Marking" })];
  return [new Paragraph({ style: "Marking", children: [run(mark)] })];
}

function footer(book: Book, width: number): readonly Paragraph[] {
  const { footerLeft, footerCentre, firstPage } = book.document.running;
  const centre = footerCentre || book.document.marks.marking || "";
  return [
    new Paragraph({
      style: "Footer",
      tabStops: [
        { type: TabStopType.CENTER, position: twips(width / 2) },
        { type: TabStopType.RIGHT, position: twips(width) },
      ],
      children: [
        run(footerLeft),
        new TextRun({ children: [new Tab()] }),
        run(centre),
        new TextRun({ children: [new Tab()] }),
        run("Page "),
        new TextRun({ children: [PageNumber.CURRENT] }),
        ...(firstPage === 1 ? [run(" of "), new TextRun({ children: [PageNumber.TOTAL_PAGES] })] : []),
      ],
    }),
  ];
}

function watermark(book: Book): readonly TextRun[] {
  const text = book.document.marks.watermark;
  if (!text) return [];
  return [
    new TextWatermark({
      text,
      font: book.theme.face.word,
      color: `#${hex(book.theme.colours.mark)}`,
      opacity: 1,
      width: 420,
    }),
  ];
}
