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

/** Addresses of mail are printed as typed: trying one at every letter costs a third of the parsing. */
function withoutMail(extension: MicromarkExtension): MicromarkExtension {
  if (!extension.text) return extension;
  const text: NonNullable<MicromarkExtension["text"]> = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const list = Array.isArray(constructs) ? constructs : constructs ? [constructs] : [];
    const kept = list.filter((construct) => construct.name !== "emailAutolink");
    if (kept.length > 0) text[code] = kept;
  }
  return { ...extension, text };
}

/** Without a second search for links over the finished tree, whose nodes would have no place. */
function withoutTransforms(extension: FromMarkdownExtension): FromMarkdownExtension {
  if (!Array.isArray(extension)) return { ...extension, transforms: [] };
  return extension.map((part) => ({ ...part, transforms: [] }));
}

function own(this: Processor, options: { readonly inline: boolean }): void {
  const data = this.data();
  const syntax = (data.micromarkExtensions ?? []).map((extension) => labelled(withoutMail(extension), options.inline));
  const disable = options.inline ? [{ disable: { null: blockConstructs } }] : [];
  data.micromarkExtensions = [...syntax, expressionSyntax, ...disable];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []).map(withoutTransforms), expressionFromMarkdown];
}

function processor(inline: boolean) {
  return remark()
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(remarkDefinitionList)
    .use(own, { inline })
    .freeze();
}

const blocks = processor(false);
const inlines = processor(true);

/** Parses text to a tree with offsets in that text. */
export function toTree(text: string, inline: boolean): Root {
  return (inline ? inlines : blocks).parse(text);
}
