// Running text, notes, captions and lists.
import { type IParagraphPropertiesOptions, LineRuleType } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { lines, pictureLine } from "./spacing.ts";
import type { Look, Looks } from "./styles.ts";
import { bodyFont, colour } from "./theme.ts";
import { halfPoints, twips } from "./units.ts";

/** Text outside lists and boxes. */
export function textLooks(
  theme: Theme,
): Looks<
  | "Normal"
  | "BodyText"
  | "Lead"
  | "Strapline"
  | "Instruction"
  | "Note"
  | "Source"
  | "DefinitionTerm"
  | "Definition"
  | "Caption"
  | "Figure"
  | "Gap"
  | "Answer"
  | "FootnoteText"
> {
  const { body, small } = theme;
  const note = { run: { size: halfPoints(small.size), color: colour(theme, "quiet") } };
  // Said, because LibreOffice does not take it for granted as Word does.
  const normal: IParagraphPropertiesOptions = { widowControl: true, spacing: lines(body.leading, 0, body.after) };
  return {
    Normal: {
      run: { font: bodyFont, size: halfPoints(body.size), color: colour(theme, "text") },
      paragraph: normal,
    },
    BodyText: {},
    Lead: {
      run: { size: halfPoints(body.size * 1.1) },
      paragraph: { spacing: lines(body.leading * 1.12, 0, body.after) },
    },
    Strapline: {
      run: { bold: true, size: halfPoints(body.size * 1.15), color: colour(theme, "accentText") },
      paragraph: { spacing: lines(body.leading, 0, body.after) },
    },
    Instruction: { run: { italics: true, color: colour(theme, "quiet") } },
    Note: { ...note, paragraph: { spacing: lines(small.leading, 4, 4) } },
    Source: { ...note, paragraph: { spacing: lines(small.leading, 4, body.after) } },
    DefinitionTerm: {
      next: "Definition",
      run: { bold: true },
      paragraph: { keepNext: true, spacing: lines(body.leading, 0, 2) },
    },
    Definition: { paragraph: { indent: { left: twips(theme.list.indent) } } },
    Caption: {
      next: "BodyText",
      run: { bold: true, size: halfPoints(theme.table.size), color: colour(theme, "text") },
      paragraph: { keepNext: true, keepLines: true, spacing: lines(theme.table.leading, 10, 6) },
    },
    Figure: { paragraph: { spacing: pictureLine(body.after) } },
    Gap: {
      run: { size: halfPoints(1) },
      // Hardly a line: the distance is kept by the space under it, which Word drops where a page ends.
      paragraph: {
        spacing: { line: twips(1), lineRule: LineRuleType.EXACT, before: 0, after: twips(Math.max(0, body.after - 1)) },
      },
    },
    Answer: {},
    FootnoteText: {
      run: { size: halfPoints(small.size) },
      paragraph: { spacing: lines(small.leading, 0, 3) },
    },
  };
}

/** List items; bullets, numbers and indents belong to the numbering that names the style. */
export function listLooks(theme: Theme): Looks<`ListBullet${"" | 2 | 3}` | `ListNumber${"" | 2 | 3}` | "ListContinue"> {
  const item: Look = { paragraph: { spacing: lines(theme.body.leading, 0, theme.list.after) } };
  return {
    ListBullet: item,
    ListBullet2: item,
    ListBullet3: item,
    ListNumber: item,
    ListNumber2: item,
    ListNumber3: item,
    ListContinue: item,
  };
}
