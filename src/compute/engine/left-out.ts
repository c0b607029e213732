// Names whose data were written but could not be read: that was reported, so whoever asks for them is not told again.
import type { Registers } from "../../validate/case.ts";

/** Registers that are all part of one sum, so that a name in them depends on every entry. */
const summed = ["benefits", "adjust", "phase"];

/** What appraisals of options and their funding are worked out from. */
const appraised = ["lines", "price-indices", "optimism-bias", "options", "option-appraisals"];

/** Tells whether a register (`risks`), an entry (`risks.R1`) or a figure's name (`works.cost.total`) leans on what was left out. */
export function leftOutOf({ broken, data }: Registers): (name: string) => boolean {
  if (!broken || broken.size === 0) return () => false;
  const heads = new Set([...broken].map((path) => path.split(".")[0] ?? ""));
  return (name) => {
    if (broken.has("*") || broken.has(name) || heads.has(name)) return true;
    const segments = name.split(".");
    if (broken.has(segments[0] ?? "")) return true;
    if (segments[0] === "benefits" && summed.some((head) => heads.has(head))) return true;
    const appraisal = segments[0] ?? "";
    if (
      (Object.hasOwn(data["option-appraisals"] ?? {}, appraisal) || Object.hasOwn(data.funding ?? {}, appraisal)) &&
      appraised.some((head) => heads.has(head))
    )
      return true;
    return segments.some((_, i) => {
      const start = segments.slice(0, i + 1).join(".");
      return (
        broken.has(start) ||
        ["figures", "tables", "appraisals", "option-appraisals", "funding"].some((register) =>
          broken.has(`${register}.${start}`),
        )
      );
    });
  };
}
