// The library's package made reproducible: no random ids, no clock, no counters that outlive a document.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The same package in one fixed form. `date` is an ISO date. */
export function repack(bytes: Uint8Array, date: string): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  for (const path of [...parts.keys()].filter((p) => p.endsWith(".rels")).sort(byBytes))
    renameRelationships(parts, path);
  for (const [path, content] of parts) {
    if (/^word\/[a-z]+\d*\.xml$/.test(path)) parts.set(path, strToU8(renumber(strFromU8(content))));
    if (path === "word/document.xml") parts.set(path, strToU8(sectionEnds(strFromU8(parts.get(path) ?? content))));
    if (path === "docProps/core.xml") parts.set(path, strToU8(dated(strFromU8(content), date)));
  }
  const files: Zippable = {};
  // fflate writes local time, so a local date gives the same bytes in every zone.
  for (const path of [...parts.keys()].sort(byPlace)) {
    const content = parts.get(path);
    if (content) files[path] = [content, { mtime: new Date(1980, 0, 1), os: 0, level: 6 }];
  }
  return zipSync(files);
}

/** Relationship ids that are not `rIdN` were drawn at random. */
function renameRelationships(parts: Map<string, Uint8Array>, path: string): void {
  const rels = parts.get(path);
  if (!rels) return;
  const owner = path.replace(/_rels\/([^/]+)\.rels$/, "$1");
  const body = parts.get(owner);
  let relations = strFromU8(rels);
  let text = body ? strFromU8(body) : "";
  const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? "");
  const used = new Set(ids);
  let next = 1;
  for (const id of ids) {
    if (/^rId\d+$/.test(id)) continue;
    while (used.has(`rId${next}`)) next++;
    const name = `rId${next}`;
    used.add(name);
    relations = relations.replaceAll(`"${id}"`, `"${name}"`);
    text = text.replaceAll(`"${id}"`, `"${name}"`);
  }
  parts.set(path, strToU8(relations));
  if (body) parts.set(owner, strToU8(text));
}

/** Counters of the library go on through a process; here each part counts from one. */
function renumber(xml: string): string {
  const bookmarkIds = new Map<string, string>();
  let pictures = 0;
  let shapes = 0;
  return xml
    .replaceAll(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/w:id="([^"]*)"/, (_, id: string) => {
        const known = bookmarkIds.get(id) ?? String(bookmarkIds.size + 1);
        bookmarkIds.set(id, known);
        return `w:id="${known}"`;
      }),
    )
    .replaceAll(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")[^"]*"/g, (_, before: string) => `${before}${++pictures}"`)
    .replaceAll(/(PowerPlusWaterMarkObject)[A-Za-z0-9_-]{21}/g, (_, name: string) => `${name}${++shapes}`);
}

/** The library ends a section with an empty paragraph; its properties belong to the last one with words. */
function sectionEnds(xml: string): string {
  return xml
    .replaceAll(
      /(<w:p>(?:(?!<w:p>).)*?)(<\/w:pPr>)((?:(?!<w:p>).)*?<\/w:p>)<w:p><w:pPr>(<w:sectPr\b(?:(?!<w:p>).)*?<\/w:sectPr>)<\/w:pPr><\/w:p>/gs,
      "$1$4$2$3",
    )
    .replaceAll(/<w:p><w:pPr>(?=<w:sectPr\b)/g, '<w:p><w:pPr><w:pStyle w:val="Gap"/>');
}

function dated(xml: string, date: string): string {
  return xml.replaceAll(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    (_, open: string) => `${open}${date.slice(0, 10)}T00:00:00Z`,
  );
}

/** The content types come first, then the package's relationships, as readers expect. */
function byPlace(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2);
  return rank(a) - rank(b) || byBytes(a, b);
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
