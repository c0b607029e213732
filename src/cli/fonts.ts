import { readFile } from "node:fs/promises";
import type { ShippedFace } from "../../schemas/house.ts";
import type { Kit } from "../pipeline.ts";
import { installedFile } from "./package.ts";

const names: Readonly<Record<ShippedFace, string>> = { arimo: "Arimo", carlito: "Carlito", tinos: "Tinos" };
const cuts = { regular: "400Regular", bold: "700Bold", italic: "400Regular_Italic", boldItalic: "700Bold_Italic" };
const symbolsFile = "dejavu-fonts-ttf/ttf/DejaVuSans.ttf";

const read = new Map<string, Promise<Uint8Array>>();

/** A process reads each file once, so that it opens each face once too. */
function file(path: string): Promise<Uint8Array> {
  const bytes = read.get(path) ?? readFile(installedFile(path));
  read.set(path, bytes);
  return bytes;
}

function cut(face: ShippedFace, name: string): Promise<Uint8Array> {
  return file(`@expo-google-fonts/${face}/${name}/${names[face]}_${name}.ttf`);
}

/** The files that are embedded in PDF for a theme's face; those of other faces are not read. */
export async function fonts(face: ShippedFace): Promise<Kit["fonts"]> {
  const [regular, bold, italic, boldItalic, symbols] = await Promise.all([
    cut(face, cuts.regular),
    cut(face, cuts.bold),
    cut(face, cuts.italic),
    cut(face, cuts.boldItalic),
    file(symbolsFile),
  ]);
  return { regular, bold, italic, boldItalic, symbols };
}
