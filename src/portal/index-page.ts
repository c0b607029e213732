// The first page: programmes and their documents.
import type { Paper, PaperProgramme } from "../../schemas/papers.ts";
import { type Frame, framed, indexPath, otherLanguage } from "./frame.ts";
import { href } from "./links.ts";
import { type Element, h } from "./markup.ts";
import { pageOf, statusTag } from "./parts.ts";
import { classificationWords, date, documents, siteTitle } from "./words.ts";

/** Text of the first page. */
export function indexPage(programmes: readonly PaperProgramme[], frame: Frame): string {
  const shown = programmes.filter(({ papers }) => papers.length > 0);
  const total = shown.reduce((n, { papers }) => n + papers.length, 0);
  const content = [
    h("h1", {}, siteTitle),
    h(
      "p",
      { class: "lead" },
      total === 0
        ? "No document is published here."
        : `${documents(total)}, each with its files, its status and its earlier versions.`,
    ),
    ...shown.map(programme),
  ];
  return framed({ path: indexPath, title: siteTitle, trail: [], content }, frame);
}

function programme({ folder, title, organisations, papers }: PaperProgramme): Element {
  return h(
    "section",
    { "aria-labelledby": folder },
    h("h2", { id: folder }, title),
    organisations.length > 0 ? h("p", { class: "quiet" }, organisations.join("; ")) : undefined,
    h("ul", { class: "papers" }, papers.map(entry)),
  );
}

function entry(paper: Paper): Element {
  const { kind, title, status, version, language } = paper;
  const next = paper.meetings.find(({ state }) => state === "planned");
  return h(
    "li",
    {},
    h(
      "h3",
      {},
      h(
        "a",
        { href: href(indexPath, pageOf(paper)) },
        `${kind}: `,
        h("span", { lang: otherLanguage(language) }, title),
      ),
    ),
    h(
      "p",
      {},
      statusTag(status),
      ` Version ${version}, `,
      date(paper.date),
      ...(next ? [`. Next: ${next.meeting}, `, date(next.date)] : []),
      ".",
      ...(paper.classification === "public"
        ? []
        : [" ", h("strong", { class: "tag closed" }, classificationWords[paper.classification][0])]),
    ),
  );
}
