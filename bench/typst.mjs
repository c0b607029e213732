// The same words for typst: a document tree as Typst markup. Exhibits become their caption and text alternative, so typst
// draws nothing; it checks and computes nothing either.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = "@myriaddreamin/typst-ts-node-compiler";

/** Folder of the peer, installed on first use outside the project; undefined, with the reason said, where it cannot be had. */
export function installTypst() {
  const folder = join(tmpdir(), "fivecase-bench-typst-0.7");
  const installed = join(folder, "node_modules", name);
  if (existsSync(installed)) return installed;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const options = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const child = spawnSync("npm", [...options, `${name}@~0.7.0`], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (child.status === 0 && existsSync(installed)) return installed;
  process.stderr.write(`typst is not measured: ${name} could not be installed.\n${child.stderr ?? ""}\n`);
  return undefined;
}

const escaped = (text) => text.replace(/[\\#$*_`@<>[\]~'"/=+-]/g, "\\$&");
const quoted = (text) => JSON.stringify(text).replace(/\\u[0-9a-f]{4}/g, "");

function inline(node) {
  switch (node.type) {
    case "text":
    case "code":
      return escaped(node.value);
    case "value":
      return escaped(node.text);
    case "rating":
      return `#strong[${escaped(node.text)}]`;
    case "tick":
      return escaped(node.label);
    case "emphasis":
      return `#emph[${inlines(node.children)}]`;
    case "strong":
      return `#strong[${inlines(node.children)}]`;
    case "superscript":
      return `#super[${inlines(node.children)}]`;
    case "link":
      return `#link(${quoted(node.url)})[${inlines(node.children)}]`;
    case "line-break":
      return "#linebreak()";
    case "footnote-reference":
      return `#super[${node.number}]`;
    default:
      return inlines(node.children);
  }
}

function inlines(nodes) {
  return nodes.map(inline).join("");
}

function list(block) {
  const items = block.items.map((item) => `[${blocks(item.blocks)}]`).join(", ");
  if (block.style === "bullet") return `#list(${items})`;
  return `#enum(${items})`;
}

const aligns = { left: "left", right: "right", centre: "center", decimal: "right" };

function table(block) {
  const cell = (one, column) => {
    const spans = [
      ...(one.colSpan ? [`colspan: ${one.colSpan}`] : []),
      ...(one.rowSpan ? [`rowspan: ${one.rowSpan}`] : []),
      ...(one.align || column?.align ? [`align: ${aligns[one.align ?? column.align]}`] : []),
    ];
    return `table.cell(${spans.join(", ")})[${blocks(one.blocks)}]`;
  };
  const row = (one) => one.cells.map((c) => cell(c)).join(", ");
  const header = block.rows.filter((r) => r.kind === "header");
  const rest = block.rows.filter((r) => r.kind !== "header");
  const head = header.length > 0 ? `table.header(${header.map(row).join(", ")}), ` : "";
  const columns = `(${block.columns.map((c) => (c.weight ? `${c.weight}fr` : "auto")).join(", ")},)`;
  const alignment = `(${block.columns.map((c) => aligns[c.align]).join(", ")},)`;
  const made = `#table(columns: ${columns}, align: ${alignment}, ${head}${rest.map(row).join(", ")})`;
  return [caption(block), made, blocks(block.notes)].join("\n\n");
}

function caption({ caption: words }) {
  return words ? `#strong[${words.label} ${words.number}: ${inlines(words.children)}]` : "";
}

function contents(block) {
  const line = (entry) => `#pad(left: ${(entry.level - 1) * 12}pt)[${escaped(`${entry.number ?? ""} ${entry.text}`)}]`;
  return `#strong[${escaped(block.title)}]\n\n${block.entries.map(line).join("\n")}`;
}

function block(node) {
  switch (node.type) {
    case "cover":
      return [node.kind, node.title, ...node.facts.map((f) => `${f.label}: ${f.value}`)].map(escaped).join("\n\n");
    case "heading":
      return `#heading(level: ${node.level})[${node.number ? `${escaped(node.number)} ` : ""}${inlines(node.children)}]`;
    case "paragraph":
      return inlines(node.children);
    case "list":
      return list(node);
    case "definition-list":
      return node.items.map((i) => `#strong[${inlines(i.term)}]\n\n${blocks(i.blocks)}`).join("\n\n");
    case "card":
      return `#block(inset: 8pt)[${escaped(node.topic ?? "")} ${blocks(node.blocks)}]`;
    case "card-grid":
      return blocks(node.cards);
    case "table":
      return table(node);
    case "exhibit":
    case "picture":
      return [caption(node), escaped(node.alt), blocks(node.notes)].join("\n\n");
    case "contents":
      return contents(node);
    case "sign-off":
      return node.fields.map((f) => escaped(`${f.label}: ${f.value ?? ""}`)).join("\n\n");
    case "page-break":
      return "#pagebreak(weak: true)";
    default:
      return node.blocks ? `#block(inset: 8pt)[${blocks(node.blocks)}]` : "";
  }
}

function blocks(nodes) {
  return nodes.map(block).join("\n\n");
}

/** Typst markup with the words of a document tree. */
export function typstMarkup(document) {
  const page = (section) => `#set page(flipped: ${section.orientation === "landscape"})\n\n${blocks(section.blocks)}`;
  return [
    `#set document(title: ${quoted(document.properties.title)})`,
    '#set text(font: "Arimo", size: 11pt, lang: "en", region: "GB")',
    '#set page(paper: "a4", margin: 25mm, numbering: "1")',
    "#set par(justify: false)",
    "#set table(stroke: 0.5pt)",
    ...document.sections.map(page),
    "#strong[Notes]",
    ...document.footnotes.map((note) => `#super[${note.number}] ${blocks(note.blocks)}`),
  ].join("\n\n");
}
