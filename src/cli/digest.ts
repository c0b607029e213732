// Digests that bind an approval: of what the sources say, and of the record itself.
import type { Approval } from "../../schemas/approvals.ts";
import type { DocumentModel, Model } from "../compute/model.ts";
import { folderOf, inputsOf } from "../control/inputs.ts";
import { digestOf, hashInputs, sha256 } from "./hashes.ts";

type CaseDocument = DocumentModel["document"];

/**
 * Digest of the sources of a document: its text, data, pictures and the workspace's own templates. It is the same on every
 * system and in every clone, wherever the folders stand, and whatever version, status and date the front matter bears:
 * these say which issue a text is, not what it says. Templates that come with the program are no part of it.
 */
export function contentDigest(model: Model, document: CaseDocument): string {
  const { shipped } = model.case.sources;
  const own = `${folderOf(document.file)}/`;
  const programme = `${folderOf(folderOf(document.file))}/`;
  const place = (path: string): string => {
    if (path.startsWith(own)) return `document/${path.slice(own.length)}`;
    return path.startsWith(programme) ? `programme/${path.slice(programme.length)}` : path;
  };
  const settled = inputsOf(model, document)
    .filter((input) => input.role === "source" && !shipped?.has(input.path))
    .map((input) => ({
      ...input,
      path: place(input.path),
      content: input.path === document.file ? withoutIssue(document, String(input.content)) : input.content,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return `sha256:${digestOf(hashInputs(settled))}`;
}

/** The text without what tells one issue of it from another, and one folder from another. */
function withoutIssue({ frontPlaces }: CaseDocument, text: string): string {
  const [key, names] = [frontPlaces.key(["formerly"]), frontPlaces.value(["formerly"])];
  const line = (end: number) =>
    text[end - 1] === "\n" ? end : end + (/^.*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
  return ["version", "status", "date"]
    .flatMap((key) => frontPlaces.value([key]) ?? [])
    .concat(key && names ? [{ file: key.file, start: key.start, end: line(names.end) }] : [])
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Digest of everything else a record says. */
export function sealOf(record: Omit<Approval, "seal"> & { readonly seal?: string }): string {
  const { seal: _, ...rest } = record;
  const said = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(said)).slice(0, 16);
}
