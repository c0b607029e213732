// Whether a picture's bytes can be painted: PNG, or JPEG in grey or RGB.

/** Components of a JPEG, from its frame header; undefined when there is none. */
function jpegComponents(bytes: Uint8Array): number | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return bytes[at + 9];
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return undefined;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Whether every chunk of a PNG has the checksum it says, and there is image data. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = pngSignature.length;
  let hasImage = false;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return false;
    let crc = -1;
    for (let i = at + 4; i < end; i++) crc = (crcTable[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    if ((crc ^ -1) >>> 0 !== view.getUint32(end)) return false;
    const type = view.getUint32(at + 4);
    if (type === 0x49444154) hasImage = true;
    if (type === 0x49454e44) return hasImage;
    at = end + 4;
  }
  return false;
}

/** Why a picture cannot be painted, or undefined when it can. */
export function unusable(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return "its file is missing";
  if (pngSignature.every((byte, index) => bytes[index] === byte)) {
    return isWholePng(bytes) ? undefined : "its file is damaged";
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const components = jpegComponents(bytes);
    if (components === 1 || components === 3) return undefined;
    return components === 4 ? "it is a CMYK JPEG" : "its file is damaged";
  }
  return "it is neither PNG nor JPEG";
}
