// The lines of a timeline. No clock: only days that are written somewhere.
import { isoOf } from "../../days.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function monthOf(days: number): { readonly year: number; readonly month: number } {
  const [year = 1970, month = 1] = isoOf(days).split("-").map(Number);
  return { year, month };
}

function monthStart(year: number, month: number): number {
  return Math.round(Date.UTC(year, month - 1, 1) / 86_400_000);
}

/** Whole months round the first and last day. */
export function window(first: number, last: number): { readonly from: number; readonly to: number } {
  const start = monthOf(first);
  const end = monthOf(last);
  return { from: monthStart(start.year, start.month), to: monthStart(end.year, end.month + 1) };
}

/** Lines at months up to 15 months, at quarters up to five years, then at years; the first line and each January carry the year. */
export function ticks(from: number, to: number): readonly { readonly day: number; readonly label: string }[] {
  const first = monthOf(from);
  const last = monthOf(to);
  const length = (last.year - first.year) * 12 + last.month - first.month;
  const step = length <= 15 ? 1 : length <= 60 ? 3 : 12;
  const lines: { day: number; label: string }[] = [];
  for (let i = 0; i <= length; i++) {
    const at = monthOf(monthStart(first.year, first.month + i));
    if ((at.month - 1) % step !== 0) continue;
    const name = months[at.month - 1] ?? "";
    const year = step === 12 ? String(at.year) : lines.length === 0 || at.month === 1 ? `${name} ${at.year}` : name;
    lines.push({ day: monthStart(at.year, at.month), label: year });
  }
  return lines;
}
