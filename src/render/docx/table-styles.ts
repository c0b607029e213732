// Named table styles, one a look, so that Word's table gallery offers them.
import type { XmlComponent } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import type { Table } from "../../document/document.ts";
import { element } from "./element.ts";
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

/** Table styles of the file, the one for boxes and cards included. */
export function tableStyleElements(theme: Theme): readonly XmlComponent[] {
  const cell = { x: theme.table.padX, y: theme.table.padY };
  return [
    tableStyle(theme, "TableNormal", "Normal Table", [], cell),
    tableStyle(theme, "TableRuled", "Table Ruled", ["top", "bottom", "insideH"], cell),
    ...(theme.table.stripes
      ? [tableStyle(theme, stripedStyle, "Table Striped", ["top", "bottom"], cell, theme.table.stripes)]
      : []),
    tableStyle(theme, "TableBorderless", "Table Borderless", [], cell),
    tableStyle(theme, "TableGrid", "Table Grid", ["top", "left", "bottom", "right", "insideH", "insideV"], cell),
    tableStyle(theme, "TableForm", "Table Form", ["top", "bottom", "insideH"], cell),
    tableStyle(theme, "LayoutTable", "Layout Table", [], { x: 0, y: 0 }),
  ];
}

function tableStyle(
  theme: Theme,
  id: string,
  name: string,
  edges: readonly Edge[],
  padding: { readonly x: number; readonly y: number },
  stripes?: string,
): XmlComponent {
  const basic = id === "TableNormal";
  const border = {
    "w:val": "single",
    "w:sz": String(eighths(0.5)),
    "w:space": "0",
    "w:color": hex(theme.colours.rule),
  };
  const order: readonly Edge[] = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const margin = (side: string, points: number): XmlComponent =>
    element(`w:${side}`, { "w:w": String(twips(points)), "w:type": "dxa" });
  const y = basic ? 0 : padding.y;
  return element(
    "w:style",
    { "w:type": "table", ...(basic ? { "w:default": "1" } : { "w:customStyle": "1" }), "w:styleId": id },
    [
      element("w:name", { "w:val": name }),
      ...(basic ? [] : [element("w:basedOn", { "w:val": "TableNormal" })]),
      element("w:uiPriority", { "w:val": basic ? "99" : "39" }),
      ...(basic ? [element("w:semiHidden"), element("w:unhideWhenUsed")] : [element("w:qFormat")]),
      element("w:tblPr", {}, [
        ...(stripes ? [element("w:tblStyleRowBandSize", { "w:val": "1" })] : []),
        element("w:tblInd", { "w:w": "0", "w:type": "dxa" }),
        ...(edges.length > 0
          ? [
              element(
                "w:tblBorders",
                {},
                order.filter((e) => edges.includes(e)).map((e) => element(`w:${e}`, border)),
              ),
            ]
          : []),
        element("w:tblCellMar", {}, [
          margin("top", y),
          margin("left", padding.x),
          margin("bottom", y),
          margin("right", padding.x),
        ]),
      ]),
      ...(stripes
        ? [
            element("w:tblStylePr", { "w:type": "band2Horz" }, [
              element("w:tcPr", {}, [
                element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": hex(stripes) }),
              ]),
            ]),
          ]
        : []),
    ],
  );
}
