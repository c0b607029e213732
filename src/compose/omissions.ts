// Sections that a template requires: there, left out with a reason, or missing.
import { type Context, problem } from "./context.ts";
import type { Request } from "./requests.ts";
import { suggest } from "./suggest.ts";
import { kindWords } from "./views/words.ts";

/** The reason for which a section is left out, when the front matter gives one and the house lets it. */
export function reasonFor(context: Context, ...ids: readonly string[]): string | undefined {
  const { front, house } = context.document.document;
  if (house["omit-cases"] !== true) return undefined;
  const omits = front.omits ?? {};
  const found = ids.find((id) => Object.hasOwn(omits, id));
  return found === undefined ? undefined : omits[found];
}

/** Reports a required section that is not there and has no reason. */
export function missing(context: Context, id: string, mark: "#" | "##", inside?: string): void {
  const { opening, front, house } = context.document.document;
  // A reason that the house does not allow was reported as such.
  if (Object.hasOwn(front.omits ?? {}, id)) return;
  const details = { id, kind: thisKind(front.kind), mark, inside, reasonAllowed: house["omit-cases"] === true };
  problem(context, "template/missing-section", opening, details);
}

// "This full business case"; the Better Care Fund keeps its capital.
export const thisKind = (kind: keyof typeof kindWords) =>
  `This ${kind.startsWith("bcf-") ? kindWords[kind] : kindWords[kind].toLowerCase()}`;

/** Reports recommended sections that are not there. */
export function recommended(context: Context, id: string): void {
  const { opening, front } = context.document.document;
  problem(context, "template/recommended-section", opening, { id, kind: thisKind(front.kind) });
}

/** Reports a kind of table that the template asks for and nothing places. */
export function missingTable(context: Context, table: string, optional: boolean): void {
  const { opening, front } = context.document.document;
  const details = { table, kind: thisKind(front.kind) };
  if (optional) problem(context, "template/recommended-table", opening, details);
  else problem(context, "template/missing-table", opening, details);
}

/** An id in words: `commercial-case` is "Commercial case". */
export function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Checks `omits:` itself: known ids, allowed by the house, and really left out. */
export function checkOmissions(context: Context, requests: readonly Request[], present: ReadonlySet<string>): void {
  const { front, frontPlaces, house, opening } = context.document.document;
  const asked = new Set(requests.flatMap(askedFor));
  for (const id of Object.keys(front.omits ?? {})) {
    const span = frontPlaces.key(["omits", id]) ?? opening;
    if (!asked.has(id)) problem(context, "template/unknown-omission", span, { id }, suggest(id, asked));
    else if (house["omit-cases"] !== true)
      problem(context, "template/omission-not-allowed", span, { id, house: house.name });
    else if (present.has(id)) problem(context, "template/omitted-but-present", span, { id });
  }
}

function askedFor(request: Request): readonly string[] {
  switch (request.type) {
    case "section":
    case "prompt":
      return request.required ? [request.id] : [];
    case "sections":
      return request.required;
    case "needs": {
      const { inside } = request;
      if (request.tables) return [];
      return inside === undefined ? request.ids : request.ids.map((id) => `${inside}-${id}`);
    }
    default:
      return [];
  }
}
