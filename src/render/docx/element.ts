// Elements that the docx library has no class for, as trees of its own components.
import {
  FileChild,
  type IContext,
  ImportedXmlComponent,
  type IXmlableObject,
  type Paragraph,
  SimpleField,
  type Table,
  type XmlComponent,
} from "docx";

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

/** An element among runs; the library takes only classes of its own there, so it stands in for one of them. */
export class InlineElement extends SimpleField {
  readonly #written: XmlComponent;

  constructor(written: XmlComponent) {
    super("");
    this.#written = written;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return this.#written.prepForXml(context);
  }
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
