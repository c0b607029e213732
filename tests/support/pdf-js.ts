// A PDF file as pdf.js shows it in browsers: the text people copy, and the tags, links, bookmarks and labels they meet.
import { getResolvedPDFJS } from "unpdf";
import type { Place } from "./pdf-file.ts";

export interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly to: Place | undefined;
}

export interface SeenLink {
  readonly words: string;
  readonly url?: string;
  readonly to?: Place;
}

export interface SeenTag {
  readonly role: string;
  readonly alt?: string;
  readonly language?: string;
  /** Tags, and the keys of the marked words between them. */
  readonly children: readonly (SeenTag | string)[];
}

export interface SeenPage {
  readonly label: string;
  /** Marked words by key, in the order of the page; spaces and line ends are those that pdf.js makes out. Artifacts are left out. */
  readonly marked: ReadonlyMap<string, string>;
  readonly links: readonly SeenLink[];
  readonly tags: SeenTag;
}

export interface Seen {
  readonly title: string;
  readonly language: string;
  readonly bookmarks: readonly Bookmark[];
  readonly pages: readonly SeenPage[];
}

type Pdf = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>["getDocument"]>["promise"]>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;
/** A name, or page, kind of view, left and top. */
type Destination = Awaited<ReturnType<Pdf["getOutline"]>>[number]["dest"];
type Item = { readonly title: string; readonly dest: Destination; readonly items: readonly Item[] };
type Raw = { readonly role: string; readonly alt?: string; readonly lang?: string; readonly children: readonly Leaf[] };
type Leaf = Raw | { readonly type: string; readonly id: string };

/** Opens a file as a browser would. */
export async function seen(bytes: Uint8Array): Promise<Seen> {
  const { getDocument } = await getResolvedPDFJS();
  // It takes the bytes it is given for good.
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const indexOf = new Map(pages.map((page, i) => [page.ref?.num ?? -1, i]));
  const placeOf = async (given: Destination): Promise<Place | undefined> => {
    const found = typeof given === "string" ? await pdf.getDestination(given) : given;
    const page = indexOf.get(found?.[0]?.num ?? -1);
    return page === undefined ? undefined : { page, y: Number(found?.[3] ?? -1) };
  };
  const { info } = await pdf.getMetadata();
  const facts: { readonly Title?: string; readonly Language?: string } = info;
  const labels = await pdf.getPageLabels();
  const outline: readonly Item[] = (await pdf.getOutline()) ?? [];
  const result: Seen = {
    title: facts.Title ?? "",
    language: facts.Language ?? "",
    bookmarks: await bookmarks(outline, 1, placeOf),
    pages: await Promise.all(
      pages.map(async (page, i) => ({
        label: labels?.[i] ?? "",
        marked: await markedOn(page),
        links: await linksOn(page, placeOf),
        tags: await tagsOn(page),
      })),
    ),
  };
  await task.destroy();
  return result;
}

async function bookmarks(
  items: readonly Item[],
  level: number,
  placeOf: (destination: Destination) => Promise<Place | undefined>,
): Promise<readonly Bookmark[]> {
  const made: Bookmark[] = [];
  for (const { title, dest, items: below } of items) {
    made.push({ level, title, to: await placeOf(dest) }, ...(await bookmarks(below, level + 1, placeOf)));
  }
  return made;
}

/** Only what belongs to a tag has a number. */
const artifact = "";

async function markedOn(page: Page): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marked = new Map<string, string>();
  const open: string[] = [];
  let left = 0;
  for (const item of items) {
    if ("str" in item) {
      const key = open.at(-1) ?? artifact;
      // A leap back at the same height, as below a wide header cell, is the one line end that pdf.js does not report; blanks before it, which
      // the file has there, are left out by it on purpose.
      const leap = item.str !== "" && Number(item.transform[4]) < left ? "\n" : "";
      left = item.hasEOL ? 0 : Number(item.transform[4]);
      marked.set(key, `${marked.get(key) ?? ""}${leap}${item.str}${item.hasEOL ? "\n" : ""}`);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? artifact);
  }
  marked.delete(artifact);
  return marked;
}

async function linksOn(
  page: Page,
  placeOf: (destination: Destination) => Promise<Place | undefined>,
): Promise<readonly SeenLink[]> {
  const found: readonly {
    readonly subtype: string;
    readonly contentsObj?: { readonly str: string };
    readonly url?: string;
    readonly dest?: Destination;
  }[] = await page.getAnnotations();
  return Promise.all(
    found.map(async ({ contentsObj, url, dest }) => {
      const to = await placeOf(dest ?? null);
      return { words: contentsObj?.str ?? "", ...(url === undefined ? {} : { url }), ...(to ? { to } : {}) };
    }),
  );
}

async function tagsOn(page: Page): Promise<SeenTag> {
  const root: Raw | null = await page.getStructTree();
  return root ? tagOf(root) : { role: "", children: [] };
}

function tagOf({ role, alt, lang, children }: Raw): SeenTag {
  return {
    role,
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { language: lang }),
    children: children.flatMap((child): readonly (SeenTag | string)[] =>
      "role" in child ? [tagOf(child)] : child.type === "content" ? [child.id] : [],
    ),
  };
}

/** Keys of the words below a tag, in reading order; those of the roles in `without` are left out. */
export function keysOf(tag: SeenTag, ...without: readonly string[]): readonly string[] {
  return tag.children.flatMap((child) =>
    typeof child === "string" ? [child] : without.includes(child.role) ? [] : keysOf(child, ...without),
  );
}
