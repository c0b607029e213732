// Numbering definitions, made as headings and lists are met. Word counts again by itself, so each use is checked
// against a copy of Word's counting, and a definition with its own start is begun where the two would differ.
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix, type NumberingDefinition } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { counter } from "../../document/counting.ts";
import type { Heading, HeadingLevel, List, NumberStyle } from "../../document/document.ts";
import { formatNumber, parseCounter, parseNumber } from "./counters.ts";
import { halfPoints, hex, twips } from "./units.ts";

/** What a numbered paragraph says: which definition, which level of it. */
export interface Marker {
  readonly reference: string;
  readonly level: number;
}

export interface ListNumbering {
  /** One an item. */
  readonly markers: readonly Marker[];
  /** Space for the widest marker, in points. */
  readonly hanging: number;
}

export interface Numbering {
  /** Undefined for a heading without number; "style" when its paragraph style brings the number. */
  readonly heading: (heading: Heading) => Marker | "style" | undefined;
  /** `left` is the text edge outside the list in points. */
  readonly list: (list: List, depth: number, left: number, size: number) => ListNumbering;
  readonly definitions: () => readonly NumberingDefinition[];
}

/** Name of the definition that the heading styles carry. */
export const headingReference = "headings";

type Measure = (text: string, size: number, bold: boolean) => number;

const formats = {
  decimal: LevelFormat.DECIMAL,
  "lower-alpha": LevelFormat.LOWER_LETTER,
  "upper-alpha": LevelFormat.UPPER_LETTER,
  "lower-roman": LevelFormat.LOWER_ROMAN,
  "upper-roman": LevelFormat.UPPER_ROMAN,
} as const satisfies Record<NumberStyle, string>;

/** Starts the numbering of one document. */
export function startNumbering(scheme: readonly HeadingLevel[], theme: Theme, measure: Measure): Numbering {
  const made: NumberingDefinition[] = [
    { reference: headingReference, levels: headingLevels(scheme, [], theme, measure) },
  ];
  const define = (prefix: string, levels: readonly ILevelsOptions[]): string => {
    const reference = `${prefix}-${made.length}`;
    made.push({ reference, levels });
    return reference;
  };
  return {
    heading: countHeadings(scheme, theme, measure, define),
    list: countLists(theme, measure, define),
    definitions: () => made,
  };
}

type Define = (prefix: string, levels: readonly ILevelsOptions[]) => string;

// ---------------------------------------------------------------- headings

function countHeadings(
  scheme: readonly HeadingLevel[],
  theme: Theme,
  measure: Measure,
  define: Define,
): Numbering["heading"] {
  let reference = headingReference;
  let starts: readonly number[] = [];
  let counters: readonly (number | undefined)[] = [];
  const own = countOwn(theme, measure, define);

  return (heading) => {
    if (heading.number === undefined) return undefined;
    const { level } = heading;
    if (heading.ownNumber) return own(heading);
    const values = (from: readonly (number | undefined)[]): readonly number[] =>
      scheme.map((_, i) => from[i] ?? starts[i] ?? 1);
    const counted = [...counters.slice(0, level - 1)];
    counted[level - 1] = (counters[level - 1] ?? (starts[level - 1] ?? 1) - 1) + 1;
    if (formatNumber(scheme, level, values(counted)).trim() !== heading.number.trim()) {
      const wanted = parseNumber(scheme, level, heading.number);
      if (!wanted) return own(heading);
      starts = scheme.map((_, i) => wanted.get(i + 1) ?? (i + 1 < level ? (counters[i] ?? 1) : 1));
      reference = define("headings", headingLevels(scheme, starts, theme, measure));
      counters = [...Array.from({ length: level - 1 }, () => undefined), starts[level - 1]];
    } else counters = counted;
    return reference === headingReference ? "style" : { reference, level: level - 1 };
  };
}

function headingLevels(
  scheme: readonly HeadingLevel[],
  starts: readonly number[],
  theme: Theme,
  measure: Measure,
): readonly ILevelsOptions[] {
  return scheme.flatMap(({ pattern, style }, i): readonly ILevelsOptions[] => {
    if (pattern === "") return [];
    const widest = formatNumber(
      scheme,
      i + 1,
      scheme.map(() => 8),
    );
    return [
      {
        ...linked(numberLevel(i, widest, headingSize(theme, i + 1), measure), starts.length === 0 ? i + 1 : undefined),
        format: formats[style],
        text: pattern.trimEnd(),
        start: starts[i] ?? 1,
      },
    ];
  });
}

/** Word finds the level of a heading style by the level that names the style, not by what the style says. */
function linked(level: ILevelsOptions, heading: number | undefined): ILevelsOptions {
  return heading === undefined ? level : { ...level, style: { ...level.style, style: `Heading${heading}` } };
}

/** Numbers outside the scheme ("Appendix B", "A.2"): neighbours that count on share a definition. */
function countOwn(theme: Theme, measure: Measure, define: Define): (heading: Heading) => Marker {
  const sequences = new Map<string, { readonly reference: string; last: number }>();
  return (heading) => {
    const number = heading.number ?? "";
    for (const style of ["decimal", "upper-alpha", "lower-alpha", "upper-roman", "lower-roman"] as const) {
      const parts = /^(.*?)([0-9]+|[A-Za-z]+)([^0-9A-Za-z]*)$/s.exec(number.trim());
      const value = parts && parseCounter(parts[2] ?? "", style);
      if (!parts || !value) continue;
      const text = `${parts[1]?.replaceAll("%", "")}%1${parts[3]}`;
      const key = `${heading.level} ${style} ${text}`;
      const sequence = sequences.get(key);
      if (sequence?.last === value - 1) {
        sequence.last = value;
        return { reference: sequence.reference, level: 0 };
      }
      const size = headingSize(theme, heading.level);
      const reference = define("own", [
        { ...numberLevel(0, number, size, measure), format: formats[style], text, start: value },
      ]);
      sequences.set(key, { reference, last: value });
      return { reference, level: 0 };
    }
    return {
      reference: define("own", [literalLevel(0, number, headingSize(theme, heading.level), measure)]),
      level: 0,
    };
  };
}

function numberLevel(level: number, widest: string, size: number, measure: Measure): ILevelsOptions {
  const width = measure(widest.trim(), size, true) + size * 0.55;
  // A long number hangs nothing: its second line begins at the margin.
  const hanging = width <= 60 ? width : 0;
  return {
    level,
    alignment: AlignmentType.LEFT,
    suffix: hanging > 0 ? LevelSuffix.TAB : LevelSuffix.SPACE,
    style: {
      paragraph: {
        indent: { left: twips(hanging), hanging: twips(hanging) },
        ...(hanging > 0 ? { leftTabStop: twips(width) } : {}),
      },
    },
  };
}

function literalLevel(level: number, text: string, size: number, measure: Measure): ILevelsOptions {
  return { ...numberLevel(level, text, size, measure), format: LevelFormat.NONE, text };
}

function headingSize(theme: Theme, level: number): number {
  return theme.headings[level - 1]?.size ?? theme.body.size;
}

// ---------------------------------------------------------------- lists

function countLists(theme: Theme, measure: Measure, define: Define): Numbering["list"] {
  const bullets = new Map<string, string>();
  const gap = 5;

  return (list, depth, left, size) => {
    const level = Math.min(depth, 8);
    const widest = Math.max(0, ...list.items.map((item) => measure(item.marker, size, false)));
    const hanging = Math.max(theme.list.indent, widest + gap);
    const levels = (at: ILevelsOptions): readonly ILevelsOptions[] =>
      Array.from({ length: 9 }, (_, i) => ({
        ...at,
        level: i,
        text: at.text?.replace(`%${level + 1}`, `%${i + 1}`),
        style: {
          ...at.style,
          paragraph: {
            indent: {
              left: twips(left + hanging + (i - level) * theme.list.indent),
              hanging: twips(hanging),
            },
          },
        },
      }));
    if (list.style === "bullet") {
      const markers = list.items.map((item) => {
        const key = `${item.marker} ${level} ${left} ${size}`;
        const reference =
          bullets.get(key) ??
          define(
            "bullets",
            levels({ level, format: LevelFormat.BULLET, text: item.marker, style: bulletRun(theme, size) }),
          );
        bullets.set(key, reference);
        return { reference, level };
      });
      return { markers, hanging };
    }
    return { markers: count(list, list.style, level, (o) => define("list", levels(o))), hanging };
  };
}

function count(
  list: List,
  style: NumberStyle,
  level: number,
  define: (level: ILevelsOptions) => string,
): readonly Marker[] {
  let reference = "";
  let next: { readonly value: number; readonly text: string } | undefined;
  return list.items.map((item) => {
    const text = item.value === undefined ? undefined : pattern(item.marker, counter(style, item.value), level);
    if (item.value === undefined || text === undefined) {
      next = undefined;
      return { reference: define({ level, format: LevelFormat.NONE, text: item.marker }), level };
    }
    if (next?.value !== item.value || next.text !== text) {
      reference = define({ level, format: formats[style], text, start: item.value });
    }
    next = { value: item.value + 1, text };
    return { reference, level };
  });
}

/** "iv." as "%2."; undefined when the marker does not show the counter. */
function pattern(marker: string, counter: string, level: number): string | undefined {
  const at = marker.indexOf(counter);
  return at < 0 ? undefined : `${marker.slice(0, at)}%${level + 1}${marker.slice(at + counter.length)}`;
}

function bulletRun(theme: Theme, size: number): ILevelsOptions["style"] {
  return { run: { font: theme.face.word, size: halfPoints(size), color: hex(theme.colours.text) } };
}
