// Whom the record names: an id, initials or a name, looked up in the people register.
import type { DocumentModel } from "../compute/model.ts";

type People = NonNullable<DocumentModel["document"]["registers"]["data"]["people"]>;

export interface Named {
  readonly author: string;
  readonly initials: string;
  /** False when the text reads like an id or initials and nobody has them. */
  readonly known: boolean;
}

const looksLikeKey = /^([a-z][a-z0-9._-]*|[A-Z]{2,4})$/;

/** First letters of the words of a name: "Anna Coles" -> "AC". */
function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.slice(0, 1))
    .join("");
}

function find(people: People, written: string): People[string] | undefined {
  if (Object.hasOwn(people, written)) return people[written];
  return Object.values(people).find((p) => p.initials === written || p.name === written || p.post === written);
}

function one(people: People, written: string): Named {
  const found = find(people, written);
  if (found) {
    const author = found.name ?? found.post;
    return { author, initials: found.initials ?? (found.name ? initialsOf(found.name) : found.post), known: true };
  }
  if (looksLikeKey.test(written)) return { author: written, initials: written, known: false };
  return { author: written, initials: initialsOf(written) || written, known: true };
}

/** Resolves "SR", "sdp", "Anna Coles" or "SR / AC"; several people are joined by a slash. */
export function resolveAuthor(people: People | undefined, written: string): Named {
  const known = people ?? {};
  const whole = written.trim();
  if (find(known, whole)) return one(known, whole);
  const slashed = split(whole, /\s*\/\s*/);
  // A comma or an "and" may belong to a post; they divide people only where each part is one.
  const divided = split(whole, /\s*[/,&]\s*|\s+and\s+/);
  const names = divided.every((name) => find(known, name)) ? divided : slashed;
  if (names.length < 2) return one(known, whole);
  const all = names.map((name) => one(known, name));
  return {
    author: all.map((n) => n.author).join(" / "),
    initials: all.map((n) => n.initials).join(" / "),
    known: all.every((n) => n.known),
  };
}

function split(written: string, at: RegExp): readonly string[] {
  return written
    .split(at)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
