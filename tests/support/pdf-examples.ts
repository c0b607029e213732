// Examples and the torture document as PDF files, each beside the tree it was made from.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import type { Document } from "../../src/document/document.ts";
import type { Layout } from "../../src/layout/fragment.ts";
import { layout } from "../../src/layout/layout.ts";
import { pdf, place } from "../../src/pipeline.ts";
import { paint } from "../../src/render/pdf/paint.ts";
import { councilTheme, testFaces } from "./faces.ts";
import { kitFor } from "./kit.ts";
import { type PdfFile, readPdf } from "./pdf-file.ts";
import { type Seen, seen } from "./pdf-js.ts";
import { square, stubDraw, torture } from "./torture.ts";
import { composeProgramme } from "./workspace.ts";

export interface Example {
  readonly tree: Document;
  readonly layout: Layout;
  readonly file: PdfFile;
  /** The same file to pdf.js. */
  readonly seen: Seen;
}

async function readBack(tree: Document, layout: Layout, bytes: Uint8Array): Promise<Example> {
  return { tree, layout, file: readPdf(bytes), seen: await seen(bytes) };
}

const root = join(import.meta.dirname, "../..");

/** A document laid out and painted with the test faces, and read back. */
export async function painted(tree: Document): Promise<Example> {
  const assets = new Map([["square", square]]);
  const { value } = layout(tree, councilTheme(), testFaces(), stubDraw, assets);
  return readBack(tree, value, await paint(value, tree, councilTheme(), testFaces(), assets));
}

async function paintAll(): Promise<ReadonlyMap<string, Example>> {
  const made = new Map<string, Example>([["torture", await painted(torture())]]);
  for (const programme of readdirSync(join(root, "content"))) {
    const built = await composeProgramme(root, programme);
    // All of them where a commit is judged, one of each programme on a laptop.
    for (const [id, tree] of [...built.documents].slice(0, process.env["CI"] === undefined ? 1 : undefined)) {
      const { value } = await place(tree, await kitFor(built, id));
      made.set(`${programme}/${id}`, await readBack(tree, value.layout, await pdf(value)));
    }
  }
  return made;
}

let made: Promise<ReadonlyMap<string, Example>> | undefined;

/** Painted once for all tests. */
function examples(): Promise<ReadonlyMap<string, Example>> {
  made ??= paintAll();
  return made;
}

type Faults = Readonly<Record<string, readonly unknown[]>>;

const patience = 300_000;

/** For the top of a test file: all files, and the faults that a rule finds in each, by its name. */
export function useExamples(): {
  readonly all: () => ReadonlyMap<string, Example>;
  readonly faults: (find: (example: Example) => readonly unknown[]) => Faults;
} {
  let files: ReadonlyMap<string, Example> = new Map();
  beforeAll(async () => {
    files = await examples();
  }, patience);
  return {
    all: () => files,
    faults(find) {
      const found = [...files].map(([id, example]) => [id, find(example).slice(0, 4)] as const);
      return Object.fromEntries(found.filter(([, list]) => list.length > 0));
    },
  };
}
