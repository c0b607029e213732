// `## Title {#id .unnumbered .run-in}`: takes the braces off the heading's words.
import type { Heading } from "mdast";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { HeadingAttributes } from "./nodes.ts";
import { type Place, spanAt } from "./place.ts";
import { range } from "./walk.ts";

const classes: Readonly<Record<string, HeadingAttributes>> = {
  unnumbered: { unnumbered: true },
  "run-in": { runIn: true },
};

/** Changes the heading: its attributes move from its last words to `data.attributes`. */
export function headingAttributes(heading: Heading, text: string, place: Place): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const last = heading.children.at(-1);
  const braces = last?.type === "text" ? /\s*\{\s*([#.][^{}]*)\}\s*$/.exec(last.value) : null;
  if (last?.type === "text" && braces) {
    const [start, end] = range(last);
    const inside = text.lastIndexOf("{", end) + 1;
    let attributes: HeadingAttributes = {};
    for (const token of (braces[1] ?? "").matchAll(/\S+/g)) {
      const word = token[0];
      const at = text.indexOf(word, Math.max(inside, start));
      const known = word.startsWith(".") ? classes[word.slice(1)] : undefined;
      if (/^#[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(word) && attributes.id === undefined) {
        attributes = { ...attributes, id: word.slice(1) };
      } else if (known) {
        attributes = { ...attributes, ...known };
      } else {
        const nearest = word.startsWith(".")
          ? word.includes("n") && word.includes("u")
            ? ".unnumbered"
            : ".run-in"
          : undefined;
        problems.push(
          report("markdown/heading-attribute", spanAt(place, at, at + word.length), { found: word, nearest }),
        );
      }
    }
    heading.data = { ...heading.data, attributes };
    last.value = last.value.slice(0, braces.index);
    if (last.value === "") heading.children.pop();
  }
  if (heading.children.length === 0) {
    const [start, end] = range(heading);
    problems.push(report("markdown/empty-heading", spanAt(place, start, end), {}));
  }
  return problems;
}
