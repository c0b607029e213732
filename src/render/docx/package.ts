// The library's package made reproducible and whole: no random ids, no clock, no counters that outlive a document.
import { startCounts } from "./package/counts.ts";
import { numbering, numberingsIn } from "./package/numbering.ts";
import { byBytes, change, type Parts, readParts, textOf, writeParts } from "./package/parts.ts";
import { applicationProperties, coreProperties, dated, type FileFacts, settings } from "./package/properties.ts";
import { countRelationships } from "./package/rels.ts";
import { story, storyPath } from "./package/stories.ts";
import { addLevelsIn, addStylesIn, withoutUnused } from "./package/unused-styles.ts";

/** The same package in one fixed form, with what the library leaves out; `dress` changes its look before. */
export function repack(bytes: Uint8Array, facts: FileFacts, dress?: (parts: Parts) => void): Uint8Array {
  const parts = readParts(bytes);
  dress?.(parts);
  countRelationships(parts);
  writeStories(parts);
  for (const [path, content] of parts) {
    if (path.endsWith(".xlsx")) parts.set(path, repackWorkbook(content, facts));
  }
  change(parts, "docProps/core.xml", (xml) => coreProperties(xml, facts));
  change(parts, "docProps/app.xml", (xml) => applicationProperties(xml, facts));
  change(parts, "word/settings.xml", (xml) => settings(xml, facts));
  return writeParts(parts);
}

/** Ids are unique over all parts, the body's first. */
function writeStories(parts: Parts): void {
  const counts = startCounts();
  const used = new Set<string>();
  const styles = new Set<string>();
  for (const path of [...parts.keys()].filter((name) => storyPath.test(name)).sort(byBytes)) {
    change(parts, path, (xml) => {
      for (const id of numberingsIn(xml)) used.add(id);
      const written = story(path, xml, counts);
      addStylesIn(written, styles);
      return written;
    });
  }
  addLevelsIn(textOf(parts, "word/numbering.xml") ?? "", styles);
  change(parts, "word/styles.xml", (xml) => withoutUnused(xml, styles));
  for (const id of numberingsIn(textOf(parts, "word/styles.xml") ?? "")) used.add(id);
  change(parts, "word/numbering.xml", (xml) => numbering(xml, used));
}

/** The workbook inside a chart, in the same fixed form. */
function repackWorkbook(bytes: Uint8Array, { properties }: FileFacts): Uint8Array {
  const parts = readParts(bytes);
  countRelationships(parts);
  change(parts, "docProps/core.xml", (xml) => dated(xml, properties.date));
  return writeParts(parts);
}
