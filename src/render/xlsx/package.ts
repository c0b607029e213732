// The library's package put right where it leaves the schema, and in one fixed form.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

// Half the time of the usual level for a twentieth more bytes; fflate gives the same bytes on every machine.
const level = 3;

/** The same package, valid to the letter and with the same bytes in every time zone. */
export function repack(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const change = changes.find(([pattern]) => pattern.test(path))?.[1];
    // fflate writes local time, so a local date gives the same bytes in every zone.
    files[path] = [
      change ? strToU8(change(strFromU8(content))) : content,
      { mtime: new Date(1980, 0, 1), os: 0, level },
    ];
  }
  return zipSync(files);
}

const changes: readonly (readonly [RegExp, (xml: string) => string])[] = [
  // CT_Font wants its size before its colour (ISO/IEC 29500-1, 18.8.22).
  [/^xl\/styles\.xml$/, (xml) => xml.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1")],
  [/^docProps\/app\.xml$/, (xml) => xml.replace(/<Application>[^<]*/, "<Application>fivecase")],
  [/^xl\/drawings\/vmlDrawing\d+\.vml$/, widerNotes],
];

/** Boxes of notes wide enough for a sentence: three columns by seven rows. */
function widerNotes(vml: string): string {
  return vml
    .replaceAll("width:108pt;height:59.25pt", "width:220pt;height:105pt")
    .replace(
      /<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/g,
      (_, column: string, row: string) =>
        `<x:Anchor>${column},15,${row},2,${Number(column) + 3},31,${Number(row) + 7},4</x:Anchor>`,
    );
}
