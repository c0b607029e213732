// The last stage before the outputs: a model and a template to the finished document.

import type { DocumentModel, Model } from "../compute/model.ts";
import { formatDate, formatWhen } from "../compute/numbers/date.ts";
import type { Control } from "../control/control.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { digestBytes } from "../document/digest.ts";
import type { AssetFact, Document, Marks, PageSection, Properties, Running } from "../document/document.ts";
import { visitBlocks } from "../document/visit.ts";
import { judge } from "../picture/judge.ts";
import { ok, type Result } from "../result.ts";
import type { Span } from "../source.ts";
import { anchorId } from "./anchors.ts";
import { assemble } from "./assemble.ts";
import { fillAudits } from "./audit.ts";
import { type Context, emptyNotebook } from "./context.ts";
import { checkEmptySections } from "./empty-sections.ts";
import { organisation, person } from "./names.ts";
import { number } from "./number.ts";
import { dataBlocks, dataInlines } from "./read-markdown.ts";
import { resolve } from "./resolve.ts";
import { schemeOf } from "./scheme.ts";
import { runTemplate } from "./template.ts";
import { versionLine } from "./version-line.ts";
import type { View } from "./view.ts";
import { views as shippedViews } from "./views/index.ts";
import { classificationWords, kindWords } from "./views/words.ts";

/** Composes one document of a programme; what is wrong is reported, and the best tree there is comes back. */
export function compose(
  model: Model,
  documentId: string,
  control: Control,
  views: Readonly<Record<string, View>> = shippedViews,
): Result<Document> {
  const document = model.documents.get(documentId);
  if (!document) throw new Error(`compose was asked for a document that the model does not have: ${documentId}`);
  const context = contextOf(model, document, control, views);
  const scheme = schemeOf(document.document.house, document.document.front.kind);
  const skeleton = runTemplate(context);
  const sections = skeleton ? assemble(context, skeleton) : [];
  const { sections: resolved, footnotes } = resolve(context, number(context, sections, scheme));
  checkEmptySections(context, resolved);
  const finished = fillAudits(context, resolved, footnotes);
  const { front } = document.document;
  const made: Document = {
    id: `${model.case.id}/${documentId}`,
    language: front.language ?? model.case.programme.language ?? "en-GB",
    origin: frontMatter(context),
    properties: propertiesOf(context),
    running: runningOf(context),
    marks: marksOf(control),
    headingScheme: scheme.levels,
    sections: finished,
    footnotes,
    assets: assetsOf(context, finished),
  };
  return ok(
    made,
    context.problems.filter((found) => !leansOnBroken(found, document)),
  );
}

/** From the opening `---` to the closing one. */
function frontMatter({ model, document }: Context): Span {
  const { file, opening } = document.document;
  const end = model.case.sources.files.get(file)?.text.indexOf("\n---", opening.end) ?? -1;
  return end === -1 ? opening : { ...opening, end };
}

/** What a template asks for depends on the front matter; where that could not be read, nobody can say what is missing. */
function leansOnBroken(found: Diagnostic, { document }: DocumentModel): boolean {
  const asked = ["*", "kind", "omits", "projects", "purpose", "profile"].some((key) => document.broken.has(key));
  return asked && (found.code.startsWith("template/") || found.code === "document/answer-before-prompt");
}

/** What composing one document can see, with nothing composed yet. */
export function contextOf(
  model: Model,
  document: DocumentModel,
  control: Control,
  views: Readonly<Record<string, View>>,
): Context {
  const { dates } = document.document.house;
  const context: Context = {
    model,
    document,
    control,
    views,
    kit: {
      inlines: (markdown, origin) => dataInlines(context, markdown, origin),
      blocks: (markdown, origin) => dataBlocks(context, markdown, origin),
      date: (when, style) =>
        typeof when === "string" ? formatDate(when, style, dates) : formatWhen(when, style, dates),
      anchor: anchorId,
    },
    problems: [],
    notebook: emptyNotebook(),
  };
  return context;
}

function propertiesOf(context: Context): Properties {
  const { front, house } = context.document.document;
  const { programme } = context.model.case;
  return {
    title: front.title,
    subject: kindWords[front.kind],
    kind: front.kind,
    programme: programme.programme,
    organisations: Object.keys(programme.organisations).map((id) => organisation(context, id)),
    authors: front.authors.map((id) => person(context, id)),
    owners: front.owners.map((id) => person(context, id)),
    version: front.version,
    status: context.control.status.name,
    date: front.date,
    dateText: formatDate(front.date, "full", house.dates),
    classification: front.classification,
    ...(front.marking ? { marking: front.marking.text } : {}),
    keywords: front.keywords ?? [],
  };
}

function runningOf(context: Context): Running {
  const { front } = context.document.document;
  const { programme } = context.model.case;
  const { marks } = context.control;
  const classified = front.classification === "public" ? "" : classificationWords[front.classification];
  return {
    headerLeft: front.title.length <= 60 ? front.title : (programme.short ?? programme.programme),
    footerLeft: versionLine(front.version, context.control),
    footerCentre: [classified, marks.marking ?? ""].filter((words) => words !== "").join(" · "),
    firstPage: front["first-page"] ?? 1,
  };
}

function marksOf(control: Control): Marks {
  const { watermark, marking } = control.marks;
  return { ...(watermark === undefined ? {} : { watermark }), ...(marking === undefined ? {} : { marking }) };
}

// Every picture of the tree, with what the outputs must know of it.
function assetsOf(context: Context, sections: readonly PageSection[]): Readonly<Record<string, AssetFact>> {
  const { binaries } = context.model.case.sources;
  const facts = new Map<string, AssetFact>();
  const note = (id: string) => {
    const bytes = binaries.get(id);
    const fact = bytes && judge(bytes, id).fact;
    if (bytes && fact) facts.set(id, { ...fact, digest: digestBytes(bytes) });
  };
  for (const section of sections)
    visitBlocks(section.blocks, {
      block: (block) => {
        if (block.type === "picture") note(block.asset);
        if (block.type === "cover") for (const logo of block.logos) note(logo.asset);
      },
    });
  return Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
