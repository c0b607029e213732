// Workspaces made from the full business case of Wirral: ten times its text, and many documents like it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const example = "wirral";
const document = "full-business-case";

/** Commits a workspace, so that git is asked as it is for a real one; without git it is measured without. */
export function committed(workspace) {
  const who = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"];
  for (const words of [
    ["init", "-q"],
    ["add", "-A"],
    [...who, "commit", "-q", "-m", "Measured"],
  ])
    spawnSync("git", words, { cwd: workspace, stdio: "ignore" });
  return workspace;
}

/** The worked example alone. */
export function single(root, to) {
  cpSync(join(root, "content", example), join(to, "content", example), { recursive: true });
  return to;
}

// What stands once in a document: anchors, and directives that place a register or open a container.
function repeatable(body) {
  return body
    .replace(/^# .*$/gm, "")
    .replace(/ \{#[^}]*\}$/gm, "")
    .replace(/^:::*appendix[\s\S]*$/gm, "")
    .replace(/^:::+.*$/gm, "")
    .replace(/^::(?!table|list|members).*$/gm, "")
    .replace(/\{#[\w-]+ /g, "{");
}

/** The example with its text `times` over in one document; tables and lists are placed again with it. */
export function enlarged(root, to, times) {
  single(root, to);
  const folder = join(to, "content", example, document);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    const start = text.startsWith("---") ? text.indexOf("\n---", 3) + 4 : 0;
    const more = repeatable(text.slice(start));
    const at = text.search(/^:::+appendix/m);
    const [head, tail] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at)];
    const copies = Array.from({ length: times - 1 }, (_, i) => more.replaceAll("[^", `[^copy-${i}-`));
    writeFileSync(path, [head, ...copies, tail].join("\n"));
  }
  return to;
}

/** A workspace of `count` programmes with one document each, no two with the same words. */
export function many(root, to, count) {
  for (let i = 1; i <= count; i++) {
    const folder = join(to, "content", `${example}-${i}`);
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, "content", example), folder, { recursive: true });
    for (const file of readdirSync(join(folder, document)).filter((name) => name.endsWith(".md"))) {
      const path = join(folder, document, file);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("the Council", `the Council of Area ${i}`));
    }
  }
  return to;
}
