import { readFile } from "node:fs/promises";
import type { Kit } from "../pipeline.ts";
import { installedFile } from "./package.ts";

const files = {
  regular: "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  bold: "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
  italic: "@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf",
  boldItalic: "@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf",
  symbols: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
} as const;

let loaded: Promise<Kit["fonts"]> | undefined;

/** The faces that are embedded in PDF, read once. */
export function fonts(): Promise<Kit["fonts"]> {
  loaded ??= (async () => {
    const [regular, bold, italic, boldItalic, symbols] = await Promise.all([
      readFile(installedFile(files.regular)),
      readFile(installedFile(files.bold)),
      readFile(installedFile(files.italic)),
      readFile(installedFile(files.boldItalic)),
      readFile(installedFile(files.symbols)),
    ]);
    return { regular, bold, italic, boldItalic, symbols };
  })();
  return loaded;
}
