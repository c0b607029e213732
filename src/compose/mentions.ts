// Text directives: entries of registers mentioned in running text.
import type { Inline } from "../document/document.ts";
import type { Span } from "../source.ts";
import { anchorId } from "./anchors.ts";
import { type Context, problem, registersOf } from "./context.ts";
import { foreignName } from "./foreign.ts";
import { type Markdown, type Scope, wordsOf } from "./scope.ts";
import { suggest } from "./suggest.ts";

type Mention = (id: string, context: Context, origin: Span | undefined) => readonly Inline[] | undefined;

const text = (value: string): Inline => ({ type: "text", value });

/** Registers by the name of their directive. */
const mentions: Readonly<
  Record<string, { readonly known: (context: Context) => readonly string[]; readonly print: Mention }>
> = {
  risk: { known: (c) => shown(c, registersOf(c).risks), print: (id) => [text(id)] },
  recommendation: {
    known: (c) => shown(c, registersOf(c).recommendations),
    print: (id, c) => [text(`Recommendation\u00a0${shown(c, registersOf(c).recommendations).indexOf(id) + 1}`)],
  },
  milestone: {
    known: (c) => shown(c, registersOf(c).milestones),
    print: (id, c, origin) => c.kit.inlines(registersOf(c).milestones?.[id]?.title ?? id, origin),
  },
  ref: {
    known: (c) => shown(c, registersOf(c).references),
    print: (id, c) => {
      const entry = registersOf(c).references?.[id];
      return [text(`(${[entry?.author ?? id, entry?.year].filter((part) => part !== undefined).join(", ")})`)];
    },
  },
  term: { known: (c) => Object.keys(c.model.case.programme.abbreviations ?? {}), print: () => undefined },
};

/** Names of the text directives. */
export const mentionNames = [...Object.keys(mentions), foreignName];

const anchors = { risk: "risk", recommendation: "recommendation", milestone: "milestone", ref: "reference" } as const;

/** `:risk[R1]` and its like; the link is dropped later where the document does not print the entry. */
export function textDirective(node: Markdown, scope: Scope): readonly Inline[] {
  const { context } = scope;
  const name = node.name ?? "";
  const origin = scope.place(node);
  const id = wordsOf(node).trim();
  const mention = Object.hasOwn(mentions, name) ? mentions[name] : undefined;
  if (!mention) {
    const known = [...mentionNames, ...Object.keys(context.views)];
    problem(context, "document/unknown-directive", origin, { name, form: "text" }, suggest(name, known));
    return [text(id)];
  }
  for (const key of Object.keys(node.attributes ?? {}))
    problem(context, "document/unknown-attribute", origin, { directive: name, name: key });
  if (!mention.known(context).includes(id)) {
    const register = name === "ref" ? "references" : name === "term" ? "abbreviations" : `${name}s`;
    if (!context.document.leftOut(`${register}.${id}`))
      problem(context, "document/unknown-entry", origin, { register, id }, suggest(id, mention.known(context)));
    return [text(id)];
  }
  if (name === "term") return term(id, context);
  const children = mention.print(id, context, origin) ?? [text(id)];
  const kind = Object.entries(anchors).find(([key]) => key === name)?.[1] ?? "term";
  return [{ type: "reference", target: anchorId(kind, id), to: "item", children, ...(origin ? { origin } : {}) }];
}

// Written out where it stands first, with the short form in brackets.
function term(id: string, context: Context): readonly Inline[] {
  const meaning = context.model.case.programme.abbreviations?.[id] ?? id;
  if (context.notebook.terms.has(id)) return [text(id)];
  context.notebook.terms.add(id);
  return [text(`${meaning} (${id})`)];
}

type Limited = Readonly<Record<string, { readonly documents?: readonly string[] | undefined }>>;

function shown(context: Context, register: Limited | undefined): readonly string[] {
  return Object.entries(register ?? {})
    .filter(([, entry]) => !entry.documents || entry.documents.includes(context.document.document.id))
    .map(([id]) => id);
}
