// A document in the look of a house's own Word file, before outside judges.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getResolvedPDFJS } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fonts } from "../../src/cli/fonts.ts";
import { lettering } from "../../src/layout/lettering.ts";
import { openFaces } from "../../src/layout/metrics.ts";
import { docx } from "../../src/render/docx/docx.ts";
import { basedTheme } from "../../src/validate/based-theme.ts";
import { councilTheme, stubDraw } from "../support/docx-kit.ts";
import { sampleDocument } from "../support/docx-sample.ts";
import { houseFile, wenbridgeStyles } from "../support/house-file.ts";
import { libreOffice, openXml, present } from "./judges.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fivecase-house-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function made(name: string, file: Uint8Array): Promise<string> {
  const { theme, base } = basedTheme(councilTheme, "theme.docx", file).value;
  const letters = lettering(openFaces(await fonts(theme.face.text)));
  const path = join(folder, name);
  await writeFile(path, await docx(sampleDocument(), theme, new Map(), stubDraw, letters, new Map(), undefined, base));
  return path;
}

const files: Readonly<Record<string, Uint8Array>> = {
  "the council's own": houseFile(),
  "one with a pale accent": houseFile({ accent: "F2C14E" }),
  "one whose text is Normal, without distances": houseFile({
    styles: wenbridgeStyles
      .replace('<w:name w:val="Body Text"/>', '<w:name w:val="Fliesstext"/>')
      .replaceAll(/w:after="1[46]0"/g, 'w:after="0"'),
  }),
  "one without a theme": houseFile({ parts: { "word/theme/theme1.xml": undefined } }),
};

test.each(Object.entries(files))("the validator finds no error after %s", async (name, file) => {
  const { output } = await openXml(await made(`${name.replaceAll(/\W+/g, "-")}.docx`, file));
  expect(JSON.parse(output)).toMatchObject({ ok: true, errors: [] });
});

interface Words {
  readonly str: string;
  readonly x: number;
  readonly size: number;
}

test.runIf(await present("soffice", "--version"))("LibreOffice sets page, margins and sizes of the house", async () => {
  const path = await libreOffice(await made("house.docx", houseFile()), folder);
  const { getDocument } = await getResolvedPDFJS();
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path ?? "")), verbosity: 0 }).promise;
  const words: Words[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if ("str" in item) words.push({ str: item.str, x: item.transform[4], size: item.transform[0] });
    }
  }
  const [, , width, height] = (await pdf.getPage(2)).view;
  expect(width).toBeCloseTo(595.3, 0);
  expect(height).toBeCloseTo(841.9, 0);
  const sizes = (text: string) =>
    words.filter(({ str }) => str.includes(text)).map(({ size }) => Math.round(size * 2) / 2);
  expect(sizes("Executive summary")).toContain(22);
  // Nothing stands left of the house's margin, and most lines begin there.
  const starts = words.filter(({ str, size }) => size === 11 && str.trim().length > 20).map(({ x }) => Math.round(x));
  expect(Math.min(...starts)).toBe(85);
});
