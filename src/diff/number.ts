// Numbers as a document prints them, read exactly and taken from each other. Integers of scaled digits: nothing is rounded but shares.

/** A printed number: `coefficient` × 10^`exponent`, in pounds where `unit` is "£". */
export interface PrintedNumber {
  readonly coefficient: bigint;
  readonly exponent: number;
  /** "£", "%", a word such as "people", or "" for a bare number. */
  readonly unit: string;
  /** Scale of pounds it was printed in: 0, 3 (k), 6 (m) or 9 (bn). */
  readonly scale: number;
}

/** How far a printed number moved. */
export interface NumberChange {
  readonly direction: "up" | "down" | "same";
  /** With its sign, in the unit of the later number: "+£500,000", "−1.5 percentage points". */
  readonly amount: string;
  /** Of the earlier number, to one decimal: "+13.5%"; absent where that is zero or the number is itself a percentage. */
  readonly percent?: string;
}

const scales: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, bn: 9 };
const suffixes: Readonly<Record<number, string>> = { 0: "", 3: "k", 6: "m", 9: "bn" };
const spoken = /^(?:about|circa|approximately|over|under|nearly|c\.)\s+/i;
const form = /^([−-]?)(£?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(k|m|bn|%)?(?:\s+(\p{L}[\p{L} ]*))?$/u;

/** Reads "£1.2m", "−£30,000", "(1,200)", "3.5%", "22 people", "about £11.1m"; undefined for anything else. */
export function readNumber(text: string): PrintedNumber | undefined {
  const plain = text.replace(/\s+/gu, " ").trim().replace(spoken, "");
  const inBrackets = /^\((.+)\)$/.exec(plain);
  const found = form.exec(inBrackets?.[1] ?? plain);
  if (!found) return undefined;
  const [, sign = "", pound = "", whole = "", fraction = "", suffix = "", word = ""] = found;
  if (pound === "" && suffix in scales && suffix !== "") return undefined;
  if (pound !== "" && (suffix === "%" || word !== "")) return undefined;
  const size = BigInt(whole.replaceAll(",", "") + fraction);
  const isNegative = sign !== "" || inBrackets !== null;
  const scale = pound === "" ? 0 : (scales[suffix] ?? 0);
  return {
    coefficient: isNegative ? -size : size,
    exponent: scale - fraction.length,
    unit: pound !== "" ? pound : suffix === "%" ? "%" : word,
    scale,
  };
}

const power = (n: number): bigint => 10n ** BigInt(n);
const size = (n: bigint): bigint => (n < 0n ? -n : n);

/** Both with the smaller exponent of the two. */
function aligned(a: PrintedNumber, b: PrintedNumber): readonly [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = (n: PrintedNumber) => n.coefficient * power(n.exponent - exponent);
  return [at(a), at(b), exponent];
}

/** True where one is the other, or rounds to it as printed: "£1.2m" and "£1,234,567". */
export function agree(a: PrintedNumber, b: PrintedNumber): boolean {
  if (a.unit !== b.unit) return false;
  const [x, y, exponent] = aligned(a, b);
  const step = power(Math.max(a.exponent, b.exponent) - exponent);
  return x === y || size(x - y) * 2n <= (step === 1n ? 0n : step);
}

/** From one printed number to a later one; undefined where their units differ. */
export function change(before: PrintedNumber, after: PrintedNumber): NumberChange | undefined {
  if (before.unit !== after.unit) return undefined;
  const [from, to, exponent] = aligned(before, after);
  const moved = to - from;
  const direction = moved > 0n ? "up" : moved < 0n ? "down" : "same";
  const sign = moved > 0n ? "+" : moved < 0n ? "−" : "";
  const amount = `${sign}${worded(size(moved), exponent, after)}`;
  if (from === 0n || moved === 0n || after.unit === "%") return { direction, amount };
  const tenths = (size(moved) * 2000n + size(from)) / (2n * size(from));
  const share = tenths === 0n ? "less than 0.1" : decimal(tenths, 1);
  return { direction, amount, percent: tenths === 0n ? `${share}%` : `${sign}${share}%` };
}

function worded(coefficient: bigint, exponent: number, like: PrintedNumber): string {
  const places = Math.max(0, like.scale - exponent);
  const all = decimal(coefficient * power(Math.max(0, exponent - like.scale)), places);
  // The earlier number may have had more places, which say something only where they are not noughts.
  const least = Math.max(0, like.scale - like.exponent);
  const noughts = /0*$/.exec(all)?.[0].length ?? 0;
  const cut = Math.min(noughts, places - least);
  const digits = cut > 0 ? all.slice(0, -cut).replace(/\.$/, "") : all;
  if (like.unit === "£") return `£${digits}${suffixes[like.scale] ?? ""}`;
  if (like.unit === "%") return `${digits} percentage ${digits === "1" ? "point" : "points"}`;
  return like.unit === "" ? digits : `${digits} ${like.unit}`;
}

function decimal(coefficient: bigint, places: number): string {
  const digits = coefficient.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  return places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
}

/** What printed text looks like but for its digits, so that like is compared with like: "about £1.2m" is "about £0.0m". */
export function numberForm(text: string): string {
  const bare = text.replace(/\s+/gu, " ").replace(/[−-](?=£?\d)/g, "");
  return bare.replace(/\d[\d,]*(\.\d+)?/g, (_, places: string | undefined) => `0${(places ?? "").replace(/\d/g, "0")}`);
}
