// A Word file as a council's communications team would hand it over, and what can be wrong with one.
import { strToU8, type Zippable, zipSync } from "fflate";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Styles as Word in German writes them: ids are translated, names are not. */
export const wenbridgeStyles = `<w:styles ${word} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="280" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="both"/><w:ind w:firstLine="284"/></w:pPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="Absatz"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Textkrper"><w:name w:val="Body Text"/><w:basedOn w:val="Standard"/><w:qFormat/><w:pPr><w:spacing w:after="140"/><w:jc w:val="left"/><w:ind w:firstLine="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Hausschrift"><w:name w:val="Wenbridge Display"/><w:basedOn w:val="Textkrper"/><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="5B2A6E" w:themeColor="accent1"/><w14:ligatures w14:val="standard"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Hausschrift"/><w:next w:val="Textkrper"/><w:link w:val="berschrift1Zchn"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:pageBreakBefore/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="C8963E" w:themeColor="accent2"/></w:pBdr><w:spacing w:before="480" w:after="200" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="44"/><w:szCs w:val="44"/><w:lang w:val="de-DE"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="berschrift1Zchn"><w:name w:val="Überschrift 1 Zchn"/><w:basedOn w:val="Absatz"/><w:link w:val="berschrift1"/><w:rPr><w:color w:val="5B2A6E" w:themeColor="accent1"/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Hausschrift"/><w:next w:val="Textkrper"/><w:qFormat/><w:pPr><w:spacing w:before="320" w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift3"><w:name w:val="heading 3"/><w:basedOn w:val="berschrift2"/><w:rPr><w:sz w:val="25"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Hausschrift"/><w:pPr><w:spacing w:after="240" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="64"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:basedOn w:val="Textkrper"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="720" w:hanging="720"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/><w:basedOn w:val="Textkrper"/><w:rPr><w:b/><w:color w:val="4A4A55"/><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:basedOn w:val="Absatz"/><w:rPr><w:color w:val="00587C" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Tabellenraster"><w:name w:val="Table Grid"/><w:basedOn w:val="NormaleTabelle"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="5B2A6E"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="5B2A6E"/></w:tblBorders><w:tblCellMar><w:left w:w="300" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`;

const wenbridgeTheme = (face: string, accent: string): string => {
  const colours = {
    dk1: "22222A",
    lt1: "FFFFFF",
    dk2: "4A4A55",
    lt2: "F1EBF4",
    accent1: accent,
    accent2: "A87424",
    accent3: "00587C",
    accent4: "3F7A4E",
    accent5: "9B3A4D",
    accent6: "6B7480",
    hlink: "00587C",
    folHlink: "5B2A6E",
  };
  const scheme = Object.entries(colours).map(([slot, value]) => `<a:${slot}><a:srgbClr val="${value}"/></a:${slot}>`);
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Wenbridge"><a:themeElements><a:clrScheme name="W">${scheme.join("")}</a:clrScheme><a:fontScheme name="W"><a:majorFont><a:latin typeface="${face}"/></a:majorFont><a:minorFont><a:latin typeface="${face}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
};

const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** Relationships from ids, kinds and targets; a target with a colon is outside. */
export function relations(...all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${relation}/${kind}" Target="${target}"${target.includes(":") ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

export interface HouseFile {
  readonly styles?: string;
  readonly face?: string;
  readonly accent?: string;
  /** Attributes of w:pgMar. */
  readonly margins?: string;
  /** Parts that are added, or take the place of the usual ones; undefined takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

export const documentRelations = relations(
  ["styles", "styles.xml"],
  ["theme", "theme/theme1.xml"],
  ["fontTable", "fontTable.xml"],
  ["hyperlink", "https://wenbridge.example/"],
);

/** The file; A4 with margins of its own, Calibri, plum and ochre. */
export function houseFile(wanted: HouseFile = {}): Uint8Array {
  const { styles = wenbridgeStyles, face = "Calibri", accent = "5B2A6E" } = wanted;
  const margins =
    wanted.margins ??
    'w:top="1701" w:right="1247" w:bottom="1361" w:left="1701" w:header="709" w:footer="567" w:gutter="0"';
  const parts: Record<string, string | Uint8Array | undefined> = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations(["officeDocument", "word/document.xml"]),
    "word/_rels/document.xml.rels": documentRelations,
    "word/document.xml": `<w:document ${word}><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${margins}/></w:sectPr></w:body></w:document>`,
    "word/styles.xml": styles,
    "word/theme/theme1.xml": wenbridgeTheme(face, accent),
    "word/fontTable.xml": `<w:fonts ${word}><w:font w:name="Sabon Next LT"><w:family w:val="roman"/></w:font></w:fonts>`,
    ...wanted.parts,
  };
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    if (content === undefined) continue;
    files[path] = [typeof content === "string" ? strToU8(content) : content, { mtime: new Date(1980, 0, 1) }];
  }
  return zipSync(files);
}
