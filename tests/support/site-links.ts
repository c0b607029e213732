// Follows the links of a site's pages by their text.
import { posix } from "node:path";

export interface FoundLink {
  readonly page: string;
  readonly href: string;
}

/** What links and style sheets of a page lead to. */
export function linksOf(page: string, text: string): readonly FoundLink[] {
  return [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((m) => ({ page, href: unescaped(m[1] ?? "") }));
}

/** Links that lead nowhere: to a file that is not there, or to a place that its page does not have. */
export function deadLinks(pages: ReadonlyMap<string, string>, exists: (path: string) => boolean): readonly string[] {
  return [...pages].flatMap(([page, text]) =>
    linksOf(page, text)
      .filter(({ href }) => !/^(mailto:|https?:)/.test(href))
      .filter(({ href }) => {
        const [path = "", fragment] = href.split("#");
        const target = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
        if (!pages.has(target) && !exists(target)) return true;
        return fragment !== undefined && !(pages.get(target) ?? "").includes(`id="${fragment}"`);
      })
      .map(({ href }) => `${page}: ${href}`),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
