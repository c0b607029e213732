// Properties of the file and its settings that the library has no option for.
import type { Document } from "../../../document/document.ts";
import { printable } from "../inlines.ts";

/** What the package says about the document. */
export type FileFacts = Pick<Document, "id" | "language" | "properties">;

/** docProps/core.xml with what the document is called in its repository, its date, status, sort, version and language. */
export function coreProperties(xml: string, { id, language, properties }: FileFacts): string {
  const more = [
    tag("dc:identifier", id),
    tag("cp:category", properties.subject),
    tag("cp:contentStatus", properties.status),
    tag("dc:language", language),
    tag("cp:version", properties.version.replace(/^v/i, "")),
  ];
  return dated(xml, properties.date).replace("</cp:coreProperties>", (end) => more.join("") + end);
}

/** The date of the document in place of the clock's; an ISO date. */
export function dated(xml: string, date: string): string {
  return xml.replaceAll(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    (_, open: string) => `${open}${date.slice(0, 10)}T00:00:00Z`,
  );
}

/** docProps/app.xml: which program wrote it, and whose it is. */
export function applicationProperties(xml: string, { properties }: FileFacts): string {
  const content = [
    "<Application>fivecase</Application>",
    "<DocSecurity>0</DocSecurity>",
    "<ScaleCrop>false</ScaleCrop>",
    tag("Manager", properties.owners.join(", ")),
    tag("Company", properties.organisations.join(", ")),
    "<LinksUpToDate>false</LinksUpToDate>",
    "<SharedDoc>false</SharedDoc>",
    "<HyperlinksChanged>false</HyperlinksChanged>",
  ];
  return xml.replace(
    /<Properties\b([^>]*?)(?:\/>|>.*<\/Properties>)/s,
    (_, attributes: string) => `<Properties${attributes}>${content.join("")}</Properties>`,
  );
}

/** word/settings.xml with the language of the theme's faces and the slots that its colours fill. */
export function settings(xml: string, { language }: FileFacts): string {
  if (xml.includes("<w:themeFontLang")) return xml;
  const colours = ["bg1", "light1", "t1", "dark1", "bg2", "light2", "t2", "dark2"];
  const slots = colours.flatMap((slot, i) => (i % 2 === 0 ? [`w:${slot}="${colours[i + 1]}"`] : []));
  const accents = [1, 2, 3, 4, 5, 6].map((n) => `w:accent${n}="accent${n}"`);
  const links = ['w:hyperlink="hyperlink"', 'w:followedHyperlink="followedHyperlink"'];
  const mapping = `<w:clrSchemeMapping ${[...slots, ...accents, ...links].join(" ")}/>`;
  const faces = `<w:themeFontLang w:val="${escaped(language)}"/>`;
  return xml.replace(/<\/w:compat>|<w:compat\/>/, (compat) => compat + faces + mapping);
}

function tag(name: string, words: string): string {
  return words === "" ? "" : `<${name}>${escaped(printable(words))}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
