import { describe, expect, test } from "vitest";
import { layout } from "../../../src/layout/layout.ts";
import { paint } from "../../../src/render/pdf/paint.ts";
import { pathOperators } from "../../../src/render/pdf/path.ts";
import { councilTheme, testFaces } from "../../support/faces.ts";
import { square, stubDraw, torture } from "../../support/torture.ts";

const assets = new Map([["square", square]]);

async function painted(): Promise<Uint8Array> {
  const document = torture();
  const { value } = layout(document, councilTheme(), testFaces(), stubDraw, assets);
  return paint(value, document, councilTheme(), testFaces(), assets);
}

describe("the file", () => {
  test("is the same bytes every time", async () => {
    const [one, two] = [await painted(), await painted()];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test("says what it is", async () => {
    const raw = Buffer.from(await painted()).toString("latin1");
    for (const mark of [
      "%PDF-1.7",
      "<pdfaid:part>2</pdfaid:part>",
      "<pdfaid:conformance>A</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>",
      "Integrated health &amp; wellbeing &lt;torture&gt;",
      "/Lang (en-GB)",
      "/DisplayDocTitle true",
      "/Marked true",
      "D:20140128120000Z",
      "/IDTree",
      "/ListNumbering /Decimal",
      "/Scope /Column",
      "/Tabs /S",
    ]) {
      expect(raw).toContain(mark);
    }
    expect(raw).not.toContain("/Helvetica");
    expect(raw).not.toContain("/Contents ()");
  });
});

describe("path data", () => {
  test.each([
    ["M 1 2 L 3 4 Z", "1 2 m 3 4 l h"],
    ["M1,2 3,4", "1 2 m 3 4 l"],
    ["M0 0H5V6", "0 0 m 5 0 l 5 6 l"],
    ["M0 0C1 1 2 2 3 3S5 5 6 6", "0 0 m 1 1 2 2 3 3 c 4 4 5 5 6 6 c"],
    ["M0 0Q3 3 6 0", "0 0 m 2 2 4 2 6 0 c"],
    ["M-.5-1.5L1e1 2", "-0.5 -1.5 m 10 2 l"],
  ])("%s", (d, expected) => {
    expect(pathOperators(d)).toBe(expected);
  });

  test("an arc ends where it says", () => {
    expect(pathOperators("M 0 0 A 10 10 0 0 1 20 0")).toMatch(/ 20 0 c$/);
  });
});
