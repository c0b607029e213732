// Registers that print as lists: recommendations, objectives, assumptions, plain lists; and dependencies.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { bullets, paragraph, text } from "../../document/build.ts";
import { marker } from "../../document/counting.ts";
import type { Block, List, ListItem } from "../../document/document.ts";
import type { AnchorKind, View, ViewRequest } from "../view.ts";
import { groupBy } from "./columns.ts";
import { grid } from "./grid.ts";
import { bold, markdownCell, textCell } from "./parts.ts";
import { choice, type Item, items, registers, unknownEntry } from "./registers.ts";

const styles = ["decimal", "bullet", "lower-alpha", "lower-roman"] as const;
type Style = (typeof styles)[number];

interface Numbered {
  readonly blocks: readonly Block[];
  /** Its number in the whole register, so that it is the same wherever it is printed. */
  readonly number: number;
  readonly id?: string;
}

function listOf(style: Style, entries: readonly Numbered[]): List {
  const marked = entries.map(({ blocks, number, id }): ListItem => {
    if (style === "bullet") return { marker: "•", ...(id ? { id } : {}), blocks };
    return { marker: marker(style, number), value: number, ...(id ? { id } : {}), blocks };
  });
  return { type: "list", style, items: marked };
}

/** Every entry of a register that this document shows, whatever `only` says, in order: what numbers are counted from. */
function positions(request: ViewRequest, name: "recommendations" | "objectives" | "assumptions"): readonly string[] {
  const { only: _, ...attributes } = request.attributes;
  return items({ ...request, attributes }, name, []).map((item) => item.id);
}

interface Texted {
  readonly text: string;
  readonly measure?: string | undefined;
  readonly group?: string | undefined;
}

function registerList(
  name: "recommendations" | "objectives" | "assumptions",
  usual: Style,
  anchor: AnchorKind | undefined,
): View {
  return {
    attributes: ["only", "style"],
    render(request) {
      const diagnostics: Diagnostic[] = [];
      const shown: readonly Item<Texted>[] = items(request, name, diagnostics);
      if (shown.length === 0) return { value: [], diagnostics };
      const others = styles.filter((style) => style !== usual);
      const style = choice<Style>(request, "style", [usual, ...others], diagnostics);
      const order = positions(request, name);
      const entry = ({ id, entry: e, origin }: Item<Texted>): Numbered => ({
        blocks: [
          ...request.kit.blocks(e.text, origin),
          ...(e.measure === undefined
            ? []
            : [paragraph([text("Measure: "), ...request.kit.inlines(e.measure, origin)])]),
        ],
        number: order.indexOf(id) + 1,
        ...(anchor === undefined ? {} : { id: request.kit.anchor(anchor, id) }),
      });
      const groups = groupBy(shown, (item) => item.entry.group);
      const blocks =
        groups.length < 2
          ? [listOf(style, shown.map(entry))]
          : groups.flatMap((g) => [
              ...(g.key === undefined ? [] : [paragraph([bold(g.key)])]),
              listOf(style, g.items.map(entry)),
            ]);
      return { value: blocks, diagnostics };
    },
  };
}

export const recommendations = registerList("recommendations", "decimal", "recommendation");
export const objectives = registerList("objectives", "decimal", "objective");
export const assumptions = registerList("assumptions", "bullet", undefined);

/** A plain list of `lists:`. */
export const plainList: View = {
  attributes: ["of", "style"],
  required: ["of"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const lists = registers(request).lists ?? {};
    const id = request.attributes.of ?? "";
    const entries = Object.hasOwn(lists, id) ? lists[id] : undefined;
    if (!entries) {
      diagnostics.push(...unknownEntry(request, "lists", id, Object.keys(lists)));
      return { value: [], diagnostics };
    }
    const style = choice(request, "style", ["bullet", "decimal", "lower-alpha", "lower-roman"], diagnostics);
    const { places } = request.document.document.registers;
    const blocks = entries.map((entry, i) => request.kit.blocks(entry, places.value(["lists", id, i])));
    return {
      value: [
        style === "bullet"
          ? bullets(blocks)
          : listOf(
              style,
              blocks.map((b, i) => ({ blocks: b, number: i + 1 })),
            ),
      ],
      diagnostics,
    };
  },
};

/** Area and dependency; neighbouring areas of the same name become one. */
export const dependencies: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "dependencies", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const gathered = groupBy(shown, (d) => d.entry.area).flatMap((g) => g.items);
    const table = grid(request, {
      title: [text("Dependencies")],
      of: "dependencies",
      subject: "dependencies",
      columns: [
        { key: "area", label: [text("Area")], rowHeader: true, weight: 1 },
        { key: "dependency", label: [text("Dependency")], weight: 3 },
      ],
      rows: gathered.map(({ id, entry, origin }) => ({
        entry: id,
        cells: [textCell(entry.area), markdownCell(request.kit, entry.text, { origin })],
        origin,
      })),
      merge: ["area"],
    });
    return { value: [table], diagnostics };
  },
};
