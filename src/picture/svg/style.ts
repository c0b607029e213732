// Looks of a part: its own style over the drawing's rules over its attributes, and what it inherits.
import { plainName } from "./safe.ts";
import type { Element } from "./xml.ts";

export type Declarations = ReadonlyMap<string, string>;

export interface Rules {
  /** Looks by selector: ".class", "#id" or an element's name. */
  readonly simple: ReadonlyMap<string, Declarations>;
  /** A rule that is not of such a kind. */
  readonly isWhole: boolean;
}

function declarations(css: string): Declarations {
  return new Map(
    css.split(";").flatMap((one): readonly (readonly [string, string])[] => {
      const at = one.indexOf(":");
      const key = one.slice(0, at).trim().toLowerCase();
      const value = one
        .slice(at + 1)
        .replace(/!\s*important/i, "")
        .trim();
      return at > 0 && value !== "" ? [[key, value]] : [];
    }),
  );
}

/** The rules of every style element. */
export function rulesOf(root: Element): Rules {
  const simple = new Map<string, Declarations>();
  let isWhole = true;
  const visit = (element: Element): void => {
    if (plainName(element.name) === "style") {
      const css = element.children.map((c) => (c.type === "words" ? c.value : "")).join("");
      const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
      for (const [, selectors = "", body = ""] of bare.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
        for (const selector of selectors.split(",").map((s) => s.trim())) {
          if (/^[.#]?[A-Za-z_][\w-]*$/.test(selector))
            simple.set(selector, new Map([...(simple.get(selector) ?? []), ...declarations(body)]));
          else isWhole = false;
        }
      }
      if (bare.replace(/[^{}]*\{[^{}]*\}/g, "").trim() !== "") isWhole = false;
    }
    for (const child of element.children) if (child.type === "element") visit(child);
  };
  visit(root);
  return { simple, isWhole };
}

/** What an element itself says of its looks. */
export function looksOf(element: Element, rules: Rules): Declarations {
  const looks = new Map([...element.attributes].map(([key, { value }]) => [key, value.trim()] as const));
  const add = (more: Declarations | undefined): void => {
    for (const [key, value] of more ?? []) looks.set(key, value);
  };
  add(rules.simple.get(plainName(element.name)));
  for (const name of (element.attributes.get("class")?.value ?? "").split(/\s+/)) add(rules.simple.get(`.${name}`));
  add(rules.simple.get(`#${element.attributes.get("id")?.value ?? ""}`));
  add(declarations(element.attributes.get("style")?.value ?? ""));
  return looks;
}

const inherited = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "fill-rule",
  "fill-opacity",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
  "color",
  "writing-mode",
] as const;

/** Looks that pass on to what is inside, the element's own put over its parent's. */
export function handedOn(parent: Declarations, own: Declarations): Declarations {
  const next = new Map(parent);
  for (const key of inherited) {
    const value = own.get(key);
    if (value !== undefined && value !== "inherit") next.set(key, value);
  }
  return next;
}

const names: Readonly<Record<string, string>> = {
  black: "#000000",
  silver: "#c0c0c0",
  gray: "#808080",
  grey: "#808080",
  white: "#ffffff",
  maroon: "#800000",
  red: "#ff0000",
  purple: "#800080",
  fuchsia: "#ff00ff",
  magenta: "#ff00ff",
  green: "#008000",
  lime: "#00ff00",
  olive: "#808000",
  yellow: "#ffff00",
  navy: "#000080",
  blue: "#0000ff",
  teal: "#008080",
  aqua: "#00ffff",
  cyan: "#00ffff",
  orange: "#ffa500",
  gold: "#ffd700",
  pink: "#ffc0cb",
  brown: "#a52a2a",
  crimson: "#dc143c",
  indigo: "#4b0082",
  steelblue: "#4682b4",
  darkblue: "#00008b",
  darkgreen: "#006400",
  darkred: "#8b0000",
  darkgray: "#a9a9a9",
  darkgrey: "#a9a9a9",
  dimgray: "#696969",
  lightgray: "#d3d3d3",
  lightgrey: "#d3d3d3",
  lightblue: "#add8e6",
  whitesmoke: "#f5f5f5",
};

/** #rrggbb; "none" for no ink; undefined for what is no plain colour. */
export function colour(written: string, looks: Declarations): string | undefined {
  const text = written.trim().toLowerCase();
  if (text === "none" || text === "transparent") return "none";
  if (text === "currentcolor") return colour(looks.get("color") ?? "black", new Map());
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((c) => c + c).join("")}`;
  const rgb = /^rgb\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)\s*\)$/.exec(text);
  if (rgb) {
    const part = (v = "0") => Math.round(Math.min(255, v.endsWith("%") ? Number.parseFloat(v) * 2.55 : Number(v)));
    return `#${[rgb[1], rgb[2], rgb[3]].map((v) => part(v).toString(16).padStart(2, "0")).join("")}`;
  }
  return Object.hasOwn(names, text) ? names[text] : undefined;
}
