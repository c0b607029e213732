// PNG pictures as PDF images. pdfkit's own reader throws out of reach on damaged data, and deflates differently by machine.
import { unzlibSync, zlibSync } from "fflate";
import type PDFDocument from "pdfkit";
import type { PDFReference, PdfValue } from "pdfkit";

interface Png {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colour: number;
  readonly palette: Uint8Array | undefined;
  readonly transparency: Uint8Array | undefined;
  readonly packed: Uint8Array;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function read(bytes: Uint8Array): Png | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === "PLTE") palette = chunk;
    if (type === "tRNS") transparency = chunk;
    if (type === "IDAT") data.push(chunk);
    at += 12 + length;
  }
  const colour = bytes[25] ?? 0;
  if (channels[colour] === undefined || data.length === 0) return undefined;
  const packed = new Uint8Array(data.reduce((sum, chunk) => sum + chunk.length, 0));
  data.reduce((at, chunk) => {
    packed.set(chunk, at);
    return at + chunk.length;
  }, 0);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return { ...size, bits: bytes[24] ?? 8, colour, palette, transparency, packed };
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** Undoes the filters of rows `width` pixels wide, from `at`; gives the rows and where they end. */
function unfiltered(raw: Uint8Array, at: number, size: { width: number; height: number }, pixelBits: number) {
  const rowBytes = Math.ceil((size.width * pixelBits) / 8);
  const step = Math.max(1, pixelBits >> 3);
  const rows = new Uint8Array(rowBytes * size.height);
  let from = at;
  for (let y = 0; y < size.height; y++) {
    const filter = raw[from++] ?? 0;
    const row = y * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= step ? (rows[row + x - step] ?? 0) : 0;
      const up = y > 0 ? (rows[row - rowBytes + x] ?? 0) : 0;
      const corner = y > 0 && x >= step ? (rows[row - rowBytes + x - step] ?? 0) : 0;
      const add = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter] ?? 0;
      rows[row + x] = (raw[from + x] ?? 0) + add;
    }
    from += rowBytes;
  }
  return { rows, end: from };
}

// Adam7: start and step of each pass.
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Samples of all pixels, one byte each; 16-bit samples keep their high byte. */
function samples(png: Png, interlaced: boolean): Uint8Array {
  const raw = unzlibSync(png.packed);
  const count = channels[png.colour] ?? 1;
  const pixelBits = count * png.bits;
  const out = new Uint8Array(png.width * png.height * count);
  const unpack = (rows: Uint8Array, size: { width: number; height: number }, put: (x: number, y: number) => number) => {
    const rowBytes = Math.ceil((size.width * pixelBits) / 8);
    for (let y = 0; y < size.height; y++) {
      for (let x = 0; x < size.width; x++) {
        const to = put(x, y) * count;
        for (let c = 0; c < count; c++) {
          const bit = (x * count + c) * png.bits;
          const byte = rows[y * rowBytes + (bit >> 3)] ?? 0;
          out[to + c] = png.bits >= 8 ? byte : (byte >> (8 - png.bits - (bit & 7))) & ((1 << png.bits) - 1);
        }
      }
    }
  };
  if (!interlaced) {
    unpack(unfiltered(raw, 0, png, pixelBits).rows, png, (x, y) => y * png.width + x);
    return out;
  }
  let at = 0;
  for (const [startX, startY, stepX, stepY] of passes) {
    const width = Math.ceil((png.width - startX) / stepX);
    const height = Math.ceil((png.height - startY) / stepY);
    if (width <= 0 || height <= 0) continue;
    const { rows, end } = unfiltered(raw, at, { width, height }, pixelBits);
    at = end;
    unpack(rows, { width, height }, (x, y) => (startY + y * stepY) * png.width + startX + x * stepX);
  }
  return out;
}

function image(paper: PDFDocument, png: Png, more: Record<string, PdfValue>, bytes: Uint8Array): PDFReference {
  const { width, height } = png;
  const made = paper.ref({ Type: "XObject", Subtype: "Image", Width: width, Height: height, ...more });
  made.end(bytes);
  return made;
}

/** Whether a pixel of a picture without an alpha channel is the one that its tRNS chunk makes transparent. */
function alphaOf(png: Png, values: Uint8Array): Uint8Array | undefined {
  const { transparency: clear, colour } = png;
  const count = channels[colour] ?? 1;
  const pixels = png.width * png.height;
  if (colour === 4 || colour === 6)
    return Uint8Array.from({ length: pixels }, (_, i) => values[i * count + count - 1] ?? 0);
  if (!clear) return undefined;
  if (colour === 3) return Uint8Array.from({ length: pixels }, (_, i) => clear[values[i] ?? 0] ?? 255);
  const key = Array.from({ length: count }, (_, c) => clear[2 * c + (png.bits === 16 ? 0 : 1)] ?? 0);
  return Uint8Array.from({ length: pixels }, (_, i) => (key.every((k, c) => values[i * count + c] === k) ? 0 : 255));
}

/** Embeds a PNG; undefined when its data cannot be read. */
export function embedPng(paper: PDFDocument, bytes: Uint8Array): PDFReference | undefined {
  const png = read(bytes);
  if (!png) return undefined;
  try {
    const values = samples(png, bytes[28] === 1);
    const count = channels[png.colour] ?? 1;
    const shown = png.colour === 4 ? 1 : png.colour === 6 ? 3 : count;
    const alpha = alphaOf(png, values);
    const mask =
      alpha &&
      image(
        paper,
        png,
        { BitsPerComponent: 8, ColorSpace: "DeviceGray", Filter: "FlateDecode" },
        zlibSync(alpha, { level: 6 }),
      );
    const pixels = png.width * png.height;
    const scale = png.bits < 8 && png.colour !== 3 ? 255 / ((1 << png.bits) - 1) : 1;
    const colours = new Uint8Array(pixels * shown);
    for (let i = 0; i < pixels; i++) {
      for (let c = 0; c < shown; c++) colours[i * shown + c] = (values[i * count + c] ?? 0) * scale;
    }
    const space: PdfValue =
      png.colour === 3 && png.palette
        ? ["Indexed", "DeviceRGB", png.palette.length / 3 - 1, png.palette]
        : shown === 1
          ? "DeviceGray"
          : "DeviceRGB";
    const look = { BitsPerComponent: 8, ColorSpace: space, Filter: "FlateDecode", ...(mask ? { SMask: mask } : {}) };
    return image(paper, png, look, zlibSync(colours, { level: 6 }));
  } catch {
    return undefined;
  }
}
