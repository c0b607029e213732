// Names of bookmarks for the ids that something in the document can point at.
import type { Block, Document } from "../../document/document.ts";
import { plainText, visitBlocks } from "../../document/visit.ts";

export interface Bookmarks {
  /** Bookmark of a heading, table, exhibit, picture, sign-off or list item; undefined when nothing has this id. */
  readonly of: (id: string) => string | undefined;
  /** Number of the heading with this id. */
  readonly headingNumber: (id: string) => string | undefined;
  /** Title of the heading with this id. */
  readonly headingTitle: (id: string) => string | undefined;
  /** "Table 4" of a captioned block. */
  readonly captionNumber: (id: string) => string | undefined;
}

/** Collects every id that ends up in the file. Names are at most 40 letters, digits and underscores, as Word asks. */
export function bookmarks(document: Document): Bookmarks {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, string>();
  const titles = new Map<string, string>();
  const captions = new Map<string, string>();
  const add = (id: string): void => {
    if (names.has(id)) return;
    const stem = `_${id.replaceAll(/[^A-Za-z0-9]+/g, "_")}`.slice(0, 34);
    let name = stem;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}_${n}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  };
  const look = (block: Block): void => {
    for (const id of idsOf(block)) add(id);
    if (block.type === "heading") {
      titles.set(block.id, plainText(block.children));
      if (block.number) numbers.set(block.id, block.number);
    }
    if ("caption" in block && block.caption && block.id) {
      captions.set(block.id, `${block.caption.label} ${block.caption.number}`);
    }
  };
  for (const { blocks } of [...document.sections, ...document.footnotes]) visitBlocks(blocks, { block: look });
  return {
    of: (id) => names.get(id),
    headingNumber: (id) => numbers.get(id),
    headingTitle: (id) => titles.get(id),
    captionNumber: (id) => captions.get(id),
  };
}

function idsOf(block: Block): readonly string[] {
  if (block.type === "list") return block.items.flatMap((item) => (item.id ? [item.id] : []));
  return "id" in block && block.id ? [block.id] : [];
}
