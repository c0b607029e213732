import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kinds } from "../../../schemas/case.ts";
import { printDocument } from "../../../src/document/print.ts";
import { composed } from "./small.ts";

const templates = join(import.meta.dirname, "../../../templates");
const read = (...path: readonly string[]) => readFileSync(join(templates, ...path), "utf8");
const partials = Object.fromEntries(
  readdirSync(join(templates, "partials")).map((file) => [file.replace(/\.hbs$/, ""), read("partials", file)]),
);

/** Front matter that each kind needs besides what all have. */
const front: Readonly<Record<string, string>> = {
  "scrutiny-report": "committee: Cabinet\nmeeting: 2014-02-11\npurpose: decision\n",
  "bcf-plan":
    "year: 2014/15\nplan: { local-authority: [pcc], clinical-commissioning-groups: [pcc], boundaries: None }\n",
  "bcf-part-2": "year: 2014/15\n",
};

const sections: Readonly<Record<string, readonly string[]>> = {
  obc: [
    "# executive-summary # strategic-case ## case-for-change ## objectives ## scope ## out-of-scope ## assumptions",
    "# economic-case ## critical-success-factors ## options ## preferred-option # commercial-case",
    "# financial-case ## benefits ## costs ## funding # management-case ## governance ## plan ## risks ## constraints",
    "## dependencies ## recommendations ## benefits-management ## equality-impact ## quality ## stakeholders",
  ],
  fbc: [
    "# strategic-case ## executive-summary ## objectives ## scope ## changes-since-obc ## risks ## dependencies",
    "# economic-case ## critical-success-factors ## options ## preferred-option # commercial-case ## procurement ## contract",
    "# financial-case ## costs ## funding # management-case ## governance ## plan ## staffing ## benefits-realisation ## next-steps",
    "## recommendations ## case-for-change ## out-of-scope ## assumptions ## constraints ## communications ## contingency",
    "## target-operating-model ## stakeholders",
  ],
  "scrutiny-report": [
    "# introduction ## background # design ## options # implications ## financial-implications ## legal-implications",
    "## equality-implications ## risks # project ## consultation ## timeline ## benefits ## background-papers",
  ],
  "savings-summary": [
    "# programme-summary ## savings # one ## one-background ## one-definition ## one-objectives ## one-scope",
    "## one-exclusions ## one-dependencies ## one-benefits ## one-costs",
  ],
};

const answers: Readonly<Record<string, string>> = {
  "1c": "Service provider engagement",
  "1d": "Patient, service user and public engagement",
  "2a": "Vision for health and care services",
  "2b": "Aims and objectives",
  "2c": "Description of planned changes",
  "2d": "Implications for the acute sector",
  "2e": "Governance",
  "3a-definition": "Protecting social care services",
  "3a-protection": "How they are protected",
  "3b": "7 day services to support discharge",
  "3c-nhs-number": "Data sharing",
  "3c-standards": "Standards",
  "3c-controls": "Controls",
  "3d": "Joint assessment and accountable lead professional",
  "4": "Risks",
};

const partTwo: Readonly<Record<string, string>> = {
  contingency: "Contingency",
  "expected-outcomes": "Expected outcomes and benefits",
  assurance: "Assurance",
};

function bodyOf(kind: string): string {
  if (kind.startsWith("bcf-"))
    return Object.entries(kind === "bcf-plan" ? answers : partTwo)
      .map(([id, title]) => `# ${title} {#${id}}\n\nAnswer ${id}.\n\n## Current position\n\nMore.\n`)
      .join("\n");
  const words = (sections[kind] ?? []).join(" ").split(" ");
  return words.map((word) => (word.startsWith("#") ? `\n${word} ` : `T {#${word}}\n\nText.\n`)).join("");
}

const data = `recommendations: { first: { text: Do it } }
related-documents: { one: { title: A paper, synopsis: About it } }
tables:
  pooled-budget:
    title: Pooled budget
    columns: { row: text, 2014/15: £, 2015/16: £ }
    rows:
      - { id: minimum, row: Minimum, 2014/15: 5700000, 2015/16: 19532000 }
      - { id: agreed, row: Agreed, 2014/15: 5700000, 2015/16: 19532000 }
better-care-fund:
  template: 2014/15
  finance-summary:
    pcc: { holds-pool: yes, spend-2014-15: 5700000, minimum-2015-16: 19532000, actual-2015-16: 19532000 }
  contingency:
    stay: { outcome: Stay, planned-saving-2015-16: 1, planned-saving-ongoing: 1, support-2015-16: 1, support-ongoing: 1 }
  schemes:
    one: { label: One, lead-provider: All, spend-2014-15: { recurrent: 5700000 }, spend-2015-16: { recurrent: 19532000 } }
  metrics:
    one: { label: One, baseline: { value: 1 } }
`;

const story = (kind: string, body: string) => ({
  kind,
  body,
  data,
  partials,
  template: read("kinds", kind, "template.hbs"),
  front:
    `${front[kind] ?? ""}sponsor: pm\nproject-manager: pm\naccountant: pm\ncontact: pm\nwards: [All]\nsign-off: [{ organisation: pcc, person: pm }]\n`.replace(
      kind === "scrutiny-report" ? "" : /contact: pm\nwards: \[All\]\n/,
      kind === "scrutiny-report" ? "" : "contact: pm\n",
    ),
  headings:
    kind === "bcf-plan"
      ? 'headings: { default: [{ pattern: "%1)" }, { pattern: "%2)", style: lower-alpha }] }'
      : 'headings: { default: [{ pattern: "%1" }, { pattern: "%1.%2" }] }',
});

test.each(kinds)("a complete %s", (kind) => {
  const { found } = composed(story(kind, bodyOf(kind)));
  expect(found.filter((f) => /^(template|document|markdown)\//.test(f))).toEqual([]);
});

test.each(kinds)("an empty %s is told what it lacks", (kind) => {
  const { found, diagnostics } = composed(story(kind, ""));
  const lacking = diagnostics.filter((d) => d.code === "template/missing-section");
  expect(lacking.length).toBeGreaterThan(2);
  expect(found.filter((f) => f.startsWith("template/missing-section")).every((f) => f.endsWith(": ---"))).toBe(true);
  const asked = lacking.map((d) => /"([^"]+)"/.exec(d.message)?.[1] ?? "");
  expect(asked.filter((id) => !bodyOf(kind).includes(`{#${id}}`))).toEqual([]);
});

test.each(["obc", "fbc", "scrutiny-report", "bcf-plan"])("a %s prints who signs it", (kind) => {
  expect(printDocument(composed(story(kind, bodyOf(kind))).document)).toContain(
    "Signed on behalf of: Plymouth City Council",
  );
});

test("the form of a Better Care Fund plan keeps its numbers", () => {
  const { text } = composed(story("bcf-plan", bodyOf("bcf-plan")));
  const headings = text
    .split("\n")
    .flatMap((line) => /^heading [12] #(\S+) \[(\S+)\]/.exec(line)?.slice(1, 3).join(" ") ?? []);
  expect(headings).toEqual([
    "plan-details 1)",
    "1a a)",
    "1b b)",
    "1c c)",
    "1d d)",
    "1e e)",
    "vision-and-schemes 2)",
    "2a a)",
    "2b b)",
    "2c c)",
    "2d d)",
    "2e e)",
    "national-conditions 3)",
    "3a-definition a)",
    "3b b)",
    "3c-nhs-number c)",
    "3d d)",
    "4 4)",
  ]);
});

test("prompts can be hidden", () => {
  const given = story("bcf-plan", bodyOf("bcf-plan"));
  const shown = composed(given).text;
  const hidden = composed({ ...given, front: `${given.front}prompts: hidden\n` }).text;
  expect(shown).toContain("Please describe how health and social care providers");
  expect(hidden).not.toContain("Please");
  expect(hidden).toContain("Answer 1c.");
});

test("a scrutiny report prints its recommendations first, then document control, then contents", () => {
  const { document } = composed(story("scrutiny-report", bodyOf("scrutiny-report")));
  const order = document.sections
    .filter((s) => s.role === "front")
    .flatMap((s) =>
      s.blocks.flatMap((b) => (b.type === "heading" ? [b.id] : b.type === "contents" ? ["contents"] : [])),
    );
  expect(order).toEqual(["decisions-sought", "document-control", "contents"]);
});
