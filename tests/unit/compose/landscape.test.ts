import { expect, test } from "vitest";
import { composed } from "./small.ts";

const sections = (body: string) => {
  const { document, found } = composed({ body });
  return { made: document.sections.map((s) => [s.orientation, s.size].filter(Boolean).join(" ")), found };
};

test("a landscape page may be of twice the size", () => {
  const { made, found } = sections(
    "# One\n\n:::landscape\nAcross.\n:::\n\n:::landscape{size=a3}\nWider.\n:::\n\nUpright.\n",
  );
  expect([made, found]).toEqual([["portrait", "landscape", "landscape a3", "portrait"], []]);
});

test("another size is told, and the page is turned all the same", () => {
  const { made, found } = sections("# One\n\n:::landscape{size=a2}\nAcross.\n:::\n");
  expect(made).toEqual(["portrait", "landscape"]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("document/bad-attribute");
});
