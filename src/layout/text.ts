// A paragraph's words as one string with running widths, so that any stretch is measured by one subtraction.
import type { Theme } from "../../schemas/house.ts";
import type { Inline, RatingTone } from "../document/document.ts";
import type { Span } from "../source.ts";
import { type Breaks, findBreaks } from "./breaks.ts";
import type { LinkTarget } from "./fragment.ts";
import { type Lacking, lackingWords } from "./lacking.ts";
import { type FaceName, type Faces, printable, stretches } from "./metrics.ts";
import type { Growing, Structure } from "./structure.ts";

export interface Run {
  /** Offset of its first character. */
  readonly start: number;
  readonly face: FaceName;
  /** Share of the paragraph's type size. */
  readonly scale: number;
  /** Raised by this share of the type size. */
  readonly rise: number;
  readonly colour: string;
  /** Absent for artifacts. */
  readonly content?: number;
  readonly link?: TextLink;
  readonly chip?: RatingTone;
}

export interface TextLink {
  readonly element: number;
  readonly target: LinkTarget;
  readonly words: string;
  readonly underlined: boolean;
}

export interface PreparedText {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Width up to each offset at type size 1. */
  readonly edges: Float64Array;
  /** Footnotes cited, by offset. */
  readonly notes: readonly { readonly offset: number; readonly id: string }[];
  readonly breaks: () => Breaks;
}

/** Room on each side of a rating's word, as a share of the type size. */
export const chipPad = 0.42;
const superscript = { scale: 0.68, rise: 0.34 };

export interface TextStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: string;
}

/** What preparing text needs to know of the document around it. */
export interface TextKit {
  readonly faces: Faces;
  readonly theme: Theme;
  readonly structure: Structure;
  /** Ids that links may lead to, footnote anchors included. */
  readonly targets: ReadonlySet<string>;
  /** Told of words with signs that no face has. */
  readonly missing: (lacking: Lacking, origin: Span | undefined) => void;
  /** Place of the block that is being prepared, for words that have none of their own. */
  readonly origin?: Span;
  /** Told of words in a script that runs from right to left. */
  readonly rightToLeft: (words: string, origin: Span | undefined) => void;
}

interface Place extends TextStyle {
  readonly scale: number;
  readonly rise: number;
  readonly link?: TextLink;
  readonly chip?: RatingTone;
}

function faceOf(place: TextStyle): FaceName {
  if (place.bold) return place.italic ? "boldItalic" : "bold";
  return place.italic ? "italic" : "regular";
}

/** The words of inlines, as read out for a link or a heading. */
export function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case "text":
        case "code":
          return printable(inline.value);
        case "value":
        case "rating":
          return printable(inline.text);
        case "tick":
          return inline.label;
        case "line-break":
          return " ";
        case "footnote-reference":
          return "";
        default:
          return plain(inline.children);
      }
    })
    .join("");
}

/** Where the links to a footnote lead. */
export function footnoteAnchor(id: string): string {
  return `footnote ${id}`;
}

/** Where a footnote leads back to: the line that cites it first. */
export function citationAnchor(id: string): string {
  return `citation ${id}`;
}

/** Hebrew, Arabic and their neighbours, whose letters also join: the faces have some of them, the layout cannot set them. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[\s.,-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*/gu;

const tickSigns = { tick: "\u2713", cross: "\u2717", box: "\u2610", "checked-box": "\u2611" } as const;

/** Collects runs; `finish` makes the paragraph. Text goes under the element that is open when it is added. */
export function textBuilder(kit: TextKit, origin?: Span) {
  let text = "";
  const runs: Run[] = [];
  const widths: number[] = [];
  const notes: { readonly offset: number; readonly id: string }[] = [];
  let cut = false;
  const solid: { readonly start: number; readonly end: number }[] = [];

  function add(value: string, place: Place, content: number | undefined, at: Span | undefined): void {
    const where = at ?? origin ?? kit.origin;
    for (const [found] of value.matchAll(rightToLeft)) kit.rightToLeft(found, where);
    for (const lacking of lackingWords(kit.faces, faceOf(place), value)) kit.missing(lacking, where);
    for (const stretch of stretches(kit.faces, faceOf(place), value)) {
      const last = runs.at(-1);
      const same =
        last &&
        !cut &&
        last.face === stretch.face &&
        last.content === content &&
        last.link === place.link &&
        last.colour === place.colour &&
        last.scale === place.scale &&
        !last.chip &&
        !place.chip;
      if (!same) {
        runs.push({
          start: text.length,
          face: stretch.face,
          scale: place.scale,
          rise: place.rise,
          colour: place.colour,
          ...(content === undefined ? {} : { content }),
          ...(place.link ? { link: place.link } : {}),
          ...(place.chip ? { chip: place.chip } : {}),
        });
      }
      cut = false;
      const face = kit.faces[stretch.face];
      for (const character of stretch.text) {
        widths.push(Math.max(0, face.advance(character.codePointAt(0) ?? 0)) * place.scale);
        if (character.length === 2) widths.push(0);
      }
      text += stretch.text;
    }
  }

  /** Adds inlines under `parent`, going on in the content `open`; gives the content that is open at the end. */
  function walk(inlines: readonly Inline[], place: Place, parent: Growing, open?: number): number | undefined {
    let current = open;
    const content = (): number => {
      current ??= kit.structure.content(parent);
      return current;
    };
    const words = (value: string, at?: Span): void => {
      const printed = printable(value);
      if (printed !== "") add(printed, place, content(), at);
    };
    const linked = (target: LinkTarget, children: readonly Inline[], underlined: boolean): void => {
      const label = plain(children);
      if (place.link || label.trim() === "") {
        current = walk(children, place, parent, current);
        return;
      }
      const element = kit.structure.element(parent, "Link");
      current = undefined;
      const link = { element: element.index, target, words: label, underlined };
      walk(children, { ...place, colour: kit.theme.colours.link, link }, element);
    };
    for (const inline of inlines) {
      switch (inline.type) {
        case "text":
          words(inline.value, inline.origin);
          break;
        case "value":
          words(inline.text, inline.origin);
          break;
        case "code":
          current = undefined;
          walk([{ type: "text", value: inline.value }], place, kit.structure.element(parent, "Code"));
          break;
        case "emphasis":
          current = walk(inline.children, { ...place, italic: !place.italic }, parent, current);
          break;
        case "strong":
          current = walk(inline.children, { ...place, bold: true }, parent, current);
          break;
        case "superscript":
          current = walk(inline.children, { ...place, ...superscript }, parent, current);
          break;
        case "foreign":
          current = undefined;
          walk(inline.children, place, kit.structure.element(parent, "Span", { language: inline.language }));
          break;
        case "link":
          linked({ url: inline.url }, inline.children, true);
          break;
        case "reference":
          if (kit.targets.has(inline.target)) linked({ id: inline.target }, inline.children, false);
          else current = walk(inline.children, place, parent, current);
          break;
        case "footnote-reference": {
          const note = kit.structure.element(parent, "Reference");
          const raised = { ...place, ...superscript, bold: false, italic: false };
          const value = String(inline.number);
          current = undefined;
          notes.push({ offset: text.length, id: inline.id });
          if (place.link || !kit.targets.has(footnoteAnchor(inline.id))) {
            add(value, raised, kit.structure.content(note), undefined);
            break;
          }
          const element = kit.structure.element(note, "Link");
          const target = { id: footnoteAnchor(inline.id) };
          const link = { element: element.index, target, words: `Footnote ${value}`, underlined: false };
          add(value, { ...raised, link }, kit.structure.content(element), undefined);
          break;
        }
        case "line-break":
          text += "\n";
          widths.push(0);
          break;
        case "rating": {
          const value = printable(inline.text);
          if (value === "") break;
          const start = text.length;
          const colour = kit.theme.colours.ratings[inline.tone]?.text ?? place.colour;
          add(value, { ...place, bold: true, italic: false, colour, chip: inline.tone }, content(), undefined);
          solid.push({ start, end: text.length });
          widths[start] = (widths[start] ?? 0) + chipPad;
          widths[text.length - 1] = (widths[text.length - 1] ?? 0) + chipPad;
          break;
        }
        case "tick": {
          const span = kit.structure.element(parent, "Span", { actual: inline.label });
          current = undefined;
          add(tickSigns[inline.mark], { ...place, bold: false, italic: false }, kit.structure.content(span), undefined);
          break;
        }
      }
    }
    return current;
  }

  return {
    inlines(inlines: readonly Inline[], style: TextStyle, parent: Growing): void {
      walk(inlines, { ...style, scale: 1, rise: 0 }, parent);
    },
    /** Plain words in a content that the caller made. */
    words(value: string, style: TextStyle, content?: number, link?: TextLink): void {
      add(printable(value), { ...style, scale: 1, rise: 0, ...(link ? { link } : {}) }, content, undefined);
    },
    /** Widens the last character until `width` is reached, so that what follows is aligned; gives the width reached. */
    pad(width: number): number {
      const used = widths.reduce((a, b) => a + b, 0);
      if (widths.length > 0 && used < width) widths[widths.length - 1] = (widths.at(-1) ?? 0) + width - used;
      cut = true;
      return Math.max(used, width);
    },
    finish(): PreparedText {
      const edges = new Float64Array(text.length + 1);
      for (let i = 0; i < text.length; i++) edges[i + 1] = (edges[i] ?? 0) + (widths[i] ?? 0);
      let found: Breaks | undefined;
      return {
        text,
        runs,
        edges,
        notes,
        breaks() {
          found ??= findBreaks(text, solid);
          return found;
        },
      };
    },
  };
}
export type TextBuilder = ReturnType<typeof textBuilder>;
