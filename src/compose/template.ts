// Handlebars decides the structure: a template and its values make a Markdown skeleton with requests in it.
import Handlebars from "handlebars";
import type { Inline } from "../document/document.ts";
import { plainText } from "../document/visit.ts";
import type { Source, Span } from "../source.ts";
import { type Context, problem } from "./context.ts";
import { parserReason } from "./expression.ts";
import { evaluate, formats } from "./figures.ts";
import { helperArguments, type Request } from "./requests.ts";
import { checkTemplate, placeKey } from "./template-check.ts";
import { values } from "./template-names.ts";

export interface Skeleton {
  readonly file: string;
  /** Markdown; a request stands between U+E002 and U+E003 on a line of its own, a value between U+E000 and U+E001. */
  readonly text: string;
  readonly requests: readonly Request[];
  readonly slots: readonly (readonly Inline[])[];
}

/** Runs the template of a document's kind; undefined when there is none that works. */
export function runTemplate(context: Context): Skeleton | undefined {
  const { document } = context.document;
  const { files, templates } = context.model.case.sources;
  const profile = document.front.profile ?? context.model.case.programme.profile;
  const { kind } = document.front;
  const path = templates.kinds.get(`${profile}/${kind}`) ?? templates.kinds.get(kind);
  const source = path === undefined ? undefined : files.get(path);
  if (!source) {
    problem(context, "template/none", document.opening, { kind, house: document.house.name });
    return undefined;
  }
  const programs = readAll(context, source);
  if (!programs) return undefined;
  return run(context, source, programs);
}

type Programs = ReadonlyMap<string, hbs.AST.Program>;

// The template under "", its partials under their names; undefined when one of them cannot be used.
function readAll(context: Context, source: Source): Programs | undefined {
  const { files, templates } = context.model.case.sources;
  const names = [...templates.partials.keys()];
  const programs = new Map<string, hbs.AST.Program>();
  const before = context.problems.length;
  const read = (name: string, from: Source, above: readonly string[]): void => {
    let program: hbs.AST.Program;
    try {
      program = Handlebars.parse(from.text, { srcName: from.file });
    } catch (error) {
      problem(context, "template/syntax", placeOfError(error, from), { reason: parserReason(error) });
      return;
    }
    programs.set(name, program);
    for (const used of checkTemplate(context, from, program, names)) {
      const partial = files.get(templates.partials.get(used) ?? "");
      if ([...above, name].includes(used)) {
        problem(context, "template/partial-cycle", placeOfPartial(from, used), { name: used });
      } else if (partial && !programs.has(used)) read(used, partial, [...above, name]);
    }
  };
  read("", source, []);
  return context.problems.length === before ? programs : undefined;
}

/** The expression that places a partial. */
function placeOfPartial(from: Source, name: string): Span {
  for (const found of from.text.matchAll(/\{\{~?>\s*([^\s}~]+)[^}]*\}\}/g))
    if (found[1] === name) return { file: from.file, start: found.index, end: found.index + found[0].length };
  return { file: from.file, start: 0, end: 0 };
}

function placeOfError(error: unknown, source: Source): Span {
  const line = error instanceof Error ? /on line (\d+)/.exec(error.message)?.[1] : undefined;
  const lines = source.text.split("\n");
  const index = Math.max(0, Math.min(Number(line ?? 1) - 1, lines.length - 1));
  const start = lines.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  return { file: source.file, start, end: start + (lines[index]?.length ?? 0) };
}

function run(context: Context, source: Source, programs: Programs): Skeleton {
  const requests: Request[] = [];
  const slots: (readonly Inline[])[] = [];
  const slot = (inlines: readonly Inline[]) => `\uE000${slots.push(inlines) - 1}\uE001`;
  const request = (made: Request) => `\n\n\uE002${requests.push(made) - 1}\uE003\n\n`;
  const engine = Handlebars.create();
  for (const name of ["with", "lookup", "log", "helperMissing", "blockHelperMissing"]) engine.unregisterHelper(name);
  const words = (value: unknown) =>
    String(value ?? "").replace(/\uE000(\d+)\uE001/gu, (_, n: string) => plainText(slots[Number(n)] ?? []));
  const helper = (name: string) => {
    engine.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1);
      const call = callOf(name, given.length > 1 ? words(given[0]) : undefined, options, words);
      if (Object.hasOwn(formats, name)) return slot(evaluate(context, { ...call, format: name }));
      const body = bodyOf(options, this);
      if (name === "prompt")
        return `${request(promptOf(call))}${body}${request({ type: "prompt-end", place: call.span })}`;
      if (name === "landscape")
        return `${request({ type: "landscape", place: call.span })}${body}${request({ type: "landscape-end", place: call.span })}`;
      return request(requestOf(name, call));
    });
  };
  const helpers = [...Object.keys(helperArguments), ...Object.keys(formats), "view", ...Object.keys(context.views)];
  helpers.forEach(helper);
  const knownHelpers = Object.fromEntries([...helpers, "if", "unless", "each"].map((name) => [name, true]));
  const compiled = { strict: true, noEscape: true, knownHelpersOnly: true, preventIndent: true, knownHelpers };
  for (const [name, program] of programs)
    if (name !== "") engine.registerPartial(name, engine.compile(program, compiled));
  const template = engine.compile(programs.get(""), compiled);
  const text: unknown = template(values(context, slot), {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
  return { file: source.file, text: String(text), requests, slots };
}

interface Call {
  readonly name: string;
  readonly path: string | undefined;
  readonly pathSpan: Span | undefined;
  readonly formatSpan: Span | undefined;
  readonly span: Span;
  readonly named: ReadonlyMap<string, { readonly value: string; readonly span: Span | undefined }>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function callOf(name: string, path: string | undefined, options: unknown, words: (value: unknown) => string): Call {
  const hash = isRecord(options) && isRecord(options.hash) ? options.hash : {};
  const span = readPlace(hash[placeKey]);
  const named = new Map(
    Object.entries(hash)
      .filter(([key]) => key !== placeKey)
      .map(([key, value]) => [key, { value: words(value), span }] as const),
  );
  return { name, path, pathSpan: span, formatSpan: span, span, named };
}

function readPlace(written: unknown): Span {
  const read: unknown = typeof written === "string" ? JSON.parse(written) : undefined;
  if (!isRecord(read)) return { file: "", start: 0, end: 0 };
  return { file: String(read.file), start: Number(read.start), end: Number(read.end) };
}

function bodyOf(options: unknown, names: unknown): string {
  return isRecord(options) && typeof options.fn === "function" ? String(options.fn(names)) : "";
}

const list = (written: string | undefined) => (written ?? "").split(/[\s,]+/).filter((word) => word !== "");
const yes = (written: string | undefined) => written === "true" || written === "yes";

function promptOf(call: Call): Request {
  const { named, span } = call;
  const title = named.get("title")?.value;
  return {
    type: "prompt",
    id: call.path ?? "",
    ...(title !== undefined ? { title } : {}),
    level: Number(named.get("level")?.value ?? 2),
    required: named.get("required")?.value !== "false",
    place: span,
  };
}

function requestOf(name: string, call: Call): Request {
  const { named, span: place, path = "" } = call;
  const get = (key: string) => named.get(key)?.value;
  switch (name) {
    case "section": {
      const numbered = get("numbered");
      const missing = get("missing");
      return {
        type: "section",
        id: path,
        required: yes(get("required")),
        divider: yes(get("divider")),
        ...(numbered !== undefined ? { numbered } : {}),
        ...(missing !== undefined ? { missing } : {}),
        place,
      };
    }
    case "sections":
      return { type: "sections", required: list(get("required")), place };
    case "needs": {
      const inside = get("in");
      return {
        type: "needs",
        ids: list(path),
        recommended: yes(get("recommended")),
        tables: yes(get("tables")),
        ...(inside ? { inside } : {}),
        place,
      };
    }
    case "body":
    case "appendices":
    case "page-break":
      return { type: name, place };
    case "contents":
      return contentsOf(call);
    default: {
      const attributes = Object.fromEntries(
        [...named].filter(([key]) => key !== "caption" && key !== "required").map(([key, { value }]) => [key, value]),
      );
      const caption = get("caption");
      return {
        type: "view",
        name: name === "view" ? path : name,
        attributes,
        required: yes(get("required")),
        ...(caption !== undefined ? { caption } : {}),
        place,
      };
    }
  }
}

function contentsOf(call: Call): Request {
  const get = (key: string) => call.named.get(key)?.value;
  const of = get("of");
  const depth = get("depth");
  const title = get("title");
  const look = get("look");
  return {
    type: "contents",
    of: of === "tables" || of === "exhibits" ? of : "headings",
    ...(depth !== undefined && /^[1-6]$/.test(depth) ? { depth: Number(depth) } : {}),
    ...(title !== undefined ? { title } : {}),
    ...(look === "list" || look === "two-column" ? { look } : {}),
    place: call.span,
  };
}
