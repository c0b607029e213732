import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identityOf } from "../../../src/cli/identity.ts";
import type { Document } from "../../../src/document/document.ts";
import { docx, pdf, place } from "../../../src/pipeline.ts";
import { kitFor } from "../../support/kit.ts";
import { runs } from "../../support/runs.ts";
import { programmeYaml, summaryFrontMatter } from "../../support/small-case.ts";
import { composeProgramme, discard, writeWorkspace } from "../../support/workspace.ts";

let root = "";
beforeEach(async () => {
  root = await writeWorkspace({
    "content/r&d/programme.yaml": programmeYaml,
    "content/r&d/paper/document.md": `${summaryFrontMatter.replace("0.1", "v1.10").replace("draft", "superseded")}\n# One\n\nText.\n`,
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
  });
});
afterEach(() => discard(root));

async function files(): Promise<{ readonly tree: Document; readonly pdf: Uint8Array; readonly docx: Uint8Array }> {
  const built = await composeProgramme(root, "r&d");
  const tree = built.documents.get("paper");
  if (!tree) throw new Error(JSON.stringify(built.diagnostics));
  const placed = (await place(tree, await kitFor(built, "paper"))).value;
  return { tree, pdf: await pdf(placed), docx: await docx(placed) };
}

test("a PDF and a DOCX say which document and version they are", async () => {
  const made = await files();
  const claimed = { document: "r&d/paper", version: "1.10" };
  expect(identityOf(made.pdf)).toEqual(claimed);
  expect(identityOf(made.docx)).toEqual(claimed);
  const packet = new TextDecoder("latin1").decode(made.pdf);
  expect(packet).toContain("<xmp:Label>Superseded</xmp:Label>");
  // The only dates are the document's own.
  expect([...packet.matchAll(/\bD:(\d{8})|(\d{4}-\d{2}-\d{2})T/g)].map(([, a, b]) => a ?? b)).toEqual([
    "20261102",
    "2026-11-02",
  ]);
  const core = strFromU8(unzipSync(made.docx)["docProps/core.xml"] ?? new Uint8Array());
  expect(core).toContain("<cp:contentStatus>Superseded</cp:contentStatus>");
  expect([...core.matchAll(/\d{4}-\d{2}-\d{2}T\d{2}/g)].join()).toBe("2026-11-02T00,2026-11-02T00");
});

test("a file that is cut, changed anywhere or something else makes a claim or none, and never an exception", async () => {
  const made = await files();
  for (const whole of [made.pdf, made.docx])
    fc.assert(
      fc.property(fc.nat(whole.byteLength), fc.nat(whole.byteLength - 1), fc.nat(255), (end, at, value) => {
        identityOf(whole.subarray(0, end));
        const changed = Uint8Array.from(whole);
        changed[at] = value;
        identityOf(changed);
      }),
      { numRuns: runs(60) },
    );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(identityOf(bytes)).toBeUndefined();
    }),
    { numRuns: runs(100) },
  );
});

test("a flood of packets that never end is read once", () => {
  const flood = strToU8(`%PDF-1.7 ${"<?xpacket begin <dc:identifier>a/b</dc:identifier>".repeat(100_000)}`);
  const started = performance.now();
  expect(identityOf(flood)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5_000);
});

const core = (words: string) => zipSync({ "docProps/core.xml": strToU8(words) });

test.each([
  ["no properties", zipSync({ "word/document.xml": strToU8("<a/>") })],
  ["properties without a claim", core("<cp:coreProperties><dc:title>a</dc:title></cp:coreProperties>")],
  ["a version that is none", core("<dc:identifier>a/b</dc:identifier><cp:version>--all</cp:version>")],
  ["an identifier that is no path of two", core("<dc:identifier>a/../b</dc:identifier><cp:version>1</cp:version>")],
  ["properties without end", core(`<dc:identifier>a/b</dc:identifier><cp:version>1</cp:version>${" ".repeat(70_000)}`)],
  ["a packet without end", strToU8("%PDF-1.7 <?xpacket begin <dc:identifier>a/b")],
])("%s: no claim", (_, bytes) => {
  expect(identityOf(bytes)).toBeUndefined();
});
