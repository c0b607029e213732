// Numbering definitions, made as headings and lists are met. Word counts again by itself, so each use is checked
// against a copy of Word's counting, and a definition with its own start is begun where the two would differ.
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix, type NumberingDefinition } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { counter } from "../../document/counting.ts";
import type { Document, Heading, HeadingLevel, List, NumberStyle } from "../../document/document.ts";
import { formatNumber, parseNumber, readNumber } from "./counters.ts";
import { appendixStyle, countAppendices } from "./numbering-appendices.ts";
import { countStyled, levelOfStyle, type StyledList, styledLists } from "./numbering-styles.ts";
import { bodyFont, colour } from "./theme.ts";
import { halfPoints, twips } from "./units.ts";

/** What a numbered paragraph says: which definition, which level of it. */
export interface Marker {
  readonly reference: string;
  readonly level: number;
  /** A count of its own among those of the definition. */
  readonly instance?: number;
  /** Style that brings it without a word of the paragraph's. */
  readonly by?: string;
}

export interface ListNumbering {
  /** One for each item. */
  readonly markers: readonly Marker[];
  /** Space for the widest marker, in points. */
  readonly hanging: number;
}

export interface Numbering {
  /** Undefined for a heading without number. */
  readonly heading: (heading: Heading) => Marker | undefined;
  /** `left` is the text edge outside the list in points, `style` that of its items. */
  readonly list: (list: List, depth: number, left: number, size: number, style: string) => ListNumbering;
  /** What a style brings to its paragraphs, once all of the document has been met. */
  readonly ofStyle: (style: string) => Marker | undefined;
  readonly definitions: () => readonly NumberingDefinition[];
}

/** Name of the definition that the heading styles carry. */
const headingReference = "headings";

type Measure = (text: string, size: number, bold: boolean) => number;

const formats = {
  decimal: LevelFormat.DECIMAL,
  "lower-alpha": LevelFormat.LOWER_LETTER,
  "upper-alpha": LevelFormat.UPPER_LETTER,
  "lower-roman": LevelFormat.LOWER_ROMAN,
  "upper-roman": LevelFormat.UPPER_ROMAN,
} as const satisfies Record<NumberStyle, string>;

/** Starts the numbering of one document. */
export function startNumbering(document: Document, theme: Theme, measure: Measure): Numbering {
  const scheme = document.headingScheme;
  const styled = styledLists(theme);
  const made: NumberingDefinition[] = [
    { reference: headingReference, levels: headingLevels(scheme, [], theme, measure) },
    ...styled,
  ];
  const define = (prefix: string, levels: readonly ILevelsOptions[]): string => {
    const reference = `${prefix}-${made.length}`;
    made.push({ reference, levels });
    return reference;
  };
  return {
    heading: countHeadings(document, theme, measure, define),
    list: countLists(theme, measure, define, styled),
    ofStyle: (style) => levelOfStyle(made, style),
    definitions: () => made,
  };
}

type Define = (prefix: string, levels: readonly ILevelsOptions[]) => string;

/** Style of dividers between parts of a document. */
export const dividerStyle = "DividerHeading1";

/** A chapter under a rule on a new page. */
export function isDivider({ role, level, inContents, breakBefore }: Heading): boolean {
  return role === "divider" && level === 1 && inContents && breakBefore === true;
}

// ---------------------------------------------------------------- headings

function countHeadings(document: Document, theme: Theme, measure: Measure, define: Define): Numbering["heading"] {
  let reference = headingReference;
  let starts: readonly number[] = [];
  let counters: readonly (number | undefined)[] = [];
  const scheme = document.headingScheme;
  const own = countOwn(theme, measure, define);
  const appendix = countAppendices(document, (levels) =>
    define("appendices", headingLevels(levels, [], theme, measure, appendixStyle)),
  );

  return (heading) => {
    if (heading.number === undefined) return undefined;
    const { level } = heading;
    if (heading.ownNumber) return appendix(heading) ?? own(heading);
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
    return { reference, level: level - 1, ...(reference === headingReference ? { by: `Heading${level}` } : {}) };
  };
}

function headingLevels(
  scheme: readonly HeadingLevel[],
  starts: readonly number[],
  theme: Theme,
  measure: Measure,
  styleOf: (level: number) => string | undefined = (level) => (starts.length === 0 ? `Heading${level}` : undefined),
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
        ...linked(numberLevel(i, widest, headingSize(theme, i + 1), measure), styleOf(i + 1)),
        format: formats[style],
        text: pattern.trimEnd(),
        start: starts[i] ?? 1,
      },
    ];
  });
}

/** Word finds the level of a heading style by the level that names the style, not by what the style says. */
function linked(level: ILevelsOptions, style: string | undefined): ILevelsOptions {
  return style === undefined ? level : { ...level, style: { ...level.style, style } };
}

/**
 * Numbers outside the scheme ("SECTION 2 –", "Appendix B", "A.2"): neighbours that count on share a definition. The
 * first one of dividers belongs to their style.
 */
function countOwn(theme: Theme, measure: Measure, define: Define): (heading: Heading) => Marker {
  const sequences = new Map<string, { readonly marker: Marker; last: number }>();
  let dividers = false;
  return (heading) => {
    const number = heading.number ?? "";
    const read = readNumber(number);
    if (read) {
      const { value, style, pattern: text } = read;
      const key = `${heading.level} ${style} ${text}`;
      const sequence = sequences.get(key);
      if (sequence?.last === value - 1) {
        sequence.last = value;
        return sequence.marker;
      }
      const by = isDivider(heading) && !dividers ? dividerStyle : undefined;
      dividers ||= by !== undefined;
      const level = linked(numberLevel(0, number, headingSize(theme, heading.level), measure), by);
      const reference = define("own", [{ ...level, format: formats[style], text, start: value }]);
      const marker = { reference, level: 0, ...(by ? { by } : {}) };
      sequences.set(key, { marker, last: value });
      return marker;
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

/** Whether a number hangs before its title, with a tab; a long one hangs nothing. */
export function hangs(number: string, level: number, theme: Theme, measure: Measure): boolean {
  return numberLevel(0, number, headingSize(theme, level), measure).suffix === LevelSuffix.TAB;
}

function literalLevel(level: number, text: string, size: number, measure: Measure): ILevelsOptions {
  return { ...numberLevel(level, text, size, measure), format: LevelFormat.NONE, text };
}

function headingSize(theme: Theme, level: number): number {
  return theme.headings[level - 1]?.size ?? theme.body.size;
}

// ---------------------------------------------------------------- lists

function countLists(theme: Theme, measure: Measure, define: Define, styled: readonly StyledList[]): Numbering["list"] {
  const bullets = new Map<string, string>();
  const counts = styled.map(countStyled);
  const gap = 5;

  return (list, depth, left, size, style) => {
    const level = Math.min(depth, 8);
    const widest = Math.max(0, ...list.items.map((item) => measure(item.marker, size, false)));
    const hanging = Math.max(theme.list.indent, widest + gap);
    const isUsual = hanging === theme.list.indent && left === level * theme.list.indent;
    for (const count of isUsual ? counts : []) {
      const markers = count(list, level, size, style);
      if (markers) return { markers, hanging };
    }
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
  return { run: { font: bodyFont, size: halfPoints(size), color: colour(theme, "text") } };
}
