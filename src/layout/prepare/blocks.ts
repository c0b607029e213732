// Each kind of block to its measured form; the tree of meaning grows on the way, in reading order.
import type {
  Block,
  Callout,
  Card,
  DefinitionList,
  Footnote,
  Heading,
  List,
  Paragraph,
} from "../../document/document.ts";
import { type Growing, numberingOf } from "../structure.ts";
import { citationAnchor, footnoteAnchor, type PreparedText, plain, textBuilder } from "../text.ts";
import { prepareContents } from "./contents.ts";
import { prepareCover } from "./cover.ts";
import { prepareExhibit, preparePicture } from "./figures.ts";
import {
  bodySetting,
  type PrepareKit,
  placedAt,
  prepareText,
  prepareWords,
  type Setting,
  smallSetting,
  tableSetting,
  textBlock,
} from "./kit.ts";
import type { Prepared, TextBlock } from "./prepared.ts";
import { prepareSignOff } from "./sign-off.ts";
import { prepareTable } from "./tables.ts";

/** Blocks under an element. */
export function prepareBlocks(
  blocks: readonly Block[],
  parent: Growing,
  setting: Setting,
  kit: PrepareKit,
): readonly Prepared[] {
  return blocks.flatMap((block, index) => {
    const made = prepareBlock(block, parent, setting, kit);
    const next = blocks[index + 1]?.type;
    // Words that lead to a list stay with its first item.
    if (kit.word || block.type !== "paragraph" || (next !== "list" && next !== "definition-list")) return made;
    return made.map((text) => (text.kind === "text" ? { ...text, keepNext: true } : text));
  });
}

/** Blocks of a cell or item: a single plain paragraph needs no element of its own. */
export function prepareInside(
  blocks: readonly Block[],
  parent: Growing,
  setting: Setting,
  kit: PrepareKit,
): readonly Prepared[] {
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.type !== "paragraph" || only.role) return prepareBlocks(blocks, parent, setting, kit);
  const text = prepareText(only.children, setting, parent, kit, only.origin);
  notesOf(text, parent, kit);
  return text.text === "" ? [] : [textBlock(text, setting)];
}

function prepareBlock(block: Block, parent: Growing, setting: Setting, around: PrepareKit): readonly Prepared[] {
  const kit = placedAt(around, block.origin);
  switch (block.type) {
    case "paragraph":
      return prepareParagraph(block, parent, setting, kit);
    case "heading":
      return [prepareHeading(block, parent, kit)];
    case "list":
      return [prepareList(block, parent, setting, kit)];
    case "definition-list":
      return prepareDefinitions(block, parent, setting, kit);
    case "quote": {
      const element = kit.structure.element(parent, "BlockQuote");
      const body = [...prepareBlocks(block.blocks, element, setting, kit)];
      if (block.attribution) {
        const small = { ...smallSetting(kit.theme), measured: setting.measured };
        body.push(...prepareParagraph({ type: "paragraph", children: block.attribution }, element, small, kit));
      }
      return [{ kind: "frame", look: "quote", body }];
    }
    case "card":
      return [
        { kind: "frame", look: "quote", body: prepareCard(block, kit.structure.element(parent, "Div"), setting, kit) },
      ];
    case "card-grid": {
      const element = kit.structure.element(parent, "Div");
      const small = { ...tableSetting(kit.theme), colour: setting.colour };
      const cells = block.cards.map((card) => prepareCard(card, kit.structure.element(element, "Div"), small, kit));
      return [{ kind: "grid", columns: Math.max(1, block.columns), cells }];
    }
    case "callout":
      return [
        {
          kind: "frame",
          look: "quote",
          body: prepareCallout(block, kit.structure.element(parent, "Div"), setting, kit),
        },
      ];
    case "table":
      return [...prepareTable(block, parent, kit)];
    case "exhibit":
      return [prepareExhibit(block, parent, kit)];
    case "picture":
      return [preparePicture(block, parent, kit)];
    case "contents":
      return prepareContents(block, parent, kit);
    case "sign-off":
      return prepareSignOff(block, parent, kit);
    case "cover":
      return prepareCover(block, parent, kit);
    case "prompt": {
      const quiet = {
        ...setting,
        colour: kit.theme.colours.quiet,
        size: setting.size * 0.9,
        leading: setting.leading * 0.9,
      };
      const body = prepareBlocks(block.blocks, kit.structure.element(parent, "Div"), quiet, kit);
      return [{ kind: "frame", look: "prompt", body }];
    }
    case "answer":
      return prepareBlocks(block.blocks, kit.structure.element(parent, "Div"), setting, kit);
    case "page-break":
      return [{ kind: "break" }];
  }
}

/** Notes first cited in a text stand after it in the tree of meaning. */
export function notesOf(text: PreparedText, parent: Growing, kit: PrepareKit): void {
  for (const { id } of text.notes) prepareNote(id, true, parent, kit);
}

/** The number before a note leads back to where the note is cited. */
function noteMarker(note: Footnote, cited: boolean, setting: Setting, label: Growing, kit: PrepareKit): PreparedText {
  const number = String(note.number);
  if (!cited) return prepareWords(`${number} `, setting, label, kit);
  const element = kit.structure.element(label, "Link");
  const target = { id: citationAnchor(note.id) };
  const link = { element: element.index, target, words: `Back from footnote ${number}`, underlined: false };
  const builder = textBuilder(kit);
  builder.words(`${number} `, setting, kit.structure.content(element), link);
  return builder.finish();
}

/** Prepares a footnote unless it was cited before. */
function prepareNote(id: string, cited: boolean, parent: Growing, kit: PrepareKit): void {
  const note = kit.footnotes.get(id);
  if (!note || kit.notes.has(id)) return;
  const setting = { ...smallSetting(kit.theme), after: 2 };
  const element = kit.structure.element(parent, "Note");
  kit.notes.set(id, []);
  const marker = noteMarker(note, cited, setting, kit.structure.element(element, "Lbl"), kit);
  const body = prepareBlocks(note.blocks, element, setting, kit);
  kit.notes.set(id, [
    {
      kind: "list",
      size: setting.size,
      leading: setting.leading,
      indent: 16,
      between: 0,
      after: 2,
      items: [{ marker, body, anchor: footnoteAnchor(id) }],
    },
  ]);
}

function paragraphSetting(block: Paragraph, setting: Setting, kit: PrepareKit): Setting {
  const { colours } = kit.theme;
  switch (block.role) {
    case "lead":
      return { ...setting, size: setting.size * 1.1, leading: setting.leading * 1.12 };
    case "strapline":
      return {
        ...setting,
        size: setting.size * 1.15,
        leading: setting.leading * (kit.word ? 1 : 1.15),
        colour: colours.accentText,
        bold: true,
      };
    case "note":
    case "source":
      return { ...smallSetting(kit.theme), measured: setting.measured };
    case "instruction":
      return { ...setting, italic: true, colour: colours.quiet };
    default:
      return setting;
  }
}

/** A paragraph with the notes it cites. */
export function prepareParagraph(
  block: Paragraph,
  parent: Growing,
  setting: Setting,
  kit: PrepareKit,
): readonly TextBlock[] {
  const own = paragraphSetting(block, setting, kit);
  const element = kit.structure.element(parent, "P");
  const text = prepareText(block.children, own, element, kit, block.origin);
  notesOf(text, parent, kit);
  // A sentence that announces a list or table stays with it.
  const isNote = kit.word && (block.role === "note" || block.role === "source");
  const around = isNote
    ? { measured: false, before: 4, after: block.role === "source" ? kit.theme.body.after : 4 }
    : {};
  return text.text === "" ? [] : [textBlock(text, own, { keepNext: /:\s*$/.test(text.text), ...around })];
}

function prepareHeading(block: Heading, parent: Growing, kit: PrepareKit): TextBlock {
  const { theme } = kit;
  const look = block.role === "run-in" ? theme.headings[3] : theme.headings[block.level - 1];
  const { size, leading, before, after } = look ?? { ...theme.body, before: 12 };
  const style = { bold: true, italic: false, colour: theme.colours.accentText };
  const element = kit.structure.element(parent, `H${block.level}`);
  const builder = textBuilder(kit, block.origin);
  let hang = 0;
  if (block.number) {
    builder.words(`${block.number} `, style, kit.structure.content(element));
    const width = builder.pad(0);
    // A short number hangs; a long one such as "SECTION 2 –" reads on.
    if (width <= 3) hang = builder.pad(width + 0.3);
  }
  builder.inlines(block.children, style, element);
  const text = builder.finish();
  notesOf(text, parent, kit);
  const title = `${block.number ? `${block.number} ` : ""}${plain(block.children)}`;
  return {
    kind: "text",
    text,
    size,
    leading,
    before,
    after,
    hang,
    keepNext: true,
    measured: false,
    balanced: true,
    anchor: block.id,
    ...(block.breakBefore ? { forced: true } : {}),
    ...(block.level === 1 && block.role !== "run-in" ? { chapter: title } : {}),
    ...(block.role === "divider" ? { ruleAbove: true } : {}),
  };
}

/** A list within an item stands as near to the words that lead to it as items do to each other. */
function tied(body: readonly Prepared[], { theme }: PrepareKit): readonly Prepared[] {
  return body.map((block, index) =>
    block.kind === "text" && body[index + 1]?.kind === "list" ? { ...block, after: theme.list.after } : block,
  );
}

function prepareList(block: List, parent: Growing, setting: Setting, around: PrepareKit): Prepared {
  const element = around.structure.element(parent, "L", { numbering: numberingOf(block.style) });
  let widest = 0;
  const items = block.items.map((item) => {
    const kit = placedAt(around, item.origin);
    const li = kit.structure.element(element, "LI");
    const marker = prepareWords(`${item.marker} `, setting, kit.structure.element(li, "Lbl"), kit);
    widest = Math.max(widest, marker.edges[marker.text.length - 1] ?? 0);
    const body = prepareInside(item.blocks, kit.structure.element(li, "LBody"), setting, kit);
    return { marker, body: tied(body, kit), ...(item.id === undefined ? {} : { anchor: item.id }) };
  });
  const { theme } = around;
  const indent = Math.max(theme.list.indent * (setting.size / theme.body.size), widest * setting.size + 6);
  const { size, leading, after } = setting;
  const between = around.word && setting.inCell ? 0 : theme.list.after;
  return { kind: "list", size, leading, indent, items, between, after };
}

function prepareDefinitions(
  block: DefinitionList,
  parent: Growing,
  setting: Setting,
  kit: PrepareKit,
): readonly Prepared[] {
  const element = kit.structure.element(parent, "L", { numbering: "None" });
  return block.items.flatMap((item, index): readonly Prepared[] => {
    const isLast = index === block.items.length - 1;
    const inside = { ...setting, after: isLast || (kit.word && !setting.inCell) ? setting.after : setting.after * 0.4 };
    const li = kit.structure.element(element, "LI");
    const label = kit.structure.element(li, "Lbl");
    const term = prepareText(item.term, { ...setting, bold: true }, label, kit);
    const body = kit.structure.element(li, "LBody");
    notesOf(term, body, kit);
    return [
      textBlock(term, setting, { after: 2, keepNext: true }),
      { kind: "indent", by: kit.theme.list.indent, body: prepareInside(item.blocks, body, inside, kit) },
    ];
  });
}

function titled(words: string, element: Growing, setting: Setting, kit: PrepareKit): TextBlock {
  const style = { bold: true, italic: false, colour: kit.theme.colours.accentText };
  const text = prepareWords(words, style, kit.structure.element(element, "P"), kit);
  return textBlock(text, setting, { after: 3, keepNext: true });
}

function prepareCard(block: Card, element: Growing, setting: Setting, kit: PrepareKit): readonly Prepared[] {
  const small = { ...smallSetting(kit.theme), measured: setting.measured };
  const brand = block.brand
    ? [
        textBlock(prepareWords(block.brand, small, kit.structure.element(element, "P"), kit), small, {
          after: 2,
          keepNext: true,
        }),
      ]
    : [];
  const topic = block.topic ? [titled(block.topic, element, kit.word ? bodySetting(kit.theme) : setting, kit)] : [];
  return [
    ...brand,
    ...topic,
    ...prepareBlocks(block.blocks, kit.structure.element(element, "BlockQuote"), setting, kit),
  ];
}

function prepareCallout(block: Callout, element: Growing, setting: Setting, kit: PrepareKit): readonly Prepared[] {
  const title = block.title ? [titled(block.title, element, setting, kit)] : [];
  return [...title, ...prepareBlocks(block.blocks, element, setting, kit)];
}

/** Notes that no text cites still print, at the end. */
export function prepareUncited(parent: Growing, kit: PrepareKit): readonly string[] {
  const left = [...kit.footnotes.keys()].filter((id) => !kit.notes.has(id));
  for (const id of left) prepareNote(id, false, parent, kit);
  return left;
}
