// The workbook inside a chart: what Word opens when its reader edits the data.
import type { EmbeddedPackageFile, XmlComponent } from "docx";
import { element } from "./element.ts";

/** A number with its format, a sum of the cells to its left, or words. */
export type SheetCell =
  | { readonly value: number; readonly format: string; readonly sumFrom?: string }
  | { readonly words: string }
  | undefined;

export const sheetName = "Sheet1";

/** `B2`; row and column count from 0. */
export function address(row: number, column: number, absolute = false): string {
  const sign = absolute ? "$" : "";
  return `${sign}${letters(column)}${sign}${row + 1}`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook with one sheet. */
export function workbookFiles(rows: readonly (readonly SheetCell[])[]): readonly EmbeddedPackageFile[] {
  const formats = [...new Set(rows.flat().flatMap((cell) => (cell && "value" in cell ? [cell.format] : [])))];
  return [
    { path: "[Content_Types].xml", content: contentTypes() },
    { path: "_rels/.rels", content: relationships([["officeDocument", "xl/workbook.xml"]]) },
    { path: "xl/workbook.xml", content: workbook() },
    {
      path: "xl/_rels/workbook.xml.rels",
      content: relationships([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    },
    { path: "xl/worksheets/sheet1.xml", content: sheet(rows, formats) },
    { path: "xl/styles.xml", content: styles(formats) },
  ];
}

function contentTypes(): XmlComponent {
  const part = (name: string, type: string) =>
    element("Override", { PartName: name, ContentType: `${contentType}.${type}+xml` });
  return element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
    element("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    part("/xl/workbook.xml", "sheet.main"),
    part("/xl/worksheets/sheet1.xml", "worksheet"),
    part("/xl/styles.xml", "styles"),
  ]);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): XmlComponent {
  return element(
    "Relationships",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
    targets.map(([type, target], i) =>
      element("Relationship", { Id: `rId${i + 1}`, Type: `${relationship}/${type}`, Target: target }),
    ),
  );
}

function workbook(): XmlComponent {
  return element("workbook", { xmlns: spreadsheet, "xmlns:r": relationship }, [
    element("sheets", {}, [element("sheet", { name: sheetName, sheetId: "1", "r:id": "rId1" })]),
  ]);
}

/** Number formats of our own count from 164, as ECMA-376 part 1, 18.8.30 leaves the lower ones to built-in ones. */
const firstFormat = 164;

/** The least that spreadsheets take, and one cell format for each number format. */
function styles(formats: readonly string[]): XmlComponent {
  const plain = { numFmtId: "0", fontId: "0", fillId: "0", borderId: "0" };
  const counted = (name: string, children: readonly XmlComponent[]) =>
    element(name, { count: String(children.length) }, children);
  const id = (i: number) => String(firstFormat + i);
  return element("styleSheet", { xmlns: spreadsheet }, [
    ...(formats.length > 0
      ? [
          counted(
            "numFmts",
            formats.map((formatCode, i) => element("numFmt", { numFmtId: id(i), formatCode })),
          ),
        ]
      : []),
    counted("fonts", [
      element("font", {}, [
        element("sz", { val: "11" }),
        element("name", { val: "Calibri" }),
        element("family", { val: "2" }),
      ]),
    ]),
    counted(
      "fills",
      ["none", "gray125"].map((patternType) => element("fill", {}, [element("patternFill", { patternType })])),
    ),
    counted("borders", [
      element(
        "border",
        {},
        ["left", "right", "top", "bottom", "diagonal"].map((side) => element(side)),
      ),
    ]),
    counted("cellStyleXfs", [element("xf", plain)]),
    counted("cellXfs", [
      element("xf", { ...plain, xfId: "0" }),
      ...formats.map((_, i) => element("xf", { ...plain, numFmtId: id(i), xfId: "0", applyNumberFormat: "1" })),
    ]),
    counted("cellStyles", [element("cellStyle", { name: "Normal", xfId: "0", builtinId: "0" })]),
  ]);
}

function sheet(rows: readonly (readonly SheetCell[])[], formats: readonly string[]): XmlComponent {
  const columns = Math.max(...rows.map((row) => row.length));
  const cell = (content: SheetCell, at: string): readonly XmlComponent[] => {
    if (content === undefined) return [];
    if ("words" in content) {
      const attributes: Record<string, string> = /^\s|\s$/.test(content.words) ? { "xml:space": "preserve" } : {};
      return [
        element("c", { r: at, t: "inlineStr" }, [element("is", {}, [element("t", attributes, [content.words])])]),
      ];
    }
    const sum = content.sumFrom === undefined ? [] : [element("f", {}, [`SUM(${content.sumFrom})`])];
    return [
      element("c", { r: at, s: String(formats.indexOf(content.format) + 1) }, [
        ...sum,
        element("v", {}, [String(content.value)]),
      ]),
    ];
  };
  return element("worksheet", { xmlns: spreadsheet }, [
    element("dimension", { ref: `A1:${address(rows.length - 1, columns - 1)}` }),
    element("cols", {}, [
      element("col", { min: "1", max: "1", width: "32", customWidth: "1" }),
      element("col", { min: "2", max: String(Math.max(2, columns)), width: "16", customWidth: "1" }),
    ]),
    element(
      "sheetData",
      {},
      rows.map((row, r) =>
        element(
          "row",
          { r: String(r + 1) },
          row.flatMap((content, c) => cell(content, address(r, c))),
        ),
      ),
    ),
  ]);
}
