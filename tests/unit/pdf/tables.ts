// Tables and figures of the files are tagged as what they are, for readers who cannot see them.
import { describe, expect, test } from "vitest";
import type { Table } from "../../../src/document/document.ts";
import { inlineText } from "../../support/document-words.ts";
import { type Example, useExamples } from "../../support/pdf-examples.ts";
import { childrenOf, placeOf, says, type Tag, tagsOf, wordsOf } from "../../support/pdf-file.ts";
import {
  different,
  figureGroups,
  figuresOf,
  oneLine,
  pagesOf,
  printed,
  tablesOf,
  unequal,
} from "../../support/pdf-source.ts";

const { faults, all } = useExamples();
/** Cells on the grid that their spans make: rows of the numbers of columns taken; undefined when it has holes or overlaps. */
function gridOf(rows: readonly Tag[]): number | undefined {
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of childrenOf(row)) {
      while (taken[r]?.has(column)) column++;
      const across = Number(cell.attributes["ColSpan"] ?? 1);
      const down = Number(cell.attributes["RowSpan"] ?? 1);
      for (let y = r; y < r + down; y++) {
        for (let x = column; x < column + across; x++) {
          if (y >= rows.length || taken[y]?.has(x)) return;
          taken[y]?.add(x);
        }
      }
      column += across;
    }
  });
  const widths = new Set(taken.map((row) => row.size));
  const whole = taken.every((row) => Math.max(-1, ...row) === row.size - 1);
  return widths.size === 1 && whole ? [...widths][0] : undefined;
}

/** Faults of one table against its source. */
function tableFaults(tag: Tag | undefined, table: Table): readonly string[] {
  const name = table.caption ? `Table ${table.caption.number}` : table.summary;
  if (!tag) return [`${name} has no tag`];
  const parts = childrenOf(tag);
  const headers = table.rows.filter((row) => row.kind === "header").length;
  const roles = [
    ...(table.caption ? ["Caption"] : []),
    ...(headers > 0 ? ["THead"] : []),
    ...(table.rows.length > headers ? ["TBody"] : []),
  ];
  const caption =
    table.caption && printed(`${table.caption.label} ${table.caption.number}: ${inlineText(table.caption.children)}`);
  const head = parts.find((part) => part.role === "THead");
  const body = parts.find((part) => part.role === "TBody");
  const cells = tagsInRows([...(head ? [head] : []), ...(body ? [body] : [])]);
  const found: string[] = [];
  if (
    different(
      parts.map((part) => part.role),
      roles,
    )
  )
    found.push(`${name} holds ${parts.map((p) => p.role)}, not ${roles}`);
  if (caption !== undefined && oneLine(wordsOf(parts[0] ?? tag, "Reference")) !== caption)
    found.push(`${name} has another caption`);
  for (const group of [head, body]) {
    const rows = group ? childrenOf(group) : [];
    if (rows.some((row) => row.role !== "TR")) found.push(`${name} has a group of other things than rows`);
    if (group && gridOf(rows) !== table.columns.length)
      found.push(`${name} is no grid of ${table.columns.length} columns`);
  }
  if (childrenOf(head ?? { ...tag, children: [] }).length !== headers) found.push(`${name} has other header rows`);
  for (const cell of cells) {
    const scope = cell.attributes["Scope"];
    const known = ["Column", "Row", "Both"].some((one) => says(scope, one));
    if (cell.role === "TH" && !known) found.push(`${name} has a header without scope: ${wordsOf(cell)}`);
    if (cell.role !== "TH" && cell.role !== "TD") found.push(`${name} has a ${cell.role} in a row`);
  }
  const inHead = head ? tagsInRows([head]) : [];
  if (inHead.some((cell) => !says(cell.attributes["Scope"], "Column"))) found.push(`${name} heads no column`);
  const named = table.columns.some((column) => column.rowHeader) && table.rows.some((row) => row.kind === "body");
  if (named && !cells.some((cell) => says(cell.attributes["Scope"], "Row"))) found.push(`${name} names no row`);
  return found;
}

function tagsInRows(groups: readonly Tag[]): readonly Tag[] {
  return groups.flatMap((group) => childrenOf(group).flatMap(childrenOf));
}

describe("tables", () => {
  test("have caption, head and body, regular spans, and headers that say what they head", () => {
    expect(
      faults((e) => {
        const tags = tagsOf(e.file.root, "Table");
        const tables = tablesOf(e.tree);
        const extra = tags.length === tables.length ? [] : [`${tags.length} tags for ${tables.length} tables`];
        return [...extra, ...tables.flatMap((table, i) => tableFaults(tags[i], table))];
      }),
    ).toEqual({});
  });

  test("say what they show", () => {
    expect(
      faults((e) =>
        tagsOf(e.file.root, "Table").filter(
          (tag, i) => tag.attributes["Summary"] !== (tablesOf(e.tree)[i]?.summary || undefined),
        ),
      ),
    ).toEqual({});
  });

  test("end the words of each cell with a blank, for readers that take them as they come", () => {
    expect(
      faults((e) =>
        tagsOf(e.file.root, "TH", "TD").flatMap((cell) => {
          const words = wordsOf(cell, "Figure", "Note");
          return words === "" || /\s$/.test(words) ? [] : [`"${words.slice(-40)}" has none`];
        }),
      ),
    ).toEqual({});
  });

  test("that go on over a page repeat caption and header there as artifacts", () => {
    const story = (e: Example) =>
      tagsOf(e.file.root, "Table").flatMap((tag, i) => {
        const table = tablesOf(e.tree)[i];
        const first = placeOf(tag)?.page ?? 0;
        const body = childrenOf(tag).find((part) => part.role === "TBody");
        const last = Math.max(first, ...(body ? pagesOf(body) : []));
        if (!table?.caption || last === first) return [];
        const again = `Table ${table.caption.number}: `;
        const pages = e.file.pages.slice(first + 1, last + 1);
        return pages.flatMap((page) => (page.artifacts.includes(again) ? [] : [`${again} is not repeated`]));
      });
    // A nested table is no stop for the one round it.
    expect(faults(story)).toEqual({});
    const continued = [...all().values()].flatMap((e) =>
      e.file.pages.filter((p) => p.artifacts.includes("(continued)")),
    );
    expect(continued.length).toBeGreaterThan(10);
  });
});

describe("figures", () => {
  test("have a text alternative and a box on their page", () => {
    expect(
      faults((e) =>
        tagsOf(e.file.root, "Figure").filter((tag) => {
          const [left = -1, bottom = -1, right = -1, top = -1] =
            (tag.attributes["BBox"] as readonly number[] | undefined) ?? [];
          const page = e.file.pages[pagesOf(tag)[0] ?? 0];
          const inside = page && left >= 0 && bottom >= 0 && right <= page.width && top <= page.height;
          return !tag.alt || !inside || right - left < 5 || top - bottom < 5;
        }),
      ),
    ).toEqual({});
  });

  test("stand in a group with their caption and notes, and say what the document says of them", () => {
    expect(
      faults((e) =>
        unequal(
          figureGroups(e).map((group) => {
            const [caption, ...others] = childrenOf(group);
            const figure = others.find((tag) => tag.role === "Figure");
            const first = caption ? [caption.role, oneLine(wordsOf(caption, "Reference"))] : [];
            return [
              ...first,
              figure?.alt,
              ...others.filter((tag) => tag.role === "P").map((tag) => oneLine(wordsOf(tag, "Reference"))),
            ];
          }),
          figuresOf(e.tree).map((figure) => {
            const caption = printed(
              `${figure.caption.label} ${figure.caption.number}: ${inlineText(figure.caption.children)}`,
            );
            const notes = figure.notes
              .map((note) => printed(inlineText(note.children)))
              .filter((words) => words !== "");
            return ["Caption", caption, figure.alt === "" ? caption : figure.alt, ...notes];
          }),
        ),
      ),
    ).toEqual({});
  });
});
