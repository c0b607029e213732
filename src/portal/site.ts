// A site of papers as texts by path. Files that can be taken are copied beside them; this says where each stands.
import { type PaperProgramme, type Papers, papersVersion } from "../../schemas/papers.ts";
import { feed } from "./feed.ts";
import { formatsPage, hasContacts } from "./formats-page.ts";
import { feedPath, formatsPath, indexPath, stylePath } from "./frame.ts";
import { indexPage } from "./index-page.ts";
import { paperPage } from "./paper-page.ts";
import { pageOf } from "./parts.ts";
import { style } from "./style.ts";

export interface Site {
  /** In order; documents of each in the order shown. */
  readonly programmes: readonly PaperProgramme[];
  /** Address of the site's folder; a feed is written where it is known. */
  readonly base?: string | undefined;
}

/** Every page of a site and its style, as texts by path. The same papers give the same bytes. */
export function pages({ programmes, base }: Site): ReadonlyMap<string, string> {
  const frame = { formats: hasContacts(programmes), feed: base !== undefined };
  const made = new Map<string, string>();
  for (const programme of programmes)
    for (const paper of programme.papers) made.set(pageOf(paper), paperPage(paper, programme, frame));
  const formats = formatsPage(programmes, frame);
  if (formats !== undefined) made.set(formatsPath, formats);
  if (base !== undefined) made.set(feedPath, feed(programmes, base));
  made.set(stylePath, style);
  return made.set(indexPath, indexPage(programmes, frame));
}

/** The catalogue: what the site holds, and which files are its own. */
export function catalogue(programmes: readonly PaperProgramme[], own: Papers["pages"]): string {
  const papers: Papers = { format: "fivecase papers", version: papersVersion, programmes: [...programmes], pages: own };
  return `${JSON.stringify(papers, null, 2)}\n`;
}
