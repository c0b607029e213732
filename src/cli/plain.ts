import type { Value } from "../compute/model.ts";

/** A value for people who check: exact, but for digits past the eighth that a division leaves; a rate as a percentage. */
export function plain(value: Value): string {
  switch (value.type) {
    case "number":
      if (value.unit === "%") return `${short(value.exact.times(100).toFixed())}%`;
      return `${short(value.exact.toFixed())}${value.unit && value.unit !== "number" ? ` ${value.unit}` : ""}`;
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
  if (rest.length <= 8) return digits;
  return `${whole}.${rest.slice(0, 8)}…`;
}
