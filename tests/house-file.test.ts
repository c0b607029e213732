// A house's Word file in a workspace: taken when it is sound, and when it is not, as if it were not there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../src/cli/build.ts";
import { largestFile } from "../src/house-base/refusal.ts";
import { houseFile } from "./support/house-file.ts";
import { summaryFrontMatter as front, programmeYaml as programme } from "./support/small-case.ts";
import { discard, writeWorkspace } from "./support/workspace.ts";

let root = "";
afterEach(async () => {
  vi.restoreAllMocks();
  await discard(root);
});

const file = "templates/houses/harbour/theme.docx";
const profile = await readFile(join(import.meta.dirname, "../templates/houses/wirral/profile.yaml"), "utf8");

interface Outcome {
  readonly code: number;
  /** Findings in the Word file. */
  readonly found: readonly string[];
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

async function built(bytes: Uint8Array | undefined): Promise<Outcome> {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programme.replace(/^profile: .*$/m, "profile: harbour"),
    "content/harbour/paper/document.md": `${front}\n# Summary\n\nThe quay is long.\n\n- One berth\n- Two berths\n`,
    "templates/kinds/savings-summary/template.hbs": "{{sections}}\n",
    "templates/houses/harbour/profile.yaml": profile,
    ...(bytes ? { [file]: bytes } : {}),
  });
  let said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const code = await build({
    directory: root,
    documents: [],
    to: ["docx", "pdf"],
    out: "out",
    format: "line",
    color: false,
    strict: false,
    fresh: true,
  });
  vi.restoreAllMocks();
  const out = async (name: string) => new Uint8Array(await readFile(join(root, "out/harbour", name)));
  const found = said.split("\n").filter((line) => line.startsWith(file));
  const outcome = { code, found, docx: await out("paper.docx"), pdf: await out("paper.pdf") };
  await discard(root);
  return outcome;
}

const styles = (docx: Uint8Array) => strFromU8(unzipSync(docx)["word/styles.xml"] ?? new Uint8Array());

test("a sound file gives both formats its look", async () => {
  const { code, found, docx } = await built(houseFile());
  expect(code).toBe(0);
  expect(found.map((line) => line.replace(/(base-[a-z]+).*/, "$1"))).toEqual([
    `${file}:1:1: warning template/base-styles`,
  ]);
  expect(styles(docx)).toContain("Wenbridge Display");
});

test.each([
  ["damaged", houseFile().subarray(0, 1500), "template/base-refused This Word file is not used: it is damaged."],
  ["over the limit", new Uint8Array(largestFile + 1), "it is 20.0 MB, and at most 20.0 MB are read."],
  ["with macros", houseFile({ parts: { "word/vbaProject.bin": "x" } }), "it holds macros."],
])("a file that is %s changes nothing", async (_, bytes, reason) => {
  const without = await built(undefined);
  const outcome = await built(bytes);
  expect(outcome.code).toBe(0);
  expect(outcome.found).toHaveLength(1);
  expect(outcome.found[0]).toContain(reason);
  expect(outcome.docx).toEqual(without.docx);
  expect(outcome.pdf).toEqual(without.pdf);
});
