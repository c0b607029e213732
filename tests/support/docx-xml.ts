// XML of an Office part as a tree, for tests that look at what stands in what.

export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Node | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Node | string)[];
}

/** The element that a part consists of. */
export function readXml(xml: string): Node {
  const root: Open = { name: "", attributes: new Map(), children: [] };
  const open: Open[] = [root];
  for (const [token] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
    const at = open.at(-1) ?? root;
    if (!token.startsWith("<")) at.children.push(decoded(token));
    else if (token.startsWith("</")) open.pop();
    else if (!token.startsWith("<?") && !token.startsWith("<!")) {
      const made: Open = { name: /^<([^\s/>]+)/.exec(token)?.[1] ?? "", attributes: attributesOf(token), children: [] };
      at.children.push(made);
      if (!token.endsWith("/>")) open.push(made);
    }
  }
  return root.children.find((child) => typeof child !== "string") ?? root;
}

function attributesOf(token: string): ReadonlyMap<string, string> {
  return new Map(
    [...token.matchAll(/\s([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key ?? "", decoded(value ?? "")]),
  );
}

/** Child elements. */
export function elements(node: Node): readonly Node[] {
  return node.children.filter((child): child is Node => typeof child !== "string");
}

/** The first child element of a name, by a path of names. */
export function child(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => at && elements(at).find((c) => c.name === name), node);
}

/** `w:val` of the child at the end of a path. */
export function val(node: Node | undefined, ...path: readonly string[]): string | undefined {
  return child(node, ...path)?.attributes.get("w:val");
}

/** All elements of some names below one, in order; what stands in one of `not` is left out. */
export function all(node: Node, names: readonly string[], not: readonly string[] = []): readonly Node[] {
  return elements(node).flatMap((c) => [
    ...(names.includes(c.name) ? [c] : []),
    ...(not.includes(c.name) ? [] : all(c, names, not)),
  ]);
}

/** Words of a paragraph or of anything larger; what is drawn in it has none. */
export function wordsOf(node: Node): string {
  return elements(node)
    .map((c) => {
      if (c.name === "w:t") return c.children.join("");
      if (c.name === "w:tab" || c.name === "w:br") return " ";
      if (["w:drawing", "w:pict", "w:pPr", "w:rPr", "w:instrText"].includes(c.name)) return "";
      return wordsOf(c);
    })
    .join("");
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll("&amp;", "&");
}
