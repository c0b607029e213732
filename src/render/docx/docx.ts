// A Document as WordprocessingML: real styles, real numbering, live fields with the results they have now.
import {
  type FileChild,
  type ISectionOptions,
  Packer,
  PageOrientation,
  type Paragraph,
  SectionType,
  Document as WordDocument,
} from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Assets, Block, Document, PageSection } from "../../document/document.ts";
import { flow } from "./blocks.ts";
import type { Book, Draw, Place } from "./book.ts";
import { bookmarks } from "./bookmarks.ts";
import { characterStyles } from "./character-styles.ts";
import { cellChildren } from "./element.ts";
import { type FaceFiles, openFaces } from "./faces.ts";
import { run } from "./inlines.ts";
import { bodyListStyle } from "./list.ts";
import { startNumbering } from "./numbering.ts";
import { repack } from "./package.ts";
import { pageEstimate } from "./pages.ts";
import { fileProperties } from "./properties.ts";
import { type Chapter, chapters, runningMatter } from "./running.ts";
import { paragraphStyles } from "./styles.ts";
import { tableStyleElements } from "./table-styles.ts";
import { halfPoints, twips } from "./units.ts";

/** Bytes of the DOCX file; the same for the same arguments, whenever and wherever it is made. */
export async function docx(
  document: Document,
  theme: Theme,
  assets: Assets,
  draw: Draw,
  fonts: FaceFiles,
): Promise<Uint8Array> {
  const faces = openFaces(fonts);
  const book: Book = {
    document,
    theme,
    assets,
    draw,
    faces,
    bookmarks: bookmarks(document),
    numbering: startNumbering(document.headingScheme, theme, faces.measure),
    captions: new Map(),
    notesMet: new Set(),
  };
  const sections = pageSections(book);
  const footnotes = notes(book);
  const word = new WordDocument({
    ...fileProperties(document),
    sections,
    footnotes,
    numbering: { config: [...book.numbering.definitions()] },
    styles: {
      default: {
        document: {
          run: { font: theme.face.word, size: halfPoints(theme.body.size), language: { value: document.language } },
        },
      },
      paragraphStyles: [...paragraphStyles(theme, document.headingScheme)],
      characterStyles: [...characterStyles(theme)],
      importedStyles: [...tableStyleElements(theme)],
    },
    pageNumbers: await pageEstimate(document, faces),
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(word)), document.properties.date);
}

function pageSections(book: Book): ISectionOptions[] {
  let chapter: Chapter | undefined;
  return book.document.sections.map((section, i) => {
    const width = textWidth(section, book.theme);
    const children: FileChild[] = [...flow(section.blocks, start(book, width))];
    const begun = chapters(section, book);
    const goesOn = chapter && !beginsChapter(section.blocks[0]) ? [chapter] : [];
    const matter = runningMatter(section, book, width, [...goesOn, ...begun]);
    chapter = begun.at(-1) ?? chapter;
    return { properties: sectionProperties(section, book, i === 0), ...matter, children };
  });
}

function beginsChapter(block: Block | undefined): boolean {
  return (block?.type === "heading" && block.level === 1) || (block?.type === "contents" && block.of === "headings");
}

function sectionProperties(section: PageSection, book: Book, first: boolean): ISectionOptions["properties"] {
  const { page } = book.theme;
  const { firstPage } = book.document.running;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // Word wants the portrait measures and turns them itself.
      size: {
        width: twips(page.width),
        height: twips(page.height),
        orientation: section.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        left: twips(page.margin.left),
        right: twips(page.margin.right),
        top: twips(page.margin.top),
        bottom: twips(page.margin.bottom),
        header: twips(page.header),
        footer: twips(page.footer),
      },
      ...(first && firstPage !== 1 ? { pageNumbers: { start: firstPage } } : {}),
    },
  };
}

function textWidth(section: PageSection, { page }: Theme): number {
  const across = section.orientation === "landscape" ? page.height : page.width;
  return across - page.margin.left - page.margin.right;
}

function start(book: Book, width: number): Place {
  return {
    book,
    style: "Normal",
    listStyle: bodyListStyle,
    size: book.theme.body.size,
    indent: 0,
    width,
    right: Math.max(0, width - book.theme.body.measure - 1),
    depth: 0,
    lead: {},
  };
}

function notes(book: Book): Record<string, { children: Paragraph[] }> {
  const place: Place = {
    ...start(book, book.theme.body.measure),
    style: "FootnoteText",
    listStyle: () => "FootnoteText",
    size: book.theme.small.size,
    right: 0,
    lead: { prefix: [run(" ")] },
  };
  return Object.fromEntries(
    book.document.footnotes.map((note, i) => [String(i + 1), { children: noteChildren(flow(note.blocks, place)) }]),
  );
}

/** The library's type asks for paragraphs; Word's notes take tables as well. */
function noteChildren(pieces: ReturnType<typeof flow>): Paragraph[] {
  return cellChildren(pieces) as Paragraph[];
}
