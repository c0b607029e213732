/** One kind of finding. `message` and `help` are what an author reads; `explain` is the paragraph behind `fivecase explain <code>`. */
export interface Entry<D> {
  readonly severity: "error" | "warning";
  readonly message: (details: D) => string;
  readonly help?: (details: D) => string | undefined;
  readonly explain: string;
}

/** Gives a catalogue entry the type of its details. */
export function entry<D>(e: Entry<D>): Entry<D> {
  return e;
}
