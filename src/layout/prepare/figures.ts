// Exhibits and pictures: a caption, a Figure with its text alternative, notes.
import type { Exhibit, Picture } from "../../document/document.ts";
import type { Growing } from "../structure.ts";
import { prepareParagraph } from "./blocks.ts";
import { type PrepareKit, smallSetting } from "./kit.ts";
import type { FigureBlock } from "./prepared.ts";
import { prepareCaption } from "./tables.ts";

/** An exhibit, drawn when its width is known. */
export function prepareExhibit(node: Exhibit, parent: Growing, kit: PrepareKit): FigureBlock {
  return prepareFigure(node, parent, kit);
}

/** A picture of the assets. */
export function preparePicture(node: Picture, parent: Growing, kit: PrepareKit): FigureBlock {
  return prepareFigure(node, parent, kit);
}

// A reader that speaks a figure's alternative skips what is inside it, so the caption stands beside it.
function prepareFigure(node: Exhibit | Picture, parent: Growing, kit: PrepareKit): FigureBlock {
  const group = kit.structure.element(parent, "Div");
  const caption = prepareCaption(node.caption, kit.structure.element(group, "Caption"), group, kit);
  const figure = kit.structure.element(group, "Figure", { alt: node.alt === "" ? caption.text.text : node.alt });
  const content = kit.structure.content(figure);
  const small = smallSetting(kit.theme);
  const notes = node.notes.flatMap((note) =>
    prepareParagraph({ ...note, role: note.role ?? "note" }, group, small, kit),
  );
  return { kind: "figure", node, caption, element: figure.index, content, notes };
}
