// Document and faces to pages: first the tree of meaning and the measured words, then pages, then what depends on page numbers.
import type { Theme } from "../../schemas/house.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Assets, Document, PageSection, Table } from "../document/document.ts";
import type { ExhibitContent } from "../document/exhibit.ts";
import type { Scene } from "../exhibit/scene.ts";
import type { Result } from "../result.ts";
import { type Atom, partsOf } from "./flow/atoms.ts";
import { flow } from "./flow/flow.ts";
import type { FlowKit } from "./flow/kit.ts";
import type { Fragment, Layout, Page } from "./fragment.ts";
import type { Faces } from "./metrics.ts";
import { numbered } from "./pages/numbers.ts";
import { type Filled, paginate } from "./pages/paginate.ts";
import { runningMatter, runningWords, watermark } from "./pages/running.ts";
import { prepareBlocks, prepareUncited } from "./prepare/blocks.ts";
import { bodySetting, type PrepareKit } from "./prepare/kit.ts";
import { outlineOf } from "./prepare/outline.ts";
import type { Prepared } from "./prepare/prepared.ts";
import { chaptersOf } from "./prepare/sections.ts";
import { growStructure, pruned } from "./structure.ts";
import { targetsOf } from "./targets.ts";
import { textBuilder } from "./text.ts";
import type { WordRules } from "./word.ts";

interface Draft {
  readonly filled: Filled;
  readonly section: PageSection;
  readonly sectionIndex: number;
  readonly chapter: string;
}

/** Lays a document out; the same arguments give the same pages. `scenes` are the assets that are painted as shapes. */
export function layout(
  document: Document,
  theme: Theme,
  faces: Faces,
  draw: (content: ExhibitContent, width: number) => Scene,
  assets: Assets,
  scenes: ReadonlyMap<string, Scene> = new Map(),
  word?: WordRules,
): Result<Layout> {
  const diagnostics: Diagnostic[] = [];
  const wide = new Set<Table>();
  const structure = growStructure();
  const prepare: PrepareKit = {
    faces,
    theme,
    structure,
    targets: targetsOf(document),
    footnotes: new Map(document.footnotes.map((note) => [note.id, note])),
    notes: new Map(),
    missing: (lacking, origin) =>
      diagnostics.push(report("layout/missing-glyph", origin, lacking, { within: lacking.word })),
    rightToLeft: (words, origin) =>
      diagnostics.push(report("layout/right-to-left", origin, { words }, { within: words })),
    ...(document.origin ? { origin: document.origin } : {}),
    ...(word ? { word } : {}),
  };
  for (const words of runningWords(document)) textBuilder(prepare).words(words, bodySetting(theme));
  const chapters = chaptersOf(document.sections, structure);
  const sections = document.sections.map((section, index) => ({
    section,
    index,
    blocks: (chapters[index] ?? []).flatMap(({ element, blocks }) =>
      prepareBlocks(blocks, element, bodySetting(theme), prepare),
    ),
  }));
  const uncited = prepareUncited(structure.root, prepare);
  let chapter = "";
  const cited = new Set<string>();
  const drafted = sections.flatMap(({ section, index, blocks }): readonly Draft[] => {
    const kit = flowKit(section);
    const last = index === sections.length - 1;
    const atoms = withNotes(flow(blocks, textArea(section, theme).width, kit), last ? uncited : [], cited);
    return paginate(atoms, {
      height: kit.room,
      ...(word ? { plain: true } : {}),
      note: noteAtoms(kit, textArea(section, theme).width, prepare.notes),
      tooTall: (by) => diagnostics.push(report("layout/too-tall", undefined, { points: Math.ceil(by) })),
    }).map((filled): Draft => {
      const first = filled.placed[0]?.atom;
      const begun = filled.placed.flatMap(({ atom }) => atom.chapter ?? []);
      const shown = first?.chapter ?? (chapter === "" ? (begun[0] ?? "") : chapter);
      chapter = begun.at(-1) ?? chapter;
      return { filled, section, sectionIndex: index, chapter: shown };
    });
  });
  // No reader opens a file without a page.
  const drafts = drafted.length > 0 ? drafted : [blank(document.sections[0])];
  const first = document.running.firstPage;
  const pages = drafts.map((draft, index) => pageOf(draft, index, first, first + drafts.length - 1));
  const done = numbered(pages, faces, theme.colours.quiet);
  return {
    value: {
      structure: pruned(structure.root),
      pages: done.pages,
      outline: outlineOf(document),
      pageOf: done.pageOf,
      wide,
    },
    diagnostics,
  };

  function flowKit(section: PageSection): FlowKit {
    return {
      faces,
      theme,
      draw,
      assets,
      facts: document.assets,
      scenes,
      found: (diagnostic) => diagnostics.push(diagnostic),
      tooWide: (table) => wide.add(table),
      room: textArea(section, theme).height,
      scale: 1,
      padX: theme.table.padX,
      ...(word ? { word } : {}),
    };
  }

  function pageOf(draft: Draft, index: number, firstNumber: number, last: number): Page {
    const { filled, section, chapter: words } = draft;
    const sheet = sheetOf(section, theme);
    const area = textArea(section, theme);
    const { left, top } = theme.page.margin;
    const parts = [
      ...(filled.repeat ? partsOf([{ atom: bare(filled.repeat.parts), y: 0 }], left, top) : []),
      ...partsOf(filled.placed, left, top),
      ...(filled.foot ? partsOf([{ atom: bare(filled.foot.repeat.parts), y: filled.foot.y }], left, top) : []),
      ...noteParts(filled, left, top + area.height, theme),
    ];
    const number = firstNumber + index;
    const facts = { ...sheet, number, last, chapter: words, cover: section.role === "cover" };
    const ground = parts.filter((part) => isArtifact(part));
    return {
      index,
      number,
      ...sheet,
      orientation: section.orientation,
      section: draft.sectionIndex,
      ground: [
        ...(document.marks.watermark ? watermark(document.marks.watermark, sheet, theme, faces) : []),
        ...ground,
      ],
      fragments: parts.filter((part) => !isArtifact(part)),
      running: runningMatter(document, facts, theme, faces),
      fill: filled.fill,
      ended: filled.ended,
    };
  }
}

const emptySection: PageSection = { orientation: "portrait", role: "body", blocks: [] };

function blank(section: PageSection = emptySection): Draft {
  const filled: Filled = {
    placed: [],
    repeat: undefined,
    foot: undefined,
    notes: [],
    notesHeight: 0,
    fill: 0,
    ended: "section",
  };
  return { filled, section, sectionIndex: 0, chapter: "" };
}

function bare(parts: readonly Fragment[]): Atom {
  return { height: 0, before: 0, after: 0, keep: false, parts, notes: [], frames: [] };
}

function isArtifact(part: Fragment): boolean {
  if (part.kind === "link" || part.kind === "bounds" || part.kind === "anchor") return false;
  return part.content === undefined;
}

function sheetOf(section: PageSection, theme: Theme): { readonly width: number; readonly height: number } {
  const { width, height } = theme.page;
  if (section.orientation === "portrait") return { width, height };
  // Two upright pages beside each other make the next larger size.
  return section.size === "a3" ? { width: 2 * width, height } : { width: height, height: width };
}

/** The part of a page that text fills. */
export function textArea(section: PageSection, theme: Theme): { readonly width: number; readonly height: number } {
  const { margin } = theme.page;
  const { width, height } = sheetOf(section, theme);
  return { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
}

function noteAtoms(kit: FlowKit, width: number, notes: ReadonlyMap<string, readonly Prepared[]>) {
  const made = new Map<string, readonly Atom[]>();
  return (id: string): readonly Atom[] => {
    const known = made.get(id);
    if (known) return known;
    const atoms = flow(notes.get(id) ?? [], Math.min(width, kit.theme.body.measure), kit);
    made.set(id, atoms);
    return atoms;
  };
}

function noteParts(filled: Filled, left: number, bottom: number, theme: Theme): readonly Fragment[] {
  if (filled.notes.length === 0) return [];
  const top = bottom - filled.notesHeight;
  const rule: Fragment = {
    kind: "line",
    x: left,
    y: top + 9,
    toX: left + 120,
    toY: top + 9,
    stroke: theme.colours.rule,
    strokeWidth: 0.5,
  };
  return [rule, ...partsOf(filled.notes, left, top)];
}

/** An atom that cites only these notes, each once, also when it is divided. */
function citing(atom: Atom, allowed: readonly string[]): Atom {
  const notes = allowed.filter((id) => atom.notes.includes(id));
  const { split } = atom;
  if (!split) return { ...atom, notes };
  return {
    ...atom,
    notes,
    split: (room) => {
      const cut = split(room);
      if (!cut) return undefined;
      const first = citing(cut[0], notes);
      const rest = notes.filter((id) => !first.notes.includes(id));
      return [first, citing(cut[1], rest)];
    },
  };
}

/** Each footnote is set where it is cited first; notes without a citation go with the last atom. */
function withNotes(atoms: readonly Atom[], uncited: readonly string[], seen: Set<string>): readonly Atom[] {
  const once = atoms.map((atom): Atom => {
    if (atom.notes.length === 0) return atom;
    const notes = [...new Set(atom.notes)].filter((id) => !seen.has(id));
    for (const id of notes) seen.add(id);
    return citing(atom, notes);
  });
  const last = once.at(-1);
  if (!last || uncited.length === 0) return once;
  return [...once.slice(0, -1), { ...last, notes: [...last.notes, ...uncited] }];
}
