// What a lone file says it is. It may come from anywhere: it is read within limits, and a claim is no proof.
import { Buffer } from "node:buffer";
import { Refused } from "../house-base/refusal.ts";
import { readEntries, unpack } from "../house-base/zip.ts";

/** What a PDF or DOCX file claims about itself. */
export interface FileIdentity {
  /** "wirral/full-business-case". */
  readonly document: string;
  readonly version: string;
}

/** Longest properties that are read; ours take some thousand bytes. */
const longest = 64 * 1024;

/** Reads a file's claim; undefined for a file that makes none, of whatever kind and however damaged. */
export function identityOf(bytes: Uint8Array): FileIdentity | undefined {
  if (starts(bytes, "%PDF-")) return fromPdf(bytes);
  return starts(bytes, "PK") ? fromDocx(bytes) : undefined;
}

/** The last packet that makes a claim: pictures may carry packets of their own, and a later revision comes behind. */
function fromPdf(bytes: Uint8Array): FileIdentity | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let before = file.length;
  while (before > 0) {
    const at = file.lastIndexOf("<?xpacket begin", before - 1);
    if (at < 0) return undefined;
    // No byte is looked at twice, however many packets begin and never end.
    const packet = file.toString("utf8", at, Math.min(at + longest, before));
    const claimed = claim(packet.split("<?xpacket end")[0] ?? "", "xmpMM:VersionID");
    if (claimed) return claimed;
    before = at;
  }
  return undefined;
}

function fromDocx(bytes: Uint8Array): FileIdentity | undefined {
  try {
    const entry = readEntries(bytes).get("docProps/core.xml");
    if (!entry || entry.size > longest) return undefined;
    return claim(new TextDecoder().decode(unpack(bytes, entry)), "cp:version");
  } catch (error) {
    if (error instanceof Refused || error instanceof RangeError) return undefined;
    throw error;
  }
}

function claim(xml: string, versionTag: string): FileIdentity | undefined {
  const document = contentOf(xml, "dc:identifier");
  const version = contentOf(xml, versionTag);
  if (!/^[^/\p{Cc}]{1,200}\/[^/\p{Cc}]{1,200}$/u.test(document) || !/^\d+(\.\d+)*$/.test(version)) return undefined;
  return { document, version };
}

/** Words of the only element of that name; "" without one. */
function contentOf(xml: string, tag: string): string {
  const open = xml.indexOf(`<${tag}>`);
  const from = open + tag.length + 2;
  const to = xml.indexOf("<", from);
  return open < 0 || to < 0 ? "" : unescaped(xml.slice(from, to));
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function starts(bytes: Uint8Array, words: string): boolean {
  return [...words].every((sign, i) => bytes[i] === sign.charCodeAt(0));
}
