// Which version comes next, and whether it is a baseline: rules of PRINCE2's configuration management as councils use them.
import { bareVersion, compareVersions } from "./versions.ts";

/** How the next version is asked for. */
export type Raise = { readonly by: "minor" | "major" } | { readonly to: string };

export type Next =
  | { readonly version: string }
  /** Why it cannot be had, and what to do instead. */
  | { readonly refused: string; readonly help: string };

/**
 * The next version after those known. Minor raises the second part (0.9 → 0.10), major the first (0.9 → 1.0); parts behind
 * start again at 0. A version of one part (09) has only that to raise, and keeps its width. A higher number that the front
 * matter already bears, and that nothing records, is taken where it is of the kind asked for.
 */
export function nextVersion(known: readonly string[], front: string, raise: Raise): Next {
  const latest = highest(known);
  const borne = bareVersion(front);
  const isNew = !known.some((version) => compareVersions(version, borne) === 0);
  if ("to" in raise) {
    const version = bareVersion(raise.to.trim());
    if (!/^\d+(\.\d+)*$/.test(version))
      return { refused: `"${raise.to}" is no version.`, help: "write numbers with dots, such as 1.2" };
    return latest !== undefined && compareVersions(version, latest) <= 0 ? behind(version, latest) : { version };
  }
  const ahead = isNew && (latest === undefined || compareVersions(borne, latest) > 0);
  const raised = raisedFrom(latest ?? (borne.includes(".") ? "0.0" : "0".padStart(borne.length, "0")), raise.by);
  if (!ahead || compareVersions(borne, raised) < 0) return { version: raised };
  if (raise.by === "minor" || !borne.includes(".") || isBaseline(borne)) return { version: borne };
  return { version: raisedFrom(borne, "major") };
}

function behind(version: string, latest: string): Next {
  return {
    refused: `Version ${version} does not come after ${latest}, the latest there is.`,
    help: `ask for --minor (${raisedFrom(latest, "minor")}), --major (${raisedFrom(latest, "major")}) or a later --version`,
  };
}

/** 1.0, 2.0 and so on: what a decision rests on. A house that counts 01, 02, 03 has no baselines among them. */
export function isBaseline(version: string): boolean {
  const [first = "0", ...rest] = bareVersion(version).split(".");
  return rest.length > 0 && Number(first) > 0 && rest.every((part) => Number(part) === 0);
}

function highest(versions: readonly string[]): string | undefined {
  return versions.map(bareVersion).reduce<string | undefined>((top, v) => {
    return top === undefined || compareVersions(v, top) > 0 ? v : top;
  }, undefined);
}

function raisedFrom(version: string, by: "minor" | "major"): string {
  const parts = version.split(".");
  const at = by === "minor" && parts.length > 1 ? 1 : 0;
  return parts
    .map((part, i) => (i < at ? part : i > at ? "0" : String(BigInt(part) + 1n).padStart(part.length, "0")))
    .join(".");
}
