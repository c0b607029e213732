// A theme that takes from a house's Word file what every output can have: page, face, sizes, distances, colours.
import type { Theme } from "../../schemas/house.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { HouseBase, HousePage } from "../house-base/base.ts";
import { natural, shippedFace } from "../house-base/faces.ts";
import { type Look, lookOf } from "../house-base/look.ts";
import { lackedStyles, wantedStyles } from "../house-base/names.ts";
import { openBase } from "../house-base/open.ts";
import { ok, type Result } from "../result.ts";
import { houseColours, withHeadings } from "./base-colours.ts";

export interface Based {
  readonly theme: Theme;
  /** What Word documents take beside; none when the file cannot be used. */
  readonly base?: HouseBase;
}

/** The theme with what the file gives; the theme alone, and why, when the file cannot be used. */
export function basedTheme(theme: Theme, file: string, bytes: Uint8Array): Result<Based> {
  const span = { file, start: 0, end: 0 };
  const base = openBase(file, bytes);
  if ("reason" in base) return ok({ theme }, [report("template/base-refused", span, base)]);
  const found: Diagnostic[] = [];
  const missing = lackedStyles(base);
  if (missing.length > 0) found.push(report("template/base-styles", span, { missing, of: wantedStyles.length }));

  const left = (part: string, reason: string) => found.push(report("template/base-part", span, { part, reason }));
  const page = base.page ? taken(base.page, left) : undefined;
  const normal = lookOf(base, "Body Text") ?? lookOf(base, "Normal");
  const word = normal?.face ?? base.theme?.minor;
  const face = word === undefined ? undefined : shippedFace(word, base.serif);
  if (word !== undefined && face && !face.isSame) {
    found.push(report("template/base-face", span, { face: word, nearest: shippedName(face.face) }));
  }
  const sized: Theme = {
    ...theme,
    ...(page ? { page } : {}),
    ...(face ? { face: { text: face.face, word: word ?? theme.face.word } } : {}),
  };
  const set = normal ? withText(sized, base, normal, left) : sized;
  // Margins of the house's own say how long its lines are.
  const width = textWidth(set.page);
  const measure = page ? width : Math.min(set.body.measure, width);
  const placed = { ...set, body: { ...set.body, measure } };
  const wide = face && !face.isSame ? { stretch: face.stretch } : {};
  const apart = normal && spaceOf(normal) === 0 ? { after: placed.body.after } : {};
  const more = { ...base, ...wide, ...apart };
  const heading = lookOf(base, "Heading 1");
  if (!base.theme) {
    left("colours", "the file has no theme with twelve colours and two faces");
    const colours = withHeadings(placed, placed.colours, heading);
    return ok({ theme: { ...placed, colours }, base: more }, found);
  }
  const { colours, pale } = houseColours(placed, base.theme);
  const told = pale.filter((slot) => slot !== "lt1" && slot !== "lt2" && slot !== "folHlink");
  if (told.length > 0) {
    const from = base.theme;
    found.push(report("template/base-colours", span, { colours: told.map((s) => `${s} ${from.colours[s]}`) }));
  }
  const all = withHeadings(placed, colours, heading);
  return ok({ theme: { ...placed, colours: all }, base: { ...more, pale } }, found);
}

/** "Tinos", as the face is called where it is listed. */
function shippedName(face: string): string {
  return `${face.slice(0, 1).toUpperCase()}${face.slice(1)}`;
}

type Leave = (part: string, reason: string) => void;

function textWidth({ width, margin }: Theme["page"]): number {
  return width - margin.left - margin.right;
}

/** Room that a line of a header or footer needs between its edge and the text. */
const running = 28;

function taken({ margin, header, footer, ...size }: HousePage, left: Leave): Theme["page"] | undefined {
  const page = { ...size, margin };
  const reason =
    size.width < 280 || size.height > 2000
      ? "its paper is smaller than A6 or larger than A2"
      : textWidth({ ...page, header, footer }) < 220
        ? "its margins leave less than 8 cm for a line of text"
        : margin.top < 42 || margin.bottom < 40
          ? "its margins leave no room for a header or a footer"
          : size.height - margin.top - margin.bottom < 260
            ? "its margins leave less than 9 cm of height for text"
            : Math.min(margin.left, margin.right) < 14
              ? "printers cannot reach so near to the edge"
              : undefined;
  if (reason !== undefined) {
    left("page", reason);
    return undefined;
  }
  // A header that begins too low would push the text down, in Word only.
  const distance = (wanted: number, room: number): number => round(Math.min(Math.max(wanted, 14), room - running));
  return { ...page, header: distance(header, margin.top), footer: distance(footer, margin.bottom) };
}

/** Sizes and distances of running text and headings. */
function withText(theme: Theme, base: HouseBase, normal: Look, left: Leave): Theme {
  const line = natural[theme.face.text];
  if (normal.size < 9 || normal.size > 16) {
    left("size of text", `${normal.size} points is too ${normal.size < 9 ? "small" : "large"} for running text`);
    return theme;
  }
  const leading = leadingOf(normal, line);
  const after = spaceOf(normal);
  if (after === 0) left("distance of paragraphs", "the file leaves none, and documents hold no empty lines");
  const body = { ...theme.body, size: normal.size, leading, after: after === 0 ? theme.body.after : after };
  const headings: Theme["headings"][number][] = [];
  for (const [level, own] of theme.headings.entries()) {
    const look = lookOf(base, `Heading ${level + 1}`);
    const above = headings.at(-1)?.size ?? own.size;
    if (look && look.size >= 9 && look.size <= 48) {
      headings.push({ size: look.size, leading: leadingOf(look, line), before: look.before, after: look.after });
    } else {
      // One of ours among theirs is no larger than the one above it.
      const size = Math.max(body.size, Math.min(own.size, above));
      headings.push({ ...own, size, leading: round(own.leading * (size / own.size)) });
    }
  }
  // Tables and notes are never larger than the text they stand in.
  const size = Math.min(theme.table.size, body.size);
  const table = {
    ...theme.table,
    size,
    leading: round(theme.table.leading * (size / theme.table.size)),
    smallest: Math.min(theme.table.smallest, size),
  };
  const note = Math.min(theme.small.size, Math.max(9, body.size - 1));
  const small = { size: note, leading: round(theme.small.leading * (note / theme.small.size)) };
  return { ...theme, body, headings, table, small };
}

/** Space between paragraphs; less than two points is none. */
function spaceOf({ before, after }: Look): number {
  const space = Math.max(before, after);
  return space < 2 ? 0 : space;
}

function leadingOf({ line, size }: Look, single: number): number {
  if ("exact" in line) return round(Math.max(line.exact, size));
  if ("least" in line) return round(Math.max(line.least, size * single));
  return round(Math.max(1, line.times) * size * single);
}

/** To a twentieth of a point, which Word counts in. */
function round(points: number): number {
  return Math.round(points * 20) / 20;
}
