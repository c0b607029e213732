// Short names for long contents: the same content has the same name in every run. They tell apart what nobody makes alike on purpose.

const half = 36 ** 6;

/** Twelve letters and digits of a text. */
export function digest(text: string): string {
  return mixed(text.length, (i) => text.charCodeAt(i));
}

/** The same of bytes. */
export function digestBytes(bytes: Uint8Array): string {
  return mixed(bytes.length, (i) => bytes[i] ?? 0);
}

/** The two 32-bit halves that cyrb53 mixes (github.com/bryc/code, public domain). */
function mixed(length: number, codeAt: (i: number) => number): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < length; i++) {
    const code = codeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a, b].map((part) => ((part >>> 0) % half).toString(36).padStart(6, "0")).join("");
}
