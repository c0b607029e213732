// Judges and opens an organisation's theme.docx. Whatever is wrong with it, the answer is a reason and never an exception.
import type { HouseBase, Xml } from "./base.ts";
import { readPage } from "./page.ts";
import { damaged, type Refusal, Refused } from "./refusal.ts";
import { readStyles } from "./styles.ts";
import { readTheme } from "./theme-part.ts";
import { child, readLastSection, readPart, val } from "./xml.ts";
import { type Entry, readEntries, unpack } from "./zip.ts";

/** The file's styles, theme and page, or why it is not used. */
export function openBase(file: string, bytes: Uint8Array): HouseBase | Refusal {
  try {
    return opened(file, bytes);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

type Parts = (name: string | undefined) => Xml | undefined;

function opened(file: string, bytes: Uint8Array): HouseBase {
  const entries = readEntries(bytes);
  const part: Parts = (name) => {
    const entry = name === undefined ? undefined : entries.get(name);
    return entry ? readPart(entry.name, unpack(bytes, entry)) : undefined;
  };
  judgeTypes(entries, part("[Content_Types].xml"));
  for (const name of entries.keys()) if (name.endsWith(".rels")) judgeRelations(part(name));

  const main = target("", part("_rels/.rels"), "officeDocument");
  const body = main === undefined ? undefined : entries.get(main);
  const document = body && readLastSection(body.name, unpack(bytes, body));
  if (!main || document?.name !== "w:document") throw new Refused("it is not a Word document (.docx)");
  const rels = part(main.replace(/([^/]*)$/, "_rels/$1.rels"));
  const styles = part(target(main, rels, "styles"));
  if (styles?.name !== "w:styles") {
    throw new Refused("it has no styles", "make it with Word, or with another program that writes styles");
  }
  const theme = readTheme(part(target(main, rels, "theme")));
  const page = readPage(document);
  return {
    file,
    ...readStyles(styles),
    ...(theme ? { theme } : {}),
    ...(page ? { page } : {}),
    serif: serifFaces(part(target(main, rels, "fontTable"))),
  };
}

/** Macros, whether said or only there. */
function judgeTypes(entries: ReadonlyMap<string, Entry>, types: Xml | undefined): void {
  if (!types) throw new Refused("it is not a Word document (.docx)");
  const said = types.children.map((c) => c.attributes["ContentType"] ?? "");
  const names = [...entries.keys()];
  if (said.some((type) => /macroEnabled|vba/i.test(type)) || names.some((n) => /(^|\/)vba[^/]*\.(bin|xml)$/i.test(n))) {
    throw new Refused("it holds macros", "save it in Word as a document without macros (.docx)");
  }
}

/** Links that a reader follows by hand are harmless; what a program would fetch by itself is not. */
function judgeRelations(rels: Xml | undefined): void {
  for (const { attributes } of rels?.children ?? []) {
    const kind = (attributes["Type"] ?? "").replace(/^.*\//, "");
    if (attributes["TargetMode"] !== "External" || kind === "hyperlink") continue;
    const address = (attributes["Target"] ?? "").slice(0, 80);
    if (kind === "attachedTemplate") {
      throw new Refused(
        `it is tied to a template elsewhere (${address})`,
        "in Word, open Developer, Document Template, remove the attached template, and save it again",
      );
    }
    throw new Refused(
      `it takes something of the kind ${kind || "unknown"} from elsewhere (${address})`,
      "in Word, break the links to other files (File, Info, Edit Links to Files), and save it again",
    );
  }
}

/** Name of the part that a relation of a kind leads to. */
function target(from: string, rels: Xml | undefined, kind: string): string | undefined {
  const relation = rels?.children.find(
    ({ attributes }) => attributes["Type"]?.endsWith(`/${kind}`) && attributes["TargetMode"] !== "External",
  );
  const written = relation?.attributes["Target"];
  if (written === undefined) return undefined;
  if (written.startsWith("/")) return written.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of written.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) throw damaged();
    } else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function serifFaces(fonts: Xml | undefined): readonly string[] {
  return (fonts?.children ?? []).flatMap((font) => {
    const name = font.attributes["w:name"];
    return name && val(child(font, "w:family")) === "roman" ? [name] : [];
  });
}
