// Our styles in the look of a house's own: its definitions under our ids where it has a style of the name, ours elsewhere.
import type { HouseBase, HouseStyle, StyleType, Xml } from "../../house-base/base.ts";
import { chain } from "../../house-base/look.ts";
import { styleFinder } from "../../house-base/names.ts";
import { inParagraphOrder } from "../../house-base/properties.ts";
import { child, val } from "../../house-base/xml.ts";
import { setApart, shielded } from "./house-shield.ts";
import { xml } from "./house-xml.ts";

/** Our styles part with the house's styles in it. */
export function houseStyles(own: Xml, base: HouseBase): Xml {
  const styles = own.children.filter((c) => c.name === "w:style");
  const plan = planned(styles, base);
  const shield = shielded(base);
  return {
    ...own,
    children: [
      defaults(child(own, "w:docDefaults"), base),
      ...own.children.filter((c) => c.name !== "w:docDefaults" && c.name !== "w:style"),
      ...styles.map((style) => {
        const house = plan.pairs.get(idOf(style));
        const made = house ? replaced(style, house, base, plan, inherited(house, base, plan)) : shield(style);
        return setApart(made, base);
      }),
      ...[...plan.carried].map(([house, id]) => carried(house, id, base, plan)),
    ],
  };
}

interface Plan {
  /** House styles by the ids of ours that they take the place of. */
  readonly pairs: ReadonlyMap<string, HouseStyle>;
  /** What they stand on or are linked with, under ids that no other style has. */
  readonly carried: ReadonlyMap<HouseStyle, string>;
  /** Ids of all house styles in our file. */
  readonly ids: ReadonlyMap<HouseStyle, string>;
  /** Which of the properties that stay ours each of them has. */
  readonly numbered: ReadonlyMap<HouseStyle, readonly string[]>;
  /** Names that are used, in lower case. */
  readonly names: ReadonlySet<string>;
}

/** These say that nothing is set; they stay as they are. */
const basic: Readonly<Record<string, StyleType>> = { DefaultParagraphFont: "character", TableNormal: "table" };

function planned(styles: readonly Xml[], base: HouseBase): Plan {
  const find = styleFinder(base);
  const pairs = new Map<string, HouseStyle>();
  const ids = new Map<HouseStyle, string>();
  const used = new Set(styles.map(idOf));
  for (const style of styles) {
    const id = idOf(style);
    const kind = basic[id];
    const house = kind
      ? base.styles.find((s) => s.isDefault && s.type === kind)
      : find(typeOf(style) ?? "paragraph", nameOf(style));
    if (!house || typeOf(style) === undefined) continue;
    if (!ids.has(house)) ids.set(house, id);
    if (!kind) pairs.set(id, house);
  }
  // The style of runs that goes with one of ours takes the place of the one that goes with ours, whatever its name.
  for (const style of styles) {
    const house = pairs.get(idOf(style));
    const partner = house && partnerOf(house, base);
    const own = val(child(style, "w:link"));
    if (!partner || !own || ids.has(partner) || pairs.has(own) || !used.has(own)) continue;
    ids.set(partner, own);
    pairs.set(own, partner);
  }
  const carry = new Map<HouseStyle, string>();
  const waiting = [...pairs.values()];
  for (let house = waiting.pop(); house; house = waiting.pop()) {
    for (const needed of [parentOf(house, base), partnerOf(house, base)]) {
      if (!needed || ids.has(needed)) continue;
      const id = free(needed.id, used);
      used.add(id);
      ids.set(needed, id);
      carry.set(needed, id);
      waiting.push(needed);
    }
  }
  const sorted = [...carry].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  const numbered = new Map<HouseStyle, readonly string[]>();
  for (const style of styles) {
    const house = pairs.get(idOf(style));
    const own = child(style, "w:pPr")?.children.map((p) => p.name) ?? [];
    if (house && ids.get(house) === idOf(style))
      numbered.set(
        house,
        own.filter((name) => kept.includes(name)),
      );
  }
  const names = new Set(styles.map((s) => nameOf(s).toLowerCase()));
  return { pairs, ids, carried: new Map(sorted), numbered, names };
}

function parentOf(house: HouseStyle, base: HouseBase): HouseStyle | undefined {
  const parent = chain(base.styles, house).at(-2);
  // Two styles that stand on each other would never end.
  return parent && base.styles.some((s) => s === parent) && !standsOn(parent, house, base) ? parent : undefined;
}

function standsOn(style: HouseStyle, other: HouseStyle, base: HouseBase): boolean {
  return chain(base.styles, style).includes(other);
}

/** The style of runs that goes with one of paragraphs, or the other way round; both must say so. */
function partnerOf(house: HouseStyle, base: HouseBase): HouseStyle | undefined {
  const partner = base.styles.find((s) => s.id === house.link);
  return partner && partner.link === house.id && partner.type !== house.type ? partner : undefined;
}

function free(wanted: string, used: ReadonlySet<string>): string {
  const id = wanted.replace(/[^A-Za-z0-9_-]/g, "") || "Style";
  for (let n = 0; ; n++) {
    const tried = n === 0 ? id : `${id}House${n === 1 ? "" : n}`;
    if (!used.has(tried)) return tried;
  }
}

function defaults(own: Xml | undefined, base: HouseBase): Xml {
  const language = child(child(child(own, "w:rPrDefault"), "w:rPr"), "w:lang");
  const run = [...base.defaults.run, ...(language ? [language] : [])];
  return xml("w:docDefaults", {}, [
    xml("w:rPrDefault", {}, [xml("w:rPr", {}, run)]),
    xml("w:pPrDefault", {}, base.defaults.paragraph.length > 0 ? [xml("w:pPr", {}, base.defaults.paragraph)] : []),
  ]);
}

/** A house's definition under the id and the name of ours; what breaks, numbers and outlines is ours. */
function replaced(own: Xml, house: HouseStyle, base: HouseBase, plan: Plan, above: ReadonlySet<string>): Xml {
  const id = idOf(own);
  return xml("w:style", own.attributes, [
    ...named(own, "w:name"),
    ...based(house, base, plan, id),
    ...named(own, "w:next"),
    ...(partnerOf(house, base) ? linked(house, base, plan) : named(own, "w:link")),
    ...house.shown,
    ...group("w:pPr", paragraphOf(id, child(own, "w:pPr")?.children ?? [], house, above)),
    ...group("w:rPr", runOf(id, child(own, "w:rPr")?.children ?? [], house)),
    ...(house.type === "table" ? tableOf(own, house) : []),
  ]);
}

function carried(house: HouseStyle, id: string, base: HouseBase, plan: Plan): Xml {
  const custom: Record<string, string> = house.isCustom ? { "w:customStyle": "1" } : {};
  const name = plan.names.has(house.name.toLowerCase()) ? `${house.name} (House)` : house.name;
  return xml("w:style", { "w:type": house.type, ...custom, "w:styleId": id }, [
    xml("w:name", { "w:val": name }),
    ...based(house, base, plan, id),
    ...linked(house, base, plan),
    ...house.shown,
    ...group("w:pPr", house.paragraph),
    ...group("w:rPr", house.run),
    ...house.table,
  ]);
}

function based(house: HouseStyle, base: HouseBase, plan: Plan, own: string): readonly Xml[] {
  const parent = parentOf(house, base);
  const id = parent && plan.ids.get(parent);
  return id && id !== own ? [xml("w:basedOn", { "w:val": id })] : [];
}

function linked(house: HouseStyle, base: HouseBase, plan: Plan): readonly Xml[] {
  const partner = partnerOf(house, base);
  const id = partner && plan.ids.get(partner);
  return id ? [xml("w:link", { "w:val": id })] : [];
}

const kept = ["w:keepNext", "w:keepLines", "w:numPr", "w:outlineLvl"];

/** Tabs follow from our page, and indents of lists from their numbering. */
function oursIn(id: string): readonly string[] {
  if (/^List(Bullet|Number|Continue)/.test(id)) return [...kept, "w:tabs", "w:ind"];
  // Numbers and titles of contents stand at tabs that go with the indents.
  if (/^(TOC\d|TableofFigures)/.test(id)) return [...kept, "w:tabs", "w:ind"];
  if (/^(Header|Footer)/.test(id)) return [...kept, "w:tabs"];
  return kept;
}

/** What a style of ours must take back where the house bases it on one that has it. */
const taken: Readonly<Record<string, Xml>> = {
  "w:numPr": xml("w:numPr", {}, [xml("w:numId", { "w:val": "0" })]),
  "w:outlineLvl": xml("w:outlineLvl", { "w:val": "9" }),
  "w:keepNext": xml("w:keepNext", { "w:val": "0" }),
  "w:keepLines": xml("w:keepLines", { "w:val": "0" }),
};

/** Those of our own properties that a house style would get from the styles it stands on. */
function inherited(house: HouseStyle, base: HouseBase, plan: Plan): ReadonlySet<string> {
  const above = chain(base.styles, house).slice(0, -1);
  return new Set(above.flatMap((style) => plan.numbered.get(style) ?? []));
}

function paragraphOf(id: string, own: readonly Xml[], house: HouseStyle, above: ReadonlySet<string>): readonly Xml[] {
  const ours = oursIn(id);
  return inParagraphOrder([
    ...Object.entries(taken).flatMap(([name, undone]) => (above.has(name) ? [undone] : [])),
    ...own.filter((p) => id === "Normal" && p.name === "w:widowControl"),
    ...house.paragraph.filter((p) => !ours.includes(p.name)),
    ...own.filter((p) => ours.includes(p.name)),
  ]);
}

/** A number of a note stays raised. */
function runOf(id: string, own: readonly Xml[], house: HouseStyle): readonly Xml[] {
  const raised = id === "FootnoteReference" && !house.run.some((p) => p.name === "w:vertAlign");
  return raised ? [...house.run, ...own.filter((p) => p.name === "w:vertAlign")] : house.run;
}

/**
 * Borders and grounds of theirs, indents and paddings of ours, by which columns are measured. A style that says nothing
 * of headers, sums and names, as Word's own grid does, has ours.
 */
function tableOf(own: Xml, house: HouseStyle): readonly Xml[] {
  const [theirs, ours] = [house.table.find((t) => t.name === "w:tblPr")?.children ?? [], child(own, "w:tblPr")];
  const pick = (names: readonly string[]) => theirs.filter((p) => names.includes(p.name));
  const properties = [
    ...pick(["w:tblStyleRowBandSize", "w:tblStyleColBandSize"]),
    ...named(ours, "w:tblInd"),
    ...pick(["w:tblBorders", "w:shd"]),
    ...named(ours, "w:tblCellMar"),
  ];
  const isPart = ({ name }: Xml): boolean => name === "w:tblStylePr";
  return [
    xml("w:tblPr", {}, properties),
    ...house.table.filter(({ name }) => name !== "w:tblPr"),
    ...(house.table.some(isPart) ? [] : own.children.filter(isPart)),
  ];
}

function group(name: string, children: readonly Xml[]): readonly Xml[] {
  return children.length > 0 ? [xml(name, {}, children)] : [];
}

function named(of: Xml | undefined, name: string): readonly Xml[] {
  const found = child(of, name);
  return found ? [found] : [];
}

function idOf(style: Xml): string {
  return style.attributes["w:styleId"] ?? "";
}

function nameOf(style: Xml): string {
  return val(child(style, "w:name")) ?? "";
}

function typeOf(style: Xml): StyleType | undefined {
  const type = style.attributes["w:type"];
  return type === "paragraph" || type === "character" || type === "table" ? type : undefined;
}
