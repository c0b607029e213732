// A case in memory from YAML, with the places of its values, so that findings can be checked where they point.
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { DataFile } from "../../../schemas/data.ts";
import { Programme } from "../../../schemas/programme.ts";
import { compute } from "../../../src/compute/compute.ts";
import type { DocumentModel, Figure, Model } from "../../../src/compute/model.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Path, Places } from "../../../src/parse/draft.ts";
import type { Source, Span } from "../../../src/source.ts";
import type { Case, CaseDocument } from "../../../src/validate/case.ts";

const textTags = ["tag:yaml.org,2002:int", "tag:yaml.org,2002:float"];

interface Read {
  readonly value: unknown;
  readonly places: Places;
}

function readYaml(file: string, text: string): Read {
  const document = parseDocument(text, {
    customTags: (tags) => tags.filter((t) => typeof t === "string" || !textTags.includes(t.tag)),
  });
  const span = (node: Node | undefined | null): Span | undefined =>
    node?.range ? { file, start: node.range[0], end: node.range[1] } : undefined;
  const pair = (path: Path) => {
    const parent: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    if (!isMap(parent)) return undefined;
    return parent.items.find((i) => isScalar(i.key) && String(i.key.value) === String(last));
  };
  const key = (path: Path): Span | undefined => {
    const found = pair(path)?.key;
    return isScalar(found) ? span(found) : undefined;
  };
  const value = (path: Path): Span | undefined => {
    const node: unknown = document.getIn(path, true);
    if (isScalar(node)) return span(node);
    return isMap(node) || isSeq(node) ? key(path) : undefined;
  };
  return { value: document.toJS(), places: { value, key } };
}

const programmeYaml = `
programme: Test
organisations:
  pcc: { name: Plymouth City Council }
  ccg: { name: Clinical Commissioning Group }
profile: house
`;

export interface Story {
  readonly data: string;
  readonly conventions?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Builds a case with one document, "doc", over one data file. */
function caseOf(story: Story): { readonly case: Case; readonly source: Source } {
  const source: Source = { file: "content/test/data/all.yaml", text: story.data };
  const data = readYaml(source.file, source.text);
  const programme = readYaml("content/test/programme.yaml", `${programmeYaml}${story.conventions ?? ""}`);
  const registers = { data: DataFile.parse(data.value ?? {}), places: data.places };
  const files = new Map<string, Source>([[source.file, source]]);
  for (const [file, text] of Object.entries(story.files ?? {})) files.set(file, { file, text });
  // Computing reads these parts of a document and no others.
  const document = {
    id: "doc",
    file: "content/test/doc/document.md",
    registers,
    own: {},
    house: { dates: { full: "28 January 2014", table: "28/01/14" } },
  } as unknown as CaseDocument;
  const made = {
    id: "test",
    sources: { programme: "test", files },
    programme: Programme.parse(programme.value),
    programmePlaces: programme.places,
    shared: registers,
    documents: [document],
  } as unknown as Case;
  return { case: made, source };
}

export interface Computed {
  readonly model: Model;
  readonly document: DocumentModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Code and the text it points at. */
  readonly findings: readonly string[];
  figure(name: string): Figure;
  /** The exact value as plain digits; other values by their kind. */
  value(name: string): string;
}

/** Computes a story. */
export function run(story: Story | string): Computed {
  const built = caseOf(typeof story === "string" ? { data: story } : story);
  const result = compute(built.case);
  const document = result.value.documents.get("doc");
  if (!document) throw new Error("no document");
  const texts = built.case.sources.files;
  const figure = (name: string): Figure => {
    const found = document.figures.get(name);
    if (!found) throw new Error(`no figure ${name}`);
    return found;
  };
  return {
    model: result.value,
    document,
    diagnostics: result.diagnostics,
    findings: result.diagnostics.map((d) => {
      const at = d.span && texts.get(d.span.file)?.text.slice(d.span.start, d.span.end);
      return `${d.code} ${at ?? "?"}`;
    }),
    figure,
    value: (name) => {
      const value = figure(name).value;
      if (value.type === "number") return value.exact.toFixed();
      return value.type === "empty" ? value.empty : value.type === "words" ? value.words : value.type;
    },
  };
}
