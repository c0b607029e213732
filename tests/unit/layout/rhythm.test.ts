// Lines of text stand on one rhythm of half a line, whatever headings are between them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Theme } from "../../../schemas/house.ts";
import type { Block } from "../../../src/document/document.ts";
import { layout } from "../../../src/layout/layout.ts";
import { parseYaml } from "../../../src/parse/yaml.ts";
import { testFaces } from "../../support/faces.ts";
import { paragraph, stubDraw, torture, text as words } from "../../support/torture.ts";

const folder = join(import.meta.dirname, "../../../templates/themes");
const levels = [1, 2, 3, 4, 5, 6] as const;

describe.each(readdirSync(folder))("the shipped theme %s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const theme = Theme.parse(parseYaml({ file, text, at: 0 }).value.value);
  const beat = theme.body.leading / 2;

  test("spaces paragraphs half a line apart, and headings twice as far from what they end as from what they open", () => {
    expect(theme.body.after).toBe(beat);
    for (const { before, after } of theme.headings) expect(before / after).toBeCloseTo(2, 0);
  });

  test("brings the text after a heading of any level back on the rhythm", () => {
    const blocks: readonly Block[] = levels.flatMap((level): readonly Block[] => [
      { type: "heading", level, id: `level-${level}`, children: [words(`Level ${level}`)], inContents: true },
      paragraph("Text."),
    ]);
    const sections = [{ orientation: "portrait", role: "body", blocks: [paragraph("Text."), ...blocks] }] as const;
    const document = { ...torture(), footnotes: [], sections };
    const [page] = layout(document, theme, testFaces(), stubDraw, new Map()).value.pages;
    const lines = page?.fragments.flatMap((part) => (part.kind === "text" && part.text === "Text." ? [part.y] : []));
    expect(lines).toHaveLength(levels.length + 1);
    for (const y of lines ?? []) {
      const beats = (y - (lines?.[0] ?? 0)) / beat;
      expect(Math.abs(beats - Math.round(beats))).toBeLessThan(0.001);
    }
  });
});
