// What to write instead of a number that cannot be read: the ways people write amounts, and how we want them.

const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  million: 6,
  bn: 9,
  billion: 9,
};
const units: Readonly<Record<string, number>> = { "£": 0, "£k": 3, "£m": 6 };

/** Moves the point of plain digits to the right, or to the left where `by` is negative. */
function shift(digits: string, by: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const all = `${"0".repeat(Math.max(0, -by))}${whole}${fraction}${"0".repeat(Math.max(0, by))}`;
  const point = Math.max(0, -by) + whole.length + by;
  const left = all.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const right = all.slice(point).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

const amount = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const scaled = new RegExp(String.raw`^(-?)\s*£?\s*(-?)(${amount})\s*(k|thousand|m|million|bn|billion)$`, "i");
const pounds = new RegExp(String.raw`^(-?)\s*£\s*(-?)(${amount})$`);
const bracketed = new RegExp(String.raw`^\(\s*£?\s*(${amount})\s*\)$`);
const worded = new RegExp(String.raw`^£?(-?${amount})\s*[\p{L}][\p{L} ]*$`, "u");

/** A way out for a number written in a way we do not read; `unit` is what its column or figure is held in. */
export function amountHelp(written: string, unit: string): string | undefined {
  const text = written.trim();
  if (/^[–—-]$/.test(text)) return "write nil for nothing, n/a where a number does not apply, or unknown";
  if (/^(TBC|TBD)$/i.test(text)) return `say who settles it and when: ${text.toUpperCase()} by FL on 2014-03-31`;
  if (text.startsWith("−")) return `write the minus as a hyphen: -${text.slice(1).trim()}`;
  const brackets = bracketed.exec(text);
  if (brackets) return `write a minus instead of the brackets: -${brackets[1] ?? ""}`;
  const scale = scaled.exec(text);
  if (scale) {
    const power = (scales[(scale[4] ?? "").toLowerCase()] ?? 0) - (units[unit] ?? 0);
    const digits = `${scale[1] || scale[2]}${shift((scale[3] ?? "").replaceAll(",", ""), power)}`;
    if (Object.hasOwn(units, unit)) return `write ${digits}, since amounts here are in ${unit}`;
    if (unit !== "") return `write ${digits}`;
    // Nothing beside the value says what it is held in, and the programme may count in thousands.
    const inThousands = `${scale[1] || scale[2]}${shift((scale[3] ?? "").replaceAll(",", ""), power - 3)}`;
    return `write ${digits}, or ${inThousands} where amounts are in £k`;
  }
  const money = pounds.exec(text);
  if (money) return `leave the £ out: ${money[1] || money[2]}${money[3]}; the unit stands beside it or at the column`;
  if (/^-?£?\d[\d,.]*$/.test(text)) {
    if ((text.match(/\./g) ?? []).length > 1) return "a number has one decimal point, and no £: 1234.50";
    return `commas part thousands, as in 1,234,567; if it is one number, write ${text.replace(/[£,]/g, "")}`;
  }
  if (/^-?\d{1,3}([ \u00a0\u202f]\d{3})+(\.\d+)?$/.test(text)) return `write ${text.replace(/\s/g, "")} without spaces`;
  const power = /^(-?)(\d+(?:\.\d+)?)e([+-]?\d{1,2})$/i.exec(text);
  if (power) return `write it out: ${power[1]}${shift(power[2] ?? "", Number(power[3]))}`;
  const words = worded.exec(text);
  return words ? `write the digits only: ${words[1]}; the unit stands beside it or at the column` : undefined;
}
