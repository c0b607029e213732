// Headers and footers: short title and section, version and status, marking, page x of y, and the tint behind the text.
import {
  Footer,
  Header,
  type IParagraphOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import type { PageSection } from "../../document/document.ts";
import { footerLines, hasTwoLines } from "../../document/footer.ts";
import { plainText } from "../../document/visit.ts";
import type { Book } from "./book.ts";
import { field } from "./fields.ts";
import { headingStyle } from "./heading.ts";
import { run } from "./inlines.ts";
import { runningTabs } from "./looks-page.ts";
import { pageTextWidth } from "./measure.ts";
import { type ParagraphStyle, paragraphNames } from "./styles.ts";
import { hex } from "./units.ts";

/** Bookmark in the last paragraph. */
export const lastPageBookmark = "_LastPage";

export interface RunningMatter {
  readonly headers: { readonly default: Header; readonly first?: Header };
  readonly footers: { readonly default: Footer; readonly first?: Footer };
}

/** A chapter as the header repeats it. */
export interface Chapter {
  readonly number?: string;
  readonly title: string;
  readonly style: ParagraphStyle;
}

/** Chapters that begin in a section, in order: level 1 headings, and the contents. */
export function chapters(section: PageSection, book: Book): readonly Chapter[] {
  return section.blocks.flatMap((block): readonly Chapter[] => {
    if (block.type === "contents" && block.of === "headings" && block.title !== "") {
      return [{ title: block.title, style: "ContentsTitle" }];
    }
    if (block.type !== "heading" || block.level !== 1 || block.role === "run-in") return [];
    const number = block.number === undefined ? {} : { number: block.number };
    return [{ ...number, title: plainText(block.children), style: headingStyle(block, book) }];
  });
}

/** Running matter of a section; `inside` are the chapters its pages belong to, the one going on from before first. */
export function runningMatter(
  section: PageSection,
  book: Book,
  width: number,
  inside: readonly Chapter[],
): RunningMatter {
  const cover = section.role === "cover";
  return {
    headers: {
      default: new Header({ children: header(book, width, inside) }),
      ...(cover ? { first: new Header({ children: coverHeader(book) }) } : {}),
    },
    footers: {
      default: new Footer({ children: footer(book, width) }),
      ...(cover ? { first: new Footer({ children: [coverFooter(book)] }) } : {}),
    },
  };
}

const gap = 12;

/** Title left, marking in the middle, chapter right; the marking has its own line where the others need the room. */
function header(book: Book, width: number, inside: readonly Chapter[]): readonly Paragraph[] {
  const { theme, document, faces } = book;
  const widthOf = (text: string): number => faces.measure(text, theme.small.size, false);
  const mark = document.marks.marking ?? "";
  const widest = Math.max(0, ...inside.map((chapter) => widthOf(chapterText(chapter))));
  const side = (width - widthOf(mark) * 1.1) / 2 - gap;
  const together = mark !== "" && widest <= side;
  const left = shortened(
    document.running.headerLeft,
    together ? side : Math.max(width * 0.35, width - widest - gap),
    widthOf,
  );
  const words = [
    run(left),
    tab(),
    ...(together ? [marked(mark), tab()] : []),
    ...chapterField(inside),
    ...watermark(book),
  ];
  const style = together ? "HeaderCentred" : "Header";
  const title = new Paragraph({ style, ...otherWidth(book, width, together), children: words });
  return mark !== "" && !together ? [new Paragraph({ style: "Marking", children: [run(mark)] }), title] : [title];
}

function chapterText({ number, title }: Chapter): string {
  return number ? `${number} ${title}` : title;
}

/**
 * The chapter that a page belongs to, as Word finds it again on each page. What cannot work it out prints the result
 * kept in the file on all pages, so there is one only where a single chapter is on all of them.
 */
function chapterField(inside: readonly Chapter[]): readonly ParagraphChild[] {
  const chapter = inside[0];
  if (!chapter) return [];
  // Built-in styles are named by number, which holds in Word of any language.
  const style = chapter.style === "Heading1" ? "1" : `"${paragraphNames[chapter.style]}"`;
  // Word prints 0 for the number of a heading without one, so numbers are shown only where all have them.
  const only = inside.length === 1;
  const numbered = inside.every(({ number }) => number !== undefined);
  return [
    ...(numbered ? [...field(`STYLEREF ${style} \\n`, only ? [run(chapter.number ?? "")] : []), run(" ")] : []),
    ...field(`STYLEREF ${style}`, only ? [run(chapter.title)] : []),
  ];
}

/** The first page of a cover has no running matter, but marks are on every page. */
function coverHeader(book: Book): readonly Paragraph[] {
  const mark = book.document.marks.marking;
  return [new Paragraph({ style: "Marking", children: [...(mark ? [run(mark)] : []), ...watermark(book)] })];
}

function coverFooter(book: Book): Paragraph {
  return new Paragraph({ style: "Marking", children: [run(footerCentre(book))] });
}

function footerCentre({ document: { running, marks } }: Book): string {
  return running.footerCentre || (marks.marking ?? "");
}

function footer(book: Book, width: number): readonly Paragraph[] {
  const { footerLeft, firstPage } = book.document.running;
  const centre = footerCentre(book);
  const widthOf = (text: string): number => book.faces.measure(text, book.theme.small.size, false);
  // The version of a working build may be long; it gets what the centre leaves.
  const side = centre === "" ? width * 0.7 : (width - widthOf(centre) * 1.1) / 2 - gap;
  // Word counts pages from one; where the paper is bound into a pack its last number is that of its last page.
  const total =
    firstPage === 1 ? [new TextRun({ children: [PageNumber.TOTAL_PAGES] })] : field(`PAGEREF ${lastPageBookmark}`, []);
  const lines = footerLines(footerLeft, (words) => !hasTwoLines(book.theme) || widthOf(words) <= side);
  // A tab in the middle would be passed by a long version, and the page number pushed to the next line.
  const centred = centre !== "";
  const last = new Paragraph({
    style: centred ? "FooterCentred" : "Footer",
    ...otherWidth(book, width, centred),
    children: [
      run(shortened(lines.at(-1) ?? "", side, widthOf)),
      tab(),
      ...(centred ? [marked(centre), tab()] : []),
      run("Page "),
      new TextRun({ children: [PageNumber.CURRENT] }),
      run(" of "),
      ...total,
    ],
  });
  const above = lines.slice(0, -1).map((words) => run(shortened(words, width, widthOf)));
  return [...above.map((words) => new Paragraph({ style: "Footer", children: [words] })), last];
}

/** Tabs on a page of another width than the styles are for. */
function otherWidth(book: Book, width: number, centred: boolean): Pick<IParagraphOptions, "tabStops"> {
  const usual = runningTabs(pageTextWidth(book.theme.page), centred);
  const own = runningTabs(width, centred);
  if (usual.at(-1)?.position === own.at(-1)?.position) return {};
  return { tabStops: [...usual.map(({ position }) => ({ type: TabStopType.CLEAR, position })), ...own] };
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function marked(text: string): TextRun {
  return run(text, { style: "MarkingText" });
}

function shortened(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join("").trimEnd()}…`) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

function watermark(book: Book): readonly TextRun[] {
  const text = book.document.marks.watermark;
  if (!text) return [];
  const { face, colours } = book.theme;
  return [new TextWatermark({ text, font: face.word, color: `#${hex(colours.mark)}`, opacity: 1, width: 420 })];
}
