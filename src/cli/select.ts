// Which documents the command line asks for.
import { nearest } from "../diagnostics/nearest.ts";

export interface Selection {
  readonly programmes: readonly string[];
  /** True when the document is wanted. */
  readonly wants: (programme: string, document: string) => boolean;
  /** Words for the command line when a name is not known. */
  readonly unknown: readonly string[];
}

/** `asked` holds programmes (`wirral`) and documents (`wirral/full-business-case`); nothing asked is everything. */
export function select(asked: readonly string[], programmes: readonly string[]): Selection {
  if (asked.length === 0) return { programmes, wants: () => true, unknown: [] };
  const named = asked.map((a) => a.replace(/^content\//, "").replace(/\/+$/, ""));
  const unknown = named
    .filter((name) => !programmes.includes(name.split("/")[0] ?? ""))
    .map((name) => {
      const close = nearest(name.split("/")[0] ?? "", programmes);
      return `There is no programme "${name.split("/")[0]}" under content/.${close ? ` Did you mean ${close}?` : ` Known: ${programmes.join(", ") || "none"}.`}`;
    });
  return {
    programmes: programmes.filter((p) => named.some((n) => n === p || n.startsWith(`${p}/`))),
    wants: (programme, document) => named.includes(programme) || named.includes(`${programme}/${document}`),
    unknown,
  };
}
