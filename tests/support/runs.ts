/** How often a law is tried: as given on a laptop, many times as often where LAW_RUNS says so. */
export function runs(usual: number): number {
  const factor = Number(process.env["LAW_RUNS"] ?? "1");
  return Math.max(1, Math.round(usual * (Number.isFinite(factor) && factor > 0 ? factor : 1)));
}
