// The objects of a PDF file as plain values: enough of the format to read back what this program writes.
import { inflateSync } from "node:zlib";

export interface Reference {
  readonly ref: number;
}
export interface Name {
  readonly name: string;
}
export type Value = null | boolean | number | string | Name | Reference | readonly Value[] | Dictionary;
export interface Dictionary {
  readonly [key: string]: Value;
}

interface Parsed {
  readonly value: Value;
  readonly stream?: Buffer;
}

export interface Objects {
  /** The value, references followed. */
  readonly get: (value: Value | undefined) => Value;
  readonly dictionary: (value: Value | undefined) => Dictionary;
  readonly list: (value: Value | undefined) => readonly Value[];
  readonly stream: (value: Value | undefined) => string;
  readonly trailer: Dictionary;
}

export const isName = (value: Value | undefined): value is Name =>
  typeof value === "object" && value !== null && "name" in value && typeof value["name"] === "string";
export const isReference = (value: Value | undefined): value is Reference =>
  typeof value === "object" && value !== null && "ref" in value && typeof value["ref"] === "number";
export const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isName(value) && !isReference(value);

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Bytes of a string, read as UTF-16 when they say so. */
function text(bytes: string): string {
  return bytes.startsWith("\xfe\xff") ? Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le") : bytes;
}

/** Values one after another; operators of a content stream come as `{ operator }`. */
export function reader(source: string, start = 0) {
  let at = start;
  const skip = (): void => {
    while (at < source.length && space.test(source[at] ?? "")) at++;
  };
  function word(): string {
    const from = at;
    while (at < source.length && !delimiter.test(source[at] ?? "")) at++;
    return source.slice(from, at);
  }
  function literal(): string {
    let depth = 1;
    let made = "";
    for (at++; at < source.length; at++) {
      const c = source[at] ?? "";
      if (c === "\\") {
        const next = source[++at] ?? "";
        const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))?.[0];
        if (octal) {
          made += String.fromCharCode(Number.parseInt(octal, 8));
          at += octal.length - 1;
        } else made += escapes[next] ?? next;
        continue;
      }
      if (c === "(") depth++;
      if (c === ")" && --depth === 0) break;
      made += c;
    }
    at++;
    return text(made);
  }
  function next(): Value | { readonly operator: string } | undefined {
    skip();
    const c = source[at];
    if (c === undefined) return undefined;
    if (source.startsWith("<<", at)) {
      at += 2;
      const made: Record<string, Value> = {};
      for (;;) {
        skip();
        if (source.startsWith(">>", at)) break;
        const key = next();
        const value = next();
        if (key === undefined || value === undefined) throw new Error("a dictionary does not close");
        if (isName(key as Value)) made[(key as Name).name] = value as Value;
      }
      at += 2;
      return made;
    }
    if (c === "<") {
      const end = source.indexOf(">", at);
      const hex = source.slice(at + 1, end);
      at = end + 1;
      return text(Buffer.from(hex, "hex").toString("latin1"));
    }
    if (c === "(") return literal();
    if (c === "[") {
      at++;
      const made: Value[] = [];
      for (;;) {
        skip();
        if (source[at] === "]") break;
        const value = next();
        if (value === undefined) throw new Error("a list does not close");
        made.push(value as Value);
      }
      at++;
      return made;
    }
    if (c === "/") {
      at++;
      return {
        name: word().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      };
    }
    const reference = /^(\d+) \d+ R(?![A-Za-z])/.exec(source.slice(at, at + 24));
    if (reference) {
      at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const written = word();
    if (written === "") throw new Error(`unreadable at ${at}: ${source.slice(at, at + 20)}`);
    if (written === "null") return null;
    if (written === "true" || written === "false") return written === "true";
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : { operator: written };
  }
  return { next, at: () => at };
}

/** Opens a file with a classic cross-reference table. */
export function openObjects(bytes: Uint8Array): Objects {
  const source = Buffer.from(bytes).toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const places = new Map<number, number>();
  const head = /^xref\s+0 (\d+)\s+/.exec(source.slice(table, table + 40));
  if (!head) throw new Error("no cross-reference table");
  for (let i = 0; i < Number(head[1]); i++) {
    const from = table + head[0].length + i * 20;
    const entry = source.slice(from, from + 20);
    if (entry[17] === "n") places.set(i, Number(entry.slice(0, 10)));
  }
  const known = new Map<number, Parsed>();
  function object(id: number): Parsed {
    const found = known.get(id);
    if (found) return found;
    const start = source.indexOf("obj", places.get(id) ?? -1) + 3;
    const read = reader(source, start);
    const value = read.next() as Value;
    let made: Parsed = { value };
    const follows = /^\s*stream\r?\n/.exec(source.slice(read.at(), read.at() + 12));
    if (follows && isDictionary(value)) {
      const from = read.at() + follows[0].length;
      const raw = Buffer.from(bytes).subarray(from, from + Number(get(value["Length"])));
      const filter = get(value["Filter"]);
      made = { value, stream: isName(filter) && filter.name === "FlateDecode" ? inflateSync(raw) : raw };
    }
    known.set(id, made);
    return made;
  }
  function get(value: Value | undefined): Value {
    return isReference(value) ? get(object(value.ref).value) : (value ?? null);
  }
  return {
    get,
    dictionary(value) {
      const found = get(value);
      return isDictionary(found) ? found : {};
    },
    list(value) {
      const found = get(value);
      return Array.isArray(found) ? found : found === null ? [] : [value ?? null];
    },
    stream(value) {
      return isReference(value) ? (object(value.ref).stream?.toString("latin1") ?? "") : "";
    },
    trailer: reader(source, source.indexOf("trailer", table) + 7).next() as Dictionary,
  };
}
