// A table that says what it shows, for those who do not see it, and which looks of its style it takes; the library has
// no option for the one, and writes the other without the number by which older Word and other word processors know it.
import { type ITableOptions, Table, XmlComponent } from "docx";
import { element } from "./element.ts";
import { printable } from "./inlines.ts";

type Look = NonNullable<ITableOptions["tableLook"]>;

export class DescribedTable extends Table {
  constructor({ tableLook, ...options }: ITableOptions, title: string, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent)) return;
    if (tableLook) properties.addChildElement(lookElement(tableLook));
    if (title) properties.addChildElement(element("w:tblCaption", { "w:val": printable(title) }));
    if (description) properties.addChildElement(element("w:tblDescription", { "w:val": printable(description) }));
  }
}

const bits = [
  ["firstRow", 0x20],
  ["lastRow", 0x40],
  ["firstColumn", 0x80],
  ["lastColumn", 0x100],
  ["noHBand", 0x200],
  ["noVBand", 0x400],
] as const satisfies readonly (readonly [keyof Look, number])[];

function lookElement(look: Look): XmlComponent {
  const number = bits.reduce((sum, [name, bit]) => sum + (look[name] ? bit : 0), 0);
  const attributes = bits.map(([name]) => [`w:${name}`, look[name] ? "1" : "0"] as const);
  return element("w:tblLook", {
    "w:val": number.toString(16).toUpperCase().padStart(4, "0"),
    ...Object.fromEntries(attributes),
  });
}
