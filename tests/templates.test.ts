// A template alone decides order and standing words: only it changes here, and both outputs follow.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { hasErrors } from "../src/diagnostics/diagnostic.ts";
import { docx, place } from "../src/pipeline.ts";
import { docxText } from "./support/docx-text.ts";
import { kitFor } from "./support/kit.ts";
import { laidOut } from "./support/pdf-inspect.ts";
import { composeProgramme, discard, writeWorkspace } from "./support/workspace.ts";

let root = "";
afterEach(() => discard(root));

const programme = await readFile(join(import.meta.dirname, "support/default-programme/programme.yaml"), "utf8");
const template = "templates/kinds/savings-summary/template.hbs";

/** A paper of two chapters, in a workspace with a template of its own. */
async function workspace(title: string, first: string): Promise<void> {
  root = await writeWorkspace({
    "content/harbour/programme.yaml": programme,
    "content/harbour/data/risks.yaml":
      "risks:\n  R1: { title: The licence comes late, likelihood: 3, impact: 4, mitigation: [Apply early] }\n",
    "content/harbour/paper/document.md": `---
kind: savings-summary
title: ${title}
version: 0.1
status: draft
date: 2026-11-02
authors: [lead]
owners: [owner]
classification: public
reference: HR-1
---

# Background

Ships come and go.

# Proposal

A quay is built.
`,
    [template]: first,
  });
}

/** What readers of the two files see, spaces apart. */
async function seen(): Promise<readonly string[]> {
  const built = await composeProgramme(root, "harbour");
  expect(hasErrors(built.diagnostics), built.diagnostics.map((d) => d.message).join("\n")).toBe(false);
  const tree = built.documents.get("paper");
  if (!tree) throw new Error("the paper was not composed");
  const kit = await kitFor(built, "paper");
  const { value } = await laidOut(tree, kit);
  const runs = value.pages.flatMap((page) => page.fragments.flatMap((f) => (f.kind === "text" ? [f.text] : [])));
  const { body } = docxText(await docx((await place(tree, kit)).value));
  return [runs.join(" "), body.map((p) => p.text).join(" ")].map((text) => text.replace(/\s+/g, " "));
}

const before = (text: string, first: string, second: string) =>
  text.includes(first) && text.indexOf(first) < text.indexOf(second);

test("two sections swapped, a sentence added and a table dropped by #if show in both outputs", async () => {
  await workspace(
    "Harbour renewal",
    '{{section "background"}}\n\n{{#if has.risks}}{{risks}}{{/if}}\n\n{{section "proposal"}}\n',
  );
  for (const text of await seen()) {
    expect(before(text, "Ships come and go.", "A quay is built.")).toBe(true);
    expect(text).toContain("The licence comes late");
    expect(text).not.toContain("This paper is short.");
  }
  await writeFile(
    join(root, template),
    '{{section "proposal"}}\n\nThis paper is short.\n\n{{#if is.approved}}{{risks}}{{/if}}\n\n{{section "background"}}\n',
  );
  for (const text of await seen()) {
    expect(before(text, "A quay is built.", "This paper is short.")).toBe(true);
    expect(before(text, "This paper is short.", "Ships come and go.")).toBe(true);
    expect(text).not.toContain("The licence comes late");
  }
});

test("a title that looks like syntax prints as typed", async () => {
  const title = "# {{x}} | <b> *a*";
  await workspace(
    `'${title}'`,
    "{{cover}}\n\n# {{document.title}}\n\n- *{{document.title}}*\n\n{{#landscape}}{{title-block}}{{/landscape}}\n{{contents}}\n{{sections}}\n",
  );
  for (const text of await seen()) expect(text.split(title).length - 1).toBeGreaterThanOrEqual(3);
});
