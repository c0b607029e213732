/** How often a law is tried: as given where a commit is judged, half as often on a laptop, or as LAW_RUNS says. */
export function runs(usual: number): number {
  const factor = Number(process.env["LAW_RUNS"] ?? (process.env["CI"] === undefined ? "0.5" : "1"));
  return Math.max(1, Math.round(usual * (Number.isFinite(factor) && factor > 0 ? factor : 1)));
}

/** A size that is tried in full where a commit is judged, and a fifth of it on a laptop. */
export function large(size: number): number {
  return process.env["CI"] === undefined ? Math.round(size / 5) : size;
}
