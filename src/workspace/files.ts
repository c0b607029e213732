// Where a workspace's files are: a folder on disk, or the files of a commit. The reader does not know which.

/** What a path is; "outside" for a link that leaves the workspace, undefined where there is nothing. */
export type Kind = "file" | "folder" | "other" | "outside" | undefined;

/** Files below one folder, by the parts of their paths. Each may throw, as the system does. */
export interface Files {
  kind(parts: readonly string[]): Kind;
  /** Names in a folder, in no order. */
  names(parts: readonly string[]): readonly string[];
  /** Size in bytes. */
  size(parts: readonly string[]): number;
  bytes(parts: readonly string[]): Uint8Array;
}
