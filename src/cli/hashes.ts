// Digests of what documents are made from, the same in every clone.
import { createHash } from "node:crypto";
import type { Input, InputRole } from "../control/inputs.ts";

/** A file that a document is made from, as manifests and records hold it. */
export interface HashedInput {
  readonly path: string;
  readonly role: InputRole;
  readonly sha256: string;
}

/** Digest of a text or a file, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Texts are hashed as UTF-8 without byte order mark and with line feeds alone: git on Windows writes other line ends. */
export function hashInputs(inputs: readonly Input[]): readonly HashedInput[] {
  return inputs.map(({ path, role, content }) => {
    const settled = typeof content === "string" ? content.replaceAll("\r\n", "\n") : content;
    return { path, role, sha256: sha256(settled) };
  });
}

/** One digest of several inputs; those in other places or with other content have another. */
export function digestOf(inputs: readonly HashedInput[]): string {
  return sha256(JSON.stringify(inputs.map((input) => [input.path, input.sha256])));
}
