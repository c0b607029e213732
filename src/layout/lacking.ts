// Words with signs that no face has: told once a word, since a script that is missing would be told letter by letter.
import { type FaceName, type Faces, faceFor } from "./metrics.ts";

/** A word that cannot be printed as written. */
export interface Lacking {
  readonly word: string;
  /** Its signs that no face has, each once. */
  readonly signs: readonly string[];
}

const between = /[\s\p{P}]/u;
/** Every face has these. */
const common = /^[\x20-\x7e]*$/;

/** The words of a text that hold such signs, in its order; a comma or bracket ends a word unless it is lacking itself. */
export function lackingWords(faces: Faces, wanted: FaceName, text: string): readonly Lacking[] {
  const found: Lacking[] = [];
  if (common.test(text)) return found;
  let word = "";
  let signs = new Set<string>();
  const close = (): void => {
    if (signs.size > 0) found.push({ word, signs: [...signs] });
    word = "";
    signs = new Set();
  };
  for (const character of text) {
    const isLacking = !faceFor(faces, faces[wanted], character.codePointAt(0) ?? 0);
    if (isLacking) signs.add(character);
    else if (between.test(character)) {
      close();
      continue;
    }
    word += character;
  }
  close();
  return found;
}
