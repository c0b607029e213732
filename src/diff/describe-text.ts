// A comparison for a terminal: [-words that went-] and {+words that came+}.
import type { Description, Line, Part } from "./description.ts";
import { type Piece, type Rich, setRich } from "./rich.ts";

/** Looks of a terminal; each gives its text back where there is none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly out: (text: string) => string;
  readonly in: (text: string) => string;
}

export const unpainted: Paint = { bold: (t) => t, quiet: (t) => t, out: (t) => t, in: (t) => t };

/** Lines of text; every word of the description stands in them. */
export function describeText({ id, title, verdict, parts }: Description, paint: Paint = unpainted): string {
  return [
    `${paint.bold(printable(title))}   ${paint.quiet(printable(id))}`,
    printable(verdict.text),
    ...parts.flatMap((part) => ["", ...partLines(part, paint)]),
    "",
  ].join("\n");
}

function partLines(part: Part, paint: Paint): readonly string[] {
  const count = part.count === "" ? "" : `   ${part.count}`;
  const lines = part.columns ? tableLines(part, paint) : part.lines.flatMap((line) => lineLines(line, paint));
  return [`${paint.bold(part.title)}${count}`, ...lines];
}

function lineLines(line: Line, paint: Paint): readonly string[] {
  const words = line.cells.map((cell) => richText(cell, paint)).join("  ");
  return [
    `  ${words}${placeOf(line, paint)}`,
    ...(line.below ?? []).filter((rich) => rich.length > 0).map((rich) => `      ${richText(rich, paint)}`),
  ];
}

/** Widest that a column of short facts is made even for. */
const widest = 40;

function tableLines({ columns = [], lines }: Part, paint: Paint): readonly string[] {
  const unmarked = lines.map((line) => line.cells.map((cell) => richText(cell, unpainted)));
  const widths = columns.map((column, i) =>
    Math.min(widest, Math.max(column.label.length, ...unmarked.map((cells) => (cells[i] ?? "").length))),
  );
  const heads = columns.map(({ label, align }, i) => {
    const room = " ".repeat(Math.max(0, (widths[i] ?? 0) - label.length));
    return align === "right" ? room + label : label + room;
  });
  const rows = lines.map((line, r) => {
    const cells = columns.map((column, i) => {
      const room = Math.max(0, (widths[i] ?? 0) - (unmarked[r]?.[i] ?? "").length);
      const text = richText(line.cells[i] ?? [], paint);
      return column.align === "right" ? " ".repeat(room) + text : text + " ".repeat(room);
    });
    return `  ${cells.join("  ").trimEnd()}${placeOf(line, paint)}`;
  });
  return [`  ${paint.quiet(heads.join("  ").trimEnd())}`, ...rows];
}

function placeOf(line: Line, paint: Paint): string {
  return line.place === "" ? "" : `   ${paint.quiet(printable(line.place))}`;
}

function richText(rich: Rich, paint: Paint): string {
  return setRich(rich, (piece) => pieceText(piece, paint));
}

function pieceText({ mark, text }: Piece, paint: Paint): string {
  const words = printable(text);
  switch (mark) {
    case "plain":
      return words;
    case "strong":
      return paint.bold(words);
    case "quiet":
      return paint.quiet(words);
    case "out":
      return paint.out(`[-${words}-]`);
    case "in":
      return paint.in(`{+${words}+}`);
  }
}

/** An author's text cannot steer the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ");
}
