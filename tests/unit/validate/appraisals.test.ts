import { expect, test } from "vitest";
import { parse } from "../../../src/parse/parse.ts";
import { andThen } from "../../../src/result.ts";
import { validate } from "../../../src/validate/validate.ts";
import { documentMd, sourcesOf } from "../../support/sources.ts";

const data = `
options:
  sites: { title: Sites, options: { keep: { title: Keep }, rebuild: { title: Rebuild } } }
price-indices:
  gdp: { label: GDP deflator, source: OBR, growth: { 2027/28: 2% } }
optimism-bias:
  works: { label: Works, on: capital, type: standard-buildings }
lines:
  construction:
    label: Construction
    kind: cost
    class: capital
    values: { 2026/27: 1 }
    index: gdp
    optimism-bias: works
option-appraisals:
  depot:
    title: Depot
    options: sites
    lines: [construction]
    years: 2026/27 to 2026/27
    baseline: keep
    preferred: rebuild
    index: gdp
funding:
  package:
    title: Funding
    appraisal: depot
    option: keep
    sources: { loan: { label: Loan, class: capital, values: { 2026/27: 1 } } }
`;

function found(text: string): readonly string[] {
  const sources = sourcesOf({ "savings/document.md": documentMd, "data/finance.yaml": text });
  const { diagnostics } = andThen(parse(sources), validate);
  return diagnostics.map((d) => {
    const at = d.span && sources.files.get(d.span.file)?.text.slice(d.span.start, d.span.end);
    return `${d.code} ${at} | ${d.message} | ${d.help}`;
  });
}

test("references between lines, indices, bias, appraisals and funding that lead somewhere", () => {
  expect(found(data)).toEqual([]);
});

test.each([
  ["    index: gdp\n    optimism", "    index: gpd\n    optimism", "gpd", "There is no gpd in price-indices."],
  ["optimism-bias: works", "optimism-bias: work", "work", "There is no work in optimism-bias."],
  ["    options: sites", "    options: site", "site", "There is no site in options."],
  ["[construction]", "[construction, constructon]", "constructon", "There is no constructon in lines."],
  ["    index: gdp\nfunding", "    index: gp\nfunding", "gp", "There is no gp in price-indices."],
  ["baseline: keep", "baseline: kep", "kep", "There is no kep in options.sites."],
  ["preferred: rebuild", "preferred: rebuilt", "rebuilt", "There is no rebuilt in options.sites."],
  ["appraisal: depot", "appraisal: dpot", "dpot", "There is no dpot in option-appraisals."],
  ["option: keep", "option: kept", "kept", "There is no kept in options.sites."],
  ["class: capital, values", "class: capital, organisation: pc, values", "pc", "There is no pc in organisations."],
  [
    "    index: gdp\n    opt",
    "    index: gdp\n    shares: { nobody: 100% }\n    opt",
    "nobody",
    "There is no nobody in organisations.",
  ],
])("%s → %s", (from, to, at, message) => {
  expect(data).toContain(from);
  const all = found(data.replace(from, to));
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(`register/unknown ${at} | ${message} | `);
});

test("the nearest id is suggested", () => {
  expect(found(data.replace("preferred: rebuild", "preferred: rebuil"))[0]).toContain("did you mean rebuild?");
});
