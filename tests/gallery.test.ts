// docs/tables.md shows every kind of table, and says what the gallery's workspace says.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { page, printedOf, readFeatures, readParts, template, workspace } from "../docs/gallery/page.mjs";
import { tableKinds } from "../src/compute/model.ts";
import { formatDiagnostics } from "../src/diagnostics/formats/format.ts";
import { plainText } from "../src/document/visit.ts";
import { jsonSchemas } from "../src/validate/json-schema.ts";
import { type Built, composeProgramme } from "./support/workspace.ts";

const docs = join(workspace, "..");
const written = readFileSync(join(docs, "tables.md"), "utf8");
const parts = readParts();
/** Register tables that print their own way, and their directives. */
const ownViews = ["benefits", "benefits-phasing", "flows", "results", "outcomes"];
let built: Built;

beforeAll(async () => {
  built = await composeProgramme(workspace, "gallery");
});

test("the workspace has no findings", () => {
  const file = (name: string) => built.sources.files.get(name);
  expect(formatDiagnostics("pretty", built.diagnostics, file, false)).toBe("");
});

test("docs/tables.md is what `npm run gallery` writes", () => {
  const tree = built.documents.get("tables");
  if (!tree) throw new Error("the gallery has no document");
  const schema: unknown = JSON.parse(jsonSchemas().get("data") ?? "{}");
  expect(page(parts, schema, printedOf(parts, tree, plainText))).toBe(written);
});

test("every part stands in the document's template, each on its own page", () => {
  const file = join(workspace, "templates/houses/gallery/kinds/obc/template.hbs");
  expect(readFileSync(file, "utf8")).toBe(template(parts));
});

describe("kinds", () => {
  const named = new Set(parts.flatMap((part) => part.kinds));

  test.each(tableKinds)("%s has a part that names it", (kind) => {
    expect(named).toContain(kind);
    const tables = [...(built.model?.documents.get("tables")?.tables.values() ?? [])];
    expect(tables.filter((t) => t.kind === kind)).not.toEqual([]);
  });

  test("a part places the kinds it names", () => {
    for (const part of parts)
      for (const kind of part.kinds.filter((k) => !ownViews.includes(k))) expect(part.example).toContain(`::${kind}`);
  });
});

test.each(readFeatures())("feature %s, %s, is shown", (id) => {
  expect(parts.filter((part) => part.features.includes(id))).not.toEqual([]);
  expect(written).toMatch(new RegExp(`^\\| ${id} \\| .+ \\| \\[.+$`, "m"));
});

test("features are named by ids that exist, none twice", () => {
  const known = readFeatures().map(([id]) => id);
  expect(new Set(known).size).toBe(known.length);
  expect(parts.flatMap((part) => part.features.filter((id) => !known.includes(id)))).toEqual([]);
  const asked = [...range(30, 46), ...range(50, 64), ...range(90, 95), 97, 98].map((n) => `F${n}`);
  expect(asked.filter((id) => !known.includes(id))).toEqual([]);
});

test("each part has its picture, small enough for a page of many, and there are no others", () => {
  const wanted = parts.filter((part) => part.picture).map((part) => `${part.id}.png`);
  const folder = join(docs, "tables");
  expect(readdirSync(folder).sort()).toEqual([...wanted].sort());
  const large = wanted.filter((name) => statSync(join(folder, name)).size > 24 * 1024);
  expect(large).toEqual([]);
});

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
