// The gallery as a page: what a reader of docs/tables.md sees, made from the parts of the gallery's own document and its data.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The workspace of the gallery. */
export const workspace = fileURLToPath(new URL(".", import.meta.url));
const programme = join(workspace, "content/gallery");

const groups = {
  1: "Tables that an author writes",
  2: "Tables from registers",
  3: "Figures and counts in prose",
  4: "Appraisal, funding and risk",
  5: "Better Care Fund, Part 2",
};

/** The parts of the gallery's document in order, one for each kind of table. */
export function readParts() {
  const folder = join(programme, "tables");
  const files = readdirSync(folder).filter((name) => /^\d+-.*\.md$/.test(name));
  return files.sort().map((name) => readPart(name, readFileSync(join(folder, name), "utf8")));
}

function readPart(name, text) {
  const found = /^# (.+) \{#([\w-]+)\}\n\n<!-- (.+) -->\n\n(.+)\n\n([\s\S]+?)\n*$/.exec(text);
  if (!found) throw new Error(`${name}: a part is a heading with its id, a comment, one paragraph and an example`);
  const [, title, id, comment, paragraph, example] = found;
  const facts = Object.fromEntries(
    comment.split(";").map((fact) => fact.split(/:\s*(.*)/s).map((word) => word.trim())),
  );
  const words = (key) => (facts[key] ?? "").split(/\s+/).filter((word) => word !== "");
  const data = facts.data === undefined ? [`${id}.yaml`] : words("data").filter((word) => word !== "none");
  return {
    name,
    id,
    title,
    paragraph,
    example,
    group: groups[name.slice(0, 1)],
    features: words("features"),
    kinds: words("kinds"),
    see: words("see").filter((other) => other !== id),
    data: data.map(readData),
    /** Prose has its words, everything else a picture. */
    picture: example.startsWith(":"),
  };
}

/** A data file, or what stands below one of its paths with the keys above it: `lines.yaml#lines.works`. */
function readData(reference) {
  const [file, path] = reference.split("#");
  const text = readFileSync(join(programme, "data", file), "utf8").trimEnd();
  if (file.endsWith(".csv")) {
    const lines = text.split("\n");
    const shown = lines.slice(0, 5);
    return { file, language: "csv", text: [...shown, `… ${lines.length - shown.length} more rows`].join("\n") };
  }
  const body = text.replace(/^(#.*\n)+/, "");
  return { file, language: "yaml", text: path === undefined || path === "" ? body : excerpt(body, path.split(".")) };
}

function excerpt(text, path) {
  const lines = text.split("\n");
  const kept = [];
  let from = 0;
  let to = lines.length;
  path.forEach((key, depth) => {
    const indent = "  ".repeat(depth);
    const at = lines.findIndex((line, i) => i >= from && i < to && line.startsWith(`${indent}${key}:`));
    if (at < 0) throw new Error(`no ${path.join(".")} in the data`);
    const end = lines.findIndex((line, i) => i > at && i < to && !line.startsWith(`${indent} `));
    to = end < 0 ? to : end;
    from = at + 1;
    kept.push(lines[at]);
  });
  return [...kept, ...lines.slice(from, to)].join("\n");
}

/** Names of what a data file's top-level keys hold, in data.schema.json. */
function schemasOf(part, schema) {
  const { properties } = schema.definitions.DataFile;
  const keys = part.data.flatMap(({ language, text }) =>
    language === "yaml" ? [...text.matchAll(/^([\w-]+):/gm)].map((m) => m[1]) : [],
  );
  const names = keys.flatMap((key) => {
    const found = /"\$ref":"#\/definitions\/(\w+)"/.exec(JSON.stringify(properties[key] ?? {}));
    return found ? [found[1]] : [];
  });
  return [...new Set(names)];
}

const anchor = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
const link = (part) => `[${part.title}](#${anchor(part.title)})`;

/** The template of the gallery's document: every part on a page of its own. */
export function template(parts) {
  return parts.map((part) => `{{section "${part.id}"}}\n`).join("{{page-break}}\n");
}

/**
 * docs/tables.md. `schema` is data.schema.json; `printed` gives, by the part's id, what its tables show in words, or the words
 * of its sentences.
 */
export function page(parts, schema, printed) {
  const byGroup = Object.values(groups).map((title) => [title, parts.filter((p) => p.group === title)]);
  const lines = [
    "# Every kind of table",
    "",
    "<!-- Written by `npm run gallery` from docs/gallery; edit there. -->",
    "",
    "Each kind with what it is for, the data that makes it, the line that places it and how it prints. All of it is one programme,",
    "[docs/gallery](gallery/content/gallery), which `fivecase build -C docs/gallery` builds; a test keeps this page equal to it.",
    "Tables that are worked out take `columns`, `rows`, `total` and `as` like `::table` ([authoring.md](authoring.md)).",
    "",
    ...byGroup.map(([title, list]) => `- **${title}:** ${list.map(link).join(", ")}`),
    ...byGroup.flatMap(([title, list]) => [
      "",
      `## ${title}`,
      ...list.flatMap((part) => section(part, parts, schema, printed)),
    ]),
    "",
    "## Features",
    "",
    "| | | shown in |",
    "|---|---|---|",
    ...readFeatures().map(([id, words]) => {
      const where = parts.filter((p) => p.features.includes(id));
      return `| ${id} | ${words} | ${where.map(link).join(", ")} |`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * What each part shows, by its id: the summaries of its tables and drawings, for readers who do not see the picture; the
 * sentences themselves where they are the example. `plainText` gives the words of a paragraph.
 */
export function printedOf(parts, document, plainText) {
  const words = new Map();
  let part;
  let lead = false;
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    if (block.type === "heading" && block.level === 1) {
      part = parts.find((p) => p.id === block.id);
      lead = true;
      continue;
    }
    if (!part) continue;
    const said = !lead || block.type !== "paragraph" ? wordsOf(block, plainText) : "";
    lead = false;
    if (said !== "") words.set(part.id, [...(words.get(part.id) ?? []), said]);
  }
  return new Map(
    [...words].map(([id, list]) => [id, list.join(" ").replace(/\s+/g, " ").replaceAll("[", "(").replaceAll("]", ")")]),
  );
}

function wordsOf(block, plainText) {
  if (block.type === "table") return block.summary;
  if (block.type === "exhibit") return block.alt;
  if (block.type === "paragraph") return plainText(block.children);
  if (block.type === "list")
    return block.items.flatMap((item) => item.blocks.map((b) => wordsOf(b, plainText))).join(". ");
  return "";
}

/** Features of business case tables that the gallery has to show, with their words. */
export function readFeatures() {
  const text = readFileSync(join(workspace, "features.txt"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ (.*)/s).slice(0, 2));
}

function section(part, parts, schema, printed) {
  const names = schemasOf(part, schema).map((name) => `\`${name}\``);
  const see = part.see.map((id) => link(parts.find((p) => p.id === id) ?? missing(part, id)));
  const words = printed.get(part.id) ?? "";
  const facts = [
    ...(part.kinds.length > 0 ? [`kind ${part.kinds.map((k) => `\`${k}\``).join(", ")}`] : []),
    ...(names.length > 0 ? [`schema ${names.join(", ")} in [data.schema.json](../schemas/json/data.schema.json)`] : []),
    part.features.join(" "),
  ];
  return [
    "",
    `### ${part.title}`,
    "",
    part.paragraph,
    "",
    ...part.data.flatMap(({ file, language, text }) => [
      `[${file}](gallery/content/gallery/data/${file})`,
      "",
      `\`\`\`${language}`,
      text,
      "```",
      "",
    ]),
    ...(see.length > 0 ? [`With the data of ${see.join(", ")}.`, ""] : []),
    "```markdown",
    part.example,
    "```",
    "",
    part.picture ? `![${words}](tables/${part.id}.png)` : `> ${words}`,
    "",
    `<sub>${facts.join(" · ")}</sub>`,
  ];
}

function missing(part, id) {
  throw new Error(`${part.name} sees ${id}, which is no part`);
}
