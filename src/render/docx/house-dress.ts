// Puts the look of a house's own Word file on a document: its styles, its theme.
import { type HouseBase, type HouseColours, type Slot, slots, wordSlots } from "../../house-base/base.ts";
import { houseStyles } from "./house-styles.ts";
import { escaped, tree, written } from "./house-xml.ts";
import { change, type Parts, textOf } from "./package/parts.ts";
import { hex } from "./units.ts";

const themePart = "word/theme/theme1.xml";

/** Changes the parts of a document's package. */
export function dress(parts: Parts, base: HouseBase): void {
  const pale = base.theme ? (base.pale ?? []) : [];
  const own = textOf(parts, themePart) ?? "";
  for (const path of pale.length > 0 ? parts.keys() : []) {
    if (/^word\/[a-z]+\d*\.xml$/.test(path)) change(parts, path, (xml) => unslotted(xml, pale));
    if (/^word\/charts\/[^/]+\.xml$/.test(path)) change(parts, path, (xml) => undrawn(xml, pale, own));
  }
  change(parts, "word/styles.xml", (xml) => xml.slice(0, prologue(xml)) + written(houseStyles(tree(xml), base)));
  const { theme } = base;
  if (theme) change(parts, themePart, (xml) => themed(xml, theme));
}

/** Length of what stands before the root. */
function prologue(xml: string): number {
  return xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
}

/** Colours that are too pale in the house's theme stay what they are in ours, written out. */
function unslotted(xml: string, pale: readonly Slot[]): string {
  const names = Object.keys(wordSlots).filter((name) => pale.some((slot) => slot === wordSlots[name]));
  const slot = new RegExp(` w:theme(?:Color|Fill)="(?:${names.join("|")})"`, "g");
  return xml.replace(/<w:[^>]* w:theme(?:Color|Fill)=[^>]*>/g, (tag) => {
    const without = tag.replace(slot, "");
    return without === tag ? tag : without.replace(/ w:theme(?:Fill)?(?:Tint|Shade)="[^"]*"/g, "");
  });
}

/** Names of the slots in drawings, where they are not those of the theme. */
const drawn: Partial<Record<Slot, string>> = { dk1: "tx1", lt1: "bg1", dk2: "tx2", lt2: "bg2" };

/** The same in charts, which name a slot alone; `own` is our theme. */
function undrawn(xml: string, pale: readonly Slot[], own: string): string {
  return pale.reduce((changed, slot) => {
    const colour = new RegExp(`<a:${slot}><a:srgbClr val="([0-9A-F]{6})"/>`).exec(own)?.[1];
    if (colour === undefined) return changed;
    return changed.replaceAll(`<a:schemeClr val="${drawn[slot] ?? slot}"/>`, `<a:srgbClr val="${colour}"/>`);
  }, xml);
}

/** Their colours and faces; effects, which documents do not use, stay ours. */
function themed(xml: string, { name, colours, major, minor }: HouseColours): string {
  const colour = slots.map((slot) => `<a:${slot}><a:srgbClr val="${hex(colours[slot])}"/></a:${slot}>`).join("");
  const face = (kind: string, typeface: string): string =>
    `<a:${kind}><a:latin typeface="${escaped(typeface)}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}>`;
  const title = escaped(name);
  return xml
    .replace(/(<a:theme\b[^>]*? name=")[^"]*"/, (_, before: string) => `${before}${title}"`)
    .replace(/<a:clrScheme\b.*?<\/a:clrScheme>/s, () => `<a:clrScheme name="${title}">${colour}</a:clrScheme>`)
    .replace(
      /<a:fontScheme\b.*?<\/a:fontScheme>/s,
      () => `<a:fontScheme name="${title}">${face("majorFont", major)}${face("minorFont", minor)}</a:fontScheme>`,
    );
}
