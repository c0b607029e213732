// The Markdown that fivecase reads: CommonMark, tables, footnotes, directives, definition lists and expressions.
import type { Root } from "mdast";
import { remark } from "remark";
import { remarkDefinitionList } from "remark-definition-list";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import type { Data, Processor } from "unified";
import { labelled } from "./directives.ts";
import { expressionFromMarkdown, expressionSyntax } from "./expression.ts";

/** Constructs of blocks; a label or a short cell is words only, so "1. First" stays as typed. */
const blockConstructs = [
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "defList",
  "definition",
  "gfmFootnoteDefinition",
  "headingAtx",
  "htmlFlow",
  "list",
  "setextUnderline",
  "table",
  "thematicBreak",
];

type MicromarkExtension = NonNullable<Data["micromarkExtensions"]>[number];
type FromMarkdownExtension = NonNullable<Data["fromMarkdownExtensions"]>[number];

/** Addresses that stand bare in the text; each is tried at every letter it may begin with. */
const webAddresses = ["protocolAutolink", "wwwAutolink"];
const mailAddresses = ["emailAutolink"];

/** Without some constructs of words. */
function without(names: readonly string[], extension: MicromarkExtension): MicromarkExtension {
  if (!extension.text) return extension;
  const text: NonNullable<MicromarkExtension["text"]> = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const list = Array.isArray(constructs) ? constructs : constructs ? [constructs] : [];
    const kept = list.filter((construct) => !names.includes(construct.name ?? ""));
    if (kept.length > 0) text[code] = kept;
  }
  return { ...extension, text };
}

/** Without a second search for links over the finished tree, whose nodes would have no place. */
function withoutTransforms(extension: FromMarkdownExtension): FromMarkdownExtension {
  if (!Array.isArray(extension)) return { ...extension, transforms: [] };
  return extension.map((part) => ({ ...part, transforms: [] }));
}

interface Reading {
  /** Words only, no blocks. */
  readonly inline: boolean;
  /** The text may hold a bare address of the web. */
  readonly addresses: boolean;
}

function own(this: Processor, options: Reading): void {
  const data = this.data();
  // Addresses of mail are printed as typed: trying one at every letter costs a third of the parsing.
  const unused = options.addresses ? mailAddresses : [...mailAddresses, ...webAddresses];
  const syntax = (data.micromarkExtensions ?? []).map((given) => labelled(without(unused, given), options.inline));
  const disable = options.inline ? [{ disable: { null: blockConstructs } }] : [];
  data.micromarkExtensions = [...syntax, expressionSyntax, ...disable];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []).map(withoutTransforms), expressionFromMarkdown];
}

function processor(reading: Reading) {
  return remark()
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(remarkDefinitionList)
    .use(own, reading)
    .freeze();
}

const processors = new Map<string, ReturnType<typeof processor>>();

/** Parses text to a tree with offsets in that text. */
export function toTree(text: string, inline: boolean): Root {
  const reading = { inline, addresses: /https?:|www\./i.test(text) };
  const key = JSON.stringify(reading);
  const made = processors.get(key) ?? processor(reading);
  processors.set(key, made);
  return made.parse(text);
}
