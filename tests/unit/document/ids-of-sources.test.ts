import { afterEach, expect, test } from "vitest";
import { stableIds } from "../../../src/document/ids.ts";
import { programmeYaml, summaryFrontMatter } from "../../support/small-case.ts";
import { composeProgramme, discard, writeWorkspace } from "../../support/workspace.ts";

const roots: string[] = [];
afterEach(() => Promise.all(roots.splice(0).map(discard)));

const body = `# Quays

## The wall

The wall costs {{money quays.wall.cost}}, see [](#costs).

- It leans.
- It is old.

## The crane

The crane is new[^1].

::table[Costs]{of=quays #costs}

| Who | When |
|---|---|
| Council | May |

[^1]: Bought in 2020.
`;

const data = `tables:
  quays:
    title: Costs
    columns: { part: { label: Part, type: text }, cost: { label: Cost, unit: £, as: £k, decimals: 0 } }
    rows:
      - { id: wall, part: Wall, cost: 350000 }
      - { part: Crane, cost: 120000 }
    total: true
`;

async function names(document: string, table: string): Promise<readonly string[]> {
  const root = await writeWorkspace({
    "content/harbour/programme.yaml": programmeYaml,
    "content/harbour/data/quays.yaml": table,
    "content/harbour/paper/document.md": `${summaryFrontMatter}\n${document}`,
    "templates/kinds/savings-summary/template.hbs": "{{contents}}\n\n{{sections}}\n",
  });
  roots.push(root);
  const paper = (await composeProgramme(root, "harbour")).documents.get("paper");
  return paper ? [...stableIds(paper).values()] : [];
}

test("sources that are edited elsewhere keep every name and gain those of what is new", async () => {
  const was = await names(body, data);
  expect(was.filter((name) => name.startsWith("_fcs")).length).toBeGreaterThan(10);
  const edited = body
    .replace("## The wall", "## The sea\n\nIt is wide.\n\n## The wall")
    .replace("- It leans.", "- It is long.\n- It leans.")
    .replace("The crane is new", "The crane is new and strong")
    .replace("| Council", "| Harbour master | April |\n| Council");
  const dearer = data
    .replace("350000", "360000")
    .replace("      - { part: Crane", "      - { part: Rope, cost: 900 }\n      - { part: Crane");
  const now = await names(edited, dearer);
  const kept = was.filter((name) => now.includes(name));
  // The crane's first words were edited, so its paragraph is another.
  expect(was.length - kept.length).toBe(1);
  expect(now.length - kept.length).toBe(1 + ["heading", "paragraph", "item", "row", "row"].length);
});
