// An Atom feed of the versions that are on the site, newest first. Its dates are those of the documents.
import type { PaperProgramme } from "../../schemas/papers.ts";
import { statusFacts } from "../control/status.ts";
import { feedPath, indexPath } from "./frame.ts";
import { href } from "./links.ts";
import { h, xmlDocument } from "./markup.ts";
import { pageOf } from "./parts.ts";
import { siteTitle, statusSentence } from "./words.ts";

/** Text of the feed; `base` is the address of the site's folder. */
export function feed(programmes: readonly PaperProgramme[], base: string): string {
  const address = (path: string) => `${base.replace(/\/+$/, "")}/${href(indexPath, path)}`;
  const papers = programmes
    .flatMap((programme) => programme.papers.map((paper) => ({ programme, paper })))
    .sort((a, b) => (a.paper.date < b.paper.date ? 1 : a.paper.date > b.paper.date ? -1 : 0));
  const updated = (date: string) => h("updated", {}, `${date}T00:00:00Z`);
  return xmlDocument(
    h(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en-GB" },
      h("title", {}, siteTitle),
      h("id", {}, address(indexPath)),
      h("link", { rel: "self", type: "application/atom+xml", href: address(feedPath) }),
      h("link", { rel: "alternate", type: "text/html", href: address(indexPath) }),
      updated(papers[0]?.paper.date ?? "1970-01-01"),
      papers.map(({ programme, paper }) =>
        h(
          "entry",
          {},
          h("title", {}, `${paper.kind}: ${paper.title}, version ${paper.version} (${statusFacts(paper.status).name})`),
          h("id", {}, `${address(pageOf(paper))}#v${paper.version}`),
          h("link", { rel: "alternate", type: "text/html", href: address(pageOf(paper)) }),
          updated(paper.date),
          h("author", {}, h("name", {}, programme.organisations.join(", ") || programme.title)),
          h("summary", {}, statusSentence(paper)),
        ),
      ),
    ),
  );
}
