// Tables that authors write in Markdown: plain rows under one header row.

import type { Cell, Column, Row, Table } from "../document/document.ts";
import { plainText } from "../document/visit.ts";
import { inlines } from "./inlines.ts";
import { type Markdown, type Scope, wordsOf } from "./scope.ts";

/** A plain table; it has no caption, so nothing can refer to it. */
export function plainTable(node: Markdown, scope: Scope): Table {
  const inside: Scope = { ...scope, inside: "a table" };
  const origin = scope.place(node);
  const [head, ...body] = node.children ?? [];
  const width = Math.max(1, ...(node.children ?? []).map((row) => row.children?.length ?? 0));
  const isNamed = width > 1 && namesRows(body);
  const columns = Array.from({ length: width }, (_, i): Column => {
    const column: Column = { key: `c${i + 1}`, align: alignOf(node.align?.[i]) };
    return isNamed && i === 0 ? { ...column, rowHeader: true } : column;
  });
  const row = (kind: Row["kind"], source: Markdown): Row => {
    const place = scope.place(source);
    const cells = columns.map((_, i): Cell => cell(source.children?.[i], inside));
    return { kind, cells, ...(place ? { origin: place } : {}) };
  };
  const rows = [...(head ? [row("header", head)] : []), ...body.map((source) => row("body", source))];
  const titles = (rows[0]?.cells ?? []).map((c) =>
    c.blocks.map((b) => (b.type === "paragraph" ? plainText(b.children) : "")).join(" "),
  );
  return {
    type: "table",
    summary: `Columns: ${titles.filter((t) => t !== "").join(", ")}.`,
    look: "ruled",
    columns,
    rows,
    notes: [],
    ...(origin ? { origin } : {}),
  };
}

/** The first cells of rows name them when each has words and none those of another. */
function namesRows(body: readonly Markdown[]): boolean {
  const names = body.map((row) => {
    const [first] = row.children ?? [];
    return first ? wordsOf(first).trim() : "";
  });
  return !names.includes("") && new Set(names).size === names.length;
}

function cell(source: Markdown | undefined, scope: Scope): Cell {
  const children = source ? inlines(source.children ?? [], scope) : [];
  const origin = source && scope.place(source);
  return { blocks: children.length > 0 ? [{ type: "paragraph", children }] : [], ...(origin ? { origin } : {}) };
}

const alignOf = (written: string | null | undefined): Column["align"] =>
  written === "right" ? "right" : written === "center" ? "centre" : "left";
