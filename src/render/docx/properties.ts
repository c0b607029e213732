// What file managers and catalogues show about the file.
import type { IPropertiesOptions } from "docx";
import type { Document } from "../../document/document.ts";
import { printable } from "./inlines.ts";

/** Core and custom properties. */
export function fileProperties({ properties }: Document): Omit<IPropertiesOptions, "sections"> {
  const authors = properties.authors.join(", ") || properties.organisations.join(", ");
  const custom: Readonly<Record<string, string>> = {
    Version: properties.version,
    Status: properties.status,
    Classification: properties.classification,
    Kind: properties.subject,
    Programme: properties.programme,
    Organisations: properties.organisations.join(", "),
    Owners: properties.owners.join(", "),
    Date: properties.date,
  };
  return {
    title: printable(properties.title),
    subject: printable(properties.subject),
    creator: printable(authors),
    lastModifiedBy: printable(authors),
    keywords: printable(properties.keywords.join(", ")),
    description: printable(properties.programme),
    revision: 1,
    customProperties: Object.entries(custom).map(([name, value]) => ({ name, value: printable(value) })),
  };
}
