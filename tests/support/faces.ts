import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Theme } from "../../schemas/house.ts";
import { type Faces, openFaces } from "../../src/layout/metrics.ts";

function file(path: string): Uint8Array {
  return readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));
}

let opened: Faces | undefined;

/** The embedded faces, opened once. */
export function testFaces(): Faces {
  opened ??= openFaces({
    regular: file("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"),
    bold: file("@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf"),
    italic: file("@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf"),
    boldItalic: file("@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf"),
    symbols: file("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  });
  return opened;
}

let theme: Theme | undefined;

/** The shipped theme. */
export function councilTheme(): Theme {
  const path = new URL("../../templates/themes/council.yaml", import.meta.url);
  theme ??= Theme.parse(parse(readFileSync(path, "utf8")));
  return theme;
}
