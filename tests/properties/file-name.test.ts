// Names of files: what every system takes, and the same again from the name itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameParts } from "../../schemas/house.ts";
import { stemOf } from "../../src/control/file-name.ts";
import { runs } from "../support/runs.ts";

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.constantFrom("con", "LPT1", ".", "-", "a b c"),
);
const values = fc.record({
  programme: words,
  document: words,
  kind: words,
  title: words,
  version: fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(".")),
  status: fc.constantFrom("draft", "for-approval", "superseded"),
  date: words,
  classification: words,
  reference: words,
  edition: words,
});
const part = fc.oneof(
  fc.constantFrom(...fileNameParts).map((name) => `{${name}}`),
  fc.constantFrom("-", "_", " ", ".", "v", "Rev. ", "é"),
);
const pattern = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));

test("a name is short lower-case ASCII that every system takes", () => {
  fc.assert(
    fc.property(pattern, values, (written, from) => {
      const stem = stemOf(written, from);
      expect(stem).toMatch(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/);
      expect(`${stem}.docx`.length).toBeLessThanOrEqual(80);
      expect(stem.split(".")[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/);
      expect(stemOf("{title}", { ...from, title: stem })).toBe(stem);
    }),
    { numRuns: runs(500) },
  );
});

test("however long the title, the name ends in the whole version and status", () => {
  fc.assert(
    fc.property(words, values, (title, from) => {
      const stem = stemOf("{title}-v{version}-{status}", { ...from, title: `${title} ${title} ${title}` });
      expect(stem.endsWith(`v${from.version}-${from.status}`)).toBe(true);
    }),
    { numRuns: runs(200) },
  );
});
