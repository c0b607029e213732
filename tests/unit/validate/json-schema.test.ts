import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../../src/validate/json-schema.ts";

const folder = join(import.meta.dirname, "../../../schemas/json");
const made = jsonSchemas();

test("the committed schemas are those the zod files make; npm run schemas writes them", () => {
  const committed = readdirSync(folder).sort();
  expect(committed).toEqual([...made.keys()].map((name) => `${name}.schema.json`));
  for (const [name, text] of made) expect(readFileSync(join(folder, `${name}.schema.json`), "utf8"), name).toBe(text);
});

test("text accepts what editors take for a number", () => {
  expect(JSON.parse(made.get("history") ?? "{}")).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: {
      History: { properties: { history: { items: { properties: { version: { type: ["string", "number"] } } } } } },
    },
  });
});
