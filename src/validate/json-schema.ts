// JSON Schema for editors, made from the zod schemas. Draft 7, which YAML language servers read.
import { z } from "zod";
import { FrontMatter, History } from "../../schemas/case.ts";
import { DataFile } from "../../schemas/data.ts";
import { House, Theme } from "../../schemas/house.ts";
import { Papers } from "../../schemas/papers.ts";
import { Programme } from "../../schemas/programme.ts";
import { Calendar } from "../../schemas/route.ts";

const sources = {
  calendar: Calendar,
  data: DataFile,
  document: FrontMatter,
  history: History,
  house: House,
  programme: Programme,
  theme: Theme,
} as const;

/** What the program writes for other programs. */
const outputs = { papers: Papers } as const;

/** Text of each schema by name, in order of name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const read = Object.entries(sources).map(([name, schema]) => [name, made(schema, widen)] as const);
  const written = Object.entries(outputs).map(([name, schema]) => [name, made(schema, () => {})] as const);
  const byName = [...read, ...written].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(byName.map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
}

function made(schema: z.ZodType, change: (node: z.core.JSONSchema.BaseSchema) => void): object {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => change(jsonSchema),
  });
}

/** Editors read `2.0` and `2013` as numbers, where we read text; both must pass. */
function widen(node: z.core.JSONSchema.BaseSchema): void {
  // A library's own id is `$id` in draft 7 and would be taken for the address of the schema.
  if (node.type === "string" && !node.enum && node.const === undefined) {
    Object.assign(node, { type: ["string", "number"] });
  }
  const numbers = (node.enum ?? []).filter((value) => typeof value === "string" && /^\d+(\.\d+)?$/.test(value));
  if (numbers.length > 0) {
    delete node.type;
    node.enum = [...(node.enum ?? []), ...numbers.map(Number)];
  }
}
