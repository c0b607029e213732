// Which documents the command line asks for.
import { nearest } from "../diagnostics/nearest.ts";

export interface Selection {
  readonly programmes: readonly string[];
  /** True when the document is wanted. */
  readonly wants: (programme: string, document: string) => boolean;
  /** Words for the command line when a name is not known. */
  readonly unknown: readonly string[];
}

/**
 * `asked` holds programmes (`wirral`) and documents (`wirral/full-business-case`); nothing asked is everything.
 * `known` holds the documents of each programme.
 */
export function select(asked: readonly string[], known: ReadonlyMap<string, readonly string[]>): Selection {
  const programmes = [...known.keys()];
  if (asked.length === 0) return { programmes, wants: () => true, unknown: [] };
  const named = asked.map((a) => a.replace(/^content\//, "").replace(/\/+$/, ""));
  const unknown = named.flatMap((name) => {
    const [programme = "", ...rest] = name.split("/");
    const documents = known.get(programme);
    if (!documents) return [`There is no programme "${programme}" under content/.${wayOut(programme, programmes)}`];
    const document = rest.join("/");
    if (document === "" || documents.includes(document)) return [];
    return [`There is no document "${document}" in ${programme}.${wayOut(document, documents)}`];
  });
  return {
    programmes: programmes.filter((p) => named.some((n) => n === p || n.startsWith(`${p}/`))),
    wants: (programme, document) => named.includes(programme) || named.includes(`${programme}/${document}`),
    unknown,
  };
}

function wayOut(asked: string, known: readonly string[]): string {
  const close = nearest(asked, known);
  return close === undefined ? ` Known: ${known.join(", ") || "none"}.` : ` Did you mean ${close}?`;
}
