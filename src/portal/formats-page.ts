// Whom to ask for large print, braille or Easy Read.
import type { Contact, Paper, PaperProgramme } from "../../schemas/papers.ts";
import { type Frame, formatsPath, framed, indexPath } from "./frame.ts";
import { href } from "./links.ts";
import { type Element, h } from "./markup.ts";
import { calledBy, contactWords, pageOf } from "./parts.ts";

interface Reachable {
  readonly paper: Paper;
  readonly contact: Contact;
}

/** Documents with somebody who can be asked. */
function reachable(programmes: readonly PaperProgramme[]): readonly Reachable[] {
  return programmes.flatMap(({ papers }) =>
    papers.flatMap((paper) =>
      paper.contact && (paper.contact.email ?? paper.contact.phone) !== undefined
        ? [{ paper, contact: paper.contact }]
        : [],
    ),
  );
}

/** Text of the page; undefined where no document names anybody. */
export function formatsPage(programmes: readonly PaperProgramme[], frame: Frame): string | undefined {
  const known = reachable(programmes);
  if (known.length === 0) return undefined;
  const title = "Documents in other formats";
  const content = [
    h("h1", {}, title),
    h(
      "p",
      { class: "lead" },
      "Each PDF is tagged for screen readers, and each Word file can be set in larger type. If you need large print, braille, Easy Read or another format, ask the contact of the document and name its reference and version.",
    ),
    h("ul", { class: "papers" }, known.map(entry)),
  ];
  const trail = [{ words: "All documents", path: indexPath }];
  return framed({ path: formatsPath, title, trail, content }, frame);
}

/** True where there is somebody to ask. */
export function hasContacts(programmes: readonly PaperProgramme[]): boolean {
  return reachable(programmes).length > 0;
}

function entry({ paper, contact }: Reachable): Element {
  const name = calledBy(paper);
  return h(
    "li",
    {},
    h("p", {}, h("a", { href: href(formatsPath, pageOf(paper)) }, `${paper.kind}: ${paper.title}`)),
    h("p", {}, ...contactWords(contact, name), `. Name it: ${name}.`),
  );
}
