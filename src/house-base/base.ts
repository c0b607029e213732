// What an organisation's own Word file gives a document, as plain data.

/** An element of WordprocessingML ("w:") or DrawingML ("a:"); nothing that styles need holds words. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
}

export type StyleType = "paragraph" | "character" | "table";

/** A style with its properties, those left out that a document from elsewhere may not decide. */
export interface HouseStyle {
  readonly type: StyleType;
  readonly id: string;
  /** As Word writes it: "heading 1", "List Bullet". */
  readonly name: string;
  /** Other names that somebody gave it. */
  readonly aliases: readonly string[];
  readonly isDefault: boolean;
  readonly isCustom: boolean;
  readonly basedOn?: string;
  readonly link?: string;
  readonly next?: string;
  /** Where Word shows it: w:uiPriority, w:semiHidden, w:unhideWhenUsed, w:qFormat. */
  readonly shown: readonly Xml[];
  readonly paragraph: readonly Xml[];
  readonly run: readonly Xml[];
  /** Of a table style: w:tblPr, w:tcPr and w:tblStylePr. */
  readonly table: readonly Xml[];
}

export const slots = [
  "dk1",
  "lt1",
  "dk2",
  "lt2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
] as const;

/** A place for a colour in Word's themes. */
export type Slot = (typeof slots)[number];

/** Slots by the names that Word's styles have for them. */
export const wordSlots: Readonly<Record<string, Slot>> = {
  dark1: "dk1",
  text1: "dk1",
  light1: "lt1",
  background1: "lt1",
  dark2: "dk2",
  text2: "dk2",
  light2: "lt2",
  background2: "lt2",
  accent1: "accent1",
  accent2: "accent2",
  accent3: "accent3",
  accent4: "accent4",
  accent5: "accent5",
  accent6: "accent6",
  hyperlink: "hlink",
  followedHyperlink: "folHlink",
};

export interface HouseColours {
  readonly name: string;
  /** Each as #rrggbb. */
  readonly colours: Readonly<Record<Slot, string>>;
  /** Faces of headings and of running text. */
  readonly major: string;
  readonly minor: string;
}

/** Measures of a portrait page in points. */
export interface HousePage {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly header: number;
  readonly footer: number;
}

export interface HouseBase {
  /** Path of the file. */
  readonly file: string;
  /** Properties of all runs and paragraphs. */
  readonly defaults: { readonly run: readonly Xml[]; readonly paragraph: readonly Xml[] };
  readonly styles: readonly HouseStyle[];
  readonly theme?: HouseColours;
  readonly page?: HousePage;
  /** Faces that have serifs, by the file's own table of fonts. */
  readonly serif: readonly string[];
  /** Points below paragraphs, where the file leaves none: its authors part them by empty lines, which documents do not hold. */
  readonly after?: number;
  /** How many times wider the file's face runs than the shipped one by which columns are measured. */
  readonly stretch?: number;
  /** Places whose colour documents do not take, because words in it could not be read. */
  readonly pale?: readonly Slot[];
}
