import { describe, expect, test } from "vitest";
import { brokenText } from "../../../schemas/scalars.ts";
import { parse } from "../../../src/parse/parse.ts";
import { andThen } from "../../../src/result.ts";
import { spanText } from "../../../src/source.ts";
import { validate } from "../../../src/validate/validate.ts";
import { documentMd, programmeYaml, sourcesOf } from "../../support/sources.ts";

function run(content: Readonly<Record<string, string>>) {
  const sources = sourcesOf(content);
  const { value, diagnostics } = andThen(parse(sources), validate);
  const seen = diagnostics.map((d) => {
    const text = d.span ? sources.files.get(d.span.file)?.text : undefined;
    return [d.code, d.span && text?.slice(d.span.start, d.span.end)];
  });
  return { value, diagnostics, seen };
}

const withFront = (change: (text: string) => string) => ({ "savings/document.md": change(documentMd) });

describe("what the PDF says of itself", () => {
  test.each([
    ["language: English", 'language must be a language tag such as en-GB or cy; found "English".'],
    ["first-page: 0", 'first-page must be a whole number from 1; found "0".'],
    ["language: cy", undefined],
    ["language: pt-BR\nfirst-page: 117", undefined],
  ])("%s", (line, message) => {
    const { diagnostics } = run(withFront((text) => text.replace("---\n", `---\n${line}\n`)));
    expect(diagnostics.map((d) => d.message)).toEqual(message === undefined ? [] : [message]);
  });
});

describe("a programme in order", () => {
  const { value, diagnostics } = run({
    "savings/document.md": documentMd,
    "savings/10-more.md": "## More\n",
    "savings/history.yaml": "history:\n  - { version: 1.9, date: 2014-01-01, author: ann, change: First }\n",
    "savings/data/own.yaml": "figures:\n  pool: { value: 2 }\nphase:\n  2015/16: 100%\n",
    "data/a.yaml":
      "figures:\n  pool: { value: 1.10 }\n  other: { value: = pool * 2 }\nphase:\n  2014/15: 10%\n  2015/16: 90%\n",
    "data/b.yaml": "risks:\n  R1: { title: Cost rises, owner: bob, documents: savings }\n",
    "data/empty.yaml": "# nothing yet\n",
    "shared/aims.md": "Our aims",
  });
  const document = value?.documents[0];

  test("has no findings", () => expect(diagnostics).toEqual([]));

  test("merges registers, programme.yaml's own included", () => {
    expect(Object.keys(value?.shared.data ?? {}).sort()).toEqual(["boards", "figures", "people", "phase", "risks"]);
    expect(value?.shared.data.figures?.["pool"]?.value).toEqual({ kind: "number", text: "1.10" });
    expect(value?.shared.data.risks?.["R1"]?.documents).toEqual(["savings"]);
    expect(value?.shared.places.value(["people", "ann", "post"])?.file).toBe("content/p/programme.yaml");
    expect(value?.shared.places.value(["figures", "other", "value"])?.file).toBe("content/p/data/a.yaml");
  });

  test("lays a document's own entries over the shared ones", () => {
    expect(document?.registers.data.figures?.["pool"]?.value).toEqual({ kind: "number", text: "2" });
    expect(document?.registers.data.figures?.["other"]?.value).toEqual({ kind: "formula", text: "pool * 2" });
    expect(document?.registers.data.phase).toEqual({ "2015/16": { kind: "percent", text: "100" } });
    expect(document?.registers.places.value(["figures", "pool", "value"])?.file).toBe(
      "content/p/savings/data/own.yaml",
    );
    expect(document?.registers.places.value(["figures", "other", "value"])?.file).toBe("content/p/data/a.yaml");
    expect(document?.registers.places.value(["phase", "2014/15"])).toBeUndefined();
    expect(Object.keys(document?.own ?? {})).toEqual(["figures", "phase"]);
  });

  test("keeps front matter, history, parts, house and theme", () => {
    expect(document?.front).toMatchObject({ version: "1.10", authors: ["ann"] });
    expect(document?.history).toHaveLength(1);
    expect(document?.bodies.map((b) => b.file)).toEqual([
      "content/p/savings/document.md",
      "content/p/savings/10-more.md",
    ]);
    expect(document?.house.name).toBe("Plain council");
    expect(document?.theme.page.width).toBe(595.28);
    expect([...(value?.parts?.keys() ?? [])]).toEqual(["shared/aims"]);
  });
});

describe("front matter", () => {
  test.each<[string, (text: string) => string, [string, string | undefined][], string[]]>([
    ["an unknown key", (t) => t.replace("status:", "stauts: x\nstatus:"), [["yaml/unknown-key", "stauts"]], ["stauts"]],
    ["a missing key", (t) => t.replace("status: draft\n", ""), [["yaml/missing-key", "---"]], ["status"]],
    ["a word that is not a choice", (t) => t.replace("draft", "drafft"), [["yaml/wrong-value", "drafft"]], ["status"]],
    [
      "a day that is none",
      (t) => t.replace("2014-01-28", "2014-02-30"),
      [["yaml/wrong-value", "2014-02-30"]],
      ["date"],
    ],
    [
      "a map where text is due",
      (t) => t.replace("Harbour savings", "{ a: b }"),
      [["yaml/wrong-value", "title"]],
      ["title"],
    ],
    [
      "an unknown kind",
      (t) => t.replace("savings-summary", "saving-summary"),
      [["yaml/wrong-value", "saving-summary"]],
      ["kind"],
    ],
    ["no kind", (t) => t.replace("kind: savings-summary\n", ""), [["yaml/missing-key", "---"]], ["kind"]],
    [
      "a kind and a date that are wrong",
      (t) => t.replace("savings-summary", "summary").replace("2014-01-28", "soon"),
      [
        ["yaml/wrong-value", "summary"],
        ["yaml/wrong-value", "soon"],
      ],
      ["date", "kind"],
    ],
    [
      "an optional value that is wrong",
      (t) => t.replace("public", "public\nunits: euros"),
      [["yaml/wrong-value", "euros"]],
      ["units"],
    ],
    ["an unknown person", (t) => t.replace("[ann]", "[ann, anne]"), [["register/unknown", "anne"]], []],
    ["an unknown person alone", (t) => t.replace("[bob]", "bobb"), [["register/unknown", "bobb"]], []],
    [
      "an unknown profile",
      (t) => t.replace("public", "public\nprofile: plian"),
      [["register/unknown-profile", "plian"]],
      [],
    ],
    ["no reference", (t) => t.replace("reference: HC/1\n", ""), [["yaml/recommended-key", "---"]], []],
    ["a duplicate key", (t) => t.replace("status:", "title: B\nstatus:"), [["yaml/duplicate-key", "title"]], []],
    ["none at all", () => "# Title", [["yaml/no-front-matter", "# Title"]], ["*"]],
  ])("%s", (_, change, expected, broken) => {
    const { seen, value } = run(withFront(change));
    expect(seen).toEqual(expected);
    // The text below is still checked; later stages know what they cannot lean on.
    const found = [...(value?.documents[0]?.broken ?? ["no document"])];
    expect(broken.includes("*") ? found.filter((key) => key === "*") : found.sort()).toEqual(broken);
  });

  test("all problems come in one run and say what to write", () => {
    const { diagnostics } = run(
      withFront((t) =>
        t.replace("status: draft", "stauts: draft").replace("2014-01-28", "soon").replace("public", "secret"),
      ),
    );
    expect(diagnostics.map((d) => [d.message, d.help]).sort()).toEqual(
      [
        ['date must be a date such as 2014-01-28; found "soon".', undefined],
        ['classification must be public, part-exempt or exempt; found "secret".', undefined],
        ["The front matter has no status, which it needs.", "add status: and its value"],
        ["stauts is not a key of the front matter.", "did you mean status?"],
      ].sort(),
    );
  });

  test("a broken document leaves the others alone", () => {
    const { value } = run({ "a/document.md": "---\nkind: [\n---\n", "b/document.md": documentMd });
    expect(value?.documents.map((d) => [d.id, d.broken.size > 0])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });
});

describe("registers", () => {
  const data = (text: string) => ({ "savings/document.md": documentMd, "data/d.yaml": text });

  test.each<[string, string, [string, string | undefined][]]>([
    ["an unknown register", "risk:\n  R1: { title: x }\n", [["yaml/unknown-key", "risk"]]],
    ["a missing title", "risks:\n  R1: { owner: bob }\n", [["yaml/missing-key", "R1"]]],
    ["a register that is a list", "risks:\n  - title: x\n", [["yaml/wrong-value", "risks"]]],
    ["a register without entries", "risks:\n", [["yaml/wrong-value", "risks"]]],
    ["an amount with letters", "figures:\n  a: { value: 12k }\n", [["yaml/wrong-value", "12k"]]],
    [
      "a bad item of a list",
      "risks:\n  R1:\n    title: x\n    mitigation:\n      - a\n      - { b: c }\n",
      [["yaml/wrong-value", "b"]],
    ],
    ["an id with spaces", "risks:\n  R 1: { title: x }\n", [["yaml/wrong-key", "R 1"]]],
    [
      "a fuzzy date that is none",
      "milestones:\n  m: { title: x, when: end of summer }\n",
      [["yaml/wrong-value", "end of summer"]],
    ],
    [
      "a wrong alternative",
      "benefits:\n  b: { label: x, kind: cost reduction, annual: { lower: 1 } }\n",
      [["yaml/missing-key", "annual"]],
    ],
    ["a wrong diagram", "diagrams:\n  d: { kind: pyramid, title: x }\n", [["yaml/wrong-value", "pyramid"]]],
    [
      "an unknown organisation",
      "services:\n  s: { name: x, organisation: [hc, hcc] }\n",
      [["register/unknown", "hcc"]],
    ],
    [
      "a share of nobody",
      "benefits:\n  b: { label: x, kind: cost reduction, annual: 1, shares: { hx: rest } }\n",
      [["register/unknown", "hx"]],
    ],
    ["an unknown board", "boards:\n  b: { name: B, reports-to: cabinett }\n", [["register/unknown", "cabinett"]]],
    [
      "an unknown document, once",
      "risks:\n  a: { title: x, documents: saving }\n  b: { title: y, documents: [saving, savings] }\n",
      [["register/unknown-document", "saving"]],
    ],
    [
      "an arrow to nowhere",
      "diagrams:\n  d: { kind: flow, title: x, steps: { a: { title: A, to: b2 }, b: { title: B } } }\n",
      [["register/unknown", "b2"]],
    ],
    [
      "a map of benefits that skips a stage",
      "benefits-maps:\n  m:\n    title: x\n    stages:\n      a: { title: A, entries: { a1: { text: x, leads-to: c1 } } }\n      b: { title: B, entries: { b1: { text: y } } }\n",
      [["register/unknown", "c1"]],
    ],
    ["an id that programme.yaml has", "people:\n  ann: { post: Other }\n", [["register/duplicate-id", "ann"]]],
  ])("%s", (_, text, expected) => {
    expect(run(data(text)).seen).toEqual(expected);
  });

  test("the same id in two files is an error with a note at the first", () => {
    const { diagnostics, value } = run({
      "savings/document.md": documentMd,
      "data/a.yaml": "risks:\n  R1: { title: First }\n",
      "data/b.yaml": "risks:\n  R1: { title: Second }\n  R2: { title: Other }\n",
    });
    expect(diagnostics.map((d) => [d.code, d.span?.file, d.notes?.[0]?.span?.file])).toEqual([
      ["register/duplicate-id", "content/p/data/b.yaml", "content/p/data/a.yaml"],
    ]);
    expect(value?.shared.data.risks?.["R1"]?.title).toBe("First");
    expect(Object.keys(value?.shared.data.risks ?? {})).toEqual(["R1", "R2"]);
  });

  test("what fails is left out and remembered, the rest goes on", () => {
    const { value } = run(
      data(
        "risks:\n  R1: { owner: bob }\n  R2: { title: ok, likelihood: many }\ntables:\n  t: { title: T, columns: { a: 1 }, total: { labl: x }, rows: [{ a: { b: c } }] }\n",
      ),
    );
    expect(value?.shared.data.risks).toEqual({ R2: { title: "ok" } });
    // A table keeps its place, with cells that say nothing, so that its other cells are still checked.
    expect(value?.shared.data.tables?.["t"]?.rows).toEqual([{ a: brokenText }]);
    expect([...(value?.shared.broken ?? [])].sort()).toEqual(["risks.R1", "risks.R2", "tables.t"]);
  });

  test("a reference to what was left out is not reported again", () => {
    expect(
      run(data("boards:\n  b: { nmae: B }\n  c: { name: C, reports-to: b }\n")).seen.map(([code]) => code),
    ).toEqual(["yaml/missing-key", "yaml/unknown-key"]);
  });

  test("a file with broken YAML brings no findings of its own besides", () => {
    const { seen, value } = run(data("risks:\n  R1: { title: 'x }\n  R2: { titel: y }\n"));
    expect(seen.map(([code]) => code)).toEqual(["yaml/syntax"]);
    expect(value?.shared.broken?.has("*")).toBe(true);
  });
});

describe("programme.yaml", () => {
  test("without a profile its documents are still checked", () => {
    const { seen, value } = run({
      "programme.yaml": programmeYaml.replace("profile: plain\n", ""),
      ...withFront((t) => t.replace("draft", "done")),
    });
    expect(value?.documents).toHaveLength(1);
    expect(seen).toEqual([
      ["yaml/missing-key", "programme"],
      ["yaml/wrong-value", "done"],
    ]);
  });

  test("an unknown key does not stop it", () => {
    const { seen, value } = run({
      "programme.yaml": `${programmeYaml}colour: red\n`,
      "savings/document.md": documentMd,
    });
    expect(seen).toEqual([["yaml/unknown-key", "colour"]]);
    expect(value?.documents).toHaveLength(1);
  });

  test.each(["", "- a\n", "words"])("%j is no programme and nothing throws", (text) => {
    const { value, diagnostics } = run({ "programme.yaml": text, "savings/document.md": documentMd });
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe("history, houses and themes", () => {
  test("a history that is wrong is reported and left out", () => {
    const { seen, value } = run({
      "savings/document.md": documentMd,
      "savings/history.yaml": "history:\n  - { version: one, date: 2014-01-01, author: ann, change: x }\n",
    });
    expect(seen).toEqual([["yaml/wrong-value", "one"]]);
    expect(value?.documents[0]?.history).toEqual([]);
    expect(value?.documents[0]?.broken).toEqual(new Set(["history"]));
  });

  test("a bad row of the history goes by itself; the others keep their places", () => {
    const rows = [
      "{ version: 0.1, date: 2014-01-01, author: ann, change: a }",
      "{ version: 0.2, date: soon, author: ann, chnge: b }",
      "{ version: 0.3, date: 2014-01-03, author: ann, change: c, status: drafft }",
    ];
    const { seen, value } = run({
      "savings/document.md": documentMd,
      "savings/history.yaml": `history:\n${rows.map((row) => `  - ${row}\n`).join("")}`,
    });
    expect([...seen].sort()).toEqual([
      ["yaml/missing-key", "version"],
      ["yaml/unknown-key", "chnge"],
      ["yaml/wrong-value", "drafft"],
      ["yaml/wrong-value", "soon"],
    ]);
    const document = value?.documents[0];
    expect(document?.history.map((row) => row.version)).toEqual(["0.1", "0.3"]);
    const at = document?.historyPlaces.value(["history", 1, "change"]);
    const source = value?.sources.files.get(at?.file ?? "");
    expect(source && at && spanText(source, at)).toBe("c");
  });

  test("a profile is checked like any other file", () => {
    const { seen } = run({
      "savings/document.md": documentMd,
      "templates/houses/plain/profile.yaml": "name: Plain\ntheme: council\n",
    });
    expect(new Set(seen.map(([code]) => code))).toEqual(new Set(["yaml/missing-key"]));
  });
});

test("characters that cannot be printed are refused wherever they stand", () => {
  const { diagnostics } = run({
    "savings/document.md": documentMd.replace("Words", "W\uE000o\u0007rds \uE000"),
    "data/d.yaml": "risks:\n  R1: { title: a\u0085b }\n",
  });
  expect(diagnostics.map((d) => [d.code, d.span?.file])).toEqual([
    ["source/character", "content/p/data/d.yaml"],
    ["source/character", "content/p/savings/document.md"],
    ["source/character", "content/p/savings/document.md"],
  ]);
});
