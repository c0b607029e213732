// Relationships of a package under ids that are counted, not drawn at random.
import { byBytes, change, type Parts, textOf } from "./parts.ts";

/** Counts every relationship id that is not `rIdN`, and drops the parts that relate to nothing. */
export function countRelationships(parts: Parts): void {
  for (const path of [...parts.keys()].filter((name) => name.endsWith(".rels")).sort(byBytes)) {
    const relations = textOf(parts, path) ?? "";
    if (!/ Id="/.test(relations)) parts.delete(path);
    else rename(parts, path, newNames(relations));
  }
}

function newNames(relations: string): ReadonlyMap<string, string> {
  const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? "");
  const used = new Set(ids);
  const names = new Map<string, string>();
  let next = 1;
  for (const id of ids) {
    if (/^rId\d+$/.test(id)) continue;
    while (used.has(`rId${next}`)) next++;
    used.add(`rId${next}`);
    names.set(id, `rId${next}`);
  }
  return names;
}

function rename(parts: Parts, path: string, names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  const named = (xml: string, attribute: RegExp): string =>
    xml.replaceAll(attribute, (all, before: string, id: string) => {
      const name = names.get(id);
      return name === undefined ? all : `${before}${name}"`;
    });
  change(parts, path, (xml) => named(xml, /( Id=")([^"]+)"/g));
  const owner = path.replace(/_rels\/([^/]+)\.rels$/, "$1");
  change(parts, owner, (xml) => named(xml, /(\br:[a-z]+=")([^"]+)"/gi));
}
