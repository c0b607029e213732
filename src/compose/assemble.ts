// Walks the skeleton and answers its requests: the document in reading order, cut into page sections, not numbered yet.
import { heading, paragraph, text } from "../document/build.ts";
import type { Block, Contents, PageSection } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import { parseMarkdown } from "../parse/markdown.ts";
import type { Span } from "../source.ts";
import { flow } from "./blocks.ts";
import { type Appendix, cut } from "./chapters.ts";
import { type Context, problem, registersOf } from "./context.ts";
import type { DraftHeading, Flow } from "./draft-nodes.ts";
import { inlines } from "./inlines.ts";
import { checkOmissions, missing, missingTable, reasonFor, recommended, thisKind } from "./omissions.ts";
import { openPages } from "./pages.ts";
import { chapterFlow, leftOut, section, sections } from "./place-chapters.ts";
import { prompt } from "./place-prompts.ts";
import type { Request } from "./requests.ts";
import { fileScope, type Markdown, type Scope } from "./scope.ts";
import { showView } from "./show-view.ts";
import type { Skeleton } from "./template.ts";
import { typeset } from "./typography.ts";
import { body, flat, type Of, type Walk } from "./walk.ts";

/** The page sections of a document, before numbers and references. */
export function assemble(context: Context, skeleton: Skeleton): readonly PageSection[] {
  const walk: Walk = {
    context,
    skeleton,
    text: cut(context),
    pages: openPages(),
    named: new Set(skeleton.requests.flatMap((r) => (r.type === "section" || r.type === "prompt" ? [r.id] : []))),
    placed: new Set(),
    present: new Map(),
    state: { promptHeading: undefined, appendices: false },
  };
  for (const part of walk.text.early) flow(part.nodes, part.scope);
  const root: Markdown = parsed(context, skeleton);
  const scope = templateScope(context, skeleton, root);
  const nodes = root.children ?? [];
  for (let i = 0; i < nodes.length; i++) i = step(walk, nodes, i, scope);
  finish(walk);
  return walk.pages.sections;
}

function parsed(context: Context, skeleton: Skeleton): Markdown {
  const made = parseMarkdown(skeleton.file, skeleton.text);
  // Places in the skeleton are not places in the template; its standing text is named as a whole.
  for (const found of made.diagnostics)
    context.problems.push({ ...found, span: { file: skeleton.file, start: 0, end: 0 } });
  return made.value;
}

function templateScope(context: Context, skeleton: Skeleton, root: Markdown): Scope {
  const scope = fileScope(context, skeleton.file, root);
  const whole: Span = { file: skeleton.file, start: 0, end: 0 };
  return { ...scope, place: () => whole, slots: skeleton.slots };
}

function requestAt(walk: Walk, node: Markdown | undefined): Request | undefined {
  const [only, ...more] = node?.type === "paragraph" ? (node.children ?? []) : [];
  if (only?.type !== "text" || more.length > 0) return undefined;
  const found = /^\uE002(\d+)\uE003$/u.exec(only.value ?? "");
  return found ? walk.skeleton.requests[Number(found[1])] : undefined;
}

// Handles the node at `i` and returns the index of the last one it used.
function step(walk: Walk, nodes: readonly Markdown[], i: number, scope: Scope): number {
  const node = nodes[i];
  if (!node) return i;
  const request = requestAt(walk, node);
  if (!request) {
    walk.pages.put(flow([node], scope).map((block) => standing(block, walk.pages.role)));
    return i;
  }
  if (request.type === "prompt") {
    let end = i + 1;
    while (end < nodes.length && requestAt(walk, nodes[end])?.type !== "prompt-end") end++;
    prompt(walk, request, nodes.slice(i + 1, end), scope);
    return end;
  }
  answer(walk, request);
  return i;
}

// Headings of the front are the template's own; they are neither numbered nor listed.
function standing(block: Flow, role: PageSection["role"]): Flow {
  if (block.type !== "heading" || role !== "front") return block;
  const plain: DraftHeading = { ...block, inContents: false, numbering: "none" };
  return plain;
}

function answer(walk: Walk, request: Exclude<Request, { readonly type: "prompt" }>): void {
  const { pages, context } = walk;
  switch (request.type) {
    case "section":
      body(walk);
      section(walk, request);
      return;
    case "sections":
      body(walk);
      sections(walk, request);
      return;
    case "needs":
      pages.put(
        leftOut(context, request.inside === undefined && !request.recommended && !request.tables ? request.ids : []),
      );
      return;
    case "appendices":
      appendices(walk);
      return;
    case "body":
      body(walk);
      return;
    case "landscape":
      pages.orient("landscape");
      return;
    case "landscape-end":
      pages.orient("portrait");
      return;
    case "page-break":
      pages.put([{ type: "page-break" }]);
      return;
    case "contents":
      pages.put([contents(context, request)]);
      return;
    case "view":
      view(walk, request);
      return;
    case "prompt-end":
      return;
  }
}

const contentsTitles = { headings: "Contents", tables: "Tables", exhibits: "Figures" };

function contents(context: Context, request: Of<"contents">): Contents {
  const { house } = context.document.document;
  return {
    type: "contents",
    of: request.of,
    title: request.title ?? contentsTitles[request.of],
    look: request.look ?? (request.of === "headings" ? house.contents?.look : undefined) ?? "list",
    depth: request.depth ?? house.contents?.depth ?? 2,
    entries: [],
    origin: request.place,
  };
}

function view(walk: Walk, request: Of<"view">): void {
  const { context } = walk;
  const { document } = context.document;
  const reads = context.views[request.name]?.register ?? request.name;
  const register: unknown = Object.entries(registersOf(context)).find(([name]) => name === reads)?.[1];
  if (request.required && Object.keys(typeof register === "object" && register !== null ? register : {}).length === 0) {
    const kind = thisKind(document.front.kind);
    problem(context, "template/missing-register", document.opening, { register: reads, kind });
    return;
  }
  const caption = request.caption === undefined ? undefined : [text(typeset(request.caption))];
  walk.pages.put(showView(context, request.name, request.attributes, caption, request.place));
}

// ---------------------------------------------------------------- appendices and what is left

function appendices(walk: Walk): void {
  walk.state.appendices = true;
  for (const appendix of walk.text.appendices) {
    walk.pages.turn("appendix");
    walk.pages.put(appendixFlow(walk, appendix));
  }
}

function appendixFlow(walk: Walk, appendix: Appendix): readonly Flow[] {
  const { scope } = appendix;
  const origin = scope.place(appendix.node);
  const title: DraftHeading = {
    ...heading(1, appendix.id, inlines(appendix.label?.children ?? [], scope), origin ? { origin } : {}),
    appendix: true,
    ...(appendix.explicit ? { explicit: true } : {}),
  };
  const top: readonly Block[] = [title, ...(appendix.author ? [paragraph(`Author: ${appendix.author}`, "lead")] : [])];
  const made = flow(appendix.nodes, scope);
  walk.present.set(appendix.id, undefined);
  visitBlocks(made.flatMap(flat), {
    block: (block) => {
      if (block.type === "heading") walk.present.set(block.id, appendix.id);
    },
  });
  const [first, ...rest] = made;
  // A title alone on a portrait page before a landscape table would be a page of nothing.
  if (first?.type === "landscape") return [{ ...first, blocks: [...top, ...first.blocks] }, ...rest];
  return [...top, ...made];
}

function finish(walk: Walk): void {
  const { context, pages, skeleton, text: source, present } = walk;
  const left = source.chapters.filter((c) => !walk.placed.has(c));
  if (left.length > 0) body(walk);
  for (const chapter of left) {
    problem(context, "template/unplaced-section", chapter.scope.place(chapter.heading), {
      title: chapter.title,
    });
    pages.put(chapterFlow(walk, chapter));
  }
  if (!walk.state.appendices) appendices(walk);
  for (const request of skeleton.requests) if (request.type === "needs") needs(walk, request);
  checkOmissions(context, skeleton.requests, new Set(present.keys()));
}

function needs(walk: Walk, request: Of<"needs">): void {
  const { context, present } = walk;
  const { inside } = request;
  if (request.tables) {
    for (const kind of request.ids)
      if (!context.notebook.tables.has(kind)) missingTable(context, kind, request.recommended);
    return;
  }
  // A chapter that is missing itself was reported; its parts need not be.
  if (inside !== undefined && !present.has(inside)) return;
  for (const id of request.ids) {
    const names = inside === undefined ? [id] : [`${inside}-${id}`, id];
    const found = names.some((name) => present.has(name) && (inside === undefined || present.get(name) === inside));
    if (found || reasonFor(context, ...names) !== undefined) continue;
    if (request.recommended) recommended(context, names[0] ?? id);
    else missing(context, names[0] ?? id, "##", inside);
  }
}
