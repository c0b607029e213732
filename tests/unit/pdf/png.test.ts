import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readPixels } from "../../../src/picture/pixels.ts";
import { openPaper } from "../../../src/render/pdf/paper.ts";
import { embedPng } from "../../../src/render/pdf/png.ts";
import { square, torture } from "../../support/torture.ts";

function chunk(type: string, content: readonly number[] | Uint8Array): number[] {
  const body = [...type].map((c) => c.charCodeAt(0)).concat([...content]);
  let crc = -1;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const number = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return [...number(content.length), ...body, ...number((crc ^ -1) >>> 0)];
}

/** A PNG 2 by 2 from its raw rows. */
function png(bits: number, colour: number, raw: readonly number[], extra: readonly number[] = []): Uint8Array {
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, bits, colour, 0, 0, 0]),
    ...extra,
    ...chunk("IDAT", zlibSync(Uint8Array.from(raw))),
    ...chunk("IEND", []),
  ]);
}

const embedded = (bytes: Uint8Array) => embedPng(openPaper(torture()), bytes)?.data;

describe("PNG", () => {
  test.each([
    ["grey", png(8, 0, [0, 1, 2, 0, 3, 4]), "DeviceGray", false],
    ["one bit", png(1, 0, [0, 0b10000000, 0, 0b01000000]), "DeviceGray", false],
    ["RGB, filtered", png(8, 2, [1, 1, 2, 3, 1, 1, 1, 2, 0, 0, 0, 9, 9, 9]), "DeviceRGB", false],
    ["16 bits", png(16, 0, [0, 1, 0, 2, 0, 0, 3, 0, 4, 0]), "DeviceGray", false],
    ["grey with alpha", png(8, 4, [0, 1, 255, 2, 0, 4, 3, 1, 4, 2]), "DeviceGray", true],
    ["RGB with alpha", square, "DeviceRGB", true],
    [
      "RGB with a clear colour",
      png(8, 2, [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6], chunk("tRNS", [0, 1, 0, 2, 0, 3])),
      "DeviceRGB",
      true,
    ],
  ])("%s", (_, bytes, space, masked) => {
    expect(readPixels(bytes)).toMatchObject({ type: "png" });
    const data = embedded(bytes);
    expect(data).toMatchObject({ Width: 2, Height: 2, BitsPerComponent: 8, ColorSpace: space });
    expect(data && "SMask" in data).toBe(masked);
  });

  test("a palette is kept, with its transparency", () => {
    const palette = chunk("PLTE", [1, 2, 3, 4, 5, 6]);
    const data = embedded(png(8, 3, [0, 0, 1, 0, 1, 0], [...palette, ...chunk("tRNS", [0])]));
    expect(data).toMatchObject({ ColorSpace: ["Indexed", "DeviceRGB", 1, Uint8Array.of(1, 2, 3, 4, 5, 6)] });
    expect(data && "SMask" in data).toBe(true);
  });

  test("damaged data is found before it is painted, and never throws", () => {
    const broken = Uint8Array.from(square);
    broken[45] = (broken[45] ?? 0) ^ 255;
    expect(readPixels(broken)).toMatchObject({ reason: "its file is damaged" });
    expect(() => embedded(broken)).not.toThrow();
  });
});
