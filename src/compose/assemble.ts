// Walks the skeleton and answers its requests: the document in reading order, cut into page sections, not numbered yet.
import { heading, paragraph, text } from "../document/build.ts";
import type { Block, Contents, DefinitionList, PageSection } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import { parseMarkdown } from "../parse/markdown.ts";
import type { Span } from "../source.ts";
import { flow } from "./blocks.ts";
import { type Appendix, type Chapter, cut, type Text } from "./chapters.ts";
import { type Context, problem, registersOf } from "./context.ts";
import type { DraftHeading, Flow } from "./draft-nodes.ts";
import { heading as headingOf, levelOf } from "./headings.ts";
import { inlines } from "./inlines.ts";
import { checkOmissions, missing, reasonFor, recommended, titleOf } from "./omissions.ts";
import { openPages, type Pages } from "./pages.ts";
import type { Request } from "./requests.ts";
import { fileScope, type Markdown, type Scope } from "./scope.ts";
import { showView } from "./show-view.ts";
import type { Skeleton } from "./template.ts";
import { typeset } from "./typography.ts";
import { kindWords } from "./views/words.ts";

interface Walk {
  readonly context: Context;
  readonly skeleton: Skeleton;
  readonly text: Text;
  readonly pages: Pages;
  /** Chapters that some request names, so that `sections` leaves them alone. */
  readonly named: ReadonlySet<string>;
  readonly placed: Set<Chapter>;
  /** Ids of headings by the chapter they stand in, as they are met. */
  readonly present: Map<string, string | undefined>;
  state: { promptHeading: string | undefined; appendices: boolean };
}

type Of<T extends Request["type"]> = Extract<Request, { readonly type: T }>;

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
  for (const part of walk.text.notes) flow(part.nodes, part.scope);
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
      pages.put(leftOut(context, request.inside === undefined && !request.recommended ? request.ids : []));
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

function body(walk: Walk): void {
  if (walk.pages.role === "front") walk.pages.turn("body");
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
  const register: unknown = Object.entries(registersOf(context)).find(([name]) => name === request.name)?.[1];
  if (request.required && Object.keys(typeof register === "object" && register !== null ? register : {}).length === 0) {
    const kind = `This ${kindWords[document.front.kind].toLowerCase()}`;
    problem(context, "template/missing-register", document.opening, { register: request.name, kind });
    return;
  }
  const caption = request.caption === undefined ? undefined : [text(typeset(request.caption))];
  walk.pages.put(showView(context, request.name, request.attributes, caption, request.place));
}

// ---------------------------------------------------------------- chapters

interface Look {
  /** Level of the headings written with ##, less 2. */
  readonly shift?: number;
  readonly heading?: Partial<DraftHeading> | "none";
}

function chapterFlow(walk: Walk, chapter: Chapter, look: Look = {}): readonly Flow[] {
  const { context, skeleton } = walk;
  walk.placed.add(chapter);
  const shift = look.shift ?? 0;
  const title: readonly DraftHeading[] =
    look.heading === "none" ? [] : [{ ...headingOf(chapter.heading, chapter.scope), ...look.heading }];
  const made = chapter.parts.flatMap((part) => flow(part.nodes, { ...part.scope, shift, level: 1 + shift }));
  const all: readonly Flow[] = [...title, ...made];
  walk.present.set(chapter.id, undefined);
  const inside = all.flatMap((part) => (part.type === "landscape" ? part.blocks : [part]));
  visitBlocks(inside, {
    block: (block) => {
      if (block.type === "heading" && block.id !== chapter.id) walk.present.set(block.id, chapter.id);
    },
  });
  const wanted = skeleton.requests.flatMap((r) =>
    r.type === "needs" && !r.recommended && r.inside === chapter.id ? r.ids.map((id) => `${chapter.id}-${id}`) : [],
  );
  return [...all, ...leftOut(context, wanted)];
}

function section(walk: Walk, request: Of<"section">): void {
  const { context, text: source, pages } = walk;
  const chapter = source.chapters.find((c) => c.id === request.id && !walk.placed.has(c));
  const look: Partial<DraftHeading> = {
    ...(request.numbered === undefined ? {} : { numbering: { pattern: request.numbered } }),
    ...(request.divider ? { role: "divider", inContents: false, breakBefore: true } : {}),
  };
  if (chapter) pages.put(chapterFlow(walk, chapter, { heading: look }));
  else if (request.required) pages.put(absent(context, request.id, request.missing, look));
}

// The place of a required chapter that is not there: its reason, or nothing and a report.
function absent(
  context: Context,
  id: string,
  title: string | undefined,
  look: Partial<DraftHeading>,
): readonly Block[] {
  const reason = reasonFor(context, id);
  if (reason === undefined) {
    missing(context, id);
    return [];
  }
  const origin = context.document.document.frontPlaces.value(["omits", id]);
  const made: DraftHeading = { ...heading(1, id, [text(title ?? titleOf(id))], origin ? { origin } : {}), ...look };
  return [made, paragraph(typeset(reason), undefined, origin)];
}

function sections(walk: Walk, request: Of<"sections">): void {
  const { context, text: source, pages } = walk;
  const rest = source.chapters.filter((c) => !walk.placed.has(c) && !walk.named.has(c.id));
  const there = new Set(rest.map((c) => c.id));
  // A chapter left out with a reason stands after the required one before it, or before the first chapter.
  const gaps = new Map<string, string[]>();
  let after = "";
  for (const id of request.required) {
    if (there.has(id)) after = id;
    else gaps.set(after, [...(gaps.get(after) ?? []), id]);
  }
  const fill = (id: string) => {
    for (const gap of gaps.get(id) ?? []) pages.put(absent(context, gap, undefined, {}));
  };
  fill("");
  for (const chapter of rest) {
    pages.put(chapterFlow(walk, chapter));
    fill(chapter.id);
  }
}

/** What is left out with a reason, and the reasons. */
function leftOut(context: Context, ids: readonly string[]): readonly Block[] {
  const items = ids.flatMap((id): readonly DefinitionList["items"][number][] => {
    const reason = reasonFor(context, id);
    return reason === undefined ? [] : [{ term: [text(titleOf(id))], blocks: [paragraph(typeset(reason))] }];
  });
  if (items.length === 0) return [];
  return [{ type: "callout", title: "Left out", blocks: [{ type: "definition-list", items }] }];
}

// ---------------------------------------------------------------- forms

function prompt(walk: Walk, request: Of<"prompt">, words: readonly Markdown[], scope: Scope): void {
  const { context, pages, state, text: source } = walk;
  body(walk);
  const { id, title, level } = request;
  const { front } = context.document.document;
  if (title !== undefined) {
    const made: DraftHeading = {
      ...heading(levelOf(level), id, [text(typeset(title))]),
      explicit: true,
      origin: request.place,
    };
    pages.put([made]);
    state.promptHeading = id;
  }
  const to = state.promptHeading;
  if (to === undefined) {
    problem(context, "document/answer-before-prompt", request.place, {});
    return;
  }
  const shown = front.kind !== "bcf-plan" || front.prompts !== "hidden";
  const asked = flow(words, { ...scope, inside: "a prompt" }).flatMap(flat);
  if (shown && asked.length > 0) pages.put([{ type: "prompt", blocks: asked, origin: request.place }]);
  const chapter = source.chapters.find((c) => c.id === id && !walk.placed.has(c));
  if (!chapter) {
    if (request.required) unanswered(walk, id, to);
    return;
  }
  const form = title ?? "";
  const same = (a: string) => a.trim().toLowerCase().replace(/\s+/g, " ");
  if (form !== "" && same(chapter.title) !== same(form))
    problem(context, "template/prompt-title", chapter.scope.place(chapter.heading), { written: chapter.title, form });
  const blocks = chapterFlow(walk, chapter, { shift: level - 1, heading: "none" })
    .flatMap(flat)
    .map(unnumbered);
  pages.put([{ type: "answer", to, blocks }]);
}

function unanswered(walk: Walk, id: string, to: string): void {
  const reason = reasonFor(walk.context, id);
  if (reason === undefined) missing(walk.context, id);
  else walk.pages.put([{ type: "answer", to, blocks: [paragraph(typeset(reason))] }]);
}

const flat = (part: Flow): readonly Block[] => (part.type === "landscape" ? part.blocks : [part]);

// The form's numbers belong to its prompts.
function unnumbered(block: Block): Block {
  if (block.type !== "heading") return block;
  const plain: DraftHeading = { ...block, numbering: "none" };
  return plain;
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
  if (first?.type === "landscape") return [{ type: "landscape", blocks: [...top, ...first.blocks] }, ...rest];
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
  // A chapter that is missing itself was reported; its parts need not be.
  if (inside !== undefined && !present.has(inside)) return;
  for (const id of request.ids) {
    const names = inside === undefined ? [id] : [`${inside}-${id}`, id];
    const found = names.some((name) => present.has(name) && (inside === undefined || present.get(name) === inside));
    if (found || reasonFor(context, ...names) !== undefined) continue;
    if (request.recommended) recommended(context, names[0] ?? id);
    else missing(context, names[0] ?? id, inside);
  }
}
