// Styles of ours on a house's Normal: what it sets for running text must not reach tables, boxes and covers.
import type { HouseBase, Xml } from "../../house-base/base.ts";
import { chain } from "../../house-base/look.ts";
import { styleFinder } from "../../house-base/names.ts";
import { inParagraphOrder } from "../../house-base/properties.ts";
import { child, val } from "../../house-base/xml.ts";
import { xml } from "./house-xml.ts";
import { twips } from "./units.ts";

/** These are running text, and are set as the house sets it. */
const flowing =
  /^(BodyText|Lead|Strapline|Instruction|Answer|Definition|DefinitionTerm|List(Bullet|Number|Continue)\d?)$/;

const bodyText = "BodyText";

const edges = ["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"];

/** What gives a style of ours, where the house has none of its name, the properties it took for granted in our Normal. */
export function shielded(base: HouseBase): (style: Xml) => Xml {
  const find = styleFinder(base);
  const normal = find("paragraph", "Normal");
  const layers = [base.defaults.paragraph, ...(normal ? chain(base.styles, normal).map((s) => s.paragraph) : [])];
  const leaking = new Map(layers.flat().map((p) => [p.name, p]));
  const hasBodyText = find("paragraph", "Body Text") !== undefined;
  const faces = ownFace(base);
  return (style) => {
    const id = style.attributes["w:styleId"] ?? "";
    const plain = faces(style);
    const heading = titles[id];
    if (heading && find("paragraph", heading.name)) return asHeading(plain, heading.id);
    if (val(child(style, "w:basedOn")) !== "Normal") return plain;
    if (flowing.test(id)) return hasBodyText && id !== bodyText ? onBodyText(plain) : plain;
    const own = child(plain, "w:pPr")?.children ?? [];
    // A style's own indents would win over those of its numbering.
    const isNumbered = own.some((p) => p.name === "w:numPr");
    const taken = [...leaking.values()].filter((p) => p.name !== "w:ind" || !isNumbered).flatMap(undone);
    const paragraph = inParagraphOrder([...taken, ...own.map(whole)]);
    return paragraph.length > 0 ? withParagraph(plain, paragraph) : plain;
  };

  function undone({ name, children }: Xml): readonly Xml[] {
    if (name === "w:jc") return [xml(name, { "w:val": "left" })];
    if (name === "w:ind") return [xml(name, { "w:left": "0", "w:right": "0", "w:firstLine": "0" })];
    if (name === "w:contextualSpacing" || name === "w:mirrorIndents") return [xml(name, { "w:val": "0" })];
    if (name === "w:shd") return [xml(name, { "w:val": "clear", "w:color": "auto", "w:fill": "auto" })];
    if (name !== "w:pBdr") return [];
    const drawn = edges.filter((edge) => children.some((c) => c.name === edge));
    const nothing = drawn.map((edge) => xml(edge, { "w:val": "nil" }));
    return [xml(name, {}, nothing)];
  }

  /** Properties of ours, with the parts that they leave to Normal. */
  function whole(property: Xml): Xml {
    const { name, attributes } = property;
    const theirs = leaking.get(name)?.attributes ?? {};
    if (name === "w:ind" && leaking.has(name)) {
      const first: Record<string, string> = attributes["w:hanging"] === undefined ? { "w:firstLine": "0" } : {};
      return { ...property, attributes: { "w:left": "0", "w:right": "0", ...first, ...attributes } };
    }
    const automatic = ["w:beforeAutospacing", "w:afterAutospacing"].filter((key) => theirs[key] !== undefined);
    if (name !== "w:spacing" || automatic.length === 0) return property;
    return { ...property, attributes: { ...attributes, ...Object.fromEntries(automatic.map((key) => [key, "0"])) } };
  }
}

/** Where the house's text is not in the face of its theme, ours take that of its Normal. */
function ownFace(base: HouseBase): (style: Xml) => Xml {
  const normal = styleFinder(base)("paragraph", "Normal");
  const layers = [base.defaults.run, ...(normal ? chain(base.styles, normal).map((s) => s.run) : [])];
  const fonts = layers.flat().findLast((p) => p.name === "w:rFonts")?.attributes ?? {};
  if (fonts["w:asciiTheme"] !== undefined || fonts["w:ascii"] === undefined) return (style) => style;
  return (style) => ({
    ...style,
    children: style.children.map((part) =>
      part.name === "w:rPr"
        ? { ...part, children: part.children.filter((p) => !p.attributes["w:asciiTheme"]?.startsWith("minor")) }
        : part,
    ),
  });
}

/** Gives the style of running text the distance that a file without one lacks. */
export function setApart(style: Xml, { after }: HouseBase): Xml {
  if (after === undefined || style.attributes["w:styleId"] !== bodyText) return style;
  const own = child(style, "w:pPr")?.children ?? [];
  const spacing = own.find((p) => p.name === "w:spacing")?.attributes ?? {};
  const apart = xml("w:spacing", { ...spacing, "w:after": String(twips(after)) });
  return withParagraph(style, inParagraphOrder([...own, apart]));
}

/** Running text of ours follows the house's, where that is not its Normal. */
function onBodyText(style: Xml): Xml {
  const children = style.children.map((c) => (c.name === "w:basedOn" ? xml(c.name, { "w:val": bodyText }) : c));
  return { ...style, children };
}

/** Titles of lists look as headings do, without their numbers and places in an outline. */
const titles: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {
  ContentsTitle: { id: "Heading1", name: "heading 1" },
  ContentsListTitle: { id: "Heading2", name: "heading 2" },
};

function asHeading(style: Xml, id: string): Xml {
  const plain = [xml("w:numPr", {}, [xml("w:numId", { "w:val": "0" })]), xml("w:outlineLvl", { "w:val": "9" })];
  const children = style.children
    .filter((c) => c.name !== "w:rPr")
    .map((c) => (c.name === "w:basedOn" ? xml(c.name, { "w:val": id }) : c));
  return withParagraph({ ...style, children }, plain);
}

/** Where w:pPr stands in a style: before its other properties. */
function withParagraph(style: Xml, paragraph: readonly Xml[]): Xml {
  const rest = style.children.filter((c) => c.name !== "w:pPr");
  const at = rest.findIndex((c) => /^w:(rPr|tblPr|trPr|tcPr|tblStylePr)$/.test(c.name));
  const before = at < 0 ? rest : rest.slice(0, at);
  return { ...style, children: [...before, xml("w:pPr", {}, paragraph), ...(at < 0 ? [] : rest.slice(at))] };
}
