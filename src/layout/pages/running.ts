// What stands on every page round the text: header, footer, watermark. All of it is outside the tree of meaning.
import type { Theme } from "../../../schemas/house.ts";
import type { Document } from "../../document/document.ts";
import { footerLines, hasTwoLines } from "../../document/footer.ts";
import type { Fragment } from "../fragment.ts";
import { type FaceName, type Faces, printable, stretches, widthOf } from "../metrics.ts";

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

interface Label {
  readonly words: string;
  readonly face: FaceName;
  readonly colour: string;
  readonly size: number;
}

function shortened(label: Label, room: number, faces: Faces): string {
  const words = printable(label.words);
  if (widthOf(faces, label.face, words, label.size) <= room) return words;
  // Whole words, unless the first one alone is too long.
  const whole = words.split(" ");
  while (whole.length > 1) {
    whole.pop();
    const shorter = `${whole.join(" ").replace(/[\s·–]+$/u, "")}…`;
    if (widthOf(faces, label.face, shorter, label.size) <= room) return shorter;
  }
  const characters = [...words];
  while (characters.length > 1 && widthOf(faces, label.face, `${characters.join("").trimEnd()}…`, label.size) > room) {
    characters.pop();
  }
  return `${characters.join("").trimEnd()}…`;
}

function line(
  label: Label,
  at: "left" | "centre" | "right",
  y: number,
  room: number,
  sheet: Sheet,
  theme: Theme,
  faces: Faces,
) {
  const words = shortened(label, room, faces);
  const width = widthOf(faces, label.face, words, label.size);
  const { left, right } = theme.page.margin;
  const starts = { left, centre: (sheet.width - width) / 2, right: sheet.width - right - width };
  let x = starts[at];
  return stretches(faces, label.face, words).map((stretch): Fragment => {
    const start = x;
    x += stretch.width * label.size;
    return {
      kind: "text",
      x: start,
      y,
      width: stretch.width * label.size,
      text: stretch.text,
      face: stretch.face,
      size: label.size,
      colour: label.colour,
    };
  });
}

/** All that pages may print round the text, headings apart. */
export function runningWords({ running, marks }: Document): readonly string[] {
  const { headerLeft, footerLeft, footerCentre } = running;
  return [headerLeft, footerLeft, footerCentre, marks.watermark ?? "", marks.marking ?? ""];
}

export interface PageFacts extends Sheet {
  readonly number: number;
  readonly last: number;
  /** Words of the level 1 heading the page belongs to. */
  readonly chapter: string;
  readonly cover: boolean;
}

/** Space kept on either side of what stands in the middle. */
const sideSpace = 10;

/** Header and footer of a page; a cover has the marking only. */
export function runningMatter(document: Document, page: PageFacts, theme: Theme, faces: Faces): readonly Fragment[] {
  const { running, marks } = document;
  const size = theme.small.size;
  const quiet = (words: string): Label => ({ words, face: "regular", colour: theme.colours.quiet, size });
  const strong = (words: string): Label => ({ words, face: "bold", colour: theme.colours.text, size });
  const top = theme.page.header + size * 0.7;
  const foot = page.height - theme.page.footer;
  const inner = page.width - theme.page.margin.left - theme.page.margin.right;
  const marking = marks.marking ?? "";
  const centre = running.footerCentre === "" ? marking : running.footerCentre;
  const middle = marking === "" ? 0 : widthOf(faces, "bold", marking, size);
  const side = (inner - middle) / 2 - sideSpace;
  // Without a marking between them, what the title leaves is the section's.
  const title = Math.min(widthOf(faces, "regular", printable(running.headerLeft), size), side);
  const sectionRoom = marking === "" ? inner - title - 2 * sideSpace : side;
  // The version may be long on a working build: it gets what the centre leaves.
  const footRoom = centre === "" ? inner * 0.7 : (inner - widthOf(faces, "bold", centre, size)) / 2 - 8;
  const put = (label: Label, at: "left" | "centre" | "right", y: number, room: number): readonly Fragment[] =>
    label.words === "" ? [] : line(label, at, y, room, page, theme, faces);
  const markings = [
    ...put(strong(marking), "centre", top, inner / 2),
    ...put(strong(centre), "centre", foot, inner / 2),
  ];
  if (page.cover) return markings;
  const fits = (words: string) => !hasTwoLines(theme) || widthOf(faces, "regular", printable(words), size) <= footRoom;
  const versions = footerLines(running.footerLeft, fits);
  const pages = quiet(`Page ${page.number} of ${page.last}`);
  return [
    ...put(quiet(running.headerLeft), "left", top, side),
    ...put(quiet(page.chapter), "right", top, sectionRoom),
    ...markings,
    ...versions.flatMap((words, i) =>
      i < versions.length - 1
        ? put(quiet(words), "left", foot - theme.small.leading, inner)
        : put(quiet(words), "left", foot, footRoom),
    ),
    ...put(pages, "right", foot, inner / 3),
  ];
}

/** "DRAFT" across the page, behind everything. */
export function watermark(words: string, sheet: Sheet, theme: Theme, faces: Faces): readonly Fragment[] {
  const angle = 52;
  const size = Math.min(
    120,
    (Math.hypot(sheet.width, sheet.height) * 0.62) / Math.max(0.1, widthOf(faces, "bold", words, 1)),
  );
  const length = widthOf(faces, "bold", words, size);
  const radians = (angle * Math.PI) / 180;
  const rise = size * 0.36;
  return [
    {
      kind: "text",
      x: sheet.width / 2 - (length / 2) * Math.cos(radians) + rise * Math.sin(radians),
      y: sheet.height / 2 + (length / 2) * Math.sin(radians) + rise * Math.cos(radians),
      width: length,
      text: words,
      face: "bold",
      size,
      colour: theme.colours.mark,
      turn: angle,
    },
  ];
}
