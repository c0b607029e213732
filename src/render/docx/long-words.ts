// Names too long for a column: Word breaks a line at spaces and hyphens only, so places to break are put into them.

/** Names of figures, such as "hub.rebuild.npsv". A path is left alone: who copies it wants the file. */
const named = /(?<![\w@:./-])[a-z][\w-]*(?:\.[\w-]+){2,}(?![\w@:/])/g;
const longName = 16;
const optionalBreak = "\u200b";
const afterPart = /\.(?!(?:csv|docx|json|md|pdf|xlsx|ya?ml)\b)/g;

/** The words with a place to break after each part of a long name; addresses on the web stay as they are. */
export function breakable(text: string): string {
  if (text.length < longName) return text;
  return text.replaceAll(named, (name) =>
    name.length < longName || name.startsWith("www.") ? name : name.replaceAll(afterPart, `$&${optionalBreak}`),
  );
}
