// Sources to Draft: every file parsed, nothing judged but how it is written.
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { ok, type Result } from "../result.ts";
import type { DocumentSources, Sources } from "../workspace/sources.ts";
import { refuseCharacters } from "./characters.ts";
import type { Body, Data, Draft, DraftDocument } from "./draft.ts";
import { beginsWithFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { parseMarkdown } from "./markdown.ts";
import { parseYaml } from "./yaml.ts";

/** Parses everything the programme is made from, apart from the templates. */
export function parse(sources: Sources): Result<Draft> {
  const found: Diagnostic[] = [];
  const keep = <T>(result: Result<T>): T => {
    found.push(...result.diagnostics);
    return result.value;
  };
  const text = (path: string): string | undefined => {
    const source = sources.files.get(path);
    return source ? keep(refuseCharacters(source)) : undefined;
  };
  const yaml = (path: string): Data | undefined => {
    const read = text(path);
    return read === undefined ? undefined : keep(parseYaml({ file: path, text: read, at: 0 }));
  };
  const body = (path: string): Body | undefined => {
    const read = text(path);
    if (read === undefined) return undefined;
    if (beginsWithFrontMatter(read)) {
      found.push(report("yaml/part-front-matter", { file: path, start: 0, end: 3 }, {}));
    }
    return { file: path, tree: keep(parseMarkdown(path, read)) };
  };

  const base = `content/${sources.programme}`;
  const below = (folder: string, ending: string): readonly string[] =>
    [...sources.files.keys()].filter((path) => path.startsWith(`${base}/${folder}/`) && path.endsWith(ending)).sort();

  const document = (from: DocumentSources): DraftDocument => {
    const main = text(from.main) ?? "";
    const { frontMatter, opening, bodyStart } = keep(splitFrontMatter(from.main, main));
    const first =
      bodyStart === undefined ? [] : [{ file: from.main, tree: keep(parseMarkdown(from.main, main, bodyStart)) }];
    return {
      id: from.id,
      file: from.main,
      frontMatter,
      opening,
      bodies: [...first, ...from.parts.map(body).filter(isPresent)],
      data: from.data
        .filter((path) => path.endsWith(".yaml"))
        .map(yaml)
        .filter(isPresent),
      history: from.history === undefined ? undefined : yaml(from.history),
    };
  };

  // CSV is read with the tables that take their rows from it; only its characters are judged here.
  for (const path of sources.files.keys()) if (path.endsWith(".csv")) text(path);
  const parts = new Map<string, Body>();
  for (const path of below("shared", ".md")) {
    const part = body(path);
    if (part) parts.set(path.slice(base.length + 1, -".md".length), part);
  }
  const named = (paths: ReadonlyMap<string, string>): ReadonlyMap<string, Data> => {
    const made = new Map<string, Data>();
    for (const [name, path] of paths) {
      const data = yaml(path);
      if (data) made.set(name, data);
    }
    return made;
  };

  const draft: Draft = {
    sources,
    programme: yaml(`${base}/programme.yaml`),
    data: below("data", ".yaml").map(yaml).filter(isPresent),
    parts,
    documents: sources.documents.map(document),
    houses: named(sources.templates.houses),
    themes: named(sources.templates.themes),
  };
  return ok(draft, found);
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
