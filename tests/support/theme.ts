import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Theme } from "../../schemas/house.ts";

/** The shipped theme. */
export function councilTheme(): Theme {
  return Theme.parse(parse(readFileSync(new URL("../../templates/themes/council.yaml", import.meta.url), "utf8")));
}
