// The list of what stands in an output folder: for each file which document it is, and what it was made from.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FrontMatter, kinds, statuses } from "../../schemas/case.ts";
import type { Edition } from "../control/edition.ts";
import { digestOf, type HashedInput } from "./hashes.ts";
import { outputs as formats, type Output } from "./outputs.ts";
import { packageVersion } from "./package.ts";
import { writeWhole } from "./write.ts";

const schema = "fivecase/manifest@1";
const name = "manifest.json";

/** The list as its file holds it. */
export interface Manifest {
  readonly schema: typeof schema;
  readonly tool: { readonly name: "fivecase"; readonly version: string };
  /** By document, format and edition. */
  readonly outputs: readonly ManifestOutput[];
  /** What documents were made from, by the key that an output names. */
  readonly inputs: Readonly<Record<string, readonly HashedInput[]>>;
}

/** What an output says of its document. */
export interface DocumentFacts {
  /** "wirral/full-business-case". */
  readonly document: string;
  readonly programme: string;
  readonly kind: FrontMatter["kind"];
  readonly title: string;
  readonly version: string;
  readonly status: FrontMatter["status"];
  /** ISO; the document's own. */
  readonly date: string;
  readonly classification: FrontMatter["classification"];
  readonly edition: Edition;
  readonly source: {
    /** Full hash of the commit that was checked out; absent without git. */
    readonly commit?: string;
    /** True when a file that it was made from had changes that were not committed. */
    readonly uncommitted: boolean;
  };
}

/** One file of a document. */
export interface ManifestOutput extends DocumentFacts {
  readonly format: Output;
  /** From the folder that the manifest stands in, with forward slashes. */
  readonly file: string;
  /** Of a PDF. */
  readonly pages?: number;
  /** Of a workbook. */
  readonly sheets?: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Key of its inputs. */
  readonly inputs: string;
}

/** An output with what it was made from. */
export interface ListedOutput {
  readonly output: Omit<ManifestOutput, "inputs">;
  readonly inputs: readonly HashedInput[];
}

/** The outputs a folder's manifest lists; undefined for a file that is damaged or that fivecase did not write. */
export async function readManifest(folder: string): Promise<readonly ListedOutput[] | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, name), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  const manifest = parsed(text);
  if (!isManifest(manifest)) return undefined;
  return manifest.outputs.map(({ inputs, ...output }) => ({ output, inputs: manifest.inputs[inputs] ?? [] }));
}

/** Lists outputs in a folder's manifest; the same outputs give the same bytes, which are not written again. */
export async function writeManifest(folder: string, listed: readonly ListedOutput[]): Promise<void> {
  const sorted = [...listed].sort((a, b) => byText(placeOf(a), placeOf(b)));
  const inputs = new Map(sorted.map((one) => [digestOf(one.inputs), one.inputs]));
  const manifest: Manifest = {
    schema,
    tool: { name: "fivecase", version: packageVersion() },
    outputs: sorted.map(({ output, inputs: from }) => ({ ...output, inputs: digestOf(from) })),
    inputs: Object.fromEntries([...inputs].sort(([a], [b]) => byText(a, b))),
  };
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  const path = join(folder, name);
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (text !== before) await writeWhole(path, text);
}

function placeOf({ output }: ListedOutput): string {
  return [output.document, output.format, output.edition, output.file].join("\0");
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Facts = Readonly<Record<string, unknown>>;

function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isManifest(value: unknown): value is Manifest {
  if (!isFacts(value) || value["schema"] !== schema) return false;
  const { outputs, inputs } = value;
  return (
    Array.isArray(outputs) &&
    outputs.every(isOutput) &&
    isFacts(inputs) &&
    Object.values(inputs).every((list) => Array.isArray(list) && list.every(isInput))
  );
}

function isInput(value: unknown): value is HashedInput {
  if (!isFacts(value)) return false;
  const { path, role, sha256 } = value;
  return typeof path === "string" && (role === "source" || role === "record") && typeof sha256 === "string";
}

/** `<programme>/<stem>.<ending>`, so that no list can name a file outside its folder. */
const place = /^(?!\.)[^/\\]+\/(?!\.)[^/\\]+\.(pdf|docx|xlsx)$/;

function isOutput(value: unknown): value is ManifestOutput {
  if (!isFacts(value)) return false;
  const { source, file, pages, sheets } = value;
  const isCount = (n: unknown) => n === undefined || typeof n === "number";
  return (
    ["document", "programme", "title", "version", "date", "sha256", "inputs"].every(
      (k) => typeof value[k] === "string",
    ) &&
    isOneOf(kinds, value["kind"]) &&
    isOneOf(statuses, value["status"]) &&
    isOneOf(["public", "part-exempt", "exempt"], value["classification"]) &&
    isOneOf(["public", "exempt"], value["edition"]) &&
    isOneOf(formats, value["format"]) &&
    typeof file === "string" &&
    place.test(file) &&
    isCount(pages) &&
    isCount(sheets) &&
    typeof value["bytes"] === "number" &&
    isFacts(source) &&
    typeof source["uncommitted"] === "boolean" &&
    (source["commit"] === undefined || typeof source["commit"] === "string")
  );
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === "string" && known.includes(value);
}
