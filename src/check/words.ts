// Words that say what a sentence or a label is about.

const empty = new Set(
  (
    "a an the of in on to for from by with at as and or but not that this these those its it is are was were be been " +
    "has have had will would may can per each every all both any other more most less least than up into over under about " +
    "total sum amount value figure number average lower upper central which who whose so if where when while their there"
  ).split(" "),
);

/** A word without the ending that only says how many: "budgets" is "budget", "policies" is "policy". */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, "");
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:ss|x|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  return plain.length > 3 && /[^su]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

const wordPattern = /\d{4}\/\d{2}|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** The words that carry meaning, in order, each once, as stems; a financial year is one word. */
export function contentWords(text: string): readonly string[] {
  const plain = (text.includes("{{") ? text.replace(/\{\{.*?\}\}/gs, " ") : text).toLowerCase();
  const found = new Set<string>();
  for (const word of plain.match(wordPattern) ?? []) {
    const kept = empty.has(word) ? word : stem(word);
    if (!empty.has(kept)) found.add(kept);
  }
  return [...found];
}

export const isYear = (word: string): boolean => /^\d{4}\/\d{2}$/.test(word);
