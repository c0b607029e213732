import { zlibSync } from "fflate";
import { expect, test } from "vitest";
import { readPixels } from "../../../src/picture/pixels.ts";
import { square } from "../../support/torture.ts";

const ascii = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));

function chunk(type: string, content: ArrayLike<number>): readonly number[] {
  const body = [...ascii(type), ...Array.from(content)];
  let crc = -1;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const number = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return [...number(content.length), ...body, ...number((crc ^ -1) >>> 0)];
}

function png(size: readonly [number, number], look: readonly number[], raw: ArrayLike<number>): Uint8Array {
  const four = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [...four(size[0]), ...four(size[1]), ...look]),
    ...chunk("IDAT", zlibSync(Uint8Array.from(raw))),
    ...chunk("IEND", []),
  ]);
}

/** A JPEG's frame: kind, bits, components. */
const jpeg = (kind: number, bits: number, components: number, end: readonly number[] = [0xff, 0xd9]) =>
  Uint8Array.from([0xff, 0xd8, 0xff, kind, 0, 17, bits, 0, 4, 0, 8, components, ...new Array(12).fill(1), ...end]);

test.each([
  ["grey PNG", png([2, 2], [8, 0, 0, 0, 0], [0, 1, 2, 0, 3, 4]), { type: "png", width: 2, height: 2 }],
  ["16-bit PNG", png([1, 1], [16, 0, 0, 0, 0], [0, 1, 2]), { type: "png", width: 1, height: 1 }],
  ["interlaced PNG", png([2, 2], [8, 0, 0, 0, 1], [0, 1, 0, 2, 0, 3, 4]), { type: "png", width: 2, height: 2 }],
  ["baseline JPEG", jpeg(0xc0, 8, 3), { type: "jpeg", width: 8, height: 4 }],
  ["progressive grey JPEG", jpeg(0xc2, 8, 1), { type: "jpeg", width: 8, height: 4 }],
])("%s can be placed", (_, bytes, found) => {
  expect(readPixels(bytes)).toEqual(found);
});

test.each([
  ["cut PNG", square.subarray(0, 40), /damaged/],
  ["PNG with a wrong checksum", square.map((b, i) => (i === 45 ? b ^ 255 : b)), /damaged/],
  ["PNG with too few rows", png([2, 9], [8, 0, 0, 0, 0], [0, 1, 2]), /damaged/],
  ["PNG that unpacks without end", png([1, 1], [8, 0, 0, 0, 0], new Uint8Array(9_000_000)), /damaged/],
  ["PNG of a depth that there is not", png([1, 1], [3, 0, 0, 0, 0], [0, 1]), /damaged/],
  ["PNG of no size", png([0, 4], [8, 0, 0, 0, 0], []), /no size/],
  ["PNG of too many pixels", png([90_000, 90_000], [8, 0, 0, 0, 0], []), /90000 × 90000 pixels/],
  ["CMYK JPEG", jpeg(0xc0, 8, 4), /CMYK/],
  ["12-bit JPEG", jpeg(0xc1, 12, 3), /12 bits/],
  ["lossless JPEG", jpeg(0xc3, 8, 3), /rare kind/],
  ["cut JPEG", jpeg(0xc0, 8, 3, []), /cut off/],
  ["JPEG without a frame", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /damaged/],
  ["WebP", ascii("RIFF....WEBPVP8 "), /WebP/],
  ["GIF", ascii("GIF89a"), /GIF/],
  ["TIFF", ascii("II*\0...."), /TIFF/],
  ["AVIF", ascii("\0\0\0 ftypavif"), /AVIF/],
  ["SVG under another name", ascii('<?xml version="1.0"?><svg/>'), /SVG drawing under another name/],
  ["text", ascii("Not a picture."), /it is text/],
  ["nothing", new Uint8Array(), /empty/],
  ["noise", Uint8Array.of(1, 2, 3), /neither PNG nor JPEG/],
])("%s: a clear reason", (_, bytes, reason) => {
  const found = readPixels(bytes);
  expect("reason" in found ? found.reason : "").toMatch(reason);
});
