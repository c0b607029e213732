// After a build: the manifest lists what was written, and files under names that documents no longer have are taken away.
import { rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type ListedOutput, readManifest, writeManifest } from "./manifest.ts";
import type { BuiltDocument } from "./record.ts";
import { stateOf } from "./written.ts";

/** What became of a manifest and of files under earlier names; paths from the output folder. */
export interface Settled {
  /** The manifest that was there is damaged or not fivecase's, and was replaced. */
  readonly replaced: boolean;
  readonly removed: readonly string[];
  /** Files that somebody changed since they were written, so they were left. */
  readonly left: readonly string[];
}

/** Lists what a build wrote into `out`, and what earlier builds wrote and nobody has changed since. */
export async function settle(out: string, built: readonly BuiltDocument[]): Promise<Settled> {
  const written = built.flatMap((document) => listed(out, document));
  const earlier = await readManifest(out);
  const files = new Set(written.map(({ output }) => output.file));
  const renamed = new Set(written.map(identity));
  const kept: ListedOutput[] = [];
  const removed: string[] = [];
  const left: string[] = [];
  for (const one of earlier ?? []) {
    const { file } = one.output;
    if (files.has(file)) continue;
    const state = await stateOf(join(out, file), one.output.sha256);
    if (!renamed.has(identity(one))) {
      if (state === "as written") kept.push(one);
    } else if (state === "as written") {
      await rm(join(out, file));
      removed.push(file);
    } else if (state === "changed") left.push(file);
  }
  const all = [...kept, ...written];
  if (all.length > 0 || (earlier ?? []).length > 0) await writeManifest(out, all);
  return { replaced: earlier === undefined && all.length > 0, removed, left };
}

function listed(out: string, { subject: _, inputs, files, ...facts }: BuiltDocument): readonly ListedOutput[] {
  return files.map(({ path, format, pages, sheets, size, sha256: digest }) => ({
    output: {
      ...facts,
      format,
      file: relative(out, path).split(sep).join("/"),
      ...(pages === undefined ? {} : { pages }),
      ...(sheets === undefined ? {} : { sheets }),
      bytes: size,
      sha256: digest,
    },
    inputs,
  }));
}

/** Outputs that take each other's place. */
function identity({ output }: ListedOutput): string {
  return [output.document, output.format, output.edition].join("\0");
}
