// The document that layout and renderers are tried on holds every kind of block in every place that holds blocks.
import { expect, test } from "vitest";
import type { Block, Document, Footnote, PageSection } from "../../../src/document/document.ts";
import { torture } from "../../support/torture.ts";

/** Where each kind of block may stand. */
const kinds: Readonly<Record<Block["type"], "anywhere" | "sections">> = {
  cover: "sections",
  heading: "sections",
  paragraph: "anywhere",
  list: "anywhere",
  "definition-list": "anywhere",
  quote: "anywhere",
  card: "anywhere",
  "card-grid": "anywhere",
  callout: "anywhere",
  table: "anywhere",
  exhibit: "anywhere",
  picture: "anywhere",
  contents: "sections",
  "sign-off": "anywhere",
  prompt: "anywhere",
  answer: "anywhere",
  "page-break": "sections",
};

type Place =
  | "item"
  | "definition"
  | "quote"
  | "card"
  | "grid"
  | "callout"
  | "cell"
  | "merged cell"
  | "prompt"
  | "answer";
type Found = readonly (readonly [string, Block["type"]])[];

const within = (place: Place | PageSection["orientation"] | "footnote", blocks: readonly Block[]): Found =>
  blocks.flatMap((block) => [[place, block.type] as const, ...inside(block)]);

function inside(block: Block): Found {
  switch (block.type) {
    case "list":
      return block.items.flatMap((item) => within("item", item.blocks));
    case "definition-list":
      return block.items.flatMap((item) => within("definition", item.blocks));
    case "quote":
    case "card":
    case "callout":
    case "prompt":
    case "answer":
      return within(block.type, block.blocks);
    case "card-grid":
      return block.cards.flatMap((card) => within("grid", card.blocks));
    case "table":
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) =>
          within((cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1 ? "merged cell" : "cell", cell.blocks),
        ),
      );
    default:
      return [];
  }
}

const foundIn = ({ sections, footnotes }: Document): Found => [
  ...sections.flatMap((section) => within(section.orientation, section.blocks)),
  ...footnotes.flatMap((note: Footnote) => within("footnote", note.blocks)),
];

test("every kind of block stands in every place", () => {
  const found = new Set(foundIn(torture()).map(([place, kind]) => `${kind} in ${place}`));
  const holders: Readonly<Record<Place, true>> = {
    item: true,
    definition: true,
    quote: true,
    card: true,
    grid: true,
    callout: true,
    cell: true,
    "merged cell": true,
    prompt: true,
    answer: true,
  };
  const wanted = Object.entries(kinds).flatMap(([kind, where]) =>
    ["portrait", ...(where === "anywhere" ? ["landscape", "footnote", ...Object.keys(holders)] : [])].map(
      (place) => `${kind} in ${place}`,
    ),
  );
  expect(wanted.filter((pair) => !found.has(pair))).toEqual([]);
});
