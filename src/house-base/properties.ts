// Properties that a style of another file may bring, in the order that the format asks for.
import type { Xml } from "./base.ts";

const paragraphOrder = (
  "keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku " +
  "wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing " +
  "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl"
).split(" ");

const runOrder = (
  "rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish color spacing w kern " +
  "position sz szCs highlight u effect bdr shd vertAlign rtl cs em lang"
).split(" ");

/** Where a paragraph breaks and what numbers it belong to the document; the rest is look. */
const notForeign = new Set("keepNext keepLines pageBreakBefore framePr numPr outlineLvl textDirection".split(" "));
/** Words are never hidden by a style, and their language is the document's. */
const notForeignRun = new Set("noProof vanish effect rtl cs lang".split(" "));

/** Look of paragraphs from elsewhere. */
export function foreignParagraph(properties: readonly Xml[]): readonly Xml[] {
  return ordered(properties, paragraphOrder).filter((p) => !notForeign.has(p.name.slice(2)));
}

/** Look of runs from elsewhere. */
export function foreignRun(properties: readonly Xml[]): readonly Xml[] {
  return ordered(properties, runOrder).filter((p) => !notForeignRun.has(p.name.slice(2)));
}

/** Paragraph properties, each once, in order. */
export function inParagraphOrder(properties: readonly Xml[]): readonly Xml[] {
  return ordered(properties, paragraphOrder);
}

/** Of several with one name the last counts. */
function ordered(properties: readonly Xml[], order: readonly string[]): readonly Xml[] {
  const last = new Map(properties.map((p) => [p.name, p]));
  return order.flatMap((name) => last.get(`w:${name}`) ?? []);
}
