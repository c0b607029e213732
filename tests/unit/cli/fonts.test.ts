import { describe, expect, test } from "vitest";
import { type ShippedFace, shippedFaces } from "../../../schemas/house.ts";
import { fonts } from "../../../src/cli/fonts.ts";
import { lettering } from "../../../src/layout/lettering.ts";
import { type FaceName, type Faces, openFaces, stretches } from "../../../src/layout/metrics.ts";

const shipped: readonly ShippedFace[] = ["arimo", "carlito", "tinos"];
const cuts: readonly FaceName[] = ["regular", "bold", "italic", "boldItalic"];

test("every face of the list is tried here", () => {
  expect(Object.keys(shippedFaces)).toEqual(shipped);
});

test("a file is read once, whichever faces want it", async () => {
  const [arimo, again, tinos] = [await fonts("arimo"), await fonts("arimo"), await fonts("tinos")];
  expect(again.regular).toBe(arimo.regular);
  expect(tinos.symbols).toBe(arimo.symbols);
  expect(tinos.regular).not.toBe(arimo.regular);
});

describe.each(shipped)("%s", (name) => {
  let faces: Faces | undefined;
  const open = async () => {
    faces ??= openFaces(await fonts(name));
    return faces;
  };

  test("has four cuts of its own, with digits of one width in each", async () => {
    const opened = await open();
    expect(new Set(cuts.map((cut) => opened[cut].font.postscriptName)).size).toBe(cuts.length);
    for (const cut of cuts) {
      expect(opened[cut].font.postscriptName.toLowerCase()).toContain(name);
      expect(new Set([..."0123456789"].map((digit) => opened[cut].advance(digit.charCodeAt(0)))).size).toBe(1);
    }
  });

  test("prints every letter and sign of common text itself, ticks and boxes from the symbols", async () => {
    const opened = await open();
    const text = "Ysgol Ŵyr ŷ, café – “£5” • 3 ≥ 2 ≤ −1 × ½ Δ → … a\u2011b\u2010c\u00a0d";
    for (const cut of cuts) expect(stretches(opened, cut, text).map((s) => s.face)).toEqual([cut]);
    expect(stretches(opened, "regular", "✓☐").map((s) => s.face)).toEqual(["symbols"]);
  });

  test("draws a no-break hyphen", async () => {
    const { outline, measure } = lettering(await open());
    expect(outline("\u2011", 0, 0, 10, false)).not.toBe("");
    expect(measure("\u2011", 10, false)).toBeGreaterThan(0);
  });
});
