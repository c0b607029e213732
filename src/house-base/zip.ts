// Opens a zip file that somebody else made: its list is read strictly, and no part can unpack to more than it says.
import { Inflate } from "fflate";
import { crc32 } from "./crc32.ts";
import { damaged, largestFile, Refused, saveAgain, tooLarge } from "./refusal.ts";

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
}

const largestPart = 16 * 1024 * 1024;
const largestWhole = 200 * 1024 * 1024;
const mostEntries = 2000;
/** Text of Word packs to a tenth or a twentieth; a part that says it packs better was made to fill a disk. */
const highestRatio = 150;
/** Smaller parts may pack however well: a blank picture does. */
const suspicious = 10 * 1024 * 1024;

/** Entries by name, or a `Refused`. */
export function readEntries(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  if (bytes.byteLength > largestFile) throw tooLarge(bytes.byteLength);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new Refused("it is an old Word file (.doc), or one with a password", saveAgain);
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused("it is not a Word document (.docx)");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new Refused(`it holds ${count} files, and at most ${mostEntries} are read`);
  const entries = new Map<string, Entry>();
  let whole = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const entry: Entry = {
      name: nameAt(bytes, at + 46, name ?? 0),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refused("it is locked with a password");
    whole += judge(entry);
    if (entries.has(entry.name)) throw damaged();
    entries.set(entry.name, entry);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  if (whole > largestWhole) throw bomb();
  return entries;
}

/** Content of an entry. */
export function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.size > largestPart) throw new Refused(`${entry.name} in it is too large to be a part with styles`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed, size, method } = entry;
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== 0x04034b50) throw damaged();
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.byteLength) throw damaged();
  const raw = bytes.subarray(from, from + packed);
  const content = method === 0 ? raw : inflated(raw, size);
  if (content.byteLength !== size || crc32(content) !== entry.crc) throw damaged();
  return content;
}

/** In small steps, so that a part which unpacks to more than it says is left at once. */
function inflated(raw: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.byteLength > size) throw damaged();
    content.set(chunk, filled);
    filled += chunk.byteLength;
  });
  const step = 4096;
  try {
    for (let at = 0; at < raw.byteLength; at += step) {
      inflate.push(raw.subarray(at, at + step), at + step >= raw.byteLength);
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged();
  }
  return content.subarray(0, filled);
}

function judge({ name, method, packed, size }: Entry): number {
  if (/^([/\\]|[a-z]:)|\\|(^|\/)\.\.(\/|$)/i.test(name) || [...name].some((sign) => sign < " ")) {
    throw new Refused(`it holds a file with the path "${name.slice(0, 60)}", which leads out of it`);
  }
  if (method !== 0 && method !== 8) throw damaged();
  if (size > suspicious && size > packed * highestRatio) throw bomb();
  return size;
}

function endOfList(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder("utf-8").decode(bytes.subarray(at, at + length));
}

function bomb(): Refused {
  return new Refused("it would unpack to far more than a document needs");
}
