// Templates, house profiles, themes and calendars: those shipped, and over them the workspace's own.
import type { Files } from "./files.ts";
import { list, pathIn, type Reader, type Root, readBase, readPicture, readText } from "./reader.ts";
import type { TemplateSources } from "./sources.ts";

interface Found {
  readonly kinds: Map<string, string>;
  readonly partials: Map<string, string>;
  readonly houses: Map<string, string>;
  readonly themes: Map<string, string>;
  readonly calendars: Map<string, string>;
}

/** Reads both sets under `templates/…`; a file of the workspace takes the place of the shipped one of the same path. */
export function readTemplates(
  reader: Reader,
  shipped: Files,
  workspace: Files,
): { readonly templates: TemplateSources; readonly shipped: ReadonlySet<string> } {
  const found: Found = {
    kinds: new Map(),
    partials: new Map(),
    houses: new Map(),
    themes: new Map(),
    calendars: new Map(),
  };
  const all = (): ReadonlyMap<string, unknown> => new Map<string, unknown>([...reader.binaries, ...reader.files]);
  const content = all();
  overlay(reader, { at: shipped, prefix: "templates" }, [], found);
  const first = all();
  // The workspace is the root, so that a link from its templates/ to another of its folders is allowed.
  overlay(reader, { at: workspace, prefix: "" }, ["templates"], found);
  const kept = [...all()].filter(([path, file]) => !content.has(path) && first.get(path) === file);
  return {
    templates: {
      kinds: sorted(found.kinds),
      partials: sorted(found.partials),
      houses: sorted(found.houses),
      themes: sorted(found.themes),
      calendars: sorted(found.calendars),
    },
    shipped: new Set(kept.map(([path]) => path)),
  };
}

function overlay(reader: Reader, root: Root, base: readonly string[], found: Found): void {
  for (const kind of list(reader, root, ...base, "kinds").folders) {
    text(reader, root, [...base, "kinds", kind], "template.hbs", kind, found.kinds);
  }
  for (const file of list(reader, root, ...base, "partials").files) {
    if (file.endsWith(".hbs")) text(reader, root, [...base, "partials"], file, file.slice(0, -4), found.partials);
  }
  for (const folder of ["themes", "calendars"] as const) {
    for (const file of list(reader, root, ...base, folder).files) {
      if (file.endsWith(".yaml")) text(reader, root, [...base, folder], file, file.slice(0, -5), found[folder]);
    }
  }
  for (const profile of list(reader, root, ...base, "houses").folders) {
    house(reader, root, [...base, "houses", profile], profile, found);
  }
}

function house(reader: Reader, root: Root, folder: readonly string[], profile: string, found: Found): void {
  const { files } = list(reader, root, ...folder);
  if (files.includes("profile.yaml")) text(reader, root, folder, "profile.yaml", profile, found.houses);
  for (const file of files) if (isPicture(file)) readPicture(reader, root, ...folder, file);
  if (files.includes("theme.docx")) readBase(reader, root, ...folder, "theme.docx");
  for (const kind of list(reader, root, ...folder, "kinds").folders) {
    text(reader, root, [...folder, "kinds", kind], "template.hbs", `${profile}/${kind}`, found.kinds);
  }
}

function text(
  reader: Reader,
  root: Root,
  folder: readonly string[],
  name: string,
  key: string,
  into: Map<string, string>,
): void {
  const { files } = list(reader, root, ...folder);
  if (!files.includes(name)) return;
  readText(reader, root, ...folder, name);
  const path = pathIn(root, ...folder, name);
  if (reader.files.has(path)) into.set(key, path);
}

/** Pictures that every output can hold. */
export function isPicture(name: string): boolean {
  return /\.(png|jpe?g|svg)$/i.test(name);
}

function sorted(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
