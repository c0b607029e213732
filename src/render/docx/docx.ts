// A Document as WordprocessingML: real styles, real numbering, live fields with the results they have now.
import {
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  Document as WordDocument,
} from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Assets, Block, Document, PageSection } from "../../document/document.ts";
import { stableIds } from "../../document/ids.ts";
import type { Lettering } from "../../exhibit/scene.ts";
import type { HouseBase } from "../../house-base/base.ts";
import { baseStyles } from "./base-styles.ts";
import { flow } from "./blocks.ts";
import type { Book, Draw, Pictures, Piece, Place } from "./book.ts";
import { bookmarks } from "./bookmarks.ts";
import { characterStyles } from "./character-styles.ts";
import { contentsColumns } from "./contents-columns.ts";
import { cellChildren } from "./element.ts";
import { facesOf } from "./faces.ts";
import { isForm } from "./form.ts";
import { dress } from "./house-dress.ts";
import { run } from "./inlines.ts";
import { bodyListStyle } from "./list.ts";
import { freeRight } from "./measure.ts";
import { startNumbering } from "./numbering.ts";
import { repack } from "./package.ts";
import { type KnownPages, pageNumbers } from "./pages.ts";
import { paragraph } from "./paragraph.ts";
import { fileProperties } from "./properties.ts";
import { type Chapter, chapters, lastPageBookmark, runningMatter } from "./running.ts";
import { paragraphStyles } from "./styles.ts";
import { tableStyleElements } from "./table-styles.ts";
import { documentTheme } from "./theme.ts";
import { twips } from "./units.ts";

/**
 * Bytes of the DOCX file; the same for the same arguments, whenever and wherever it is made. Page numbers in the
 * contents are those of `pages`; without it they stay empty.
 */
export async function docx(
  document: Document,
  theme: Theme,
  assets: Assets,
  draw: Draw,
  lettering: Lettering,
  pages?: KnownPages,
  pictures?: Pictures,
  base?: HouseBase,
): Promise<Uint8Array> {
  const faces = facesOf(lettering, base?.stretch);
  const book: Book = {
    document,
    isForm: isForm(document),
    theme,
    assets,
    draw,
    pictures: pictures ?? { scenes: new Map(), safe: new Map() },
    faces,
    bookmarks: bookmarks(document),
    ids: stableIds(document),
    numbering: startNumbering(document, theme, faces.measure),
    captions: new Map(),
    notesMet: new Set(),
  };
  const sections = pageSections(book);
  const footnotes = notes(book);
  const word = new WordDocument({
    ...fileProperties(document),
    theme: documentTheme(theme),
    sections,
    footnotes,
    numbering: { config: [...book.numbering.definitions()] },
    styles: {
      importedStyles: [
        ...baseStyles(theme, document.language),
        ...tableStyleElements(theme),
        ...paragraphStyles(theme, {
          numbering: book.numbering,
          columns: contentsColumns(document, theme, faces),
        }),
        ...characterStyles(theme),
      ],
    },
    pageNumbers: pageNumbers(document, book.bookmarks, pages ?? new Map()),
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word));
  return repack(bytes, document, base && ((parts) => dress(parts, base)));
}

function pageSections(book: Book): ISectionOptions[] {
  let chapter: Chapter | undefined;
  return book.document.sections.map((section, i) => {
    const width = textWidth(section, book.theme);
    const last = i === book.document.sections.length - 1;
    const blocks = flow(section.blocks, { ...start(book, width), lead: { top: true } });
    const children: FileChild[] = last ? ended([...blocks, ...uncitedNotes(book)], book) : [...blocks];
    const begun = chapters(section, book);
    const goesOn = chapter && !beginsChapter(section.blocks[0]) ? [chapter] : [];
    const matter = runningMatter(section, book, width, [...goesOn, ...begun]);
    chapter = begun.at(-1) ?? chapter;
    return { properties: sectionProperties(section, book, i === 0), ...matter, children };
  });
}

/** Marks the last page where the footer names it by a reference. */
function ended(pieces: readonly Piece[], book: Book): FileChild[] {
  if (book.document.running.firstPage === 1) return [...pieces];
  const last = pieces.at(-1);
  if (!(last instanceof Paragraph)) {
    // LibreOffice forgets a bookmark round nothing at the end of a file.
    const words = [run(" ")];
    return [...pieces, paragraph({ ...start(book, 0), right: 0 }, words, { style: "Gap", bookmark: lastPageBookmark })];
  }
  last.addChildElement(new BookmarkStart(lastPageBookmark, endMark));
  last.addChildElement(new BookmarkEnd(endMark));
  return [...pieces];
}

/** An id that no other bookmark has; writing the package counts them anew. */
const endMark = 1_000_000;

function beginsChapter(block: Block | undefined): boolean {
  return (block?.type === "heading" && block.level === 1) || (block?.type === "contents" && block.of === "headings");
}

function sectionProperties(section: PageSection, book: Book, first: boolean): ISectionOptions["properties"] {
  const { page } = book.theme;
  const { firstPage } = book.document.running;
  return {
    type: SectionType.NEXT_PAGE,
    ...(section.role === "cover" ? { titlePage: true } : {}),
    page: {
      // Word wants the portrait measures and turns them itself.
      size: {
        width: twips(section.size === "a3" ? page.height : page.width),
        height: twips(section.size === "a3" ? 2 * page.width : page.height),
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
  const turned = section.size === "a3" ? 2 * page.width : page.height;
  const across = section.orientation === "landscape" ? turned : page.width;
  return across - page.margin.left - page.margin.right;
}

function start(book: Book, width: number): Place {
  return {
    book,
    style: "BodyText",
    listStyle: bodyListStyle,
    size: book.theme.body.size,
    indent: 0,
    width,
    right: freeRight(book.theme, width),
    depth: 0,
    lead: {},
  };
}

function notePlace(book: Book, mark: string): Place {
  return {
    ...start(book, book.theme.body.measure),
    style: "FootnoteText",
    listStyle: () => "FootnoteText",
    size: book.theme.small.size,
    right: 0,
    lead: { prefix: [run(mark)] },
  };
}

/** Word's footnotes by their ids; it prints the number itself. */
function notes(book: Book): Record<string, { children: Paragraph[] }> {
  const { footnotes } = book.document;
  return Object.fromEntries(
    footnotes.flatMap(({ id, blocks }, i) =>
      book.notesMet.has(id) ? [[String(i + 1), { children: noteChildren(flow(blocks, notePlace(book, " "))) }]] : [],
    ),
  );
}

/** Notes that no text cites; Word would not show them, so they stand at the end. */
function uncitedNotes(book: Book): readonly Piece[] {
  return book.document.footnotes.flatMap((note) => {
    if (book.notesMet.has(note.id)) return [];
    const mark = book.ids.get(note);
    const place = notePlace(book, `${note.number} `);
    return flow(note.blocks, { ...place, lead: { ...place.lead, ...(mark ? { marks: [mark] } : {}) } });
  });
}

/** The library's type asks for paragraphs; Word's notes take tables as well. */
function noteChildren(pieces: ReturnType<typeof flow>): Paragraph[] {
  return cellChildren(pieces) as Paragraph[];
}
