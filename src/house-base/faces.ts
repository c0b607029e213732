// Which of the shipped faces stands in for a face that is not shipped, and how much wider that one runs.

export type Shipped = "arimo" | "carlito" | "tinos";

interface Measured {
  /** Width of English text beside that in Arial, roughly. */
  readonly width: number;
  readonly hasSerifs?: true;
}

const serif = (width: number): Measured => ({ width, hasSerifs: true });
const sans = (width: number): Measured => ({ width });

const shipped: Readonly<Record<Shipped, Measured>> = { arimo: sans(1), carlito: sans(0.9), tinos: serif(0.89) };

/** Faces with the same widths as a shipped one. */
const same: ReadonlyMap<string, Shipped> = new Map([
  ["arial", "arimo"],
  ["helvetica", "arimo"],
  ["liberation sans", "arimo"],
  ["arimo", "arimo"],
  ["calibri", "carlito"],
  ["carlito", "carlito"],
  ["times new roman", "tinos"],
  ["times", "tinos"],
  ["liberation serif", "tinos"],
  ["tinos", "tinos"],
]);

/** Faces that organisations use most. */
const others: ReadonlyMap<string, Measured> = new Map([
  ["aptos", sans(1.03)],
  ["book antiqua", serif(0.99)],
  ["bookman old style", serif(1.07)],
  ["calibri light", sans(0.9)],
  ["cambria", serif(0.97)],
  ["candara", sans(0.94)],
  ["century gothic", sans(1.1)],
  ["constantia", serif(0.98)],
  ["corbel", sans(0.94)],
  ["franklin gothic book", sans(0.94)],
  ["frutiger", sans(0.98)],
  ["garamond", serif(0.84)],
  ["georgia", serif(1.02)],
  ["gill sans", sans(0.93)],
  ["gill sans mt", sans(0.93)],
  ["gill sans nova", sans(0.94)],
  ["lato", sans(0.99)],
  ["montserrat", sans(1.17)],
  ["noto sans", sans(1.07)],
  ["open sans", sans(1.07)],
  ["palatino linotype", serif(0.99)],
  ["poppins", sans(1.15)],
  ["roboto", sans(1.01)],
  ["segoe ui", sans(1.02)],
  ["source sans pro", sans(0.93)],
  ["tahoma", sans(0.99)],
  ["trebuchet ms", sans(0.99)],
  ["verdana", sans(1.17)],
]);

/** A face that nobody knows is taken for a wide one, so that no column is too narrow for it. */
const unknownWidth = 1.07;

export interface StandIn {
  readonly face: Shipped;
  /** The widths are the same, letter by letter. */
  readonly isSame: boolean;
  /** How many times wider the other face runs. */
  readonly stretch: number;
}

/** The shipped face for a face of Word: with serifs or without as it is, and of those the one with the nearest width. */
export function shippedFace(face: string, serifs: readonly string[]): StandIn {
  const key = face.toLowerCase().trim();
  const equal = same.get(key);
  if (equal) return { face: equal, isSame: true, stretch: 1 };
  const known = others.get(key) ?? (serifs.includes(face) ? serif(unknownWidth) : sans(unknownWidth));
  const isNarrow = known.width < (shipped.arimo.width + shipped.carlito.width) / 2;
  const nearest = known.hasSerifs ? "tinos" : isNarrow ? "carlito" : "arimo";
  return { face: nearest, isSame: false, stretch: known.width / shipped[nearest].width };
}

/** Distance of lines set single, as a share of the size, by the measures of the face itself. */
export const natural: Readonly<Record<Shipped, number>> = { arimo: 1.149, carlito: 1.2207, tinos: 1.1494 };
