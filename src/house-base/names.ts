// Word's names of styles, and which of a house's styles stands behind each.
import type { HouseBase, HouseStyle, StyleType } from "./base.ts";

/** Styles of Word that documents use most, as its gallery writes them: a house's file is asked for each. */
export const wantedStyles = [
  "Title",
  "Subtitle",
  "Heading 1",
  "Heading 2",
  "Heading 3",
  "Heading 4",
  "List Bullet",
  "List Number",
  "Quote",
  "Caption",
  "Table Grid",
  "TOC Heading",
  "TOC 1",
  "TOC 2",
  "Table of Figures",
  "Header",
  "Footer",
  "Footnote Text",
  "Footnote Reference",
  "Hyperlink",
] as const;

/** Names that Word gives; a style of another name may mean anything in another file. */
const wordName =
  /^(normal|normal table|table grid|body text|title|subtitle|heading [1-9]|list (bullet|number|continue)( [2-5])?|quote|caption|toc heading|toc [1-9]|table of figures|header|footer|(foot|end)note (text|reference)|strong|emphasis|hyperlink|default paragraph font)$/i;

/** What finds the style of a type by Word's name for it, in whatever case, or by a name that somebody added. */
export type FindStyle = (type: StyleType, name: string) => HouseStyle | undefined;

/** The style of running text is the file's default, whatever it is called. */
export function styleFinder({ styles }: HouseBase): FindStyle {
  const byName = new Map<string, HouseStyle>();
  const put = (style: HouseStyle, name: string): void => {
    const key = keyOf(style.type, name);
    if (!byName.has(key)) byName.set(key, style);
  };
  for (const style of styles) if (style.isDefault && style.type === "paragraph") put(style, "Normal");
  for (const style of styles) put(style, style.name);
  for (const style of styles) for (const alias of style.aliases) put(style, alias);
  return (type, name) => (wordName.test(name) ? byName.get(keyOf(type, name)) : undefined);
}

/** Those of `wantedStyles` that the file lacks. */
export function lackedStyles(base: HouseBase): readonly string[] {
  const find = styleFinder(base);
  const types: readonly StyleType[] = ["paragraph", "character", "table"];
  return wantedStyles.filter((name) => !types.some((type) => find(type, name)));
}

function keyOf(type: StyleType, name: string): string {
  return `${type} ${name.toLowerCase()}`;
}
