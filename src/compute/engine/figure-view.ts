// The figures of an engine as a map, without a second copy of its names.
import type { Figure } from "../model.ts";
import { isOne, type Names } from "./names.ts";

/** Every name with its figure, aliases included, in the order of their definition. All of them are worked out. */
export class FigureView implements ReadonlyMap<string, Figure> {
  readonly size: number;
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
    let size = 0;
    // Working a figure out replaces its entry and adds no figure, so the names can be walked meanwhile.
    for (const name of names.all()) if (this.get(name)) size++;
    this.size = size;
  }

  get(name: string): Figure | undefined {
    const entry = this.names.get(name);
    return isOne(entry) ? this.names.force(entry) : undefined;
  }

  has(name: string): boolean {
    return isOne(this.names.get(name));
  }

  *entries(): MapIterator<[string, Figure]> {
    for (const name of this.names.all()) {
      const figure = this.get(name);
      if (figure) yield [name, figure];
    }
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<Figure> {
    for (const [, figure] of this.entries()) yield figure;
  }

  forEach(visit: (figure: Figure, name: string, map: ReadonlyMap<string, Figure>) => void): void {
    for (const [name, figure] of this.entries()) visit(figure, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, Figure]> {
    return this.entries();
  }
}
