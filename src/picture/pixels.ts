// PNG and JPEG files: their size, and whether every output can hold them.
import { Unzlib } from "fflate";

export interface Pixels {
  readonly type: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
}

export interface Unusable {
  readonly reason: string;
  readonly help?: string;
}

/** More than this no page shows; a file of few bytes may unpack to any size. */
const mostPixels = 40_000_000;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Size of a picture in pixels, or why it cannot be placed. */
export function readPixels(bytes: Uint8Array): Pixels | Unusable {
  const found = pngSignature.every((byte, i) => bytes[i] === byte)
    ? readPng(bytes)
    : bytes[0] === 0xff && bytes[1] === 0xd8
      ? readJpeg(bytes)
      : { reason: otherKind(bytes), help: "save it as PNG, JPEG or SVG" };
  if ("reason" in found) return found;
  const { width, height } = found;
  if (width === 0 || height === 0) return { reason: "it has no size" };
  if (width * height > mostPixels)
    return {
      reason: `its ${width} × ${height} pixels are more than any page shows`,
      help: "scale it to 4,000 pixels or fewer",
    };
  return found.type === "png" && !isWholePng(bytes, found) ? damaged : found;
}

const damaged: Unusable = { reason: "its file is damaged", help: "save it again from the program that made it" };

const kinds: readonly (readonly [string, (text: string) => boolean])[] = [
  ["a WebP picture", (t) => t.startsWith("RIFF") && t.slice(8, 12) === "WEBP"],
  ["a GIF picture", (t) => t.startsWith("GIF8")],
  ["a BMP picture", (t) => t.startsWith("BM")],
  ["a TIFF picture", (t) => t.startsWith("II*\0") || t.startsWith("MM\0*")],
  ["an AVIF or HEIC picture", (t) => t.slice(4, 8) === "ftyp"],
  ["a PDF file", (t) => t.startsWith("%PDF")],
  [
    "an SVG drawing under another name",
    (t) => /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE[^>]*>\s*)?<svg\b/.test(t),
  ],
  ["text", (t) => t !== "" && /^[\t\n\r -~\u0080-\u00ff]*$/.test(t)],
];

function otherKind(bytes: Uint8Array): string {
  if (bytes.length === 0) return "its file is empty";
  const text = String.fromCharCode(...bytes.subarray(0, 400));
  const kind = kinds.find(([, is]) => is(text));
  return `it is ${kind ? `${kind[0]}, neither PNG nor JPEG` : "neither PNG nor JPEG"}`;
}

function readPng(bytes: Uint8Array): Pixels | Unusable {
  if (bytes.length < 33) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Depths that a colour type may have (ISO/IEC 15948, table 11.1), and its channels. */
const colours: Readonly<Record<number, { readonly depths: readonly number[]; readonly channels: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], channels: 1 },
  2: { depths: [8, 16], channels: 3 },
  3: { depths: [1, 2, 4, 8], channels: 1 },
  4: { depths: [8, 16], channels: 2 },
  6: { depths: [8, 16], channels: 4 },
};

/** Whether each chunk has the checksum it says, and the data unpack to just the rows that the size asks for. */
function isWholePng(bytes: Uint8Array, { width, height }: Pixels): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const depth = bytes[24] ?? 0;
  const colour = colours[bytes[25] ?? -1];
  const interlace = bytes[28] ?? 0;
  if (!colour?.depths.includes(depth) || interlace > 1) return false;
  const data: Uint8Array[] = [];
  let hasPalette = false;
  let isEnded = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length && !isEnded; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return false;
    let crc = -1;
    for (let i = at + 4; i < end; i++) crc = (crcTable[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    if ((crc ^ -1) >>> 0 !== view.getUint32(end)) return false;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === "IDAT") data.push(bytes.subarray(at + 8, end));
    if (type === "PLTE") hasPalette = true;
    if (type === "IEND") isEnded = true;
    at = end + 4;
  }
  if (!isEnded || data.length === 0 || (bytes[25] === 3 && !hasPalette)) return false;
  return unpacksTo(data, rowBytes(width, height, depth * colour.channels, interlace === 1));
}

// Adam7: first pixel and step of each pass.
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function rowBytes(width: number, height: number, bits: number, isInterlaced: boolean): number {
  const rows = (w: number, h: number) => (w <= 0 || h <= 0 ? 0 : h * (1 + Math.ceil((w * bits) / 8)));
  if (!isInterlaced) return rows(width, height);
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

/** Counts what the data unpack to, and stops as soon as it is too much. */
function unpacksTo(data: readonly Uint8Array[], wanted: number): boolean {
  let count = 0;
  try {
    const unpacker = new Unzlib((chunk) => {
      count += chunk.length;
    });
    const step = 1 << 16;
    for (const [i, part] of data.entries()) {
      for (let from = 0; from < Math.max(1, part.length); from += step) {
        const isLast = i === data.length - 1 && from + step >= part.length;
        unpacker.push(part.subarray(from, from + step), isLast);
        if (count > wanted + step) return false;
      }
    }
  } catch {
    return false;
  }
  return count >= wanted;
}

/** Frame, colours and end of a JPEG (ITU-T T.81, annex B). */
function readJpeg(bytes: Uint8Array): Pixels | Unusable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return damaged;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (marker > 0xc2)
        return { reason: "it is a JPEG of a rare kind that few programs read", help: "save it again as a usual JPEG" };
      if (bytes[at + 4] !== 8)
        return { reason: `it has ${bytes[at + 4]} bits a colour`, help: "save it with 8 bits a colour" };
      const components = bytes[at + 9];
      if (components === 4) return { reason: "it is a CMYK JPEG", help: "save it in RGB" };
      if (components !== 1 && components !== 3) return damaged;
      if (!isEnded(bytes)) return { reason: "its file was cut off", help: "fetch or save it again" };
      return { type: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += marker >= 0xd0 && marker <= 0xd8 ? 2 : 2 + view.getUint16(at + 2);
  }
  return damaged;
}

/** Programs may write a little after the end, so that it is looked for and not expected last. */
function isEnded(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= 2; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
