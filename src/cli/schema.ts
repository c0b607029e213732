import { join } from "node:path";
import { jsonSchemas } from "../validate/json-schema.ts";
import type { ExitCode } from "./main.ts";
import { writeWhole } from "./write.ts";

/** Prints one JSON Schema, or writes all of them into a folder. */
export async function schema(options: {
  readonly name: string | undefined;
  readonly write: string | undefined;
}): Promise<ExitCode> {
  const all = jsonSchemas();
  if (options.write !== undefined) {
    for (const [name, text] of all) await writeWhole(join(options.write, `${name}.schema.json`), text);
    process.stdout.write(`Wrote ${all.size} schemas into ${options.write}\n`);
    return 0;
  }
  const text = options.name === undefined ? undefined : all.get(options.name);
  if (text === undefined) {
    process.stderr.write(`Known schemas: ${[...all.keys()].join(", ")}\n`);
    return options.name === undefined ? 0 : 2;
  }
  process.stdout.write(text);
  return 0;
}
