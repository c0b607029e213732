// Inlines to runs. Look is handed down, so that bold inside italic inside a link keeps all three.
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Inline, Rating, Reference, Tick } from "../../document/document.ts";
import { plainText } from "../../document/visit.ts";
import type { Book } from "./book.ts";
import { type CharacterStyle, ratingStyle } from "./character-styles.ts";
import { checkbox, dropDown, namedSign } from "./controls.ts";
import { field } from "./fields.ts";
import { breakable } from "./long-words.ts";

/** How a run looks because of what it stands in. */
interface Look {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly superscript?: boolean;
  readonly style?: CharacterStyle;
  /** True where an author typed the values. */
  readonly typed?: boolean;
  readonly language?: string;
}

/** Runs and links for a line of inlines. */
export function inlines(children: readonly Inline[], book: Book, look: Look = {}): readonly ParagraphChild[] {
  return children.flatMap((inline) => one(inline, book, look));
}

function one(inline: Inline, book: Book, look: Look): readonly ParagraphChild[] {
  switch (inline.type) {
    case "text":
      return [run(breakable(inline.value), look)];
    case "value":
      return [run(inline.text, inline.kept === undefined && !look.typed ? { style: "Computed", ...look } : look)];
    case "code":
      return [run(breakable(inline.value), { ...look, style: "Code" })];
    case "emphasis":
      return inlines(inline.children, book, { ...look, emphasis: true });
    case "strong":
      return inlines(inline.children, book, { ...look, strong: true });
    case "superscript":
      return inlines(inline.children, book, { ...look, superscript: true });
    case "foreign":
      return inlines(inline.children, book, { ...look, language: inline.language });
    case "line-break":
      return [new TextRun({ break: 1 })];
    case "link":
      return link(inline.url, inline.children, book, look);
    case "reference":
      return reference(inline, book, look);
    case "footnote-reference":
      return footnote(inline.id, inline.number, book);
    case "rating":
      return [rating(inline, book)];
    case "tick":
      return [tick(inline, book)];
  }
}

/** A run of words in a look. */
export function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ ...runOptions(look), text: printable(text) });
}

// A run has one character style; what the style does not say is said directly.
function runOptions(look: Look): IRunOptions {
  const plain = look.strong ? "Strong" : look.emphasis ? "Emphasis" : undefined;
  const style = look.style === "Computed" && look.strong ? "ComputedStrong" : (look.style ?? plain);
  return {
    ...(style ? { style } : {}),
    ...(look.strong && style !== "Strong" && style !== "ComputedStrong" ? { bold: true } : {}),
    ...(look.emphasis && style !== "Emphasis" ? { italics: true } : {}),
    ...(look.superscript ? { superScript: true } : {}),
    ...(look.language ? { language: { value: look.language } } : {}),
  };
}

/** Characters that XML 1.0 can hold; tabs and line ends are spaces in running text. */
export function printable(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\ufffd")
      .replaceAll(/[\t\n\r]+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, "")
  );
}

function link(url: string, children: readonly Inline[], book: Book, look: Look): readonly ParagraphChild[] {
  const words = inlines(children, book, { ...look, style: "Hyperlink" });
  if (url.startsWith("#")) {
    const anchor = book.bookmarks.of(url.slice(1));
    return anchor ? [new InternalHyperlink({ anchor, children: words })] : inlines(children, book, look);
  }
  // Word refuses a whole file with a malformed address, so one that no browser could follow stays text.
  return URL.canParse(url)
    ? [new ExternalHyperlink({ link: new URL(url).href, children: words })]
    : inlines(children, book, look);
}

/** REF fields where Word could work out the same words again; otherwise a link to the place. */
function reference(node: Reference, book: Book, look: Look): readonly ParagraphChild[] {
  const { bookmarks } = book;
  const bookmark = bookmarks.of(node.target);
  if (!bookmark) return inlines(node.children, book, look);
  const within: Look = { ...look, style: "CrossReference" };
  const text = plainText(node.children);
  const number = bookmarks.headingNumber(node.target)?.replace(/[\s.–:-]+$/, "");
  if (text === bookmarks.captionNumber(node.target) || text === bookmarks.headingTitle(node.target)) {
    return field(`REF ${bookmark} \\h`, [run(text, within)]);
  }
  if (number && (text === number || text.endsWith(` ${number}`) || text.endsWith(`\u00a0${number}`))) {
    const before = text.slice(0, text.length - number.length);
    return [
      ...(before ? [new InternalHyperlink({ anchor: bookmark, children: [run(before, within)] })] : []),
      ...field(`REF ${bookmark} \\n \\h`, [run(number, within)]),
    ];
  }
  return [new InternalHyperlink({ anchor: bookmark, children: inlines(node.children, book, within) })];
}

/** Word numbers a note at its first reference; later ones are fields that repeat the number. */
function footnote(id: string, number: number, book: Book): readonly ParagraphChild[] {
  const index = book.document.footnotes.findIndex((note) => note.id === id);
  const digits = run(String(number), { style: "FootnoteReference" });
  if (index < 0) return [digits];
  const bookmark = `_Note_${index + 1}`;
  if (book.notesMet.has(id)) return field(`NOTEREF ${bookmark} \\f \\h`, [digits]);
  book.notesMet.add(id);
  const cited = new Bookmark({ id: bookmark, children: [new FootnoteReferenceRun(index + 1)] });
  const note = book.document.footnotes[index];
  const mark = note && book.ids.get(note);
  return [mark ? new Bookmark({ id: mark, children: [cited] }) : cited];
}

/** A chip; in a form, one of the words that there are. */
function rating({ text, tone, options }: Rating, { isForm }: Book): ParagraphChild {
  // The no-break spaces are the chip's padding and hold its words on one line.
  const padded = (word: string): string => printable(`\u00a0${word.replaceAll(" ", "\u00a0")}\u00a0`);
  const chip = run(padded(text), { style: ratingStyle[tone] });
  return isForm && options ? dropDown("Rating", options.map(padded), padded(text), chip) : chip;
}

/** Signs as they are printed. */
export const signs = { tick: "✓", cross: "✗", box: "☐", "checked-box": "☑" } as const satisfies Record<
  Tick["mark"],
  string
>;

/** In a form a tick can be taken out again; elsewhere it is a sign, and only boxes are for ticking. */
function tick({ mark, label }: Tick, { isForm }: Book): ParagraphChild {
  const name = printable(label);
  if (mark === "cross" || (mark === "tick" && !isForm)) return namedSign(name, signs[mark]);
  const ticked = mark === "tick" ? signs.tick : signs["checked-box"];
  return checkbox({ label: name, isTicked: mark !== "box", ticked, empty: signs.box });
}
