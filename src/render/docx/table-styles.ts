// Named table styles, one a look, so that Word's table gallery offers them. What the first row, the last and the first
// column look like is theirs, so that Word's own switches for these do what they say.
import type { XmlComponent } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Table } from "../../document/document.ts";
import { element } from "./element.ts";
import { type ColourName, colourAttributes } from "./theme.ts";
import { eighths, hex, twips } from "./units.ts";

/** Style ids by look. */
export const tableStyleIds = {
  ruled: "TableRuled",
  borderless: "TableBorderless",
  grid: "TableGrid",
  form: "TableForm",
} as const satisfies Record<Table["look"], string>;

/** A ruled table in a theme with stripes. */
export const stripedStyle = "TableStriped";

type Edge = "top" | "left" | "bottom" | "right" | "insideH" | "insideV";

/** Parts of a table that a style gives a look of their own, in the order that Word writes them. */
type Part = "firstRow" | "lastRow" | "firstCol" | "band2Horz";

interface StyleShape {
  readonly id: string;
  readonly name: string;
  readonly edges: readonly Edge[];
  readonly padding: { readonly x: number; readonly y: number };
  readonly parts?: Readonly<Partial<Record<Part, readonly XmlComponent[]>>>;
}

/** Table styles of the file, the one for boxes and cards included. */
export function tableStyleElements(theme: Theme): readonly XmlComponent[] {
  const { padX, padY, stripes } = theme.table;
  const padding = { x: padX, y: padY };
  const lined: readonly Edge[] = ["top", "bottom", "insideH"];
  const header = [
    borders([["bottom", rule(theme, 1, "accent")]]),
    ground(colourAttributes(theme, "tint", "fill")),
    bottomAligned,
  ];
  const sum = borders([
    ["top", rule(theme, 1, "text")],
    ["bottom", rule(theme, 1, "text")],
  ]);
  const parts = { firstRow: header, lastRow: [sum] };
  const striped = (tint: string): StyleShape => ({
    id: stripedStyle,
    name: "Table Striped",
    edges: ["top", "bottom"],
    padding,
    // The sum has no stripe, whatever its number.
    parts: { firstRow: header, lastRow: [sum, ground({ "w:fill": "auto" })], band2Horz: [ground({ "w:fill": tint })] },
  });
  const names = [ground(colourAttributes(theme, "groupTint", "fill"))];
  const shapes: readonly StyleShape[] = [
    { id: "TableNormal", name: "Normal Table", edges: [], padding: { x: padX, y: 0 } },
    { id: "TableRuled", name: "Table Ruled", edges: lined, padding, parts },
    ...(stripes ? [striped(hex(stripes))] : []),
    {
      id: "TableBorderless",
      name: "Table Borderless",
      edges: [],
      padding,
      parts: { firstRow: [bottomAligned], lastRow: [sum] },
    },
    { id: "TableGrid", name: "Table Grid", edges: order, padding, parts },
    { id: "TableForm", name: "Table Form", edges: lined, padding, parts: { ...parts, firstCol: names } },
    { id: "LayoutTable", name: "Layout Table", edges: [], padding: { x: 0, y: 0 } },
  ];
  return shapes.map((shape) => tableStyle(theme, shape));
}

const order: readonly Edge[] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** Names that Word knows. */
const builtIn: ReadonlySet<string> = new Set(["Normal Table", "Table Grid"]);

function tableStyle(theme: Theme, { id, name, edges, padding, parts = {} }: StyleShape): XmlComponent {
  const isBasic = id === "TableNormal";
  const margin = (side: string, points: number): XmlComponent =>
    element(`w:${side}`, { "w:w": String(twips(points)), "w:type": "dxa" });
  const attributes = {
    "w:type": "table",
    ...(isBasic ? { "w:default": "1" } : {}),
    ...(builtIn.has(name) ? {} : { "w:customStyle": "1" }),
    "w:styleId": id,
  };
  const inner = order.filter((edge) => edges.includes(edge)).map((edge) => element(`w:${edge}`, rule(theme, 0.5)));
  return element("w:style", attributes, [
    element("w:name", { "w:val": name }),
    ...(isBasic ? [] : [element("w:basedOn", { "w:val": "TableNormal" })]),
    element("w:uiPriority", { "w:val": isBasic ? "99" : "39" }),
    ...(isBasic ? [element("w:semiHidden"), element("w:unhideWhenUsed")] : [element("w:qFormat")]),
    element("w:tblPr", {}, [
      ...(parts.band2Horz ? [element("w:tblStyleRowBandSize", { "w:val": "1" })] : []),
      element("w:tblInd", { "w:w": "0", "w:type": "dxa" }),
      ...(inner.length > 0 ? [element("w:tblBorders", {}, inner)] : []),
      element("w:tblCellMar", {}, [
        margin("top", padding.y),
        margin("left", padding.x),
        margin("bottom", padding.y),
        margin("right", padding.x),
      ]),
    ]),
    ...Object.entries(parts).map(([part, properties]) =>
      element("w:tblStylePr", { "w:type": part }, [element("w:tcPr", {}, properties)]),
    ),
  ]);
}

/** Words of a header stand at its foot, next to what they head. */
const bottomAligned = element("w:vAlign", { "w:val": "bottom" });

function borders(edges: readonly (readonly [Edge, Readonly<Record<string, string>>])[]): XmlComponent {
  return element(
    "w:tcBorders",
    {},
    edges.map(([edge, line]) => element(`w:${edge}`, line)),
  );
}

function rule(theme: Theme, points: number, ink: ColourName = "rule"): Readonly<Record<string, string>> {
  return { "w:val": "single", "w:sz": String(eighths(points)), "w:space": "0", ...colourAttributes(theme, ink) };
}

function ground(fill: Readonly<Record<string, string>>): XmlComponent {
  return element("w:shd", { "w:val": "clear", "w:color": "auto", ...fill });
}
