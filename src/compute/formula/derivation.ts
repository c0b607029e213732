// How a figure came about, told on demand. A model has a hundred thousand formulas and a reader asks after a few, so a
// figure keeps the recipe it was made by and no sentence; telling it works the recipe out again from the figures it names.
import type { Derivation } from "../model.ts";

/** The parts of a derivation that are told. */
export type Told = Omit<Derivation & { type: "computed" }, "type">;

/** What was typed has nothing to tell. */
export const typed: Derivation = { type: "typed" };

/** A computed figure's derivation: how to tell it, and from what. A class, so that many share their getters. */
export class Derived<From> implements Told {
  readonly type = "computed";
  readonly from: From;
  private readonly retell: (from: From) => Told;

  constructor(retell: (from: From) => Told, from: From) {
    this.retell = retell;
    this.from = from;
  }

  /** All of it at once, which costs as much as any part. */
  tell(): Told {
    return this.retell(this.from);
  }

  get sentence(): string {
    return this.tell().sentence;
  }

  get excel(): string {
    return this.tell().excel;
  }

  get inputs(): readonly string[] {
    return this.tell().inputs;
  }
}
