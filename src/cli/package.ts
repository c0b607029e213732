// Where the program itself is installed: its version, shipped templates and fonts.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder that holds package.json, from src/cli and from a bundle below dist alike. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      const found: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (typeof found === "object" && found !== null && "name" in found && found.name === "fivecase") return folder;
    } catch {
      // Not here: the folder above may hold it.
    }
    const above = dirname(folder);
    if (above === folder) throw new Error("package.json of fivecase was not found");
    folder = above;
  }
}

export function packageVersion(): string {
  const facts: unknown = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  return typeof facts === "object" && facts !== null && "version" in facts ? String(facts.version) : "0";
}

/**
 * Tells this program from every other version of it: the bundle's files are named after their content, and package.json
 * says which packages stay outside it. Undefined when the program does not run as a bundle.
 */
export function programIdentity(): string | undefined {
  const chunks = join(packageFolder(), "dist", "bundle", "chunks");
  if (!fileURLToPath(import.meta.url).startsWith(dirname(chunks))) return undefined;
  return [...readdirSync(chunks).sort(), readFileSync(join(packageFolder(), "package.json"), "utf8")].join("\n");
}

/** Templates that come with the program. */
export function shippedTemplates(): string {
  return join(packageFolder(), "templates");
}

/** Path of a file inside an installed package. */
export function installedFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}
