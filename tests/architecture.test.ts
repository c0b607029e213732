import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";

/** Which folder may import which: data flows one way. `types` may be imported only with `import type`. */
interface Edges {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  /** Packages and node modules the folder may use. */
  readonly libraries?: readonly string[];
}

const base = ["source", "result", "diagnostics"];

const table: Readonly<Record<string, Edges>> = {
  schemas: { imports: ["schemas"], libraries: ["zod"] },
  days: { imports: [], types: ["schemas"] },
  source: { imports: ["diagnostics", "result"] },
  result: { imports: ["diagnostics", "source"] },
  diagnostics: { imports: ["source", "result", "diagnostics"] },
  document: { imports: ["document", "source"] },
  parse: {
    imports: ["parse", ...base],
    types: ["workspace"],
    libraries: [
      "gray-matter",
      "yaml",
      "unified",
      "remark",
      "remark-parse",
      "remark-gfm",
      "remark-directive",
      "remark-definition-list",
      "micromark-util-types",
      "mdast-util-from-markdown",
      "mdast",
    ],
  },
  // The Word file of a house: opened without trust, and read with the same careful XML reader as drawings.
  "house-base": { imports: ["house-base", "picture"], libraries: ["fflate"] },
  validate: {
    imports: ["validate", "parse", "schemas", "house-base", ...base],
    types: ["workspace"],
    libraries: ["zod"],
  },
  workspace: {
    imports: ["workspace", "house-base", ...base],
    libraries: ["node:buffer", "node:child_process", "node:fs", "node:fs/promises", "node:path", "node:util"],
  },
  compute: {
    imports: ["compute", "schemas", ...base],
    types: ["validate", "parse"],
    libraries: ["decimal.js", "csv-parse/sync"],
  },
  control: { imports: ["control", "schemas", "days", ...base], types: ["compute", "validate", "workspace", "parse"] },
  // What prose says is read and compared with the same exact numbers, formats and counts that made it.
  check: { imports: ["check", "document", "compute", "schemas", ...base], types: ["control"] },
  compose: {
    imports: ["compose", "document", "parse", "schemas", "compute", "picture", "days", ...base],
    types: ["control", "validate", "workspace"],
    libraries: ["handlebars", "mdast"],
  },
  exhibit: {
    imports: ["exhibit", "document", "result", "diagnostics"],
    types: ["schemas", "compute"],
    libraries: ["d3-scale", "d3-shape", "@viz-js/viz"],
  },
  picture: { imports: ["picture", "document"], types: ["exhibit"], libraries: ["fflate", "@resvg/resvg-js"] },
  layout: {
    imports: ["layout", "document", "picture", ...base],
    types: ["exhibit", "schemas"],
    libraries: ["fontkit", "linebreak"],
  },
  "render/docx": {
    imports: ["render/docx", "document", "exhibit", "picture", "house-base", ...base],
    types: ["schemas", "layout"],
    libraries: ["docx", "docx/watermarks", "fflate"],
  },
  "render/pdf": {
    imports: ["render/pdf", "document", ...base],
    types: ["schemas", "layout", "exhibit"],
    libraries: ["pdfkit", "fflate"],
  },
  "render/xlsx": {
    imports: ["render/xlsx", "compute", ...base],
    types: ["schemas"],
    libraries: ["hucre/xlsx", "fflate"],
  },
  diff: { imports: ["diff", "document", "source", "result"], libraries: ["diff"] },
  // Dates on the pages are worded as in the documents, and a status means what it means there.
  portal: { imports: ["portal", "document", "schemas", "compute", "control", "days"] },
  pipeline: { imports: ["*"] },
  cli: { imports: ["*"], libraries: ["*"] },
};

/** Stage of a file: "src/compute/numbers/money.ts" is "compute", "src/source.ts" is "source". */
function stageOf(file: string): string {
  const parts = file.replace(/\.(d\.)?ts$/, "").split("/");
  if (parts[0] === "schemas") return "schemas";
  return parts[1] === "render" ? `render/${parts[2]}` : (parts[1] ?? "");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/g;

function importsOf(file: string): readonly Import[] {
  return [...readFileSync(file, "utf8").matchAll(statement)].map((m) => ({
    file,
    target: m[2] ?? m[3] ?? "",
    typeOnly: m[1] !== undefined,
  }));
}

const all = [...filesBelow("src"), ...filesBelow("schemas")].flatMap(importsOf);

test("data flows one way: every import follows the table", () => {
  const broken = all.flatMap(({ file, target, typeOnly }) => {
    const from = stageOf(file);
    const edges = table[from];
    if (!edges) return [`${file} is in no known stage`];
    if (!target.startsWith(".")) {
      const allowed = edges.libraries ?? [];
      // A library's types may be named by whoever is handed its values.
      return allowed.includes("*") || allowed.includes(target) || typeOnly ? [] : [`${file} uses ${target}`];
    }
    const to = stageOf(posix.normalize(join(dirname(file), target)));
    if (edges.imports.includes("*") || edges.imports.includes(to) || (typeOnly && edges.types?.includes(to))) return [];
    return [`${file} imports ${typeOnly ? "types of " : ""}${to}`];
  });
  expect(broken).toEqual([]);
});

test("every library is imported by the one folder that owns it", () => {
  const shared = new Set(["mdast", "zod", "fflate"]);
  const owners = new Map<string, Set<string>>();
  for (const { file, target, typeOnly } of all) {
    if (target.startsWith(".") || target.startsWith("node:") || typeOnly || shared.has(target)) continue;
    owners.set(target, (owners.get(target) ?? new Set()).add(stageOf(file)));
  }
  const several = [...owners]
    .filter(([, stages]) => stages.size > 1)
    .map(([library, stages]) => `${library}: ${[...stages].join(", ")}`);
  expect(several).toEqual([]);
});

test("only the edges of the program see files, the clock and the environment", () => {
  const pure = filesBelow("src").filter((f) => !["cli", "workspace"].includes(stageOf(f)));
  const impure = /\bnew Date\(\)|\bDate\.now\(|Math\.random\(|process\.(env|cwd|argv)|\btoLocale|localeCompare|Intl\./;
  expect(pure.filter((f) => impure.test(readFileSync(f, "utf8")))).toEqual([]);
});

test("no file holds more than one idea's worth of lines", () => {
  const long = filesBelow("src").filter((f) => readFileSync(f, "utf8").split("\n").length > 400);
  expect(long).toEqual([]);
});
