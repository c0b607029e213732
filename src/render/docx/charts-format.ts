// How a chart's numbers are printed: as a spreadsheet's number format, where one prints the very words of the exhibit.

export interface NumberFormat {
  /** Such as `"£"#,##0.0"m"`. */
  readonly code: string;
  /** A number as the format prints it; undefined where two programs may round it differently. */
  readonly print: (value: number) => string | undefined;
}

const minus = "\u2212";
const printed = /^\u2212?([^\d\u2212.,]*)(\d+(?:,\d{3})*)(?:\.(\d+))?(\D*)$/;

/** The format that the first printed number shows. */
export function formatOf(labels: readonly string[]): NumberFormat | undefined {
  const longest = [...labels].filter((l) => printed.test(l)).sort((a, b) => b.length - a.length)[0];
  const [, before = "", whole = "", fraction = "", after = ""] = printed.exec(longest ?? "") ?? [];
  if (whole === "") return undefined;
  return numberFormat(fraction.length, whole.includes(",") || whole.length < 4, before, after);
}

/** A format for the numbers of an axis. */
export function axisFormat(ticks: readonly number[]): string {
  const decimals = Math.max(0, ...ticks.map((t) => (String(Math.round(t * 1000) / 1000).split(".")[1] ?? "").length));
  return numberFormat(decimals, true, "", "").code;
}

function numberFormat(decimals: number, grouped: boolean, before: string, after: string): NumberFormat {
  const positive = `${quoted(before)}${grouped ? "#,##0" : "0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${quoted(after)}`;
  return {
    code: `${positive};${quoted(minus)}${positive}`,
    print(value) {
      const scaled = Math.abs(value) * 10 ** decimals;
      // Halfway between two printed numbers, binary and decimal rounding part.
      if (Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6) return undefined;
      // Programs part as well about the sign of what rounds to nothing.
      if (value < 0 && Math.round(scaled) === 0) return undefined;
      const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
      const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
      return `${value < 0 ? minus : ""}${before}${digits}${fraction ? `.${fraction}` : ""}${after}`;
    },
  };
}

/** Words of a format stand in quotes, or a spreadsheet reads them as signs of its own. */
function quoted(words: string): string {
  if (words === "") return "";
  return words
    .split('"')
    .map((part) => (part === "" ? "" : `"${part}"`))
    .join('\\"');
}
