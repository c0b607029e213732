/** How often a law is tried: as given on a laptop, many times as often where LAW_RUNS says so. */
export function runs(usual: number): number {
  const factor = Number(process.env["LAW_RUNS"] ?? "1");
  return Math.max(1, Math.round(usual * (Number.isFinite(factor) && factor > 0 ? factor : 1)));
}

/** A size that is tried in full where a commit is judged, and a fifth of it on a laptop. */
export function large(size: number): number {
  return process.env["CI"] === undefined ? Math.round(size / 5) : size;
}
