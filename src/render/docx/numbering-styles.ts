// Lists whose styles bring their bullets and numbers: choosing the style in Word gives the list.
import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { marker } from "../../document/counting.ts";
import type { List, NumberStyle } from "../../document/document.ts";
import type { Marker } from "./numbering.ts";
import { tableText, tableTextSize } from "./table-text.ts";
import { bodyFont } from "./theme.ts";
import { twips } from "./units.ts";

/** One definition with the styles of its levels. */
export interface StyledList extends NumberingDefinition {
  /** Size of the text it is for, in points. */
  readonly size: number;
  /** Counter of each level, or its bullet. */
  readonly signs: readonly (NumberStyle | "•" | "–")[];
  /** Styles of its first levels. */
  readonly styles: readonly string[];
}

const formats = {
  decimal: LevelFormat.DECIMAL,
  "lower-alpha": LevelFormat.LOWER_LETTER,
  "lower-roman": LevelFormat.LOWER_ROMAN,
} as const;

const bulletSigns = ["•", "–"] as const;
const numberSigns = ["decimal", "lower-alpha", "lower-roman"] as const;

/** Definitions of the list styles, for running text and for table cells. */
export function styledLists(theme: Theme): readonly StyledList[] {
  const cells = (["Usual", "Small"] as const).map((size) =>
    bulleted(`cell-bullets-${size}`, [tableText("List", "Left", size)], tableTextSize(theme, size), theme),
  );
  const signs = Array.from({ length: 9 }, (_, i) => numberSigns[i % 3] ?? "decimal");
  const styles = ["ListNumber", "ListNumber2", "ListNumber3"];
  return [
    bulleted("bullets", ["ListBullet", "ListBullet2", "ListBullet3"], theme.body.size, theme),
    {
      reference: "numbers",
      size: theme.body.size,
      signs,
      styles,
      levels: signs.map((sign, i) => ({ ...level(i, styles[i], theme), format: formats[sign], text: `%${i + 1}.` })),
    },
    ...cells,
  ];
}

function bulleted(reference: string, styles: readonly string[], size: number, theme: Theme): StyledList {
  const signs = Array.from({ length: 9 }, (_, i) => bulletSigns[i > 0 ? 1 : 0]);
  return {
    reference,
    size,
    signs,
    styles,
    levels: signs.map((sign, i) => {
      const at = level(i, styles[i], theme);
      return { ...at, format: LevelFormat.BULLET, text: sign, style: { ...at.style, run: { font: bodyFont } } };
    }),
  };
}

function level(at: number, style: string | undefined, theme: Theme): ILevelsOptions {
  const indent = { left: twips((at + 1) * theme.list.indent), hanging: twips(theme.list.indent) };
  return { level: at, alignment: AlignmentType.LEFT, style: { ...(style ? { style } : {}), paragraph: { indent } } };
}

/** Level that names a style, as Word finds it. */
export function levelOfStyle(definitions: readonly NumberingDefinition[], style: string): Marker | undefined {
  for (const { reference, levels } of definitions) {
    const found = levels.find((at) => at.style?.style === style);
    if (found) return { reference, level: found.level };
  }
  return undefined;
}

type CountStyled = (list: List, level: number, size: number, style: string) => readonly Marker[] | undefined;

/**
 * Markers of lists that look as the definition says; others get a definition of their own. A list that begins again
 * does so by an instance, since Word would count on.
 */
export function countStyled(definition: StyledList): CountStyled {
  const { reference, size, signs, styles } = definition;
  const begin = countInstances();
  return (list, level, textSize, style) => {
    if (textSize !== size || style !== (styles[level] ?? styles.at(-1))) return undefined;
    const carried: Marker = { reference, level, ...(styles[level] === style ? { by: style } : {}) };
    const sign = signs[level];
    if (sign === "•" || sign === "–") {
      const isUsual = list.style === "bullet" && list.items.every((item) => item.marker === sign);
      return isUsual ? list.items.map(() => carried) : undefined;
    }
    const first = list.items[0]?.value;
    const isUsual =
      sign !== undefined &&
      list.style === sign &&
      first !== undefined &&
      list.items.every((item, i) => item.value === first + i && item.marker === marker(sign, first + i));
    const instance = isUsual ? begin(level, first, list.items.length) : undefined;
    if (instance === undefined) return undefined;
    return list.items.map(() => (instance === 0 ? carried : { reference, level, instance }));
  };
}

/** The instance that a list counts in, by its level, its first number and its length; undefined where none fits. */
function countInstances(): (level: number, first: number, length: number) => number | undefined {
  const met = new Set<number>();
  let made = 0;
  let top = { instance: 0, last: 0 };
  return (level, first, length) => {
    // Lists inside others are met after all items of those, so only what is outermost is known to go on.
    const goesOn = level === 0 && first === top.last + 1;
    if (!goesOn && first !== 1) return undefined;
    const instance = goesOn ? top.instance : met.has(level) ? ++made : 0;
    met.add(level);
    if (level === 0) top = { instance, last: first + length - 1 };
    return instance;
  };
}
