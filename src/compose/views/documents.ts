// Related documents, the reference list, the abbreviations.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import { emphasis, paragraph, text } from "../../document/build.ts";
import type { Block, Inline, List } from "../../document/document.ts";
import type { View, ViewRequest } from "../view.ts";
import { grid } from "./grid.ts";
import { blocksCell, markdownCell, textCell } from "./parts.ts";
import { type Entry, type Item, items, registers } from "./registers.ts";

type Related = Item<Entry<"related-documents">>;

export const relatedDocuments: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "related-documents", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    for (const { entry, origin } of shown)
      if (!request.control.status.draft && !entry.link && !entry.file && entry.status !== "closed")
        diagnostics.push(report("register/link-missing", origin, { title: entry.title }));
    const table = grid(request, {
      title: [text("Related documents")],
      of: "documents",
      columns: [
        { key: "title", label: [text("Document or information title")], rowHeader: true, weight: 2 },
        { key: "synopsis", label: [text("Synopsis and link")], weight: 3 },
      ],
      rows: shown.map((d) => ({
        cells: [textCell(d.entry.title), blocksCell(synopsis(request, d), { origin: d.origin })],
        id: request.kit.anchor("document", d.id),
        origin: d.origin,
      })),
    });
    return { value: [table], diagnostics };
  },
};

function synopsis(request: ViewRequest, { entry, origin }: Related): readonly Block[] {
  const where: Inline[] = [];
  if (entry.link) where.push({ type: "link", url: entry.link, children: [text(entry.link)] });
  if (entry.file) where.push(...(where.length > 0 ? [text("; ")] : []), text("File: "), text(entry.file));
  if (entry.status === "closed")
    where.push(text(where.length > 0 ? " (not open to the public)" : "Not open to the public"));
  if (where.length === 0) where.push(text("Link to be supplied"));
  return [...(entry.synopsis === undefined ? [] : request.kit.blocks(entry.synopsis, origin)), paragraph(where)];
}

type Reference = Item<Entry<"references">>;

/** By author, then year, then title; each source once. */
export const references: View = {
  attributes: ["only"],
  render(request) {
    const diagnostics: Diagnostic[] = [];
    const shown = items(request, "references", diagnostics);
    if (shown.length === 0) return { value: [], diagnostics };
    const cited = citedIn(request);
    const first = new Map<string, string>();
    const unique = shown.filter(({ id, entry, origin }) => {
      const source = [entry.author, entry.year ?? "", entry.title].map(folded).join("|");
      const known = first.get(source);
      if (known !== undefined)
        diagnostics.push(report("register/duplicate-reference", origin, { title: entry.title, first: known }));
      else {
        first.set(source, id);
        if (!cited.has(id)) diagnostics.push(report("register/uncited-reference", origin, { id }));
      }
      return known === undefined;
    });
    const sorted = unique.sort(byAuthor);
    const list: List = {
      type: "list",
      style: "bullet",
      items: sorted.map((reference) => ({
        marker: "•",
        id: request.kit.anchor("reference", reference.id),
        blocks: [paragraph(printed(request, reference))],
        ...(reference.origin ? { origin: reference.origin } : {}),
      })),
    };
    return { value: [list], diagnostics };
  },
};

/** Letters and digits only, in lower case, so that a stray full stop makes no second source. */
function folded(words: string): string {
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function byAuthor(a: Reference, b: Reference): number {
  const key = ({ entry }: Reference) => [folded(entry.author), entry.year ?? "", folded(entry.title)] as const;
  const left = key(a);
  const right = key(b);
  for (let i = 0; i < left.length; i++) {
    const x = left[i] ?? "";
    const y = right[i] ?? "";
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Author (year). *Title*. Publisher. Retrieved … */
function printed(request: ViewRequest, { entry }: Reference): readonly Inline[] {
  const year = entry.year === undefined ? "" : ` (${entry.year})`;
  const author = `${entry.author}${year}`;
  const stop = (words: string) => (/[.!?]$/.test(words) ? " " : ". ");
  const retrieved =
    entry.retrieved === undefined ? "Available at " : `Retrieved ${request.kit.date(entry.retrieved, "full")} from `;
  return [
    text(`${author}${stop(author)}`),
    emphasis([text(entry.title)]),
    text(
      entry.publisher === undefined ? (entry.url ? stop(entry.title) : stop(entry.title).trimEnd()) : stop(entry.title),
    ),
    ...(entry.publisher === undefined
      ? []
      : [text(`${entry.publisher}${entry.url ? stop(entry.publisher) : stop(entry.publisher).trimEnd()}`)]),
    ...(entry.url === undefined
      ? []
      : [text(retrieved), { type: "link" as const, url: entry.url, children: [text(entry.url)] }]),
  ];
}

const citation = /:ref\[([^\]\s]+)\]/g;

/** Ids that the document's text or data cites. */
function citedIn(request: ViewRequest): ReadonlySet<string> {
  const { bodies, registers: own } = request.document.document;
  const ids = new Set<string>();
  for (const body of bodies) walk(body.tree, (node) => citedBy(node, ids));
  walk(own.data, (node) => {
    for (const value of Object.values(node))
      if (typeof value === "string") for (const [, id] of value.matchAll(citation)) if (id) ids.add(id);
  });
  return ids;
}

function citedBy(node: object, ids: Set<string>): void {
  if (Reflect.get(node, "type") !== "textDirective" || Reflect.get(node, "name") !== "ref") return;
  ids.add(wordsIn(node).trim());
}

function wordsIn(node: object): string {
  const value: unknown = Reflect.get(node, "value");
  const children: unknown = Reflect.get(node, "children");
  if (typeof value === "string") return value;
  return Array.isArray(children) ? children.map((c) => (isObject(c) ? wordsIn(c) : "")).join("") : "";
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every object of a tree, places in the source left out. */
function walk(node: object, visit: (node: object) => void): void {
  visit(node);
  for (const [name, value] of Object.entries(node)) if (name !== "position" && isObject(value)) walk(value, visit);
}

/** Abbreviations that the document uses, in order; all of them when none is found. */
export const glossary: View = {
  attributes: ["only"],
  render(request) {
    const all = Object.entries(request.model.case.programme.abbreviations ?? {});
    const asked = request.attributes.only?.split(/[\s,]+/);
    const diagnostics: Diagnostic[] = [];
    for (const id of asked ?? [])
      if (!all.some(([short]) => short === id))
        diagnostics.push(report("register/unknown-entry", request.origin, { register: "abbreviations", id }));
    const words = allWords(request);
    const used = all.filter(([short]) => (asked ? asked.includes(short) : occurs(short, words)));
    const shown = asked || used.length > 0 ? used : all;
    if (all.length === 0)
      diagnostics.push(report("register/nothing-to-show", request.origin, { register: "abbreviations" }));
    if (shown.length === 0) return { value: [], diagnostics };
    const order = [...shown].sort(([a], [b]) => (folded(a) < folded(b) ? -1 : folded(a) > folded(b) ? 1 : 0));
    const table = grid(request, {
      title: [text("Abbreviations")],
      captioned: request.caption !== undefined,
      of: "abbreviations",
      columns: [
        { key: "short", label: [text("Abbreviation")], rowHeader: true, weight: 1 },
        { key: "meaning", label: [text("Meaning")], weight: 4 },
      ],
      rows: order.map(([short, meaning]) => ({
        cells: [textCell(short), markdownCell(request.kit, meaning)],
        id: request.kit.anchor("term", short),
      })),
      look: "borderless",
    });
    return { value: [table], diagnostics };
  },
};

function occurs(short: string, words: string): boolean {
  if (!words.includes(short)) return false;
  const plain = short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "u").test(words);
}

function allWords(request: ViewRequest): string {
  const parts: string[] = [];
  const take = (node: object) => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === "string" && name !== "type") parts.push(value);
  };
  for (const body of request.document.document.bodies) walk(body.tree, take);
  walk(registers(request), take);
  return parts.join("\n");
}
