// Content controls: a sign that is read out by its name, a box to tick, a word and a date to choose.
import { type ParagraphChild, TextRun, type XmlComponent } from "docx";
import { symbolFace } from "./character-styles.ts";
import { element, InlineElement } from "./element.ts";

/** A box, and how it looks ticked and not. */
interface Box {
  /** What it says when it is ticked. */
  readonly label: string;
  readonly isTicked: boolean;
  readonly ticked: string;
  readonly empty: string;
}

/** A sign has no text alternative in Word; a content control round it has a title, which is read out. */
export function namedSign(label: string, sign: string): ParagraphChild {
  return control([title(label), element("w15:appearance", { "w15:val": "hidden" })], signRun(sign));
}

/** A box that is ticked in Word by a click. */
export function checkbox({ label, isTicked, ticked, empty }: Box): ParagraphChild {
  const state = (name: string, sign: string): XmlComponent =>
    element(name, { "w14:val": codeOf(sign), "w14:font": symbolFace });
  const properties = element("w14:checkbox", {}, [
    element("w14:checked", { "w14:val": isTicked ? "1" : "0" }),
    state("w14:checkedState", ticked),
    state("w14:uncheckedState", empty),
  ]);
  return control([title(label), properties], signRun(isTicked ? ticked : empty));
}

/** A date that is chosen from a calendar; without `words`, one to be chosen. */
export function datePicker(label: string, words: string | undefined, language: string): ParagraphChild {
  const properties = element("w:date", {}, [
    element("w:dateFormat", { "w:val": "d MMMM yyyy" }),
    element("w:lid", { "w:val": language }),
    element("w:storeMappedDataAs", { "w:val": "dateTime" }),
    element("w:calendar", { "w:val": "gregorian" }),
  ]);
  const open = words === undefined ? [element("w:showingPlcHdr")] : [];
  return control([title(label), ...open, properties], new TextRun({ text: words ?? "\u00a0" }));
}

/** A word that is chosen from a list. */
export function dropDown(label: string, options: readonly string[], chosen: string, words: TextRun): ParagraphChild {
  const items = [...new Set(options)].map((option) =>
    element("w:listItem", { "w:displayText": option, "w:value": option }),
  );
  return control([title(label), element("w:dropDownList", { "w:lastValue": chosen }, items)], words);
}

function control(properties: readonly XmlComponent[], words: TextRun): ParagraphChild {
  const content = element("w:sdtContent", {}, [words]);
  return new InlineElement(element("w:sdt", {}, [element("w:sdtPr", {}, properties), content]));
}

function title(label: string): XmlComponent {
  return element("w:alias", { "w:val": label.slice(0, 64) });
}

function signRun(text: string): TextRun {
  return new TextRun({ style: "Symbol", text });
}

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
