// The same words for pandoc: a document tree as HTML, which it turns into DOCX. Exhibits become their caption and text alternative.
import { spawnSync } from "node:child_process";

/** True where pandoc is installed; it is not fetched, as it is no npm package. */
export const hasPandoc = () => spawnSync("pandoc", ["--version"]).status === 0;

const escaped = (text) => `${text}`.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const within = (tag, inside) => `<${tag}>${inside}</${tag}>`;

function inline(node) {
  switch (node.type) {
    case "text":
    case "code":
      return escaped(node.value);
    case "value":
    case "rating":
      return escaped(node.text);
    case "tick":
      return escaped(node.label);
    case "emphasis":
      return within("em", inlines(node.children));
    case "strong":
      return within("strong", inlines(node.children));
    case "superscript":
      return within("sup", inlines(node.children));
    case "link":
      return `<a href="${escaped(node.url).replace(/"/g, "&quot;")}">${inlines(node.children)}</a>`;
    case "line-break":
      return "<br>";
    case "footnote-reference":
      return within("sup", node.number);
    default:
      return inlines(node.children);
  }
}

const inlines = (nodes) => nodes.map(inline).join("");
const caption = ({ caption: words }) =>
  words ? within("p", `${escaped(words.label)} ${words.number}: ${inlines(words.children)}`) : "";

function table(block) {
  const cell = (one, tag) => {
    const spans = `${one.colSpan ? ` colspan="${one.colSpan}"` : ""}${one.rowSpan ? ` rowspan="${one.rowSpan}"` : ""}`;
    return `<${tag}${spans}>${blocks(one.blocks)}</${tag}>`;
  };
  const row = (one) => within("tr", one.cells.map((c) => cell(c, one.kind === "header" ? "th" : "td")).join(""));
  const [head, body] = [true, false].map((header) => block.rows.filter((r) => (r.kind === "header") === header));
  const rows = `${within("thead", head.map(row).join("\n"))}${within("tbody", body.map(row).join("\n"))}`;
  return `${caption(block)}${within("table", rows)}${blocks(block.notes)}`;
}

function block(node) {
  switch (node.type) {
    case "cover":
      return [node.kind, node.title, ...node.facts.map((f) => `${f.label}: ${f.value}`)]
        .map((words) => within("p", escaped(words)))
        .join("\n");
    case "heading":
      return within(`h${node.level}`, `${node.number ? `${escaped(node.number)} ` : ""}${inlines(node.children)}`);
    case "paragraph":
      return within("p", inlines(node.children));
    case "list":
      return within(
        node.style === "bullet" ? "ul" : "ol",
        node.items.map((i) => within("li", blocks(i.blocks))).join(""),
      );
    case "definition-list":
      return within(
        "dl",
        node.items.map((i) => `${within("dt", inlines(i.term))}${within("dd", blocks(i.blocks))}`).join(""),
      );
    case "card-grid":
      return blocks(node.cards);
    case "table":
      return table(node);
    case "exhibit":
    case "picture":
      return `${caption(node)}${within("p", escaped(node.alt))}${blocks(node.notes)}`;
    case "contents":
      return node.entries.map((e) => within("p", escaped(`${e.number ?? ""} ${e.text}`))).join("\n");
    case "sign-off":
      return node.fields.map((f) => within("p", escaped(`${f.label}: ${f.value ?? ""}`))).join("\n");
    case "page-break":
      return "";
    default:
      return node.blocks ? within("blockquote", blocks(node.blocks)) : "";
  }
}

const blocks = (nodes) => nodes.map(block).join("\n");

/** HTML with the words of a document tree. */
export function pandocMarkup(document) {
  const body = document.sections.map((section) => blocks(section.blocks)).join("\n");
  const notes = document.footnotes.map((note) => blocks(note.blocks)).join("\n");
  return `<!doctype html><html lang="en-GB"><title>${escaped(document.properties.title)}</title><body>${body}${notes}</body></html>`;
}
