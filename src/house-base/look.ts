// What a style comes to once its ancestors and the defaults are counted in.
import { type HouseBase, type HouseStyle, wordSlots, type Xml } from "./base.ts";
import { styleFinder } from "./names.ts";

export interface Look {
  /** Points; Word's default is ten. */
  readonly size: number;
  readonly face: string | undefined;
  /** #rrggbb, or undefined for the automatic colour. */
  readonly colour: string | undefined;
  readonly before: number;
  readonly after: number;
  /** Distance of lines: so many times that of the face, or points. */
  readonly line: { readonly times: number } | { readonly least: number } | { readonly exact: number };
}

/** Look of a paragraph style by Word's name; undefined when the file has none of that name. */
export function lookOf(base: HouseBase, name: string): Look | undefined {
  const style = styleFinder(base)("paragraph", name);
  if (!style) return undefined;
  const run = merged(base, style, "run");
  const spacing = merged(base, style, "paragraph").get("w:spacing") ?? {};
  return {
    size: number(run.get("w:sz")?.["w:val"], 20) / 2,
    face: faceOf(base, run.get("w:rFonts") ?? {}),
    colour: colourOf(base, run.get("w:color") ?? {}),
    before: number(spacing["w:before"], 0) / 20,
    after: number(spacing["w:after"], 0) / 20,
    line: lineOf(spacing),
  };
}

/** The ancestors of a style, itself last; a circle is cut. */
export function chain(styles: readonly HouseStyle[], style: HouseStyle): readonly HouseStyle[] {
  const line = [style];
  for (let at = style; at.basedOn !== undefined; ) {
    const parent = styles.find((s) => s.id === at.basedOn && s.type === at.type);
    if (!parent || line.includes(parent)) break;
    line.unshift(parent);
    at = parent;
  }
  return line;
}

type Attributes = Readonly<Record<string, string>>;

/** Attributes of each property, the nearest value of each. */
function merged(base: HouseBase, style: HouseStyle, kind: "run" | "paragraph"): ReadonlyMap<string, Attributes> {
  const all = new Map<string, Attributes>();
  const layers: readonly (readonly Xml[])[] = [base.defaults[kind], ...chain(base.styles, style).map((s) => s[kind])];
  for (const { name, attributes } of layers.flat()) {
    // A face by name takes the place of one by the theme, and the other way round.
    const kept = Object.entries(all.get(name) ?? {}).filter(
      ([key]) => !["ascii", "hAnsi"].some((k) => key.startsWith(`w:${k}`) && replaced(attributes, k)),
    );
    all.set(name, name === "w:color" ? attributes : { ...Object.fromEntries(kept), ...attributes });
  }
  return all;
}

function replaced(attributes: Attributes, key: string): boolean {
  return attributes[`w:${key}`] !== undefined || attributes[`w:${key}Theme`] !== undefined;
}

function faceOf({ theme }: HouseBase, fonts: Attributes): string | undefined {
  const named = fonts["w:asciiTheme"];
  if (named?.startsWith("major")) return theme?.major;
  if (named?.startsWith("minor")) return theme?.minor;
  return fonts["w:ascii"];
}

/** With a tint or shade, Word keeps the colour it comes to in w:val. */
function colourOf({ theme }: HouseBase, written: Attributes): string | undefined {
  const slot = wordSlots[written["w:themeColor"] ?? ""];
  const isPlain = written["w:themeTint"] === undefined && written["w:themeShade"] === undefined;
  if (slot && theme && isPlain) return theme.colours[slot];
  const value = written["w:val"] ?? "";
  return /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined;
}

function lineOf(spacing: Attributes): Look["line"] {
  const line = number(spacing["w:line"], 240);
  if (spacing["w:lineRule"] === "exact") return { exact: line / 20 };
  if (spacing["w:lineRule"] === "atLeast") return { least: line / 20 };
  return { times: line / 240 };
}

function number(written: string | undefined, otherwise: number): number {
  const value = Number(written);
  return written === undefined || !Number.isFinite(value) ? otherwise : value;
}
