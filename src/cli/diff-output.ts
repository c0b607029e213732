// What the diff command prints of all documents together.
import type { Comparison } from "../diff/compare.ts";
import type { Description } from "../diff/description.ts";
import type { Place } from "../diff/rich.ts";
import type { Document } from "../document/document.ts";
import { count, paintFor } from "./screen.ts";

/** A document of either side, or of both; `unread` is one that cannot be made of its sources on a side. */
export type Compared =
  | { readonly state: "unchanged"; readonly id: string }
  | { readonly state: "new" | "removed"; readonly id: string; readonly document: Document }
  | { readonly state: "unread"; readonly id: string; readonly side: string }
  | { readonly state: "changed"; readonly id: string; readonly comparison: Comparison; readonly place: Place };

interface Names {
  readonly from: string;
  readonly to: string;
}

async function describeAll(compared: readonly Compared[], names: Names): Promise<readonly Description[]> {
  const { describe, describeAlone } = await import("../diff/description.ts");
  return compared.flatMap((c): readonly Description[] => {
    if (c.state === "new" || c.state === "removed") return [describeAlone(c.document, c.state, names)];
    return c.state === "changed" ? [describe(c.comparison, c.place, names)] : [];
  });
}

/** The documents of which there is nothing more to say. */
function others(compared: readonly Compared[], { from, to }: Names): readonly string[] {
  const same = compared.filter((c) => c.state === "unchanged").map((c) => c.id);
  return [
    ...compared.flatMap((c) =>
      c.state === "unread" ? [`${c.id} was not compared: it cannot be made of its sources in ${c.side}.`] : [],
    ),
    ...(same.length === 0 ? [] : [`No differences between ${from} and ${to} in ${same.join(", ")}.`]),
  ];
}

/** For a terminal. */
export async function inText(
  compared: readonly Compared[],
  names: Names,
  look: { readonly color: boolean },
): Promise<string> {
  const { describeText } = await import("../diff/describe-text.ts");
  const { bold, quiet, red, green } = paintFor(process.stdout, { ...look, format: "pretty" });
  const described = (await describeAll(compared, names)).map((d) =>
    describeText(d, { bold, quiet, out: red, in: green }),
  );
  const rest = others(compared, names);
  return [...described, ...(rest.length === 0 ? [] : [`${rest.join("\n")}\n`])].join("\n");
}

/** One comment for all documents; each has its own hidden mark. */
export async function inMarkdown(compared: readonly Compared[], names: Names): Promise<string> {
  const { describeMarkdown, literal, mostCharacters } = await import("../diff/describe-markdown.ts");
  const described = await describeAll(compared, names);
  const tail = others(compared, names)
    .map((words) => `${literal(words.length > 1000 ? `${words.slice(0, 1000)}…` : words)}\n`)
    .slice(0, 20)
    .join("\n");
  const made: string[] = ["<!-- fivecase:diff -->\n"];
  let room = mostCharacters - tail.length - 200;
  let shown = 0;
  for (const [i, description] of described.entries()) {
    // What one document leaves over the next may use.
    const most = Math.floor(room / (described.length - i));
    const words = describeMarkdown(description, most);
    if (words.length > room) break;
    made.push(words);
    room -= words.length + 1;
    shown += 1;
  }
  const left = described.length - shown;
  if (left > 0)
    made.push(
      `_${count(left, "document")} more ${left === 1 ? "differs" : "differ"}; \`fivecase diff\` prints all._\n`,
    );
  return [...made, ...(tail === "" ? [] : [tail])].join("\n");
}

/** For programs. */
export async function inJson(compared: readonly Compared[], names: Names): Promise<string> {
  const { describeJson, jsonSchema } = await import("../diff/describe-json.ts");
  const documents = compared.map((c) => ({
    id: c.id,
    state: c.state,
    ...("comparison" in c ? { comparison: describeJson(c.comparison, c.place) } : {}),
  }));
  return `${JSON.stringify({ schema: jsonSchema, base: names.from, head: names.to, documents }, undefined, 2)}\n`;
}
