// A programme whose one document has one long table, with a formula in each row.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const programme = `programme: Bench
organisations: { bc: { name: Bench Council, short: BC } }
people: { ann: { post: Head of Benches, organisation: bc, initials: AS } }
profile: wirral
`;

const table = `tables:
  large:
    title: Large
    from: large.csv
    columns: { item: text, cost: £, share: "%", other: £, words: text, made: { unit: £, formula: = cost * share } }
    total: true
`;

const document = `---
kind: savings-summary
title: Bench
version: 1.0
status: draft
date: 2014-01-28
authors: [ann]
owners: [ann]
classification: public
reference: BENCH/1
---

# Summary {#programme-summary}

Words.

## Savings {#savings}

Words.
`;

/** Writes the programme into a folder, which it answers with. */
export function largeTable(folder, rowCount) {
  const programmeFolder = join(folder, "content/large");
  for (const name of ["data", "paper"]) mkdirSync(join(programmeFolder, name), { recursive: true });
  const lines = Array.from({ length: rowCount }, (_, i) => `Item ${i},${i * 7.25},${i % 50}%,${i},note ${i % 100}`);
  writeFileSync(join(programmeFolder, "programme.yaml"), programme);
  writeFileSync(join(programmeFolder, "data/large.yaml"), table);
  writeFileSync(join(programmeFolder, "data/large.csv"), `item,cost,share,other,words\n${lines.join("\n")}\n`);
  writeFileSync(join(programmeFolder, "paper/document.md"), document);
  return folder;
}
