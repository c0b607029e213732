// Small pictures of single features, compared with those that somebody has looked at.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { Theme } from "../schemas/house.ts";
import { fonts } from "../src/cli/fonts.ts";
import { pdf, place } from "../src/pipeline.ts";
import { type Picture, pictures } from "./visual/pictures.ts";

const expectedFolder = join(import.meta.dirname, "visual");
const differenceFolder = join(tmpdir(), "fivecase-visual");
const dotsPerInch = 60;
/** Points of a picture that may differ, for the edges of letters. */
const allowed = 20;

let reader: PDFiumLibrary;
beforeAll(async () => {
  reader = await PDFiumLibrary.init();
});
afterAll(() => reader.destroy());

async function drawn({ theme: name, document, height, page = 0 }: Picture): Promise<PNG> {
  const themeFile = join(import.meta.dirname, `../templates/themes/${name}.yaml`);
  const whole = Theme.parse(parse(readFileSync(themeFile, "utf8")));
  // Themes give the measures of an upright page: what is high on it is wide on a landscape one.
  const upright = document.sections[0]?.orientation === "portrait";
  const { width, height: usual } = whole.page;
  const size = upright ? { width, height: height ?? usual } : { width: height ?? width, height: usual };
  const theme = { ...whole, page: { ...whole.page, ...size } };
  const { value } = await place(document, { theme, fonts: await fonts(theme.face.text), assets: new Map() });
  const file = await reader.loadDocument(await pdf(value));
  const shown = await file.getPage(page).render({ scale: dotsPerInch / 72, render: "bitmap" });
  file.destroy();
  const picture = new PNG({ width: shown.width, height: shown.height });
  picture.data = Buffer.from(shown.data);
  return picture;
}

const written = (picture: PNG): Buffer => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });

/** Points that differ, with a picture of them; undefined when the sizes do. */
function compared(actual: PNG, expected: PNG): { readonly count: number; readonly picture: PNG } | undefined {
  const { width, height } = actual;
  if (expected.width !== width || expected.height !== height) return undefined;
  const picture = new PNG({ width, height });
  return { count: pixelmatch(actual.data, expected.data, picture.data, width, height, { threshold: 0.1 }), picture };
}

test.each(Object.entries(pictures))("%s", async (name, source) => {
  const actual = await drawn(source);
  const file = join(expectedFolder, `${name}.png`);
  if (process.env["UPDATE_EXPECTED"] === "1") {
    const known = existsSync(file) ? compared(actual, PNG.sync.read(readFileSync(file))) : undefined;
    if (known?.count !== 0) writeFileSync(file, written(actual));
    return;
  }
  const found = compared(actual, PNG.sync.read(readFileSync(file)));
  const [shown, marked] = ["actual", "difference"].map((kind) => join(differenceFolder, `${name}.${kind}.png`));
  if (!shown || !marked) return;
  if (found && found.count <= allowed) {
    for (const old of [shown, marked]) rmSync(old, { force: true });
    return;
  }
  mkdirSync(differenceFolder, { recursive: true });
  writeFileSync(shown, written(actual));
  if (found) writeFileSync(marked, written(found.picture));
  const seen = found ? `${found.count} points differ, see ${shown} and ${marked}` : `it has another size, see ${shown}`;
  expect.fail(
    `${name}: ${seen}\nIf it is meant, accept it: UPDATE_EXPECTED=1 npx vitest run tests/visual.test.ts -t ${name}`,
  );
});
