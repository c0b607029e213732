import type { Value } from "../compute/model.ts";

/** A value for people who check: exact, but for digits past the eighth that a division leaves; with its unit, a rate as a percentage. */
export function plain(value: Value): string {
  switch (value.type) {
    case "number": {
      const { unit } = value;
      const digits = short((unit === "%" ? value.exact.times(100) : value.exact).abs().toFixed());
      const sign = value.exact.isNegative() && !value.exact.isZero() ? "−" : "";
      if (unit.startsWith("£")) return `${sign}£${digits}${unit.slice(1)}`;
      return `${sign}${digits}${unit === "%" ? "%" : unit === "" || unit === "number" ? "" : ` ${unit}`}`;
    }
    case "empty":
      return value.empty;
    case "open":
      return `${value.word} by ${value.owner} on ${value.due}`;
    case "words":
      return value.words;
    case "broken":
      return "not known, because something it depends on is wrong";
  }
}

function short(digits: string): string {
  const [whole = "", rest = ""] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  if (rest === "") return grouped;
  return `${grouped}.${rest.length <= 8 ? rest : `${rest.slice(0, 8)}…`}`;
}
