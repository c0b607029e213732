// Elements that the docx library has no class for, as trees of its own components.
import { FileChild, ImportedXmlComponent, type Paragraph, type Table, type XmlComponent } from "docx";

/** An element with attributes and children, such as `element("w:tblCaption", { "w:val": "…" })`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (XmlComponent | string)[] = [],
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}

/** A block-level content control round paragraphs. */
export class BlockElement extends FileChild {
  readonly paragraphs: readonly Paragraph[];

  constructor(properties: XmlComponent, paragraphs: readonly Paragraph[]) {
    super("w:sdt");
    this.paragraphs = paragraphs;
    this.root.push(properties, element("w:sdtContent", {}, paragraphs));
  }
}

/** Blocks for a table cell, which takes no content control. */
export function cellChildren(pieces: readonly (Paragraph | Table | BlockElement)[]): readonly (Paragraph | Table)[] {
  return pieces.flatMap((piece): readonly (Paragraph | Table)[] =>
    piece instanceof BlockElement ? piece.paragraphs : [piece],
  );
}
