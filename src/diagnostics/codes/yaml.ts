import { entry } from "./entry.ts";

/** Data files and front matter: how they are written, and whether they have the shape their schema asks for. */
export const yamlCodes = {
  "yaml/syntax": entry<{ problem: string; help: string | undefined }>({
    severity: "error",
    message: (d) => `This is not valid YAML: ${d.problem}.`,
    help: (d) => d.help,
    explain:
      "Data files and front matter are YAML 1.2. What could be read around the mistake is still checked, but the document is not built.",
  }),
  "yaml/duplicate-key": entry<{ key: string }>({
    severity: "error",
    message: (d) => `The key ${d.key} stands here a second time.`,
    help: () => "keep one of the two, or give one another name",
    explain:
      "A map has each key once. Of two with the same name one would silently hide the other, and an amount or a date would be lost without a trace. The first is kept until you choose.",
  }),
  "yaml/comment-cuts-text": entry<{ comment: string }>({
    severity: "error",
    message: (d) => `Everything from " #" on is a comment and would be lost: "#${d.comment}".`,
    help: () =>
      'put the whole value in quotes if the # belongs to it ("Priority #1"); if it is a comment, write a space after the #',
    explain:
      "In YAML a # after a space begins a comment. A comment with a space after its # is fine; without one it is usually text that was cut off.",
  }),
  "yaml/comma-cuts-value": entry<{ value: string; list: boolean }>({
    severity: "error",
    message: (d) =>
      `A comma inside ${d.list ? "[ ]" : "{ }"} ends the value, so "${d.value}" was read as several entries.`,
    help: (d) => `put it in quotes, "${d.value}", or write the entry in block form, one key on each line`,
    explain:
      "Between { } and [ ] commas separate entries: `{ annual: 44,000 }` is an annual of 44 and a key 000 without value. Quotes or block form keep the value whole.",
  }),
  "yaml/key-without-value": entry<{ key: string }>({
    severity: "error",
    message: (d) => `${d.key} has no value.`,
    help: (d) => `write ${d.key}: and its value, or take it out`,
    explain: "An entry of a map is a key, a colon and a value. A key alone says nothing.",
  }),
  "yaml/colon-without-space": entry<{ key: string }>({
    severity: "error",
    message: (d) => `"${d.key}" is one word, because there is no space after its colon.`,
    help: (d) => `write ${d.key.replace(":", ": ")}`,
    explain: "A key and its value are separated by a colon and a space.",
  }),
  "yaml/key": entry<{ found: string }>({
    severity: "error",
    message: (d) => `A key must be plain text; found ${d.found}.`,
    explain: "Keys are names. An empty key, a list or a map as a key, and the name __proto__ are refused.",
  }),
  "yaml/alias": entry<{ alias: string; problem: string }>({
    severity: "error",
    message: (d) => `The alias *${d.alias} ${d.problem}.`,
    help: () => "write the value out; in text that begins with * use quotes",
    explain:
      "An alias repeats a value that was given an anchor (&name) further up. It may not contain itself, and together aliases may not blow a file up.",
  }),
  "yaml/tag": entry<{ tag: string }>({
    severity: "error",
    message: (d) => `The tag ${d.tag} is not known.`,
    help: () => "take it out, or put text that begins with ! in quotes",
    explain: "Data is plain text, maps and lists. Tags that name other types, or ask for code, are refused.",
  }),
  "yaml/directive": entry<{ version: string }>({
    severity: "error",
    message: (d) =>
      `This file asks for YAML ${d.version}; it is read as YAML 1.2, where other words mean true and false.`,
    help: () => "take the %YAML line out",
    explain:
      "All files are read by the same rules, those of YAML 1.2, in which `no` and `on` are words. A line %YAML that asks for others would change what values mean.",
  }),
  "yaml/too-deep": entry<{ limit: number }>({
    severity: "error",
    message: (d) => `Maps and lists stand more than ${d.limit} deep in each other.`,
    help: () => "write the data flatter",
    explain: "No data of a case is nested that deep; the file is probably damaged.",
  }),
  "yaml/unknown-key": entry<{ key: string; parent: string; nearest: string | undefined; known: readonly string[] }>({
    severity: "error",
    message: (d) => `${d.key} is not a key of ${d.parent}.`,
    help: (d) =>
      d.nearest === undefined
        ? d.known.length > 0 && d.known.length <= 40
          ? `known keys: ${d.known.join(", ")}`
          : undefined
        : `did you mean ${d.nearest}?`,
    explain: "Each file and each entry has a fixed set of keys, so that a misspelt one is found and not ignored.",
  }),
  "yaml/missing-key": entry<{ key: string; parent: string }>({
    severity: "error",
    message: (d) => `${capital(d.parent)} has no ${d.key}, which it needs.`,
    help: (d) => `add ${d.key}: and its value`,
    explain:
      "Some keys must be there, because a document cannot be made without them: its version stands on every page, its date decides which meetings were held. The place shown is the map that lacks the key; for front matter it is the opening line.",
  }),
  "yaml/wrong-value": entry<{ path: string; rule: string; found: string; help: string | undefined }>({
    severity: "error",
    message: (d) => `${d.path} ${d.rule}; found ${d.found}.`,
    help: (d) => d.help,
    explain: "The value is not of the kind that this key takes. What was found is quoted from the file.",
  }),
  "yaml/wrong-key": entry<{ key: string; rule: string }>({
    severity: "error",
    message: (d) => `The key ${d.key} ${d.rule}.`,
    explain: "Keys that others refer to are made of letters, digits, hyphens, dots and underscores.",
  }),
  "yaml/recommended-key": entry<{ key: string; kind: string }>({
    severity: "warning",
    message: (d) => `The front matter has no ${d.key}; a document of kind ${d.kind} usually has one.`,
    help: (d) => `add ${d.key}: and its value`,
    explain: "The document can be made without this key, but readers of this kind of document look for what it prints.",
  }),
  "yaml/no-front-matter": entry<Record<never, never>>({
    severity: "error",
    message: () => "This document has no front matter.",
    help: () => "begin the file with a line ---, then kind:, title:, version: and so on, then a line ---",
    explain:
      "A document.md begins with its identity between two lines of three hyphens: kind, title, version, status, date, authors, owners and classification. Without it nobody can tell what the text is.",
  }),
  "yaml/front-matter-open": entry<Record<never, never>>({
    severity: "error",
    message: () => "The front matter that begins here never ends.",
    help: () => "close it with a line that holds --- and nothing else",
    explain: "Front matter stands between two lines of three hyphens; everything after the second is the text.",
  }),
  "yaml/front-matter-language": entry<{ found: string }>({
    severity: "error",
    message: (d) => `Front matter must be YAML between lines of ---; found ${d.found}.`,
    help: () => "write --- on the first line, and YAML after it",
    explain:
      "Front matter is data. Forms in other languages, some of which could run code on the machine that builds, are refused; write YAML between two lines of three hyphens.",
  }),
  "yaml/part-front-matter": entry<Record<never, never>>({
    severity: "error",
    message: () => "Only document.md has front matter; this part of a document begins with one.",
    help: () => "move what it says to document.md",
    explain: "A document has one identity, written once, in document.md. Its further parts hold text alone.",
  }),
};

/** Names of files and entries keep their letters; "the front matter" begins a sentence. */
function capital(name: string): string {
  return name.startsWith("the ") ? `T${name.slice(1)}` : name;
}
