// Headers and footers: short title and section, version and status, marking, page x of y, and the tint behind the text.
import { Footer, Header, PageNumber, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from "docx";
import { TextWatermark } from "docx/watermarks";
import type { PageSection } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { Book } from "./book.ts";
import { field } from "./fields.ts";
import { headingStyle } from "./heading.ts";
import { run } from "./inlines.ts";
import { type ParagraphStyle, paragraphNames } from "./styles.ts";
import { hex, twips } from "./units.ts";

/** Bookmark in the last paragraph. */
export const lastPageBookmark = "_LastPage";

export interface RunningMatter {
  readonly headers: { readonly default: Header };
  readonly footers: { readonly default: Footer };
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
    headers: { default: new Header({ children: cover ? coverHeader(book) : header(book, width, inside) }) },
    footers: { default: new Footer({ children: [footer(book, width, cover)] }) },
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
  const title = new Paragraph({ style: "Header", tabStops: tabs(width, together), children: words });
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

/** A cover has no running matter, but marks are on every page. */
function coverHeader(book: Book): readonly Paragraph[] {
  const mark = book.document.marks.marking;
  return [new Paragraph({ style: "Marking", children: [...(mark ? [run(mark)] : []), ...watermark(book)] })];
}

function footer(book: Book, width: number, cover: boolean): Paragraph {
  const { footerLeft, footerCentre, firstPage } = book.document.running;
  const centre = footerCentre || (book.document.marks.marking ?? "");
  const widthOf = (text: string): number => book.faces.measure(text, book.theme.small.size, false);
  // The version of a working build may be long; it gets what the centre leaves.
  const side = centre === "" ? width * 0.7 : (width - widthOf(centre) * 1.1) / 2 - gap;
  if (cover) return new Paragraph({ style: "Marking", children: [run(centre)] });
  // Word counts pages from one; where the paper is bound into a pack its last number is that of its last page.
  const total =
    firstPage === 1 ? [new TextRun({ children: [PageNumber.TOTAL_PAGES] })] : field(`PAGEREF ${lastPageBookmark}`, []);
  return new Paragraph({
    style: "Footer",
    tabStops: tabs(width, true),
    children: [
      run(shortened(footerLeft, side, widthOf)),
      tab(),
      marked(centre),
      tab(),
      run("Page "),
      new TextRun({ children: [PageNumber.CURRENT] }),
      run(" of "),
      ...total,
    ],
  });
}

function tabs(
  width: number,
  centred: boolean,
): readonly { readonly type: "center" | "right"; readonly position: number }[] {
  const right = { type: TabStopType.RIGHT, position: twips(width) };
  return centred ? [{ type: TabStopType.CENTER, position: twips(width / 2) }, right] : [right];
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
