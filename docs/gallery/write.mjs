// Builds the gallery and writes docs/tables.md with a picture of each kind of table, cut out of the PDF by the layout's own places.
// Needs pdftoppm (poppler) and convert (ImageMagick).
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fonts } from "../../dist/src/cli/fonts.js";
import { load } from "../../dist/src/cli/load.js";
import { arrange } from "../../dist/src/diagnostics/diagnostic.js";
import { formatDiagnostics } from "../../dist/src/diagnostics/formats/format.js";
import { plainText } from "../../dist/src/document/visit.js";
import { document, pdf, place } from "../../dist/src/pipeline.js";
import { jsonSchemas } from "../../dist/src/validate/json-schema.js";
import { page, printedOf, readParts, template, workspace } from "./page.mjs";
import { regions } from "./regions.mjs";

/** Dots per inch, until a picture is small enough. */
const dots = [110, 96, 84, 76];
const wanted = 20 * 1024;
const tolerated = 24 * 1024;
const docs = join(workspace, "..");
const pictures = join(docs, "tables");

const parts = readParts();
writeFileSync(join(workspace, "templates/houses/gallery/kinds/obc/template.hbs"), template(parts));
const loaded = await load(workspace, "gallery");
const composed = loaded.model ? document(loaded.model, "tables") : undefined;
// The mark of a draft would stand behind every picture.
const placed = composed && (await place({ ...composed.value, marks: {} }, await kit()));
const found = [...loaded.diagnostics, ...(composed?.diagnostics ?? []), ...(placed?.diagnostics ?? [])];
if (!placed || found.length > 0) {
  process.stderr.write(formatDiagnostics("pretty", arrange(found), (file) => loaded.sources.files.get(file), false));
  process.exit(1);
}

async function kit() {
  const { theme } = loaded.model.documents.get("tables").document;
  return { theme, fonts: await fonts(theme.face.text), assets: loaded.sources.binaries };
}

writeFileSync(
  join(docs, "tables.md"),
  page(parts, JSON.parse(jsonSchemas().get("data")), printedOf(parts, composed.value, plainText)),
);

const scratch = mkdtempSync(join(tmpdir(), "fivecase-gallery-"));
const palette = paletteOf(placed.value.kit.theme);
const file = join(scratch, "gallery.pdf");
writeFileSync(file, await pdf(placed.value));
mkdirSync(pictures, { recursive: true });
const pictured = parts.filter((part) => part.picture);
for (const name of readdirSync(pictures))
  if (!pictured.some((part) => name === `${part.id}.png`)) rmSync(join(pictures, name));
const areas = regions(placed.value.layout, parts);
for (const part of pictured) cut(part, areas.get(part.id) ?? []);
rmSync(scratch, { recursive: true });

/** Cuts a part's areas out of their pages, one below the other, as small as they stay readable. */
function cut(part, areas) {
  if (areas.length === 0) throw new Error(`${part.name} prints nothing that has a place`);
  const target = join(pictures, `${part.id}.png`);
  for (const fine of dots) {
    const pieces = areas.map((area, i) => rendered(area, fine, join(scratch, `${part.id}-${i}`)));
    const small = ["+dither", "-remap", palette, "-strip", "-define", "png:exclude-chunks=date,time"];
    execFileSync("convert", [...pieces, "-background", "white", "-append", ...small, `png8:${target}`]);
    if (readFileSync(target).length <= wanted) return;
  }
  if (readFileSync(target).length > tolerated)
    process.stderr.write(`${part.id}.png is larger than it should be: ${readFileSync(target).length} bytes\n`);
}

/** The theme's colours and a few greys between them, so that tints and words keep theirs in a small picture. */
function paletteOf({ colours }) {
  const greys = ["#ffffff", "#505a5f", "#85898c", "#d6d9db"];
  const own = JSON.stringify(colours).match(/#[0-9a-f]{6}/gi) ?? [];
  const target = join(scratch, "palette.png");
  execFileSync("convert", [...[...greys, ...own].map((colour) => `xc:${colour}`), "+append", target]);
  return target;
}

function rendered({ page, left, top, right, bottom }, fine, piece) {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((v) => String(Math.round((v * fine) / 72)));
  const area = ["-r", `${fine}`, "-f", `${page}`, "-l", `${page}`, "-x", x, "-y", y, "-W", width, "-H", height];
  execFileSync("pdftoppm", [...area, "-png", "-singlefile", file, piece]);
  return `${piece}.png`;
}
