// A drawing written anew: only what is known to be harmless, and words as outlines where no face may be asked for.
import type { Lettering } from "../../exhibit/scene.ts";
import { isDropped, plainName } from "./safe.ts";
import type { Size } from "./size.ts";
import { type Declarations, handedOn, looksOf, type Rules } from "./style.ts";
import { runsOf } from "./text.ts";
import type { Element } from "./xml.ts";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** `family` names the face of words; without it they are drawn as outlines. */
export function writeSvg(root: Element, rules: Rules, size: Size, letters: Lettering, family?: string): string {
  const attributes = (element: Element): string =>
    [...element.attributes]
      .filter(([key]) => isKept(key))
      .map(([key, { value }]) => ` ${key}="${escaped(value)}"`)
      .join("");
  function write(element: Element, handed: Declarations): string {
    const name = plainName(element.name);
    if (isDropped(element.name)) return "";
    const looks = handedOn(handed, looksOf(element, rules));
    if (name === "text" && family === undefined) return outlined(element, looks);
    const inner = element.children
      .map((child) => (child.type === "words" ? wordsOf(child.value, name) : write(child, looks)))
      .join("");
    return `<${name}${attributes(element)}>${inner}</${name}>`;
  }
  function outlined(element: Element, looks: Declarations): string {
    const runs = runsOf(element, looks, rules, size.field, letters.measure);
    if ("why" in runs) return "";
    const paths = runs.map((run) => {
      const own = ["fill", "stroke", "stroke-width", "fill-opacity", "color"].flatMap((key) => {
        const value = run.looks.get(key);
        return value === undefined ? [] : [` ${key}="${escaped(value)}"`];
      });
      return `<path d="${letters.outline(run.value, run.x, run.y, run.size, run.bold)}"${own.join("")}/>`;
    });
    const around = ["transform", "opacity", "filter", "mask", "clip-path"].flatMap((key) => {
      const value = looksOf(element, rules).get(key);
      return value === undefined ? [] : [` ${key}="${escaped(value)}"`];
    });
    return `<g${around.join("")}>${paths.join("")}</g>`;
  }
  const handed = handedOn(new Map(), looksOf(root, rules));
  const inner = root.children.map((child) => (child.type === "words" ? "" : write(child, handed))).join("");
  const field = root.attributes.get("viewBox")?.value ?? `0 0 ${size.field.width} ${size.field.height}`;
  const own = [...root.attributes]
    .filter(([key]) => isKept(key) && !["width", "height", "viewBox", "version", "id"].includes(key))
    .map(([key, { value }]) => ` ${key}="${escaped(value)}"`)
    .join("");
  const names = `xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`;
  const face = family === undefined ? "" : ` font-family="${escaped(family)}"`;
  return `<svg ${names} width="${size.width}pt" height="${size.height}pt" viewBox="${escaped(field)}"${own}${face}>${inner}</svg>`;
}

function wordsOf(value: string, parent: string): string {
  return parent === "text" || parent === "tspan" || parent === "style" ? escaped(value) : "";
}

/** Attributes of other vocabularies and the faces that a drawing asks for are left out. */
function isKept(key: string): boolean {
  return (!key.includes(":") || key === "xlink:href") && key !== "font-family" && key !== "font" && key !== "xmlns";
}
