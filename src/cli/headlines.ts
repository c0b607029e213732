// What `check --explain` adds: for each document the figures its text prints, and how they came about.
import type { DocumentModel, Figure, Model } from "../compute/model.ts";
import type { Document } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import { plain } from "./plain.ts";
import type { Screen } from "./screen.ts";

interface Explained {
  readonly model: Model;
  readonly trees: readonly { readonly id: string; readonly tree: Document }[];
  readonly place: (figure: Figure) => string;
}

const longest = 140;

/** Prints the headline figures of each document, and the differences that have a reason. */
export function explainDocuments({ model, trees, place }: Explained, screen: Screen): void {
  for (const { id, tree } of trees) {
    const document = model.documents.get(id);
    if (!document) continue;
    screen.heading(`${tree.properties.title} – ${tree.properties.subject}`);
    for (const figure of headlines(document, tree)) {
      const { derivation } = figure;
      const how = derivation.type === "computed" ? `: ${short(derivation.sentence)}` : ", typed";
      screen.fact(`${figure.name} = ${plain(figure.value)}${how}`, place(figure));
    }
    for (const one of document.explained)
      screen.fact(
        `${one.figure} was stated as ${plain(one.stated)}, computed ${plain(one.computed)}: ${one.reason}`,
        "",
      );
    for (const [name, reason] of Object.entries(document.document.registers.data.differs ?? {}))
      screen.fact(`${name} differs from the rest of the programme: ${reason}`, "");
  }
}

/** Figures that the text prints, in order, each once. */
function headlines(document: DocumentModel, tree: Document): readonly Figure[] {
  const found = new Map<string, Figure>();
  const cells = new Set<object>();
  for (const section of tree.sections)
    visitBlocks(section.blocks, {
      block: (block) => {
        if (block.type !== "table") return;
        for (const row of block.rows)
          for (const cell of row.cells) visitBlocks(cell.blocks, { inline: (node) => cells.add(node) });
      },
      inline: (node) => {
        const figure = node.type === "value" && !cells.has(node) ? document.figures.get(node.name ?? "") : undefined;
        if (figure) found.set(figure.name, figure);
      },
    });
  return [...found.values()];
}

function short(sentence: string): string {
  return sentence.length <= longest ? sentence : `${sentence.slice(0, sentence.lastIndexOf(" ", longest))} …`;
}
