import type { Value } from "../compute/model.ts";

/** A value without rounding, for people who check. */
export function plain(value: Value): string {
  switch (value.type) {
    case "number":
      return `${value.exact.toString()}${value.unit ? ` ${value.unit}` : ""}`;
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
