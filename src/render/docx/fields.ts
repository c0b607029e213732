// Live fields with the result that they have now; none is marked as needing an update, so Word does not ask.
import { TextRun } from "docx";
import { element } from "./element.ts";

/** A field and its present result. */
export function field(instruction: string, result: readonly TextRun[]): readonly TextRun[] {
  return [...fieldStart(instruction), ...result, fieldEnd()];
}

/** Opens a field whose result spans paragraphs. */
export function fieldStart(instruction: string): readonly TextRun[] {
  return [
    new TextRun({ children: [element("w:fldChar", { "w:fldCharType": "begin" })] }),
    new TextRun({ children: [element("w:instrText", { "xml:space": "preserve" }, [` ${instruction} `])] }),
    new TextRun({ children: [element("w:fldChar", { "w:fldCharType": "separate" })] }),
  ];
}

export function fieldEnd(): TextRun {
  return new TextRun({ children: [element("w:fldChar", { "w:fldCharType": "end" })] });
}
