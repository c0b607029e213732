// What a drawing may hold. Lists of what is allowed, not of what is dangerous: anything else is refused or left out.
import type { Attribute, Element, Fault } from "./xml.ts";

/** Drawn as they are. */
const drawn = new Set(
  ["svg g path rect circle ellipse line polyline polygon text tspan title desc defs style"].flatMap((names) =>
    names.split(" "),
  ),
);

/** Known to those who turn drawings into pixels, and harmless. */
const painted = new Set(
  [
    "linearGradient radialGradient stop pattern mask clipPath marker symbol use switch filter",
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight",
    "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight",
    "feSpecularLighting feSpotLight feTile feTurbulence",
  ].flatMap((names) => names.split(" ")),
);

/** Say nothing that is seen; left out. */
const dropped = new Set(["metadata", "title", "desc", "view", "cursor"]);

const refused: Readonly<Record<string, string>> = {
  script: "a script",
  foreignObject: "a page of another language (<foreignObject>)",
  image: "a picture inside the drawing (<image>)",
  feImage: "a picture inside the drawing (<feImage>)",
  a: "a link (<a>)",
  animate: "an animation",
  animateMotion: "an animation",
  animateTransform: "an animation",
  set: "an animation",
  textPath: "text on a path (<textPath>)",
};

/** Copies of a part that `use` may make in all. */
const mostCopies = 500;
const mostPathText = 600_000;

export function isForeign(name: string): boolean {
  return name.includes(":") && !name.startsWith("svg:");
}

/** An element's name without the prefix of SVG. */
export function plainName(name: string): string {
  return name.replace(/^svg:/, "");
}

export function isDropped(name: string): boolean {
  return isForeign(name) || dropped.has(name);
}

/** Elements that are turned into pixels. */
export function isPainted(name: string): boolean {
  return painted.has(name);
}

/** Everything in the drawing that no document may carry, in order. */
export function unsafe(root: Element): readonly Fault[] {
  const found: Fault[] = [];
  let copies = 0;
  let pathText = 0;
  const holdsUse = new Map<string, boolean>();
  const visit = (element: Element): boolean => {
    const name = plainName(element.name);
    const fault = (what: string, at: { readonly start: number; readonly end: number }) =>
      found.push({ reason: `it holds ${what}`, start: at.start, end: at.end, isUnsafe: true });
    if (isForeign(name)) return false;
    const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
    if (why !== undefined) fault(why, element);
    else if (!drawn.has(name) && !painted.has(name) && !dropped.has(name))
      fault(`<${name}>, which no drawing needs`, element);
    for (const [key, attribute] of element.attributes) {
      const what = unsafeAttribute(key, attribute);
      if (what !== undefined) fault(what, attribute);
      if (key === "d" || key === "points") pathText += attribute.value.length;
    }
    if (name === "style") {
      const css = element.children.map((c) => (c.type === "words" ? c.value : "")).join("");
      const what = unsafeStyle(css);
      if (what !== undefined) fault(what, element);
    }
    let hasUse = name === "use";
    if (hasUse && ++copies > mostCopies) fault(`more than ${mostCopies} copies of parts (<use>)`, element);
    for (const child of element.children) if (child.type === "element" && visit(child)) hasUse = true;
    const id = element.attributes.get("id")?.value;
    if (id !== undefined) holdsUse.set(id, hasUse);
    return hasUse;
  };
  visit(root);
  if (pathText > mostPathText)
    found.push({ reason: "its outlines are too long", start: root.start, end: root.end, isUnsafe: false });
  // A copy of a part that holds copies may grow without end.
  const nested = (element: Element): void => {
    const target = (element.attributes.get("href") ?? element.attributes.get("xlink:href"))?.value.slice(1) ?? "";
    if (plainName(element.name) === "use" && holdsUse.get(target))
      found.push({
        reason: "it holds copies of copies (<use>)",
        start: element.start,
        end: element.end,
        isUnsafe: true,
      });
    for (const child of element.children) if (child.type === "element") nested(child);
  };
  nested(root);
  return found;
}

function unsafeAttribute(key: string, { value }: Attribute): string | undefined {
  if (/^on/i.test(key)) return `an event attribute (${key})`;
  if (/^(xlink:)?href$/i.test(key) && !/^#[\w.:-]+$/.test(value.trim()))
    return /^data:/i.test(value.trim()) ? "data inside a reference" : "a reference to another file";
  if (key === "xml:base") return "a base address";
  return isForeign(key) ? undefined : unsafeStyle(value);
}

function unsafeStyle(css: string): string | undefined {
  // An escape could spell what is looked for here.
  if (/\\/.test(css)) return "a style with escapes";
  if (/@import/i.test(css)) return "a style sheet that it fetches";
  const outside = [...css.matchAll(/url\(\s*["']?\s*([^)]*)/gi)].some(([, target = ""]) => !target.startsWith("#"));
  return outside ? "a reference to another file" : undefined;
}
