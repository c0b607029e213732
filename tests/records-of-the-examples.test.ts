// The control tables of the published documents, as their registers and histories fill them.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../src/compute/model.ts";
import { control } from "../src/control/fill.ts";
import type { Document, Table } from "../src/document/document.ts";
import { plainText, visitBlocks } from "../src/document/visit.ts";
import { composeProgramme } from "./support/workspace.ts";

const root = join(import.meta.dirname, "..");
const plymouth = await composeProgramme(root, "plymouth");
const wirral = await composeProgramme(root, "wirral");

function recordOf(model: Model | undefined, id: string) {
  if (!model) throw new Error("an example does not compute");
  return control(model, id).value;
}

/** Cells of the control table whose header holds a label, as texts. */
function rowsUnder(document: Document | undefined, label: string): readonly (readonly string[])[] {
  const tables: Table[] = [];
  for (const section of document?.sections ?? [])
    visitBlocks(section.blocks, {
      block: (block) => {
        if (block.type === "table" && block.control) tables.push(block);
      },
    });
  const text = (blocks: Table["rows"][number]["cells"][number]["blocks"]) =>
    blocks.map((b) => (b.type === "paragraph" ? plainText(b.children) : "")).join(" ");
  const found = tables.find((t) =>
    t.rows.some((r) => r.kind === "header" && r.cells.some((c) => text(c.blocks) === label)),
  );
  return (found?.rows ?? []).filter((r) => r.kind === "body").map((r) => r.cells.map((c) => text(c.blocks)));
}

test("a scrutiny report prints its route of 19 meetings: five purposes, one range of days, steps taken and to come", () => {
  const { approvals } = recordOf(plymouth.model, "scrutiny-report");
  expect(approvals).toHaveLength(19);
  expect(new Set(approvals.map((row) => row.purpose))).toEqual(
    new Set(["", "discussion", "views", "support", "approval", "decision"]),
  );
  expect(approvals.filter((row) => row.start !== row.end).map((row) => [row.meeting, row.start, row.end])).toEqual([
    ["Scrutiny Panels", "2014-11-06", "2014-11-07"],
  ]);
  expect(approvals.filter((row) => row.state === "held")).toHaveLength(12);
  expect(approvals.filter((row) => row.state === "planned")).toHaveLength(7);
  // In order of their days, though the published table was not.
  expect(approvals.map((row) => row.start)).toEqual([...approvals.map((row) => row.start)].sort());

  const printed = rowsUnder(plymouth.documents.get("scrutiny-report"), "Purpose");
  expect(printed).toHaveLength(19);
  expect(printed.find((cells) => cells.includes("Scrutiny Panels"))?.[0]).toMatch(/^06\/11\/2014\s–\s07\/11\/2014$/);
});

test("a full business case prints its history of 18 rows, drafts and rounds of comments under one number", () => {
  const { history } = recordOf(wirral.model, "full-business-case");
  expect(history).toHaveLength(18);
  expect(history.at(-1)).toMatchObject({ version: "09", status: "for approval" });
  const first = history.filter((row) => row.version === "01").map((row) => row.name);
  expect(first).toEqual(["1st draft", "Comments from Human Resources (DC)", "Comments from Finance (AR)"]);
  expect(wirral.diagnostics.filter((d) => d.code.startsWith("control/"))).toEqual([]);
  expect(rowsUnder(wirral.documents.get("full-business-case"), "Changes")).toHaveLength(18);
});
