// Where the program itself is installed: its version, shipped templates and fonts.
import { readFileSync } from "node:fs";
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

/** Templates that come with the program. */
export function shippedTemplates(): string {
  return join(packageFolder(), "templates");
}

/** Path of a file inside an installed package. */
export function installedFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}
