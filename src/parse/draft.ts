// What the sources say, before anyone asks whether it is allowed: values with their places.
import type { Root } from "mdast";
import type { Span } from "../source.ts";
import type { Sources } from "../workspace/sources.ts";

export type Path = readonly (string | number)[];

/** Values of one YAML file, and where each of them stands. Scalars are texts; true, false and null are themselves. */
export interface Data {
  readonly file: string;
  readonly value: unknown;
  readonly places: Places;
  /** Set when a mistake in the file may have cost some of its values; it was reported. */
  readonly broken?: boolean;
}

/** Finds the place of a value or key by its path. */
export interface Places {
  /** Span of the value; for a map or list, of the key that opens it. */
  value(path: Path): Span | undefined;
  /** Span of the key. */
  key(path: Path): Span | undefined;
  /** Span of the anchored value that an alias on the way to the path repeats. */
  anchor?(path: Path): Span | undefined;
}

export interface Draft {
  readonly sources: Sources;
  readonly programme: Data | undefined;
  /** Shared data files, in path order. */
  readonly data: readonly Data[];
  /** Shared blocks of text by name: `shared/aims`. */
  readonly parts: ReadonlyMap<string, Body>;
  readonly documents: readonly DraftDocument[];
  readonly houses: ReadonlyMap<string, Data>;
  readonly themes: ReadonlyMap<string, Data>;
}

export interface DraftDocument {
  readonly id: string;
  readonly file: string;
  readonly frontMatter: Data | undefined;
  /** Span of the opening `---`, for what is missing. */
  readonly opening: Span;
  /** Body of document.md and of each part, in order. */
  readonly bodies: readonly Body[];
  readonly data: readonly Data[];
  readonly history: Data | undefined;
}

/** One parsed Markdown file; positions in the tree are offsets in the file, front matter included. */
export interface Body {
  readonly file: string;
  readonly tree: Root;
}
