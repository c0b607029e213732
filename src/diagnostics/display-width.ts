// How many columns text takes on a terminal.

/** Width of one character: combining marks take none, wide East Asian characters and pictographs two. */
function characterWidth(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}])$/u;

/** What to put under text so that the next character stands below the one that follows it; tabs stay tabs. */
export function blank(text: string): string {
  let out = "";
  for (const character of text) out += character === "\t" ? "\t" : " ".repeat(characterWidth(character));
  return out;
}

/** Columns that text takes, a tab counted as one. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += character === "\t" ? 1 : characterWidth(character);
  return sum;
}
