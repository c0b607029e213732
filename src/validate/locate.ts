// Where to point in a file, and how to call what stands there.
import type { Data, Path } from "../parse/draft.ts";
import type { Span } from "../source.ts";

/** A file that is being checked, and what it is called. */
export interface Subject {
  readonly data: Data;
  /** "the front matter", "programme.yaml". */
  readonly name: string;
  /** Where something is missing at the top: the opening `---`; the start of the file when absent. */
  readonly opening?: Span;
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined;
  }
  return at;
}

/** The place of a value, or of the nearest thing round it. */
export function placeOfValue(subject: Subject, path: Path): Span {
  for (let length = path.length; length > 0; length--) {
    const span = subject.data.places.value(path.slice(0, length));
    if (span) return span;
  }
  return topOf(subject);
}

/** The place of a key. */
export function placeOfKey(subject: Subject, path: Path): Span {
  return subject.data.places.key(path) ?? placeOfValue(subject, path);
}

function topOf(subject: Subject): Span {
  return subject.opening ?? subject.data.places.value([]) ?? { file: subject.data.file, start: 0, end: 0 };
}

/** `costs[2].amount`. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

/** What a map is called in a message: its path, or the file's own name. */
export function nameOf(subject: Subject, path: Path): string {
  return path.length === 0 ? subject.name : pathText(path);
}

/** What stands in the file, as a message quotes it. */
export function quote(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a map";
  const text = String(value);
  const line = text.split("\n", 1)[0] ?? "";
  const short = line.length > 60 ? `${line.slice(0, 57)}…` : line;
  return `"${short}${line.length < text.trimEnd().length ? " …" : ""}"`;
}
