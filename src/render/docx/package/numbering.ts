// Numbering definitions as Word keeps its own: of the right sort, told apart, and none that nothing uses.
import { digits } from "./counts.ts";

const definition = /<w:abstractNum\b[^>]*w:abstractNumId="([^"]*)"[^>]*>.*?<\/w:abstractNum>/gs;
const use = /<w:num\b[^>]*w:numId="([^"]*)"[^>]*>.*?<\/w:num>/gs;

/** Ids of numberings that a part refers to. */
export function numberingsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:numId w:val="([^"]*)"/g)].map((match) => match[1] ?? "");
}

/** The numbering part with those `used` by other parts. */
export function numbering(xml: string, used: ReadonlySet<string>): string {
  const kept = new Set<string>();
  const uses = xml.replaceAll(use, (text, id: string) => {
    if (!used.has(id)) return "";
    kept.add(/<w:abstractNumId w:val="([^"]*)"/.exec(text)?.[1] ?? "");
    return text;
  });
  return uses.replaceAll(definition, (text, id: string) => {
    // A definition linked to a style is used by whoever chooses the style.
    if (!kept.has(id) && !/<w:(?:styleLink|numStyleLink)\b/.test(text)) return "";
    return sorted(text, id);
  });
}

/** The library calls every definition a hybrid one, with levels that nobody has used yet. */
function sorted(text: string, id: string): string {
  const levels = text.match(/<w:lvl\b/g)?.length ?? 0;
  const outline = /<w:pStyle\b/.test(text) || /<w:lvlText w:val="[^"]*%\d[^"]*%\d/.test(text);
  const type = outline ? "multilevel" : levels === 1 ? "singleLevel" : "hybridMultilevel";
  // Word tells lists apart by this number when text is copied from file to file.
  const told = /<w:nsid\b/.test(text) ? "" : `<w:nsid w:val="${digits(`${id} ${text}`)}"/>`;
  return text
    .replaceAll(' w:tentative="1"', "")
    .replace(/<w:multiLevelType w:val="[^"]*"\/>/, `${told}<w:multiLevelType w:val="${type}"/>`);
}
