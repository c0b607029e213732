// Editors complete and check data files through the schema that each file names on its first line.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = ["content", "templates"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".yaml"))
    .map((f) => join(root, folder, f)),
);

test.each(files.map((f) => [f.slice(root.length + 1), f]))("%s names a schema that exists", (_name, file) => {
  const [first = ""] = readFileSync(file, "utf8").split("\n");
  const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
  expect(path).toBeDefined();
  expect(existsSync(join(dirname(file), path ?? ""))).toBe(true);
});

test("the editor's settings name schemas that exist", () => {
  const settings: unknown = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"));
  const named = [...JSON.stringify(settings).matchAll(/\.\/(schemas\/json\/[\w.-]+)/g)].map((m) => m[1] ?? "");
  expect(named.length).toBeGreaterThan(3);
  for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
});
