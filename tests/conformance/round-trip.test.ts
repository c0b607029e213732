// What a file needs so that comments and changes can be brought home: another program opens and saves it, and each
// heading, paragraph, item and row of the sources is still found by its name, with the words it stood for.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { stableIds } from "../../src/document/ids.ts";
import { docxOf } from "../support/docx-kit.ts";
import { docxMarks } from "../support/docx-marks.ts";
import { torture } from "../support/torture.ts";
import { composeProgramme } from "../support/workspace.ts";
import { openXml, present, savedByLibreOffice } from "./judges.ts";

const root = join(import.meta.dirname, "../..");
const hasOffice = await present("soffice", "--version");

let folder = "";
const documents = new Map<string, Document>([["torture", torture()]]);
for (const programme of ["plymouth", "wenbridge", "wirral"]) {
  for (const [id, document] of (await composeProgramme(root, programme)).documents) {
    documents.set(`${programme}-${id}`, document);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fivecase-round-trip-"));
  await mkdir(join(folder, "saved"));
  for (const [id, document] of documents) {
    await writeFile(join(folder, `${id}.docx`), await docxOf(document, new Map()));
  }
  const files = [...documents.keys()].map((id) => join(folder, `${id}.docx`));
  if (hasOffice) await savedByLibreOffice(files, join(folder, "saved"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** LibreOffice counts captions anew, by the order it comes to them. */
const captionNumber = /^(Table|Figure) \d+/;

/**
 * The words of the paragraph that each hidden bookmark begins in. LibreOffice keeps no bookmarks inside the second note
 * and those after it; a note is found by its number in the body.
 */
function marked(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(docxMarks(bytes, /document\.xml$/).map(([name, words]) => [name, words.replace(captionNumber, "$1")]));
}

/** Words of the runs that are marked as computed. */
function computed(bytes: Uint8Array): readonly string[] {
  const body = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const runs = body.matchAll(/<w:rStyle w:val="Computed(?:Strong)?"\/>(?:(?!<\/w:r>).)*?<w:t\b[^>]*>([^<]*)</gs);
  return [...runs].map((match) => match[1] ?? "");
}

describe.skipIf(!hasOffice).each([...documents])("%s, opened and saved by LibreOffice", (id, document) => {
  const read = async (saved: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(folder, saved, `${id}.docx`)));

  test("was sound before", async () => {
    expect(JSON.parse((await openXml(join(folder, `${id}.docx`))).output)).toMatchObject({ ok: true, errors: [] });
    const names = docxMarks(await read("")).map(([name]) => name);
    expect(names.sort()).toEqual([...stableIds(document).values()].sort());
  });

  test("has every name, in the same words", async () => {
    const now = marked(await read("saved"));
    for (const [name, words] of marked(await read(""))) expect(now.get(name), words).toBe(words);
  });

  test("still says what the machine wrote", async () => {
    expect(computed(await read("saved")).join("")).toBe(computed(await read("")).join(""));
  });
});
