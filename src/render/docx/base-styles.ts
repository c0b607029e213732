// What all styles stand on; the library leaves its own defaults out once other elements are given.
import type { XmlComponent } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { element } from "./element.ts";
import { halfPoints } from "./units.ts";

/** Styles of Word's own that the file does not hold stay out of sight until they are used. */
function latentStyles(): XmlComponent {
  return element("w:latentStyles", {
    "w:defLockedState": "0",
    "w:defUIPriority": "99",
    "w:defSemiHidden": "1",
    "w:defUnhideWhenUsed": "1",
    "w:defQFormat": "0",
    "w:count": "376",
  });
}

/** Document defaults with the language, and the built-in styles that others name. */
export function baseStyles(theme: Theme, language: string): readonly XmlComponent[] {
  const size = String(halfPoints(theme.body.size));
  const run = element("w:rPr", {}, [
    element("w:rFonts", {
      "w:asciiTheme": "minorHAnsi",
      "w:hAnsiTheme": "minorHAnsi",
      "w:eastAsiaTheme": "minorEastAsia",
      "w:cstheme": "minorBidi",
    }),
    element("w:sz", { "w:val": size }),
    element("w:szCs", { "w:val": size }),
    element("w:lang", { "w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA" }),
  ]);
  return [
    element("w:docDefaults", {}, [element("w:rPrDefault", {}, [run]), element("w:pPrDefault")]),
    latentStyles(),
    element("w:style", { "w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont" }, [
      element("w:name", { "w:val": "Default Paragraph Font" }),
      element("w:uiPriority", { "w:val": "1" }),
      element("w:semiHidden"),
      element("w:unhideWhenUsed"),
    ]),
    element("w:style", { "w:type": "character", "w:styleId": "EndnoteReference" }, [
      element("w:name", { "w:val": "endnote reference" }),
      element("w:basedOn", { "w:val": "DefaultParagraphFont" }),
      element("w:uiPriority", { "w:val": "99" }),
      element("w:semiHidden"),
      element("w:rPr", {}, [element("w:vertAlign", { "w:val": "superscript" })]),
    ]),
    element("w:style", { "w:type": "numbering", "w:default": "1", "w:styleId": "NoList" }, [
      element("w:name", { "w:val": "No List" }),
      element("w:uiPriority", { "w:val": "99" }),
      element("w:semiHidden"),
      element("w:unhideWhenUsed"),
    ]),
  ];
}
