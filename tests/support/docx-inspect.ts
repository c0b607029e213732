// What a DOCX holds, in a form people can read.
import { strFromU8, unzipSync } from "fflate";

/** word/document.xml with one paragraph, row or table tag a line, without the long list of namespaces. */
export function documentXml(bytes: Uint8Array): string {
  const part = unzipSync(bytes)["word/document.xml"];
  if (!part) throw new Error("no word/document.xml");
  return `${strFromU8(part)
    .replace(/<w:document [^>]*>/, "<w:document>")
    .replaceAll(/ w14:(?:para|text)Id="[^"]*"/g, "")
    .replace(/(<\/?w:(?:p|tbl|tr|tc|sectPr|body|document|tblPr|tblGrid|pPr|sdt|sdtContent)(?:\s[^>]*)?>)/g, "\n$1")
    .replace(/\n+/g, "\n")
    .trim()}\n`;
}
