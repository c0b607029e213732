// Styles of the file's own that nothing in it uses and nobody is offered for writing would only lengthen Word's lists.

/** Adds the styles that a part uses. */
export function addStylesIn(xml: string, used: Set<string>): void {
  const use = /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g;
  for (let found = use.exec(xml); found; found = use.exec(xml)) used.add(found[1] ?? "");
}

/** Adds the styles of the other levels of a list, where one of its levels is used. */
export function addLevelsIn(xml: string, used: Set<string>): void {
  for (const [text] of xml.matchAll(/<w:abstractNum\b.*?<\/w:abstractNum>/gs)) {
    const levels = [...text.matchAll(/<w:pStyle w:val="([^"]*)"/g)].map((match) => match[1] ?? "");
    if (levels.some((id) => used.has(id))) for (const id of levels) used.add(id);
  }
}

interface Style {
  readonly text: string;
  readonly id: string;
  /** Styles that it names. */
  readonly needs: readonly string[];
  readonly stays: boolean;
}

const definition = /<w:style\b[^>]*?w:styleId="([^"]*)"[^>]*>.*?<\/w:style>/gs;

/** The part with Word's own styles, those offered for writing, the `used` ones, and what they stand on. */
export function withoutUnused(xml: string, used: ReadonlySet<string>): string {
  const styles = [...xml.matchAll(definition)].map(([text, id = ""]): Style => {
    const needs = [...text.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]*)"/g)].map((match) => match[1] ?? "");
    return { text, id, needs, stays: used.has(id) || !/ w:customStyle="1"/.test(text) || text.includes("<w:qFormat") };
  });
  const byId = new Map(styles.map((style) => [style.id, style]));
  const kept = new Set<string>();
  const waiting = styles.filter(({ stays }) => stays);
  for (let style = waiting.pop(); style; style = waiting.pop()) {
    if (kept.has(style.id)) continue;
    kept.add(style.id);
    for (const id of style.needs) {
      const needed = byId.get(id);
      if (needed) waiting.push(needed);
    }
  }
  return xml.replaceAll(definition, (text, id: string) => (kept.has(id) ? text : ""));
}
