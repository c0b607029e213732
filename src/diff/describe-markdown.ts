// A comparison as a comment of a pull request: one comment, found again by its hidden mark, below the size that hosts allow.
import type { Description, Line, Part } from "./description.ts";
import { type Piece, type Rich, setRich } from "./rich.ts";

/** Hosts stop at 65,536 characters. */
export const mostCharacters = 60_000;
/** More lines than this are folded. */
const mostLines = 15;
/** Room for the words that say what was left out. */
const reserve = 400;

/** Markdown of at most `limit` characters; what does not fit is cut between lines, and the last words say so. */
export function describeMarkdown(description: Description, limit = mostCharacters): string {
  const { parts } = description;
  // What marks an author's words as words makes them longer, by how much only they say.
  const head =
    [2000, 1000, 500, 200, 100].map((most) => headOf(description, most)).find((h) => h.length + reserve <= limit) ??
    headOf(description, 40);
  let used = head.length + reserve;
  let left = 0;
  const made: string[] = [head];
  for (const part of parts) {
    const { open, lines, close } = markdownPart(part);
    const frame = open.length + close.length;
    const kept: string[] = [];
    let size = used + frame;
    for (const line of lines) {
      if (size + line.length > limit) break;
      kept.push(line);
      size += line.length;
    }
    left += lines.length - kept.length;
    if (kept.length === 0) continue;
    made.push(`${open}${kept.join("")}${close}`);
    used = size;
  }
  if (left > 0) {
    const many = left === 1 ? "1 more entry does" : `${left} more entries do`;
    made.push(`\n_${many} not fit into one comment; \`fivecase diff\` prints all of them._\n`);
  }
  return made.join("");
}

function headOf({ id, title, verdict }: Description, most: number): string {
  const alert = { changed: "IMPORTANT", control: "NOTE", none: "NOTE" }[verdict.level];
  const words = [literal(cut(title, Math.min(500, most))), literal(cut(verdict.text, most))];
  return `<!-- fivecase:diff:${id.replace(/[^\w/.-]/g, "_")} -->\n### ${words[0]}\n> [!${alert}]\n> ${words[1]}\n`;
}

interface MarkdownPart {
  readonly open: string;
  readonly lines: readonly string[];
  readonly close: string;
}

function markdownPart(part: Part): MarkdownPart {
  const { title, count, columns, lines } = part;
  const folded = part.folded === true || lines.length > mostLines;
  const head = folded
    ? `\n<details><summary><b>${title}</b>${count === "" ? "" : `: ${count}`}</summary>\n\n`
    : `\n**${title}**${count === "" ? "" : ` (${literal(count)})`}\n\n`;
  const close = folded ? "\n</details>\n" : "";
  if (!columns) return { open: head, lines: lines.map(item), close };
  const labels = columns.map((c) => c.label);
  const rules = columns.map((c) => (c.align === "right" ? "--:" : "---"));
  const table = `| ${labels.join(" | ")} | Where |\n| ${rules.join(" | ")} | --- |\n`;
  return { open: head + table, lines: lines.map(row), close };
}

function row(line: Line): string {
  return `| ${line.cells.map(markdown).join(" | ")} | ${placed(line)} |\n`;
}

function item(line: Line): string {
  const place = placed(line);
  const below = (line.below ?? []).filter((rich) => rich.length > 0).map((rich) => `  - ${markdown(rich)}\n`);
  return `- ${line.cells.map(markdown).join(" ")}${place === "" ? "" : ` · ${place}`}\n${below.join("")}`;
}

/** In code marks, which no file name can close: a grave accent in one is printed as another. */
function placed({ place }: Line): string {
  return place === "" ? "" : `\`${oneLine(place).replaceAll("`", "ˋ").replaceAll("|", "¦")}\``;
}

const markdown = (rich: Rich): string => setRich(rich, piece);

function piece({ mark, text }: Piece): string {
  const words = literal(text);
  if (words === "") return "";
  switch (mark) {
    case "plain":
      return words;
    case "strong":
      return `<b>${words}</b>`;
    case "quiet":
      return `<i>${words}</i>`;
    case "out":
      return `<del>${words}</del>`;
    case "in":
      return `<ins><b>${words}</b></ins>`;
  }
}

/** Parts a sign from what would make a mention, a reference, a link or an emoji of it; it has no width. */
const apart = "\u200b";

/** An author's words as words: nothing in them is Markdown, HTML, a mention, a reference to an issue, or a link. */
export function literal(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replace(/[\\`*_{}[\]<>|~!^]/g, (sign) => `\\${sign}`)
    .replace(/[@#]/g, (sign) => `${sign}${apart}`)
    .replaceAll("$", "&#36;")
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${apart}`)
    .replace(/\b(www|GH-)(?=[.\d])/gi, `$1${apart}`)
    .replace(
      /^(\s*)([-+=]|\d+[.)])(?=\s|$)/,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    );
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
