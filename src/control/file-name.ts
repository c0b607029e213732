// Names of the files of a document by the rule of its house: letters that every system, mail and download form takes.
import { type FileNamePart, fileNamePart } from "../../schemas/house.ts";
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { editionOf } from "./edition.ts";
import { statusFacts } from "./status.ts";
import { bareVersion } from "./versions.ts";

type CaseDocument = DocumentModel["document"];

/** Longest name of a file, its ending included. */
export const longestName = 80;
const longestEnding = ".docx".length;

/** What a document's files are called, without their ending. */
export function fileStem(model: Model, { id, front, house }: CaseDocument): string {
  return stemOf(house["file-name"] ?? "{document}", {
    programme: model.case.id,
    document: id,
    kind: front.kind,
    title: front.title,
    version: bareVersion(front.version),
    status: statusFacts(front.status).fileName,
    date: front.date,
    classification: front.classification,
    reference: front.reference ?? "",
    edition: editionOf(front.classification),
  });
}

/** A document that would overwrite the files of one before it in the programme. */
export function nameClash(model: Model, document: CaseDocument): readonly Diagnostic[] {
  const name = fileStem(model, document);
  for (const { document: other } of model.documents.values()) {
    if (other.id === document.id) return [];
    if (fileStem(model, other) === name)
      return [
        report(
          "control/file-name-clash",
          document.opening,
          { name, other: other.id },
          { notes: [{ message: "the other document", span: other.opening }] },
        ),
      ];
  }
  return [];
}

/** What gives way, in this order, where a name is too long; the version and the status never do. */
const givesWay = ["title", "programme", "document", "kind", "reference"] as const satisfies readonly FileNamePart[];

/** A pattern with its values in: lower-case ASCII, never empty, and no longer than any ending allows. */
export function stemOf(pattern: string, values: Readonly<Record<FileNamePart, string>>): string {
  const room = longestName - longestEnding;
  const words = new Map(Object.entries(values).map(([part, value]) => [part, folded(value)]));
  const filled = () => folded(pattern.replace(fileNamePart, (_, part: string) => words.get(part) ?? ""));
  for (const part of givesWay) {
    const over = filled().length - room;
    if (over <= 0) break;
    const times = [...pattern.matchAll(fileNamePart)].filter(([, name]) => name === part).length;
    const word = words.get(part) ?? "";
    if (times > 0) words.set(part, cut(word, Math.max(0, word.length - Math.ceil(over / times))));
  }
  const named = filled() || "document";
  return trimmed(folded(named.replace(reserved, "$1-document")).slice(0, room));
}

// Windows gives these to devices, whatever follows a dot.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

// Letters that are no letter with a mark.
const spelt: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  "&": "-and-",
  "'": "",
  "’": "",
  "‘": "",
};

/** Words as a name holds them: marks of letters off, signs as hyphens, dots in numbers only. */
function folded(text: string): string {
  return trimmed(
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9._-]/gu, (sign) => spelt[sign] ?? "-")
      .replace(/(?<!\d)\.|\.(?!\d)/g, "-")
      .replace(/[-_]{2,}/g, (signs) => (signs.includes("_") ? "_" : "-")),
  );
}

function trimmed(name: string): string {
  return name.replace(/^[-_.]+|[-_.]+$/g, "");
}

/** Whole words, unless the first alone is too long. */
function cut(words: string, room: number): string {
  if (words.length <= room) return words;
  const end = words.slice(0, room + 1).lastIndexOf("-");
  return words.slice(0, end > 0 ? end : room);
}
