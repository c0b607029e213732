import { describe, expect, test } from "vitest";
import { type Atom, noAtom } from "../../../src/layout/flow/atoms.ts";
import { type Filled, paginate } from "../../../src/layout/pages/paginate.ts";

const atom = (name: string, height: number, more: Partial<Atom> = {}): Atom => ({
  ...noAtom,
  height,
  parts: [{ kind: "anchor", id: name, x: 0, y: 0 }],
  ...more,
});

const names = (pages: readonly Filled[]): readonly string[] =>
  pages.map((page) =>
    page.placed.map(({ atom: a }) => a.parts.flatMap((p) => (p.kind === "anchor" ? [p.id] : []))).join(""),
  );

const room = (notes: Readonly<Record<string, number>> = {}) => {
  const tall: number[] = [];
  return {
    tall,
    height: 100,
    note: (id: string) => [atom(id, notes[id] ?? 0)],
    tooTall: (by: number) => tall.push(by),
  };
};

describe("pages", () => {
  test("atoms fill a page, then the next", () => {
    const atoms = ["a", "b", "c", "d", "e"].map((name) => atom(name, 30));
    expect(names(paginate(atoms, room()))).toEqual(["abc", "de"]);
  });

  test("the larger of two spaces counts, and none at the top", () => {
    const atoms = [atom("a", 20, { before: 50, after: 10 }), atom("b", 20, { before: 30 })];
    expect(paginate(atoms, room())[0]?.placed.map((p) => p.y)).toEqual([0, 50]);
  });

  test("what clings together moves together from a page that is well filled, and only then", () => {
    const rows = [atom("x", 15, { clings: true }), atom("y", 15, { clings: true }), atom("z", 15)];
    expect(names(paginate([atom("a", 70), ...rows], room()))).toEqual(["a", "xyz"]);
    expect(names(paginate([atom("a", 60), ...rows], room()))).toEqual(["axy", "z"]);
  });

  test("what keeps with the next moves with it", () => {
    const atoms = [atom("a", 70), atom("H", 20, { keep: true }), atom("b", 20)];
    expect(names(paginate(atoms, room()))).toEqual(["a", "Hb"]);
  });

  test("a page less than a third full is not left for a keep", () => {
    const atoms = [atom("a", 20), atom("H", 20, { keep: true }), atom("b", 70, { keep: true }), atom("c", 30)];
    expect(names(paginate(atoms, room()))).toEqual(["aH", "bc"]);
  });

  test("a forced break ends the page", () => {
    const pages = paginate([atom("a", 10), atom("b", 10, { forced: true })], room());
    expect(names(pages)).toEqual(["a", "b"]);
    expect(pages.map((p) => p.ended)).toEqual(["forced", "section"]);
  });

  test("footnotes take room on the page that cites them", () => {
    const atoms = [atom("a", 40, { notes: ["n"] }), atom("b", 30)];
    const pages = paginate(atoms, room({ n: 30 }));
    expect(names(pages)).toEqual(["a", "b"]);
    expect(pages.map((p) => p.notes.length)).toEqual([1, 0]);
  });

  test("notes that no page can hold go on to the next", () => {
    const pages = paginate([atom("a", 60, { notes: ["n", "m"] }), atom("b", 10)], room({ n: 20, m: 50 }));
    expect(pages.map((p) => p.notes.length)).toEqual([1, 1]);
    expect(names(pages)).toEqual(["a", "b"]);
  });

  test("long notes go on over pages, in order, and none is lost", () => {
    const ids = ["k", "l", "m", "n", "o", "p", "q"];
    const pages = paginate(
      [atom("a", 60, { notes: ids }), atom("b", 10)],
      room(Object.fromEntries(ids.map((id, i) => [id, i === 3 ? 80 : 25]))),
    );
    const placed = pages.flatMap((page) =>
      page.notes.flatMap(({ atom: n }) => n.parts.flatMap((p) => ("id" in p ? [p.id] : []))),
    );
    expect(placed).toEqual(ids);
    expect(names(pages).join("")).toBe("ab");
  });

  test("an atom taller than a page is divided, or reported", () => {
    const divisible = (height: number): Atom =>
      atom("x", height, {
        split: (left) => (left >= 10 && left < height ? [atom("x", left), divisible(height - left)] : undefined),
      });
    expect(names(paginate([divisible(250)], room()))).toEqual(["x", "x", "x"]);
    const place = room();
    expect(names(paginate([atom("y", 130)], place))).toEqual(["y"]);
    expect(place.tall).toEqual([30]);
  });

  test("what stands below an atom that ends a page has its room there, and none elsewhere", () => {
    const foot = { height: 15, parts: [] };
    const atoms = ["a", "b", "c", "d"].map((name) => atom(name, 30, name === "d" ? {} : { foot }));
    const pages = paginate(atoms, room());
    expect(names(pages)).toEqual(["ab", "cd"]);
    expect(pages.map((page) => page.foot)).toEqual([{ repeat: foot, y: 60 }, undefined]);
  });

  test("an atom that is divided has below it, and above its rest, what belongs to the break", () => {
    const foot = { height: 10, parts: [] };
    const repeat = { height: 20, parts: [] };
    const divisible = (height: number): Atom =>
      atom("x", height, { split: (left) => (left < height ? [atom("x", left), divisible(height - left)] : undefined) });
    const pages = paginate([{ ...divisible(220), torn: { foot, repeat } }], room());
    expect(pages.map((page) => page.placed.map(({ atom: a, y }) => [y, a.height]))).toEqual([
      [[0, 90]],
      [[20, 60]],
      [[20, 70]],
    ]);
    expect(pages.map((page) => page.foot?.y)).toEqual([90, 80, undefined]);
  });

  test("sums are brought forward where they are carried forward, and only there", () => {
    const foot = { height: 15, parts: [] };
    const unsummed = { height: 10, parts: [] };
    const repeat = { height: 25, parts: [], unsummed };
    const [first, ...others] = ["a", "b", "c"].map((name) => atom(name, 92, { foot, repeat }));
    const pages = paginate([...(first ? [{ ...first, repeat: undefined }] : []), ...others, atom("d", 40)], room());
    expect(pages.map((page) => [page.foot?.repeat, page.repeat])).toEqual([
      [undefined, undefined],
      [undefined, unsummed],
      [undefined, unsummed],
      [undefined, undefined],
    ]);
    const small = [atom("x", 40, { foot }), atom("y", 30, { foot, repeat }), atom("z", 40, { repeat })];
    expect(paginate(small, room()).map((page) => [page.foot?.repeat, page.repeat])).toEqual([
      [foot, undefined],
      [undefined, repeat],
    ]);
  });

  test("a header is repeated where a page begins inside a table", () => {
    const repeat = { height: 10, parts: [] };
    const atoms = ["a", "b", "c", "d"].map((name) => atom(name, 40, { repeat: name === "a" ? undefined : repeat }));
    const pages = paginate(atoms, room());
    expect(names(pages)).toEqual(["ab", "cd"]);
    expect(pages[1]?.repeat).toBe(repeat);
    expect(pages[1]?.placed[0]?.y).toBe(10);
  });
});
