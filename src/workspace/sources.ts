// Everything the pipeline reads, as text and facts, gathered before it starts.
import type { Source } from "../source.ts";

export interface Sources {
  /** Folder name under content/. */
  readonly programme: string;
  /** Text files by path: programme.yaml, data, documents and their parts, templates, houses, themes, calendars. */
  readonly files: ReadonlyMap<string, Source>;
  /** Bytes of pictures and logos, by path. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  readonly documents: readonly DocumentSources[];
  readonly templates: TemplateSources;
  /** Paths of templates that came with the program: no file of the workspace takes their place. */
  readonly shipped?: ReadonlySet<string>;
  readonly git: GitFacts;
}

export interface DocumentSources {
  /** Folder name: `full-business-case`. */
  readonly id: string;
  /** Path of document.md. */
  readonly main: string;
  /** Paths of further parts, in order. */
  readonly parts: readonly string[];
  /** Paths of its own data files. */
  readonly data: readonly string[];
  readonly history?: string;
}

/** Paths of the template files that apply; a workspace's own file wins over the one shipped. */
export interface TemplateSources {
  /** Kind or `<profile>/<kind>` to path of its template.hbs. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Partial name to path. */
  readonly partials: ReadonlyMap<string, string>;
  /** Profile name to path of profile.yaml. */
  readonly houses: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  /** Calendar of bank holidays to path. */
  readonly calendars: ReadonlyMap<string, string>;
}

export interface GitFacts {
  /** Why nothing is known, when nothing is. */
  readonly absent?: "no git" | "old git" | "no repository" | "not trusted" | "no commits";
  readonly shallow: boolean;
  /** Full hash of the commit built from. */
  readonly commit?: string;
  /** Path of the workspace in its repository, with a slash at its end, or "". */
  readonly prefix?: string;
  /** Paths with uncommitted changes, relative to the workspace. */
  readonly changed: readonly string[];
  /** Tags named as those of documents are, wherever they stand. */
  readonly tags: readonly TagFact[];
}

export interface TagFact {
  /** Full name: `wirral/full-business-case/v0.9`. */
  readonly name: string;
  /** A lightweight tag says neither who made it nor when: it is no record. */
  readonly annotated: boolean;
  /** The commit built from has the tag's commit behind it, or is it. */
  readonly ancestor: boolean;
  /** Tagger's day, ISO; "" for a lightweight tag, as the next four. */
  readonly date: string;
  readonly author: string;
  /** In angle brackets. */
  readonly email: string;
  /** First line of the message. */
  readonly subject: string;
  /** What follows the first line; a release states there what it seals. */
  readonly body: string;
  readonly commit: string;
}
