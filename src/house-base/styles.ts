// Styles of a Word file, without what only its own text needs.
import type { HouseBase, HouseStyle, StyleType, Xml } from "./base.ts";
import { foreignParagraph, foreignRun } from "./properties.ts";
import { below, child, val } from "./xml.ts";

/** Defaults and styles of word/styles.xml. */
export function readStyles(part: Xml): Pick<HouseBase, "defaults" | "styles"> {
  const defaults = child(part, "w:docDefaults");
  return {
    defaults: {
      run: foreignRun(below(defaults, "w:rPrDefault", "w:rPr")?.children ?? []),
      paragraph: foreignParagraph(below(defaults, "w:pPrDefault", "w:pPr")?.children ?? []),
    },
    styles: part.children.flatMap((element) => {
      const style = element.name === "w:style" ? readStyle(element) : undefined;
      return style ? [style] : [];
    }),
  };
}

function readStyle(element: Xml): HouseStyle | undefined {
  const type = styleType(element.attributes["w:type"]);
  const id = element.attributes["w:styleId"];
  const name = val(child(element, "w:name"));
  if (!type || !id || !name) return undefined;
  const on = (key: string): boolean => /^(1|true|on)$/.test(element.attributes[key] ?? "");
  const reference = (key: "basedOn" | "link" | "next") => {
    const to = val(child(element, `w:${key}`));
    return to ? { [key]: to } : {};
  };
  return {
    type,
    id,
    name,
    aliases: (val(child(element, "w:aliases")) ?? "").split(",").flatMap((a) => a.trim() || []),
    isDefault: on("w:default"),
    isCustom: on("w:customStyle"),
    ...reference("basedOn"),
    ...reference("link"),
    ...reference("next"),
    shown: shownOrder.flatMap((key) => child(element, `w:${key}`) ?? []),
    paragraph: foreignParagraph(child(element, "w:pPr")?.children ?? []),
    run: foreignRun(child(element, "w:rPr")?.children ?? []),
    table: type === "table" ? tableProperties(element) : [],
  };
}

const shownOrder = ["uiPriority", "semiHidden", "unhideWhenUsed", "qFormat"];

function styleType(written: string | undefined): StyleType | undefined {
  if (written === undefined || written === "paragraph") return "paragraph";
  return written === "character" || written === "table" ? written : undefined;
}

const tableOrder = ["tblStyleRowBandSize", "tblStyleColBandSize", "tblBorders", "shd"];
const cellOrder = ["tcBorders", "shd", "vAlign"];

/** Borders and grounds; widths and paddings are the document's, which measures its columns by them. */
function tableProperties(element: Xml): readonly Xml[] {
  const picked = (name: string, order: readonly string[]): readonly Xml[] => {
    const from = child(element, name);
    const children = order.flatMap((key) => child(from, `w:${key}`) ?? []);
    return children.length > 0 ? [{ name, attributes: {}, children }] : [];
  };
  const conditions = element.children.filter((c) => c.name === "w:tblStylePr").map(condition);
  return [...picked("w:tblPr", tableOrder), ...picked("w:tcPr", cellOrder), ...conditions];
}

function condition(element: Xml): Xml {
  const part = (name: string, properties: readonly Xml[]): readonly Xml[] =>
    properties.length > 0 ? [{ name, attributes: {}, children: properties }] : [];
  const cell = child(element, "w:tcPr");
  return {
    name: element.name,
    attributes: element.attributes,
    children: [
      ...part("w:pPr", foreignParagraph(child(element, "w:pPr")?.children ?? [])),
      ...part("w:rPr", foreignRun(child(element, "w:rPr")?.children ?? [])),
      ...part(
        "w:tcPr",
        cellOrder.flatMap((key) => child(cell, `w:${key}`) ?? []),
      ),
    ],
  };
}
