// Contents and lists of tables and figures; page numbers are filled in when the pages are known.
import type { Contents, ContentsEntry } from "../../document/document.ts";
import { saidIn } from "../../document/visit.ts";
import { printable } from "../metrics.ts";
import type { Growing, Structure } from "../structure.ts";
import { type PreparedText, type TextLink, textBuilder } from "../text.ts";
import type { WordRules } from "../word.ts";
import { bodySetting, type PrepareKit, prepareWords, repeating, textBlock } from "./kit.ts";
import type { EntryBlock, PairsBlock, Prepared, TextBlock } from "./prepared.ts";

/** Anchor of a contents list's own title. */
export function contentsAnchor(of: Contents["of"]): string {
  return `contents ${of}`;
}

function heading(block: Contents, parent: Growing, kit: PrepareKit): TextBlock {
  const main = block.of === "headings";
  const look = kit.theme.headings[main ? 0 : 1] ?? { ...kit.theme.body, before: 12 };
  const style = { bold: true, italic: false, colour: kit.theme.colours.accentText };
  const text = prepareWords(block.title, style, kit.structure.element(parent, main ? "H1" : "H2"), kit);
  return {
    kind: "text",
    text,
    size: look.size,
    leading: look.leading,
    before: look.before,
    after: look.after,
    hang: 0,
    keepNext: true,
    measured: false,
    balanced: true,
    anchor: contentsAnchor(block.of),
    ...(main ? { chapter: block.title } : {}),
  };
}

/** The contents element a level's entries belong to; deeper levels nest. */
function nesting(root: Growing, structure: Structure): (level: number) => Growing {
  const open: Growing[] = [root];
  let first: number | undefined;
  return (level) => {
    first ??= level;
    const depth = Math.max(0, level - first);
    open.length = Math.min(open.length, depth + 1);
    while (open.length < depth + 1) open.push(structure.element(open.at(-1) ?? root, "TOC"));
    return open.at(-1) ?? root;
  };
}

interface EntryText {
  readonly text: PreparedText;
  readonly content: number;
  readonly hang: number;
  readonly link: EntryBlock["link"];
}

function entryText(entry: ContentsEntry, item: Growing, bold: boolean, column: number, kit: PrepareKit): EntryText {
  const reference = kit.structure.element(item, "Reference");
  const words = printable(`${entry.number ? `${entry.number} ` : ""}${entry.text}`);
  const linked = kit.targets.has(entry.target);
  const element = linked ? kit.structure.element(reference, "Link") : reference;
  let content = kit.structure.content(element);
  const link: TextLink | undefined = linked
    ? { element: element.index, target: { id: entry.target }, words, underlined: false }
    : undefined;
  const style = { bold, italic: false, colour: kit.theme.colours.text };
  const builder = textBuilder(repeating(kit));
  let hang = 0;
  if (entry.number) {
    builder.words(`${entry.number} `, style, content, link);
    const width = builder.pad(0);
    if (width <= 4) hang = builder.pad(Math.max(column, width + 0.3));
  }
  for (const { words: part, language } of entry.children ? saidIn(entry.children) : [{ words: entry.text }]) {
    if (language === undefined) {
      builder.words(part, style, content, link);
      continue;
    }
    const span = kit.structure.element(element, "Span", { language });
    builder.words(part, style, kit.structure.content(span), link);
    // What follows, the page number at least, is in the document's language again.
    content = kit.structure.content(element);
  }
  return { text: builder.finish(), content, hang, link: link && { element: link.element, words } };
}

/** A page ends with the title and at least so many entries, or begins with so many of the last. */
const edgeEntries = 4;
/** Contents of up to so many entries stay together. */
const wholeContents = 12;

function staysWithNext(index: number, count: number): boolean {
  if (index === count - 1) return false;
  return count <= wholeContents || index < edgeEntries - 1 || index >= count - edgeEntries;
}

/** Lines are not moved closer together than this. */
const tightest = 0.88;

/** What brings entries that go a little beyond a page back to one: a share of the space from line to line. */
function tightness(
  title: TextBlock | undefined,
  entries: readonly Pick<EntryBlock, "leading" | "before">[],
  { theme: { page } }: PrepareKit,
): number {
  const room = page.height - page.margin.top - page.margin.bottom - (title ? title.leading + title.after : 0);
  const height = entries.reduce((sum, { leading, before }) => sum + leading + before, 0);
  return height > room && height * tightest <= room ? room / height : 1;
}

/** The list of entries with leaders, or sections beside their sub-sections. */
export function prepareContents(block: Contents, parent: Growing, kit: PrepareKit): readonly Prepared[] {
  const title = block.title === "" ? [] : [heading(block, parent, kit)];
  const root = kit.structure.element(parent, "TOC");
  const entries = block.entries.filter((entry) => entry.level <= block.depth || block.of !== "headings");
  const at = nesting(root, kit.structure);
  if (block.look === "two-column") return [...title, twoColumns(entries, at, kit)];
  const { size, leading } = kit.theme.body;
  const top = entries.reduce((least, entry) => Math.min(least, entry.level), 9);
  const nested = entries.some((entry) => entry.level > top);
  const shape = (entry: ContentsEntry): Pick<EntryBlock, "leading" | "before"> => {
    const depth = entry.level - top;
    return { leading: depth > 0 ? leading * 0.94 : leading, before: nested && depth === 0 ? 7 : 2 };
  };
  if (kit.word) return [...title, ...wordEntries(block, entries, at, kit, kit.word)];
  const tight = tightness(title[0], entries.map(shape), kit);
  return [
    ...title,
    ...entries.map((entry, index): Prepared => {
      const depth = entry.level - top;
      const bold = nested && depth === 0;
      const item = kit.structure.element(at(entry.level), "TOCI");
      const made = entryText(entry, item, bold, depth === 0 ? 1.5 : 2.3, kit);
      return {
        kind: "entry",
        text: made.text,
        content: made.content,
        hang: made.hang,
        link: made.link,
        size: depth > 0 ? size * 0.92 : size,
        leading: shape(entry).leading * tight,
        indent: depth * 18,
        before: shape(entry).before * tight,
        target: entry.target,
        bold,
        // An entry stays with those below it, but what follows the last may begin a page.
        keepNext: staysWithNext(index, entries.length) || (bold && index < entries.length - 1),
      };
    }),
  ];
}

/** Entries as the styles of a file set them. */
function wordEntries(
  block: Contents,
  entries: readonly ContentsEntry[],
  at: (level: number) => Growing,
  kit: PrepareKit,
  word: WordRules,
): readonly Prepared[] {
  const { size, leading } = kit.theme.body;
  const last = entries.length - 1;
  return entries.map((entry, index): Prepared => {
    const listed = block.of === "headings";
    const main = !listed || entry.level === 1;
    const item = kit.structure.element(at(entry.level), "TOCI");
    const own = main ? size : size * 0.92;
    const column = (listed ? word.contents.headings[entry.level - 1] : word.contents.lists) ?? { left: 0, number: 0 };
    const made = entryText(entry, item, listed && main, column.number / own, kit);
    return {
      kind: "entry",
      text: made.text,
      content: made.content,
      hang: made.hang,
      link: made.link,
      size: own,
      leading: main ? leading : leading * 0.94,
      indent: column.left,
      before: listed && main ? 7 : 2,
      target: entry.target,
      bold: listed && main,
      keepNext: index < (last < wholeContents ? last : edgeEntries - 1),
    };
  });
}

function twoColumns(entries: readonly ContentsEntry[], at: (level: number) => Growing, kit: PrepareKit): PairsBlock {
  const body = bodySetting(kit.theme);
  const setting = { ...body, leading: body.leading - (kit.word ? 1 : 0), after: 2, measured: false };
  const top = entries.reduce((least, entry) => Math.min(least, entry.level), 9);
  const rows: { label: Prepared[]; value: Prepared[] }[] = [];
  for (const entry of entries) {
    const item = kit.structure.element(at(entry.level), "TOCI");
    const { text, hang } = entryText(entry, item, entry.level === top, 0, kit);
    const line = textBlock(text, setting, { hang });
    if (entry.level === top || rows.length === 0) rows.push({ label: [line], value: [] });
    else rows.at(-1)?.value.push(line);
  }
  return { kind: "pairs", rows, share: 0.42, ruled: true };
}
