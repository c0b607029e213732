// Ids that no other thing in the whole package has; the library counts on through a process, or draws at random.

/** What has been numbered so far. */
export interface Counts {
  /** Names of hidden bookmarks that are in the package. */
  readonly marks: Set<string>;
  readonly paragraphs: Set<number>;
  bookmarks: number;
  drawings: number;
  pictures: number;
  shapes: number;
}

/** Nothing numbered yet. */
export function startCounts(): Counts {
  return { marks: new Set(), paragraphs: new Set(), bookmarks: 0, drawings: 0, pictures: 0, shapes: 0 };
}

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** A paragraph's id from its name, by 32-bit FNV-1a; eight hexadecimal digits, below the 80000000 where Word's own end. */
export function paragraphId(name: string, { paragraphs }: Counts): string {
  let id = hash(name) & 0x7fffffff;
  while (id === 0 || paragraphs.has(id)) id = (id + 1) & 0x7fffffff;
  paragraphs.add(id);
  return hexadecimal(id);
}

/** The same eight digits for the same text. */
export function digits(text: string): string {
  return hexadecimal(hash(text) & 0x7fffffff);
}

function hash(text: string): number {
  let mixed = offsetBasis;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), prime);
  return mixed ^ (mixed >>> 15);
}

function hexadecimal(id: number): string {
  return id.toString(16).toUpperCase().padStart(8, "0");
}
