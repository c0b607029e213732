// Version numbers as numbers: 3.10 comes after 3.9, 01 equals 1.

/** A version without its v: "v1.2" and "1.2" are the same. */
export function bareVersion(version: string): string {
  return version.replace(/^v/i, "");
}

function parts(version: string): readonly number[] {
  return bareVersion(version).split(".").map(Number);
}

/** Negative when `a` comes before `b`; a part left out counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when one part grew by one and every part after it starts again at 0, or at 1 where it is new. */
export function follows(before: string, after: string): boolean {
  const old = parts(before);
  const now = parts(after);
  const at = now.findIndex((part, i) => part !== (old[i] ?? 0));
  if (at < 0) return false;
  return now[at] === (old[at] ?? 0) + 1 && now.slice(at + 1).every((part) => part === 0);
}
