// The Excel face of a figure, read into its calls and references.

/** Text between what matters, a figure's name, or a call with its arguments; "" calls nothing and is a bracket. */
export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "figure"; readonly name: string }
  | { readonly type: "call"; readonly name: string; readonly arguments: readonly (readonly Part[])[] };

/** Excel allows no more calls inside one another. */
export const deepest = 64;

/** Reads a face; undefined when its calls nest deeper than a spreadsheet allows or its brackets do not match. */
export function readFace(face: string): readonly Part[] | undefined {
  const reader = { face, at: 0 };
  const parts = sequence(reader, 0);
  return parts && reader.at === face.length ? parts : undefined;
}

interface Reader {
  readonly face: string;
  at: number;
}

/** Reads up to a comma or bracket that closes what surrounds it. */
function sequence(reader: Reader, depth: number): readonly Part[] | undefined {
  if (depth > deepest) return undefined;
  const { face } = reader;
  const parts: Part[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ type: "text", text });
    text = "";
  };
  while (reader.at < face.length) {
    const c = face[reader.at] ?? "";
    if (c === ")" || (c === "," && depth > 0)) break;
    const quote = c === '"' ? /"(?:[^"]|"")*"?|/y : c === "{" ? /\{[^}]*\}?/y : undefined;
    if (quote) {
      quote.lastIndex = reader.at;
      const whole = quote.exec(face)?.[0] ?? c;
      text += whole;
      reader.at += whole.length;
    } else if (face.startsWith("[[", reader.at)) {
      const end = face.indexOf("]]", reader.at);
      if (end < 0) return undefined;
      flush();
      parts.push({ type: "figure", name: face.slice(reader.at + 2, end) });
      reader.at = end + 2;
    } else if (c === "(") {
      const name = /[A-Z][A-Z0-9.]*$/.exec(text)?.[0] ?? "";
      text = text.slice(0, text.length - name.length);
      flush();
      const read = calls(reader, depth + 1);
      if (!read) return undefined;
      parts.push({ type: "call", name, arguments: read });
    } else {
      text += c;
      reader.at++;
    }
  }
  flush();
  return parts;
}

function calls(reader: Reader, depth: number): readonly (readonly Part[])[] | undefined {
  const list: (readonly Part[])[] = [];
  do {
    reader.at++;
    const part = sequence(reader, depth);
    if (!part) return undefined;
    list.push(part);
  } while (reader.face[reader.at] === ",");
  if (reader.face[reader.at] !== ")") return undefined;
  reader.at++;
  return list;
}
