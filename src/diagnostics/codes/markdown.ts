import { entry } from "./entry.ts";

/** The text of documents: what does not parse as it was meant, and what no output can hold. */
export const markdownCodes = {
  "markdown/html": entry<{ html: string }>({
    severity: "error",
    message: (d) => `Raw HTML is not printed: ${d.html}.`,
    help: () => "write Markdown instead; to print the characters themselves, put a backslash before the <",
    explain:
      "The text goes to Word and PDF, which know no HTML. Comments (<!-- … -->) are the author's own notes and never printed.",
  }),
  "markdown/comment-open": entry<Record<never, never>>({
    severity: "error",
    message: () => "This comment never ends, so everything after it would be lost.",
    help: () => "close it with -->",
    explain: "A comment begins with <!-- and ends with -->.",
  }),
  "markdown/text-after-comment": entry<{ text: string }>({
    severity: "error",
    message: (d) => `Text on the line where a comment ends is not printed: "${d.text}".`,
    help: () => "put the comment on a line of its own",
    explain: "A comment that begins a line takes the whole of its last line with it.",
  }),
  "markdown/directive-not-read": entry<{ line: string }>({
    severity: "error",
    message: (d) => `This looks like a directive but could not be read: "${d.line}".`,
    help: () =>
      "write ::name[Caption]{key=value} on a line of its own, with nothing after it, no space before the brackets and values with spaces in quotes",
    explain:
      "A directive stands on its own line: two colons, a name, a label in [ ], attributes in { }. Anything else would be printed as typed.",
  }),
  "markdown/fence-alone": entry<{ fence: string }>({
    severity: "error",
    message: (d) => `${d.fence} closes nothing here.`,
    help: () => "take it out, or give the container that it closes; one that holds another needs more colons, ::::",
    explain:
      "A container opens with :::name and closes with a line of as many colons. The first line of colons closes the outer one, so an outer container needs more colons than those inside it.",
  }),
  "markdown/container-open": entry<{ name: string; fence: string }>({
    severity: "error",
    message: (d) => `The container ${d.fence}${d.name} never closes.`,
    help: (d) => `close it with a line ${d.fence}`,
    explain:
      "Without its closing line a container swallows the rest of the text, headings included. A container that holds others needs more colons than they have: :::: round :::.",
  }),
  "markdown/directive-attributes": entry<{ name: string }>({
    severity: "error",
    message: (d) => `The braces after :${d.name}[…] could not be read as attributes.`,
    help: () =>
      "write key=value, with values that hold spaces in quotes; for braces in the text put a backslash before {",
    explain:
      'Attributes of a directive are written {key=value other="two words"} right after its brackets. What cannot be read so would print as text in the middle of the document.',
  }),
  "markdown/repeated-attribute": entry<{ name: string; key: string }>({
    severity: "error",
    message: (d) => `${d.name} is given ${d.key} twice.`,
    help: () => "keep one of the two",
    explain:
      "An attribute of a directive has one value. Of two with the same name one would be dropped without a word; {#name} and id=name are the same attribute.",
  }),
  "markdown/expression-open": entry<Record<never, never>>({
    severity: "error",
    message: () => "This {{ has no }} that closes it.",
    help: () => "close it with }}; to print the braces themselves write \\{{",
    explain: "A figure stands between {{ and }} in one paragraph or one cell.",
  }),
  "markdown/expression-in-address": entry<Record<never, never>>({
    severity: "error",
    message: () => "A figure cannot stand in the address of a link.",
    help: () => "write the address out",
    explain: "Addresses of links are taken as they are written.",
  }),
  "markdown/heading-attribute": entry<{ found: string; nearest: string | undefined }>({
    severity: "error",
    message: (d) => `${d.found} is not an attribute of a heading.`,
    help: (d) => (d.nearest ? `did you mean ${d.nearest}?` : "use {#id}, {.unnumbered} or {.run-in}"),
    explain: "Braces at the end of a heading give it an id, take its number off, or set it as a run-in heading.",
  }),
  "markdown/empty-heading": entry<Record<never, never>>({
    severity: "error",
    message: () => "This heading has no words.",
    help: () => "write its words after the #, or take it out",
    explain: "Headings make the contents and the bookmarks; an empty one cannot be named.",
  }),
  "markdown/footnote-undefined": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The footnote ${d.label} is not defined.`,
    help: (d) => `write [^${d.label}]: and its text on a line of its own in this file`,
    explain: "A footnote is a mark [^name] in the text and a definition [^name]: … elsewhere in the same file.",
  }),
  "markdown/footnote-unused": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The footnote ${d.label} is defined but nothing refers to it, so it would be lost.`,
    help: (d) => `put [^${d.label}] where it belongs, or take the definition out`,
    explain: "A footnote is printed where its mark stands; without a mark its text would be in no output.",
  }),
  "markdown/footnote-repeated": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The footnote ${d.label} is defined a second time.`,
    help: () => "give one of the two another name",
    explain: "Each footnote has one definition in a file; a second would be lost.",
  }),
  "markdown/link-undefined": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The link ${d.label} has no address.`,
    help: () => "write the address after it: [words](https://…)",
    explain:
      "A link by name, [words][name], needs a definition [name]: address in the same file. Without one the brackets would be printed.",
  }),
  "markdown/definition-unused": entry<{ label: string }>({
    severity: "warning",
    message: (d) => `The link address ${d.label} is defined but no link uses it; the line is not printed.`,
    help: () => "take it out; if it was meant as text, put a backslash before the [",
    explain: "[name]: address is a definition for links, and prints nothing by itself.",
  }),
  "markdown/ragged-row": entry<{ cells: number; columns: number }>({
    severity: "error",
    message: (d) => `This row has ${count(d.cells, "cell")}; its table has ${count(d.columns, "column")}.`,
    help: (d) =>
      d.cells > d.columns
        ? "take a cell out, or put a backslash before a | that belongs to the text"
        : "write every cell, – or n/a for an empty one; text after a table needs a blank line before it",
    explain: "Every row of a Markdown table has as many cells as its header. Richer tables belong in data/.",
  }),
  "markdown/table-not-read": entry<{ header: number; rule: number }>({
    severity: "error",
    message: (d) =>
      `This was meant as a table, but its first line has ${count(d.header, "cell")} and the line below it ${d.rule}.`,
    help: () => "give both lines the same number of cells",
    explain: "A table is a header line, a line of hyphens with as many cells, and the rows.",
  }),
  "markdown/unsupported": entry<{ what: string; instead: string }>({
    severity: "error",
    message: (d) => `${d.what} cannot be printed.`,
    help: (d) => d.instead,
    explain:
      "The documents hold what a committee paper needs. A few things that Markdown can say have no place in them.",
  }),
  "markdown/too-deep": entry<Record<never, never>>({
    severity: "error",
    message: () => "Lists, quotes or brackets stand too deep in each other here.",
    help: () => "write the text flatter",
    explain: "No text of a case is nested that deep; the file is probably damaged.",
  }),
};

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
