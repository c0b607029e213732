// Risks on a field of likelihood and impact, each place tinted by its rating and holding the ids of its risks.
import type { HeatMap } from "../document/exhibit.ts";
import { type Brush, blockHeight, labelLeading, labelSize, lines, rectangle, round, words, wrap } from "./brush.ts";
import type { Scene, Shape } from "./scene.ts";

const left = 40;
const widest = 84;
const pad = 5;

export function drawHeatMap(map: HeatMap, width: number, brush: Brush): Scene {
  const { colours } = brush.theme;
  const side = Math.min(widest, (width - left) / map.scale);
  const idsOf = (up: number, across: number) => {
    const place = map.places.find((p) => p.up === up && p.across === across);
    return {
      place,
      ids: place && place.items.length > 0 ? wrap(brush, place.items.join(", "), side - 2 * pad, true) : [],
    };
  };
  const shapes: Shape[] = [];
  shapes.push(words(brush, map.up, 0, labelSize, { bold: true }));
  let y = labelLeading + 6;
  for (let up = map.scale; up >= 1; up--) {
    const row = Array.from({ length: map.scale }, (_, i) => idsOf(up, i + 1));
    const height = Math.max(40, ...row.map((r) => blockHeight(r.ids.length) + labelLeading + 2 * pad + 4));
    shapes.push(
      words(brush, String(up), left - 14, round(y + height / 2 + labelSize * 0.35), { anchor: "end", bold: true }),
    );
    row.forEach(({ place, ids }, i) => {
      if (!place) return;
      const { fill, border, text } = colours.ratings[place.tone];
      const x = round(left + i * side);
      shapes.push(
        rectangle(x + 0.75, y + 0.75, round(side - 1.5), round(height - 1.5), {
          fill,
          stroke: border,
          strokeWidth: 0.75,
        }),
        words(brush, place.score, round(x + side - pad), round(y + pad + labelSize * 0.8), {
          anchor: "end",
          fill: text,
        }),
        ...lines(brush, ids, x + pad, y + pad + labelLeading, { bold: true, fill: colours.text }),
      );
    });
    y = round(y + height);
  }
  y += 5;
  for (let i = 1; i <= map.scale; i++)
    shapes.push(
      words(brush, String(i), round(left + (i - 0.5) * side), round(y + labelSize), { anchor: "middle", bold: true }),
    );
  y += labelLeading + 4;
  shapes.push(
    words(brush, map.across, round(left + (map.scale * side) / 2), round(y + labelSize * 0.9), {
      anchor: "middle",
      bold: true,
    }),
  );
  y += labelLeading + 10;
  let x = left;
  for (const { tone, text } of map.key) {
    const length = 16 + brush.measure(text, labelSize, false);
    if (x > left && x + length > width) {
      x = left;
      y += labelLeading + 4;
    }
    const { fill, border } = colours.ratings[tone];
    shapes.push(
      rectangle(round(x), y, 11, 10, { fill, stroke: border, strokeWidth: 1 }),
      words(brush, text, round(x + 16), round(y + 8.5)),
    );
    x += length + 16;
  }
  return { width, height: round(y + 14), shapes };
}
