// Pieces that several pages show.
import type { Contact, Paper, PaperFile } from "../../schemas/papers.ts";
import { type StatusFacts, statusFacts } from "../control/status.ts";
import { href, mailTo } from "./links.ts";
import { type Element, h, type Markup } from "./markup.ts";
import { fileFacts } from "./words.ts";

/** Path of a document's page. */
export function pageOf({ folder }: Paper): string {
  return `${folder}/index.html`;
}

/** A part of a page under a heading of its own. */
export function part(
  id: string,
  title: string,
  ...content: readonly (Markup | undefined | readonly Markup[])[]
): Element {
  return h("section", { "aria-labelledby": id }, h("h2", { id }, title), ...content);
}

/** "Outline business case, version 2.0 (PDF, 634 KB, 70 pages)". */
export function fileLink(paper: Paper, file: PaperFile, version: string): Element {
  const words = `${paper.kind}, version ${version} (${fileFacts(file)})`;
  return h("a", { href: href(pageOf(paper), file.path) }, words);
}

/** Whom to ask, with links. */
export function contactWords({ name, email, phone }: Contact, subject: string): readonly Markup[] {
  const address = email === undefined ? undefined : mailTo(email, subject);
  return [
    name,
    ...(email === undefined ? [] : [", ", address === undefined ? email : h("a", { href: address }, email)]),
    ...(phone === undefined ? [] : [`, ${phone}`]),
  ];
}

/** How a document is named to somebody who is asked for it. */
export function calledBy({ reference, kind, title, version }: Paper): string {
  return `${reference ?? `${kind}: ${title}`}, version ${version}`;
}

/** Look of a status: done with, settled, still with its authors, or waiting for a decision. */
function look({ marking, approved, watermark }: StatusFacts): string {
  if (marking !== undefined) return "closed";
  if (approved) return "settled";
  return watermark === undefined ? "ready" : "open";
}

/** The status as a word in a box. */
export function statusTag(status: Paper["status"]): Element {
  return h("strong", { class: `tag ${look(statusFacts(status))}` }, statusFacts(status).name);
}
