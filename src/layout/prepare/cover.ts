// The first page: who, what kind, title, programme, and a few facts at its foot.
import type { Cover } from "../../document/document.ts";
import type { Growing } from "../structure.ts";
import { bodySetting, type PrepareKit, prepareWords, textBlock } from "./kit.ts";
import type { Prepared } from "./prepared.ts";
import { preparePairs } from "./sign-off.ts";

/** The cover's pieces; spaces are shares of the page, filled in when its height is known. */
export function prepareCover(block: Cover, parent: Growing, kit: PrepareKit): readonly Prepared[] {
  const { theme } = kit;
  const body = bodySetting(theme);
  const bold = { ...body, bold: true, after: 2, measured: false };
  const accent = { ...body, colour: theme.colours.accentText, measured: false };
  const words = (value: string, style: typeof body, size: number, after: number): Prepared =>
    textBlock(prepareWords(value, style, kit.structure.element(parent, "P"), kit), style, {
      size,
      leading: size * 1.22,
      after,
      keepNext: true,
      balanced: true,
    });
  const logos = block.logos.map(({ asset, alt }) => {
    const element = kit.structure.element(parent, "Figure", { alt });
    return { asset, element: element.index, content: kit.structure.content(element) };
  });
  const organisations = block.organisations.map((name) => words(name, bold, 14, 3));
  const head = [
    words(block.kind, { ...accent, bold: false }, 18, 10),
    words(block.title, { ...accent, bold: true }, 34, 12),
    ...(block.subtitle ? [words(block.subtitle, { ...body, measured: false }, 18, 6)] : []),
  ];
  const rows = preparePairs(block.facts, parent, kit);
  return [
    ...(logos.length > 0 ? [{ kind: "logos", logos } as const] : []),
    ...organisations,
    { kind: "space", height: 0.17, stretch: false },
    { kind: "rule", width: 72, weight: 3, after: 20 },
    ...head,
    { kind: "space", height: 0.04, stretch: true },
    ...(rows.length > 0 ? [{ kind: "pairs", rows, share: 0.34, ruled: false } as const] : []),
  ];
}
