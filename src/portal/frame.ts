// What all pages share: head, skip link, landmarks.
import { href } from "./links.ts";
import { type Element, h, htmlPage, type Markup } from "./markup.ts";
import { siteTitle } from "./words.ts";

export const indexPath = "index.html";
export const stylePath = "style.css";
export const formatsPath = "other-formats.html";
export const feedPath = "feed.atom";

/** Facts of the whole site that its pages show. */
export interface Frame {
  /** True when there is a page on other formats. */
  readonly formats: boolean;
  /** True when there is a feed. */
  readonly feed: boolean;
}

export interface Page {
  readonly path: string;
  readonly title: string;
  /** Language of the title, where it is not English. */
  readonly language?: string | undefined;
  /** Where the page stands, from the top; empty for the first page. */
  readonly trail: readonly { readonly words: string; readonly path: string }[];
  readonly content: readonly Element[];
}

/** Text of a page. */
export function framed(page: Page, frame: Frame): string {
  const to = (path: string) => href(page.path, path);
  const feed = { rel: "alternate", type: "application/atom+xml", href: to(feedPath) };
  const root = h(
    "html",
    { lang: "en-GB" },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", {}, page.path === indexPath ? siteTitle : `${page.title} – ${siteTitle}`),
      h("link", { rel: "stylesheet", href: to(stylePath) }),
      frame.feed ? h("link", feed) : undefined,
    ),
    h(
      "body",
      {},
      h("a", { class: "skip", href: "#content" }, "Skip to the content"),
      h("header", { class: "top" }, h("p", {}, h("a", { href: to(indexPath) }, siteTitle))),
      page.trail.length === 0 ? undefined : trail(page),
      h("main", { id: "content", tabindex: "-1" }, page.content),
      h(
        "footer",
        { class: "foot" },
        frame.formats
          ? h("p", {}, h("a", { href: to(formatsPath) }, "Ask for a document in another format"))
          : undefined,
        h("p", {}, "Made by fivecase from the sources of each document."),
      ),
    ),
  );
  return htmlPage(root);
}

function trail({ path, title, language, trail }: Page): Element {
  const steps = trail.map((step) => h("li", {}, h("a", { href: href(path, step.path) }, step.words)));
  const here = h("li", { "aria-current": "page", lang: language }, title);
  return h("nav", { class: "trail", "aria-label": "You are here" }, h("ol", {}, steps, here));
}

/** A table that may be wider than a narrow screen: it can then be scrolled, by keyboard too. */
export function wideTable(
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Markup[])[],
): Element {
  const head = columns.map((words) => h("th", { scope: "col" }, words));
  return h(
    "section",
    { class: "wide", "aria-labelledby": id, tabindex: "0" },
    h(
      "table",
      {},
      h("caption", { id }, caption),
      h("thead", {}, h("tr", {}, head)),
      h(
        "tbody",
        {},
        rows.map(([first, ...others]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, first),
            others.map((cell) => h("td", {}, cell)),
          ),
        ),
      ),
    ),
  );
}

/** The language of words, where it is not that of the page. */
export function otherLanguage(language: string): string | undefined {
  return /^en(-|$)/i.test(language) ? undefined : language;
}
