// Reads a DOCX as a reader would: text with the numbers that Word works out and the results that fields hold.
import { strFromU8, unzipSync } from "fflate";

export interface DocxParagraph {
  readonly style: string;
  /** Number or bullet that the list numbering gives it. */
  readonly marker: string;
  readonly text: string;
}

export interface DocxText {
  readonly body: readonly DocxParagraph[];
  readonly notes: readonly DocxParagraph[];
}

/** Paragraphs of the body and of the footnotes, in order; results of page and note fields are left out. */
export function docxText(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes);
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : "");
  const numbering = startCounting(part("word/numbering.xml"));
  const styleNumbers = stylesWithNumbers(part("word/styles.xml"));
  return {
    body: paragraphs(part("word/document.xml"), numbering, styleNumbers),
    notes: paragraphs(part("word/footnotes.xml"), numbering, styleNumbers),
  };
}

/** A place where a line may break, which no reader sees. */
const optionalBreak = "\u200b";

/** Words in reading order, markers included. */
export function docxWords(bytes: Uint8Array): readonly string[] {
  const { body, notes } = docxText(bytes);
  return [...body, ...notes]
    .flatMap((p) => `${p.marker} ${p.text}`.replaceAll(optionalBreak, "").split(/\s+/))
    .filter((word) => word !== "");
}

interface Numbered {
  readonly numId: string;
  readonly level: number;
}

interface Open {
  style: string;
  numbered: { numId?: string; level?: number };
  text: string;
}

function paragraphs(
  xml: string,
  mark: (at: Numbered) => string,
  styles: ReadonlyMap<string, Numbered>,
): readonly DocxParagraph[] {
  const found: DocxParagraph[] = [];
  const fields: string[] = [];
  let open: Open | undefined;
  let inText = false;
  let inInstruction = false;
  for (const [token] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
    const tag = /^<(\/?[\w:]+)/.exec(token)?.[1];
    switch (tag) {
      case undefined:
        if (inInstruction && fields.length > 0) fields[fields.length - 1] += decode(token);
        if (inText && open && !fields.some((f) => /^\s*(PAGEREF|NOTEREF)/.test(f))) open.text += decode(token);
        break;
      case "w:p":
        open = { style: "Normal", numbered: {}, text: "" };
        break;
      case "w:pStyle":
        if (open) open.style = attribute(token, "w:val");
        break;
      case "w:ilvl":
        if (open) open.numbered.level = Number(attribute(token, "w:val"));
        break;
      case "w:numId":
        if (open) open.numbered.numId = attribute(token, "w:val");
        break;
      case "w:t":
        inText = !token.endsWith("/>");
        break;
      case "/w:t":
        inText = false;
        break;
      case "w:instrText":
        inInstruction = true;
        break;
      case "/w:instrText":
        inInstruction = false;
        break;
      case "w:fldChar": {
        const type = attribute(token, "w:fldCharType");
        if (type === "begin") fields.push("");
        if (type === "end") fields.pop();
        break;
      }
      case "w:tab":
      case "w:br":
        if (open) open.text += " ";
        break;
      case "/w:p":
        if (open) found.push({ style: open.style, marker: marker(open, mark, styles), text: open.text });
        open = undefined;
        break;
    }
  }
  return found;
}

function marker(open: Open, mark: (at: Numbered) => string, styles: ReadonlyMap<string, Numbered>): string {
  const own = open.numbered.numId;
  if (own !== undefined) return own === "0" ? "" : mark({ numId: own, level: open.numbered.level ?? 0 });
  const style = styles.get(open.style);
  return style && style.numId !== "0" ? mark(style) : "";
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}

/** Counts as Word does: one count for each definition, deeper levels begin again, a level starts where it says. */
function startCounting(xml: string): (at: Numbered) => string {
  const definitions = new Map<string, readonly Level[]>();
  for (const [, id, inner] of xml.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>(.*?)<\/w:abstractNum>/gs,
  )) {
    const levels: Level[] = [];
    for (const [, at, level] of (inner ?? "").matchAll(/<w:lvl w:ilvl="(\d)"[^>]*>(.*?)<\/w:lvl>/gs)) {
      levels[Number(at)] = {
        start: Number(/<w:start w:val="(\d+)"/.exec(level ?? "")?.[1] ?? 1),
        format: /<w:numFmt w:val="(\w+)"/.exec(level ?? "")?.[1] ?? "decimal",
        text: decode(/<w:lvlText w:val="([^"]*)"/.exec(level ?? "")?.[1] ?? ""),
      };
    }
    definitions.set(id ?? "", levels);
  }
  const uses = new Map<
    string,
    { readonly definition: string; readonly overrides: readonly (readonly [number, number])[] }
  >();
  for (const [, id, inner] of xml.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>(.*?)<\/w:num>/gs)) {
    const overrides = [...(inner ?? "").matchAll(/<w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d+)"/g)];
    uses.set(id ?? "", {
      definition: /<w:abstractNumId w:val="(\d+)"/.exec(inner ?? "")?.[1] ?? "",
      overrides: overrides.map(([, level, start]) => [Number(level), Number(start)] as const),
    });
  }
  const counts = new Map<string, (number | undefined)[]>();
  const met = new Set<string>();
  return ({ numId, level }) => {
    const use = uses.get(numId);
    const levels = use && definitions.get(use.definition);
    if (!use || !levels) throw new Error(`numbering ${numId} is not defined`);
    const counters = counts.get(use.definition) ?? [];
    counts.set(use.definition, counters);
    if (!met.has(numId)) for (const [at, start] of use.overrides) if (at === level) counters[at] = start - 1;
    met.add(numId);
    counters[level] = (counters[level] ?? (levels[level]?.start ?? 1) - 1) + 1;
    counters.length = level + 1;
    return (levels[level]?.text ?? "").replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return count(counters[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? "decimal");
    });
  };
}

const romans = [
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function count(value: number, format: string): string {
  if (format === "lowerLetter") return String.fromCharCode(96 + (((value - 1) % 26) + 1)).repeat(Math.ceil(value / 26));
  if (format === "upperLetter") return count(value, "lowerLetter").toUpperCase();
  if (format === "upperRoman") return count(value, "lowerRoman").toUpperCase();
  if (format !== "lowerRoman") return String(value);
  let rest = value;
  let text = "";
  for (const [size, sign] of romans) for (; rest >= size; rest -= size) text += sign;
  return text;
}

/** Numbering that a paragraph style brings, from the style or the one it is based on. */
function stylesWithNumbers(xml: string): ReadonlyMap<string, Numbered> {
  const own = new Map<string, { readonly base?: string; readonly numbered?: Numbered }>();
  for (const [, id, inner] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs)) {
    const numId = /<w:numId w:val="(\d+)"/.exec(inner ?? "")?.[1];
    const level = Number(/<w:ilvl w:val="(\d)"/.exec(inner ?? "")?.[1] ?? 0);
    const base = /<w:basedOn w:val="([^"]+)"/.exec(inner ?? "")?.[1];
    own.set(id ?? "", { ...(base ? { base } : {}), ...(numId ? { numbered: { numId, level } } : {}) });
  }
  const found = new Map<string, Numbered>();
  for (const id of own.keys()) {
    for (let at = own.get(id); at; at = at.base ? own.get(at.base) : undefined) {
      if (!at.numbered) continue;
      found.set(id, at.numbered);
      break;
    }
  }
  return found;
}

function attribute(token: string, name: string): string {
  return decode(new RegExp(`${name}="([^"]*)"`).exec(token)?.[1] ?? "");
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll("&amp;", "&");
}
