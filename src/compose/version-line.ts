// Version, status and state of the sources in one line, as every page and every printed sheet ends.
import type { Control, Working } from "../control/control.ts";

/** "Version 1.2 · For approval", and on a working build what it was made from. */
export function versionLine(version: string, { status, working }: Control): string {
  return [`Version ${version.replace(/^v/i, "")}`, status.name, workingWords(working)]
    .filter((words) => words !== "")
    .join(" · ");
}

/** "uncommitted changes to a1b2c3d", "commit a1b2c3d"; "" for what is no working build, or where nothing is known. */
function workingWords(working: Working | undefined): string {
  const commit = working?.commit?.slice(0, 7) ?? "";
  if (working?.uncommitted) return commit === "" ? "uncommitted changes" : `uncommitted changes to ${commit}`;
  return commit === "" ? "" : `commit ${commit}`;
}
