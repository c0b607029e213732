// Calls a register view with checked attributes; directives and template helpers place views in the same way.
import type { Block, Inline } from "../document/document.ts";
import type { Span } from "../source.ts";
import { type Context, claim, problem } from "./context.ts";
import { suggest } from "./suggest.ts";

/** The blocks of a view; unknown and missing attributes are reported. */
export function showView(
  context: Context,
  name: string,
  given: Readonly<Record<string, string>>,
  caption: readonly Inline[] | undefined,
  origin: Span | undefined,
): readonly Block[] {
  const view = Object.hasOwn(context.views, name) ? context.views[name] : undefined;
  if (!view) return [];
  const { id, upright, ...attributes } = given;
  const known: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (view.attributes.includes(key)) known[key] = value;
    else
      problem(
        context,
        "document/unknown-attribute",
        origin,
        { directive: name, name: key },
        suggest(key, view.attributes),
      );
  }
  const missing = (view.required ?? []).filter((key) => !Object.hasOwn(known, key));
  for (const key of missing)
    problem(context, "document/missing-attribute", origin, { directive: name, name: `${key}=…` });
  if (missing.length > 0) return [];
  if (id !== undefined) claim(context, id, origin);
  const { model, document, control, kit } = context;
  const made = view.render({ model, document, control, attributes: known, caption, id, origin, kit });
  context.problems.push(...made.diagnostics);
  const blocks = upright === undefined ? made.value : standing(context, name, upright, made.value, origin);
  if (made.value.some((block) => block.type === "table"))
    context.notebook.tables.add((name === "table" ? document.tables.get(known.of ?? "")?.kind : undefined) ?? name);
  return blocks;
}

/** `upright=yes` keeps wide tables on upright pages, and `no` lets them be turned, whatever their data say. */
function standing(
  context: Context,
  name: string,
  upright: string,
  blocks: readonly Block[],
  origin: Span | undefined,
): readonly Block[] {
  if (blocks.length > 0 && !blocks.some((block) => block.type === "table"))
    problem(context, "document/unknown-attribute", origin, { directive: name, name: "upright" });
  if (upright !== "yes" && upright !== "no")
    problem(context, "document/bad-attribute", origin, { directive: name, name: "upright", wanted: "yes or no" });
  return blocks.map((block) => {
    if (block.type !== "table") return block;
    const { upright: _, ...table } = block;
    return upright === "yes" ? { ...table, upright: true } : table;
  });
}
