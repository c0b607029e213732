import { nearest } from "../diagnostics/nearest.ts";

/** Help for a name that is not known: the nearest one, or all of them when they are few. */
export function suggest(name: string, known: Iterable<string>): { readonly help?: string } {
  const names = [...known];
  const close = nearest(name, names);
  if (close !== undefined) return { help: `did you mean "${close}"?` };
  if (names.length > 0 && names.length <= 12) return { help: `use one of: ${names.join(", ")}` };
  return {};
}
