// Text form of the tree, for people and golden tests: one node a line, indented, without origins.
import type { Block, Cell, Document, Inline, PageSection, Row, Table } from "./document.ts";

type Lines = readonly string[];

const indent = (lines: Lines): Lines => lines.map((line) => `  ${line}`);

/** The whole document as text. */
export function printDocument(document: Document): string {
  const p = document.properties;
  const marks = [document.marks.watermark, document.marks.marking].filter((mark) => mark !== undefined);
  return [
    `document ${document.id} ${document.language}`,
    `  title ${p.title}`,
    `  subject ${p.subject}; ${p.programme}; ${p.organisations.join(", ")}`,
    `  authors ${p.authors.join(", ")}; owners ${p.owners.join(", ")}`,
    `  version ${p.version}; ${p.status}; ${p.date} (${p.dateText}); ${p.classification}`,
    ...(p.keywords.length > 0 ? [`  keywords ${p.keywords.join(", ")}`] : []),
    `  header ${document.running.headerLeft}`,
    `  footer ${document.running.footerLeft} | ${document.running.footerCentre} | from page ${document.running.firstPage}`,
    ...(marks.length > 0 ? [`  marks ${marks.join(", ")}`] : []),
    ...document.sections.flatMap(printSection),
    ...document.footnotes.flatMap((note) => [
      `footnote ${note.number} #${note.id}`,
      ...indent(printBlocks(note.blocks)),
    ]),
    ...Object.entries(document.assets).map(([id, a]) => `asset ${id} ${a.type} ${a.width} × ${a.height}`),
    "",
  ].join("\n");
}

function printSection(section: PageSection): Lines {
  return [
    `section ${section.role} ${section.orientation}${section.size ? ` ${section.size}` : ""}`,
    ...indent(printBlocks(section.blocks)),
  ];
}

/** Blocks as lines. */
export function printBlocks(blocks: readonly Block[]): Lines {
  return blocks.flatMap(printBlock);
}

function printBlock(block: Block): Lines {
  switch (block.type) {
    case "heading": {
      const flags = [
        block.role,
        block.ownNumber ? "own-number" : undefined,
        block.inContents ? undefined : "unlisted",
        block.breakBefore ? "break" : undefined,
      ].filter((flag) => flag !== undefined);
      const number = block.number ? `[${block.number}] ` : "";
      const tail = flags.length > 0 ? ` (${flags.join(", ")})` : "";
      return [`heading ${block.level} #${block.id} ${number}${printInlines(block.children)}${tail}`];
    }
    case "paragraph":
      return [`${block.role ?? "paragraph"} ${printInlines(block.children)}`];
    case "list":
      return [
        `list ${block.style}`,
        ...block.items.flatMap((item) => [
          `  ${item.marker}${item.id ? ` #${item.id}` : ""}`,
          ...indent(indent(printBlocks(item.blocks))),
        ]),
      ];
    case "definition-list":
      return [
        "definitions",
        ...block.items.flatMap((item) => [`  ${printInlines(item.term)}`, ...indent(indent(printBlocks(item.blocks)))]),
      ];
    case "quote": {
      const by = block.attribution ? [`  — ${printInlines(block.attribution)}`] : [];
      return ["quote", ...indent(printBlocks(block.blocks)), ...by];
    }
    case "card":
      return [words("card", block.brand, block.topic), ...indent(printBlocks(block.blocks))];
    case "card-grid":
      return [`card-grid ${block.columns}`, ...indent(block.cards.flatMap(printBlock))];
    case "callout":
      return [words("callout", block.title), ...indent(printBlocks(block.blocks))];
    case "prompt":
      return ["prompt", ...indent(printBlocks(block.blocks))];
    case "answer":
      return [`answer to #${block.to}`, ...indent(printBlocks(block.blocks))];
    case "table":
      return printTable(block);
    case "exhibit":
      return [
        `exhibit ${block.content.type} #${block.id} [Figure ${block.caption.number}] ${printInlines(block.caption.children)}`,
        `  alt ${block.alt}`,
        ...indent(printBlocks(block.notes)),
      ];
    case "picture":
      return [
        `picture ${block.asset} #${block.id} [Figure ${block.caption.number}] ${printInlines(block.caption.children)}`,
        `  alt ${block.alt}; width ${block.width}`,
        ...indent(printBlocks(block.notes)),
      ];
    case "contents":
      return [
        `contents ${block.of} ${block.look} "${block.title}"`,
        ...block.entries.map(
          (e) =>
            `${"  ".repeat(e.level)}${e.number ? `[${e.number}] ` : ""}${e.children ? printInlines(e.children) : e.text} -> #${e.target}`,
        ),
      ];
    case "sign-off":
      return [words("sign-off", block.id), ...block.fields.map((f) => `  ${f.label}: ${f.value ?? "____"}`)];
    case "cover":
      return [
        `cover ${block.kind}: ${block.title}`,
        ...(block.subtitle ? [`  subtitle ${block.subtitle}`] : []),
        `  organisations ${block.organisations.join(", ")}`,
        ...block.logos.map((logo) => `  logo ${logo.asset} (${logo.alt})`),
        ...block.facts.map((fact) => `  ${fact.label}: ${fact.value}`),
      ];
    case "page-break":
      return ["page-break"];
  }
}

const words = (...parts: readonly (string | undefined)[]) => parts.filter((p) => p !== undefined && p !== "").join(" ");

function printTable(table: Table): Lines {
  const caption = table.caption ? ` [Table ${table.caption.number}] ${printInlines(table.caption.children)}` : "";
  const columns = table.columns.map((c) => {
    const looks = words(c.align === "left" ? "" : c.align, c.rowHeader ? "header" : "", c.ruleBefore ? "rule" : "");
    return looks ? `${c.key} (${looks})` : c.key;
  });
  return [
    `table ${table.look}${table.upright ? " upright" : ""}${table.id ? ` #${table.id}` : ""}${caption}`,
    `  columns ${columns.join(" | ")}`,
    ...indent(table.rows.flatMap(printRow)),
    ...indent(printBlocks(table.notes)),
  ];
}

function printRow(row: Row): Lines {
  const head = `${row.kind}${row.id ? ` #${row.id}` : ""}`;
  const plain = row.cells.every((cell) => cell.blocks.every((b) => b.type === "paragraph") && cell.blocks.length < 2);
  const carried = row.carried ? [`  carried ${row.carried.filter((words) => words !== "").join(" | ")}`] : [];
  if (plain) return [`${head} | ${row.cells.map((cell) => printCell(cell)).join(" | ")}`, ...carried];
  const cells = row.cells.flatMap((cell) => [`  cell${spans(cell)}`, ...indent(indent(printBlocks(cell.blocks)))]);
  return [head, ...cells, ...carried];
}

function spans(cell: Cell): string {
  const parts = [
    cell.colSpan && cell.colSpan > 1 ? `${cell.colSpan} columns` : "",
    cell.rowSpan && cell.rowSpan > 1 ? `${cell.rowSpan} rows` : "",
  ].filter((p) => p !== "");
  return parts.length > 0 ? ` <${parts.join(", ")}>` : "";
}

function printCell(cell: Cell): string {
  const [only] = cell.blocks;
  return `${only?.type === "paragraph" ? printInlines(only.children) : ""}${spans(cell)}`;
}

/** Inlines on one line, with light marks. */
function printInlines(inlines: readonly Inline[]): string {
  return inlines.map(printInline).join("");
}

function printInline(node: Inline): string {
  switch (node.type) {
    case "text":
      return node.value.replaceAll("\u00a0", "⍽").replaceAll("\n", "⏎");
    case "emphasis":
      return `*${printInlines(node.children)}*`;
    case "strong":
      return `**${printInlines(node.children)}**`;
    case "superscript":
      return `^${printInlines(node.children)}^`;
    case "code":
      return `\`${node.value}\``;
    case "link":
      return `[${printInlines(node.children)}](${node.url})`;
    case "reference":
      return `[${printInlines(node.children)}](#${node.target})`;
    case "footnote-reference":
      return `[^${node.number}]`;
    case "line-break":
      return " / ";
    case "value":
      return `{${node.text.replaceAll("\u00a0", "⍽")}}`;
    case "rating":
      return `<${node.text}: ${node.tone}>`;
    case "tick":
      return `<${node.mark}: ${node.label}>`;
    case "foreign":
      return `<${node.language}: ${printInlines(node.children)}>`;
  }
}
