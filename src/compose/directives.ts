// Directives that stand on their own line or round other text.

import { paragraph } from "../document/build.ts";
import type { Block, NumberStyle } from "../document/document.ts";
import { plainText } from "../document/visit.ts";
import { problem } from "./context.ts";
import type { Flow } from "./draft-nodes.ts";
import { include } from "./include.ts";
import { inlines } from "./inlines.ts";
import { list } from "./lists.ts";
import { mentionNames } from "./mentions.ts";
import { picture } from "./pictures.ts";
import { isLabel, type Markdown, type Scope } from "./scope.ts";
import { showView } from "./show-view.ts";
import { suggest } from "./suggest.ts";

/** How a directive asks for the blocks of its text. */
export type ToFlow = (nodes: readonly Markdown[], scope: Scope) => readonly Flow[];

interface Container {
  readonly attributes: readonly string[];
  readonly label: boolean;
  readonly render: (node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow) => readonly Flow[];
}

const containers: Readonly<Record<string, Container>> = {
  landscape: { attributes: ["size"], label: false, render: landscape },
  callout: { attributes: [], label: true, render: callout },
  statement: { attributes: ["topic", "brand"], label: false, render: statement },
  list: { attributes: ["style", "continue"], label: false, render: styledList },
  exempt: { attributes: ["paragraph", "reason"], label: false, render: exempt },
  appendix: { attributes: ["id", "author"], label: true, render: misplacedAppendix },
};

const ownLeaves = ["include", "image"];

/** `::name[Caption]{…}` */
export function leaf(node: Markdown, scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const { context } = scope;
  const name = node.name ?? "";
  if (name === "include") return include(node, scope, toFlow);
  if (name === "image") return picture(node, scope);
  if (Object.hasOwn(context.views, name)) {
    if (scope.inside === "a data text") {
      problem(context, "document/not-here", scope.place(node), { what: `::${name}`, where: "in a text of the data" });
      return [];
    }
    const caption = (node.children ?? []).length > 0 ? inlines(node.children ?? [], scope) : undefined;
    return showView(context, name, attributesOf(node), caption, scope.place(node));
  }
  unknown(node, scope, "leaf", [...ownLeaves, ...Object.keys(context.views)]);
  return (node.children ?? []).length > 0 ? [paragraph(inlines(node.children ?? [], scope))] : [];
}

/** `:::name[Title]{…}` round text. */
export function container(node: Markdown, scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const name = node.name ?? "";
  const known = Object.hasOwn(containers, name) ? containers[name] : undefined;
  const body = (node.children ?? []).filter((child) => !isLabel(child));
  if (!known) {
    unknown(node, scope, "container", Object.keys(containers));
    return toFlow(node.children ?? [], scope);
  }
  for (const key of Object.keys(node.attributes ?? {})) {
    if (known.attributes.includes(key)) continue;
    const details = { directive: name, name: key };
    problem(scope.context, "document/unknown-attribute", scope.place(node), details, suggest(key, known.attributes));
  }
  const label = labelOf(node);
  if (label && !known.label)
    problem(scope.context, "document/unknown-attribute", scope.place(label), {
      directive: name,
      name: "a label in brackets",
    });
  return known.render(node, body, scope, toFlow);
}

function unknown(node: Markdown, scope: Scope, form: "leaf" | "container", known: readonly string[]): void {
  const name = node.name ?? "";
  const origin = scope.place(node);
  const wanted = mentionNames.includes(name)
    ? `:${name}[id]`
    : Object.hasOwn(containers, name)
      ? `:::${name} on a line of its own, and ::: below the text`
      : ownLeaves.includes(name) || Object.hasOwn(scope.context.views, name)
        ? `::${name} on a line of its own`
        : undefined;
  if (wanted !== undefined) problem(scope.context, "document/wrong-form", origin, { name, wanted });
  else problem(scope.context, "document/unknown-directive", origin, { name, form }, suggest(name, known));
}

/** Attributes as texts; one without a value is "". */
function attributesOf(node: Markdown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ""]));
}

/** The label of a container. */
function labelOf(node: Markdown): Markdown | undefined {
  return (node.children ?? []).find(isLabel);
}

/** Blocks without page turns, for what cannot hold one. */
function within(nodes: readonly Markdown[], scope: Scope, toFlow: ToFlow, inside: string): readonly Block[] {
  return toFlow(nodes, { ...scope, inside }).flatMap((made) => (made.type === "landscape" ? made.blocks : [made]));
}

function landscape(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const made = toFlow(body, scope);
  const blocks = made.flatMap((part) => (part.type === "landscape" ? part.blocks : [part]));
  const { size } = attributesOf(node);
  if (size !== undefined && size !== "a3") {
    problem(scope.context, "document/bad-attribute", scope.place(node), {
      directive: "landscape",
      name: "size",
      wanted: "a3",
    });
  }
  if (scope.inside === undefined) return [{ type: "landscape", ...(size === "a3" ? { size } : {}), blocks }];
  problem(scope.context, "document/not-here", scope.place(node), {
    what: "A landscape page",
    where: `inside ${scope.inside}`,
  });
  return blocks;
}

function callout(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const label = labelOf(node);
  const origin = scope.place(node);
  const title = label && plainText(inlines(label.children ?? [], scope));
  return [
    {
      type: "callout",
      ...(title ? { title } : {}),
      blocks: within(body, scope, toFlow, "a callout"),
      ...(origin ? { origin } : {}),
    },
  ];
}

function statement(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const { topic, brand } = attributesOf(node);
  const origin = scope.place(node);
  return [
    {
      type: "card",
      ...(brand ? { brand } : {}),
      ...(topic ? { topic } : {}),
      blocks: within(body, scope, toFlow, "a statement"),
      ...(origin ? { origin } : {}),
    },
  ];
}

const listStyles: Readonly<Record<string, NumberStyle>> = {
  decimal: "decimal",
  roman: "lower-roman",
  Roman: "upper-roman",
  alpha: "lower-alpha",
  Alpha: "upper-alpha",
};

function styledList(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const { style: written, continue: continues } = attributesOf(node);
  const style = written !== undefined && Object.hasOwn(listStyles, written) ? listStyles[written] : undefined;
  if (written !== undefined && !style) {
    const details = { directive: "list", name: "style", wanted: `one of ${Object.keys(listStyles).join(", ")}` };
    problem(scope.context, "document/bad-attribute", scope.place(node), details);
  }
  const look = { ...(style ? { style } : {}), ...(continues !== undefined ? { continues: true as const } : {}) };
  const blocks = (nodes: readonly Markdown[], inner: Scope) => within(nodes, inner, toFlow, inner.inside ?? "a list");
  const [only, ...others] = body;
  if (only?.type !== "list" || others.length > 0) {
    problem(scope.context, "document/not-here", scope.place(node), {
      what: "What is not a single list",
      where: "inside :::list",
    });
    return toFlow(body, scope);
  }
  return [list(only, scope, blocks, look)];
}

function exempt(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const { context } = scope;
  const origin = scope.place(node);
  const { paragraph: ground = "", reason = "" } = attributesOf(node);
  const { classification } = context.document.document.front;
  if (classification !== "exempt") problem(context, "document/exempt-block", origin, { classification });
  if (!/^[1-7]([, ]+[1-7])*$/.test(ground) || reason === "") problem(context, "document/exempt-paragraph", origin, {});
  const words = `Exempt information under paragraph ${ground} of Schedule 12A to the Local Government Act 1972: ${reason}`;
  return [paragraph(words, "note", origin), ...toFlow(body, scope)];
}

// Appendices are taken out of the text before it is read; one that is still here stands inside something.
function misplacedAppendix(node: Markdown, body: readonly Markdown[], scope: Scope, toFlow: ToFlow): readonly Flow[] {
  const where = scope.inside === undefined ? "inside another block" : `inside ${scope.inside}`;
  problem(scope.context, "document/not-here", scope.place(node), { what: "An appendix", where });
  return toFlow(body, scope);
}
