// One handler for each block type; a new type does not compile until it has one.
import { Table } from "docx";
import type { Block } from "../../document/document.ts";
import type { Lead, Piece, Place } from "./book.ts";
import { callout, card, cardGrid, quote } from "./boxes.ts";
import { contents } from "./contents.ts";
import { cover } from "./cover.ts";
import { definitionList } from "./definitions.ts";
import { exhibit, picture } from "./figures.ts";
import { answer, prompt } from "./form.ts";
import { heading } from "./heading.ts";
import { list } from "./list.ts";
import { paragraph, textParagraph } from "./paragraph.ts";
import { signOff } from "./sign-off.ts";
import { table } from "./table.ts";

type Handlers = {
  readonly [T in Block["type"]]: (node: Extract<Block, { readonly type: T }>, place: Place) => readonly Piece[];
};

const handlers: Handlers = {
  cover,
  heading,
  paragraph: textParagraph,
  list,
  "definition-list": definitionList,
  quote,
  card,
  "card-grid": cardGrid,
  callout,
  table,
  exhibit,
  picture,
  contents,
  "sign-off": signOff,
  prompt,
  answer,
  "page-break": () => [],
};

function pieces<T extends Block["type"]>(
  type: T,
  node: Extract<Block, { readonly type: T }>,
  place: Place,
): readonly Piece[] {
  return handlers[type](node, place);
}

/** Blocks one after the other; the first takes the place's lead, the last its distance below. */
export function flow(blocks: readonly Block[], place: Place): readonly Piece[] {
  const made: Piece[] = [];
  const bodyAfter = place.book.theme.body.after;
  let lead: Lead = place.lead;
  let isShifted = false;
  for (const [i, block] of blocks.entries()) {
    if (block.type === "page-break") {
      lead = { ...lead, breakBefore: true };
      continue;
    }
    const after = i === blocks.length - 1 ? place.after : place.between;
    const previous = blocks[i - 1];
    const meet = previous !== undefined && boxed(previous) && boxed(block);
    isShifted = meet && !isShifted;
    const next = pieces(block.type, block, {
      ...place,
      ...(meet ? { lead: { ...lead, space: (lead.space ?? bodyAfter) + bodyAfter } } : { lead }),
      ...(isShifted ? { indent: place.indent + apart } : {}),
      after,
    });
    if (next.length === 0) continue;
    const [last, first] = [made.at(-1), next[0]];
    // Word makes one table of two that touch, and a table keeps no distance above it.
    if (first instanceof Table && (last instanceof Table || meet)) {
      made.push(paragraph({ ...place, lead: {}, after: undefined }, [], { style: "Gap" }));
    }
    made.push(...next);
    lead = next.at(-1) instanceof Table ? { space: bodyAfter * 1.6 } : {};
  }
  return made;
}

/** A twip: Word makes one box of two neighbours with the same borders, unless their edges differ. */
const apart = 0.05;

function boxed(block: Block): boolean {
  return block.type === "card" || block.type === "callout" || block.type === "quote" || block.type === "prompt";
}
