// Exhibits as their drawing's shapes, pictures as images; both within the room of a page.
import { report } from "../../diagnostics/diagnostic.ts";
import type { Exhibit, Picture } from "../../document/document.ts";
import type { Scene, Shape } from "../../exhibit/scene.ts";
import { readPixels } from "../../picture/pixels.ts";
import type { Fragment } from "../fragment.ts";
import { lackingWords } from "../lacking.ts";
import { type Faces, stretches, widthOf } from "../metrics.ts";
import type { FigureBlock } from "../prepare/prepared.ts";
import { type Atom, noAtom, stacked } from "./atoms.ts";
import { flow } from "./flow.ts";
import type { FlowKit } from "./kit.ts";
import { textAtoms } from "./text.ts";

interface Place {
  readonly element: number;
  readonly content: number;
}

function shapeParts(shape: Shape, scale: number, content: number, faces: Faces): readonly Fragment[] {
  switch (shape.type) {
    case "rectangle": {
      const { type: _, x, y, width, height, radius, strokeWidth, ...ink } = shape;
      return [
        {
          kind: "rectangle",
          content,
          ...ink,
          x: x * scale,
          y: y * scale,
          width: width * scale,
          height: height * scale,
          ...(radius === undefined ? {} : { radius: radius * scale }),
          ...(strokeWidth === undefined ? {} : { strokeWidth: strokeWidth * scale }),
        },
      ];
    }
    case "path": {
      const { type: _, ...ink } = shape;
      return [{ kind: "path", content, x: 0, y: 0, scale, ...ink }];
    }
    case "words": {
      const face = shape.bold ? "bold" : "regular";
      const size = shape.size * scale;
      const width = widthOf(faces, face, shape.value, size);
      let x = shape.x * scale - (shape.anchor === "end" ? width : shape.anchor === "middle" ? width / 2 : 0);
      return stretches(faces, face, shape.value).map((stretch) => {
        const part: Fragment = {
          kind: "text",
          content,
          x,
          y: shape.y * scale,
          width: stretch.width * size,
          text: stretch.text,
          face: stretch.face,
          size,
          colour: shape.fill,
        };
        x += stretch.width * size;
        return part;
      });
    }
  }
}

function sceneAtom(scene: Scene, scale: number, place: Place, faces: Faces): Atom {
  const parts = scene.shapes.flatMap((shape) => shapeParts(shape, scale, place.content, faces));
  const width = scene.width * scale;
  const height = scene.height * scale;
  return {
    ...noAtom,
    height,
    parts: [{ kind: "bounds", element: place.element, x: 0, y: 0, width, height }, ...parts],
  };
}

/** Free space round a drawing in a file, and what its caption and a line of text take of the page. */
const bleed = 0.75;
const besideFigure = 70;

function exhibitAtom(node: Exhibit, place: Place, width: number, room: number, kit: FlowKit): Atom {
  let scene = kit.draw(node.content, width);
  checkWords(scene, node, kit);
  if (kit.word) {
    const scale = Math.min(
      1,
      width / (scene.width + 2 * bleed),
      (kit.room - besideFigure) / (scene.height + 2 * bleed),
    );
    const made = sceneAtom(scene, scale, place, kit.faces);
    return { ...made, height: made.height + 2 * bleed * scale };
  }
  // A drawing narrower is usually lower; only when that fails is it made smaller, words and all.
  if (scene.height > room) scene = kit.draw(node.content, Math.max(width * 0.6, (width * room) / scene.height));
  const scale = Math.min(1, room / scene.height, width / scene.width);
  return sceneAtom(scene, scale, place, kit.faces);
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]+/gu;

/** Tells of words in a drawing that no face can print. */
function checkWords(scene: Scene | undefined, node: Exhibit | Picture, kit: FlowKit): void {
  for (const shape of scene?.shapes ?? []) {
    if (shape.type !== "words") continue;
    for (const [words] of shape.value.matchAll(rightToLeft))
      kit.found(report("layout/right-to-left", node.origin, { words }, { within: words }));
    for (const lacking of lackingWords(kit.faces, shape.bold ? "bold" : "regular", shape.value))
      kit.found(report("layout/missing-glyph", node.origin, lacking, { within: lacking.word }));
  }
}

/** Why a picture cannot be painted, or undefined when it can. */
function unusable(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return "its file is missing";
  const read = readPixels(bytes);
  return "reason" in read ? read.reason : undefined;
}

/** A picture scaled into a box, with the bounds of its Figure. */
export function pictureParts(
  asset: string,
  place: Place,
  box: { readonly width: number; readonly height: number },
  kit: FlowKit,
): { readonly width: number; readonly height: number; readonly parts: readonly Fragment[] } | undefined {
  const fact = kit.facts[asset];
  const scene = kit.scenes.get(asset);
  if (!fact || (!scene && unusable(kit.assets.get(asset)))) return undefined;
  const scale = Math.min(box.width / fact.width, box.height / fact.height);
  const size = { width: fact.width * scale, height: fact.height * scale };
  if (scene) return { ...size, parts: sceneAtom(scene, scale, place, kit.faces).parts };
  return {
    ...size,
    parts: [
      { kind: "bounds", element: place.element, x: 0, y: 0, ...size },
      { kind: "image", content: place.content, x: 0, y: 0, ...size, asset },
    ],
  };
}

/** In the place of a picture that cannot be shown stands its text alternative. */
function pictureAtom(node: Picture, place: Place, width: number, room: number, kit: FlowKit): Atom {
  const box = { width: width * Math.max(0.05, Math.min(1, node.width)), height: room };
  const made = pictureParts(node.asset, place, box, kit);
  if (made) {
    checkWords(kit.scenes.get(node.asset), node, kit);
    return { ...noAtom, height: made.height, parts: made.parts };
  }
  const reason = unusable(kit.assets.get(node.asset)) ?? "its size is unknown";
  kit.found(report("layout/unusable-picture", node.origin, { asset: node.asset, reason }));
  const size = { width: box.width, height: 60 };
  return {
    ...noAtom,
    height: size.height,
    parts: [
      { kind: "bounds", element: place.element, x: 0, y: 0, ...size },
      {
        kind: "rectangle",
        content: place.content,
        x: 0.5,
        y: 0.5,
        width: size.width - 1,
        height: size.height - 1,
        stroke: kit.theme.colours.rule,
        strokeWidth: 1,
      },
    ],
  };
}

/** Caption, drawing or picture, notes; kept together. */
export function figureAtoms(block: FigureBlock, width: number, kit: FlowKit): readonly Atom[] {
  const caption = textAtoms(block.caption, width, kit);
  const notes = flow(block.notes, width, kit);
  const taken = stacked(caption).height + stacked(notes).height + 24;
  const room = Math.max(kit.room * 0.5, kit.room - taken);
  const { node } = block;
  const drawing =
    node.type === "exhibit" ? exhibitAtom(node, block, width, room, kit) : pictureAtom(node, block, width, room, kit);
  const after = kit.theme.body.after * (kit.word && notes.length === 0 ? 1 : 1.6);
  const [first, ...others] = caption;
  const anchor = { kind: "anchor", id: node.id, x: 0, y: 0 } as const;
  return [
    ...(first ? [{ ...first, parts: [anchor, ...first.parts] }] : []),
    ...others,
    {
      ...drawing,
      before: 4,
      after: notes.length > 0 ? (kit.word ? kit.theme.body.after : 5) : after,
      keep: notes.length > 0,
    },
    ...notes.map((note, index) => (index === notes.length - 1 ? { ...note, after } : { ...note, keep: true })),
  ];
}
