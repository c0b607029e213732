// The hidden names by which the nodes of a document are found again in its DOCX.
import { strFromU8, unzipSync } from "fflate";

/** Names in the order of the file, with the words of the paragraph that each begins in. */
export function docxMarks(
  bytes: Uint8Array,
  where = /^word\/[a-z]+\d*\.xml$/,
): readonly (readonly [name: string, words: string])[] {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => where.test(path));
  return parts.flatMap(([, part]) =>
    [...strFromU8(part).matchAll(/<w:p(?: [^>]*[^/>])?>.*?<\/w:p>/gs)].flatMap(([paragraph]) => {
      const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1] ?? "").join("");
      return [...paragraph.matchAll(/ w:name="(_fc[^"]*)"/g)].map((match) => [match[1] ?? "", words] as const);
    }),
  );
}
