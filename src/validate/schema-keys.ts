// Which keys a schema knows at a path, for "did you mean".
import type { z } from "zod";
import type { Path } from "../parse/draft.ts";

type Schema = z.core.$ZodType;

/** Keys of the map at a path, over all alternatives that have one there. */
export function keysAt(schema: Schema, path: Path): readonly string[] {
  const found = new Set<string>();
  for (const part of at(schema, path)) for (const key of shapeOf(part)) found.add(key);
  return [...found];
}

function at(schema: Schema, path: Path): readonly Schema[] {
  let parts = alternatives(schema);
  for (const step of path) parts = parts.flatMap((part) => below(part, step)).flatMap(alternatives);
  return parts;
}

type Part = z.core.$ZodTypes;

/** A schema without its wrappers; several for a union. */
function alternatives(schema: Schema): readonly Schema[] {
  const { def } = (schema as Part)._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return alternatives(def.innerType);
    case "pipe":
      return alternatives(def.in);
    case "union":
      return def.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

function below(schema: Schema, step: string | number): readonly Schema[] {
  const { def } = (schema as Part)._zod;
  if (def.type === "object") {
    const own = def.shape[String(step)];
    return own ? [own] : def.catchall ? [def.catchall] : [];
  }
  if (def.type === "record") return [def.valueType];
  if (def.type === "array") return [def.element];
  return [];
}

function shapeOf(schema: Schema): readonly string[] {
  const { def } = (schema as Part)._zod;
  return def.type === "object" ? Object.keys(def.shape) : [];
}
