// docs/coverage says where each element of the reference documents, and of the finance of a case, appears; this looks every place up.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const rowsOf: Readonly<Record<string, number>> = {
  "plymouth-obc.md": 59,
  "plymouth-scrutiny.md": 32,
  "plymouth-savings.md": 26,
  "plymouth-bcf.md": 23,
  "wenbridge.md": 38,
  "wirral.md": 35,
};

test("there is a page for each reference document and for the worked example", () => {
  expect(readdirSync(join(root, "docs/coverage")).sort()).toEqual(Object.keys(rowsOf).sort());
});

describe.each(Object.entries(rowsOf))("%s", (page, count) => {
  const text = readFileSync(join(root, "docs/coverage", page), "utf8");
  const rows = [...text.matchAll(/^\| *(\d+) *\|.*$/gm)];

  test("has every row of its document once", () => {
    expect(rows.map((r) => Number(r[1]))).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  test("names places that exist", () => {
    const missing = rows.flatMap((row) => {
      const places = [...row[0].matchAll(/`([^`]+?) :: (.+?)`(?=[,; |]|$)/g)];
      if (places.length === 0) return [`row ${row[1]} names no place`];
      return places.flatMap(([, file = "", needle = ""]) =>
        readText(file)?.includes(needle.replaceAll("\\|", "|")) ? [] : [`row ${row[1]}: ${file} :: ${needle}`],
      );
    });
    expect(missing).toEqual([]);
  });
});

function readText(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return undefined;
  }
}
