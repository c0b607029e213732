// What stands for a required value that was wrong, so that the rest of its file is still read and checked.
// A document that needed one is never written: the mistake was reported.
import { type Kind, kinds } from "../../schemas/case.ts";
import { brokenText } from "../../schemas/scalars.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Path } from "../parse/draft.ts";
import { type Mending, wholeList } from "./salvage.ts";

/** Required front matter. An exempt document may hold every kind of block; a report for noting needs least. */
const front: Readonly<Record<string, unknown>> = {
  title: brokenText,
  version: "0",
  status: "draft",
  date: "2000-01-01",
  authors: [],
  owners: [],
  classification: "exempt",
  committee: brokenText,
  meeting: "2000-01-01",
  purpose: "noting",
  year: "2014/15",
};

const plan: Readonly<Record<string, unknown>> = {
  "local-authority": [],
  "clinical-commissioning-groups": [],
  boundaries: brokenText,
};

/** The kind that was most likely meant. */
export function likelyKind(written: unknown): Kind {
  const near = typeof written === "string" ? nearest(written, kinds) : undefined;
  return kinds.find((kind) => kind === near) ?? "savings-summary";
}

/** How front matter is mended. */
export function frontMending(written: unknown): Mending {
  return {
    extent: wholeList,
    standIn: (path) => {
      const [key, inner, ...more] = path.map(String);
      if (key === undefined || more.length > 0) return undefined;
      if (inner !== undefined) return key === "plan" ? plan[inner] : undefined;
      if (key === "kind") return likelyKind(written);
      return key === "plan" ? plan : front[key];
    },
  };
}

/** How programme.yaml is mended; another profile stands in, so that documents are still checked. */
export function programmeMending(profiles: Iterable<string>): Mending {
  const [profile] = profiles;
  const standIns: Readonly<Record<string, unknown>> = { programme: brokenText, organisations: {}, profile };
  return { extent: wholeList, standIn: (path) => (path.length === 1 ? standIns[String(path[0])] : undefined) };
}

const brokenRow = { version: "0", date: "2000-01-01", author: brokenText, change: brokenText };

/** A row of the version history goes by itself when it cannot be read. */
export const historyMending: Mending = {
  extent: (path: Path) => path.slice(0, 3),
  standIn: (path) => (path.length === 2 ? brokenRow : undefined),
};

/** True for a row that stands for one that could not be read. */
export function isStandIn(row: { readonly change: string }): boolean {
  return row.change === brokenText;
}
