// The version history: the file's rows, tags the file lacks, and the version being built, which is always last.
import type { DocumentModel, Model } from "../compute/model.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import type { Result } from "../result.ts";
import type { Span } from "../source.ts";
import type { TagFact } from "../workspace/sources.ts";
import type { HistoryRow } from "./control.ts";
import { resolveAuthor } from "./people.ts";
import { sealedRow, tagRow } from "./sealed.ts";
import { statusFacts } from "./status.ts";
import { bareVersion, compareVersions, follows } from "./versions.ts";

type CaseDocument = DocumentModel["document"];

/** A row and where a finding about it points. */
interface Sourced {
  readonly row: HistoryRow;
  readonly from: "file" | "tag" | "front matter";
  readonly versionAt: Span | undefined;
  readonly dateAt: Span | undefined;
}

/** Rows oldest first; the last one has the version and date of the front matter. */
export function history(model: Model, document: CaseDocument): Result<readonly HistoryRow[]> {
  const diagnostics: Diagnostic[] = [];
  const file = fileRows(document, diagnostics);
  const tags = tagRows(model, document, file, diagnostics);
  const earlier = inOrder([...file, ...tags], diagnostics);
  const rows = withWorking(document, earlier, diagnostics);
  checkSequence(rows, diagnostics);
  return { value: rows.map((r) => r.row), diagnostics };
}

function fileRows(document: CaseDocument, diagnostics: Diagnostic[]): readonly Sourced[] {
  const people = document.registers.data.people;
  return document.history.map((entry, i): Sourced => {
    const at = (key: string) => document.historyPlaces.value(["history", i, key]);
    const who = resolveAuthor(people, entry.author);
    if (!who.known) diagnostics.push(report("control/unknown-author", at("author"), { author: entry.author }));
    const origin = at("version");
    return {
      from: "file",
      versionAt: origin,
      dateAt: at("date"),
      row: {
        version: bareVersion(entry.version),
        date: entry.date,
        author: who.author,
        initials: who.initials,
        name: entry.name ?? "",
        change: entry.change,
        sections: typeof entry.sections === "string" ? [entry.sections] : (entry.sections ?? []),
        status: entry.status ?? "",
        ...(origin ? { origin } : {}),
      },
    };
  });
}

/** Prefix of this document's tags: `<programme>/<document>/v`. */
export function tagPrefix(model: Model, document: CaseDocument): string {
  return `${model.case.id}/${document.id}/v`;
}

function tagRows(
  model: Model,
  document: CaseDocument,
  file: readonly Sourced[],
  diagnostics: Diagnostic[],
): readonly Sourced[] {
  const prefix = tagPrefix(model, document);
  const rows: Sourced[] = [];
  const current = bareVersion(document.front.version);
  for (const tag of model.case.sources.git.tags) {
    if (!tag.name.startsWith(prefix)) continue;
    const version = tag.name.slice(prefix.length);
    const same = file.find((r) => compareVersions(r.row.version, version) === 0);
    if (!tag.ancestor) {
      // A later version is no business of an earlier commit; a version that the file tells of is.
      if (same) diagnostics.push(report("control/tag-elsewhere", same.versionAt, { tag: tag.name, version }));
      continue;
    }
    if (!/^\d+(\.\d+)*$/.test(version)) {
      diagnostics.push(report("control/tag-name", document.opening, { tag: tag.name }));
      continue;
    }
    if (!tag.annotated) {
      diagnostics.push(report("control/tag-lightweight", same?.versionAt ?? document.opening, { tag: tag.name }));
      continue;
    }
    if (same) {
      diagnostics.push(...sealBroken(tag, same));
      continue;
    }
    if (compareVersions(version, current) === 0) continue;
    diagnostics.push(report("control/tag-alone", document.opening, { tag: tag.name, version }));
    const who = resolveAuthor(document.registers.data.people, tag.author);
    const told = tagRow(tag);
    rows.push({
      from: "tag",
      versionAt: document.opening,
      dateAt: document.opening,
      row: {
        version,
        date: told.date,
        author: who.author,
        initials: who.initials,
        name: "",
        change: told.change,
        sections: [],
        status: told.status,
      },
    });
  }
  return rows;
}

/** The tag seals the row: one that says something else was changed since. A tag made by hand seals no more than its own day. */
function sealBroken(tag: TagFact, { row, dateAt, versionAt }: Sourced): readonly Diagnostic[] {
  const sealed = sealedRow(tag);
  if (!sealed && tag.date >= row.date) return [];
  const found = (what: string, written: string, tagged: string, at: Span | undefined): readonly Diagnostic[] =>
    written === tagged ? [] : [report("control/tag-differs", at, { tag: tag.name, what, tagged, written })];
  if (!sealed) return found("dated", row.date, tag.date, dateAt);
  return [...found("dated", row.date, sealed.date, dateAt), ...found("marked", row.status, sealed.status, versionAt)];
}

function inOrder(rows: readonly Sourced[], diagnostics: Diagnostic[]): readonly Sourced[] {
  const file = rows.filter((r) => r.from === "file");
  file.forEach((r, i) => {
    const before = file[i - 1];
    if (before && compareVersions(before.row.version, r.row.version) > 0)
      diagnostics.push(
        report("control/version-order", r.versionAt, { version: r.row.version, before: before.row.version }),
      );
  });
  return [...rows].sort((a, b) => compareVersions(a.row.version, b.row.version));
}

function withWorking(
  document: CaseDocument,
  earlier: readonly Sourced[],
  diagnostics: Diagnostic[],
): readonly Sourced[] {
  const version = bareVersion(document.front.version);
  const versionAt = document.frontPlaces.value(["version"]) ?? document.opening;
  const last = earlier.at(-1);
  const behind = last !== undefined && compareVersions(last.row.version, version) > 0;
  if (behind)
    diagnostics.push(
      report(
        "control/version-behind",
        versionAt,
        { version, latest: last.row.version, where: last.from === "tag" ? "a tag" : "history.yaml" },
        last.from === "file" && last.versionAt
          ? { notes: [{ message: "the later version", span: last.versionAt }] }
          : {},
      ),
    );
  if (last && compareVersions(last.row.version, version) === 0) {
    if (last.row.date !== document.front.date)
      diagnostics.push(
        report(
          "control/date-differs",
          document.frontPlaces.value(["date"]) ?? document.opening,
          { version, front: document.front.date, history: last.row.date },
          last.dateAt ? { notes: [{ message: "its row in the history", span: last.dateAt }] } : {},
        ),
      );
    if (last.row.status !== "" && last.row.status !== document.front.status)
      diagnostics.push(
        report("control/status-differs", document.frontPlaces.value(["status"]) ?? document.opening, {
          version,
          front: document.front.status,
          history: last.row.status,
        }),
      );
    // One truth is printed: what the front matter says of the version being built.
    const row = { ...last.row, version, date: document.front.date, status: document.front.status };
    return [...earlier.slice(0, -1), { ...last, row }];
  }
  if (!statusFacts(document.front.status).draft && !behind)
    diagnostics.push(report("control/not-recorded", versionAt, { version, status: document.front.status }));
  return [...earlier, working(document, version, versionAt)];
}

function working(document: CaseDocument, version: string, versionAt: Span): Sourced {
  const people = document.registers.data.people;
  const names = document.front.authors.map((id) => resolveAuthor(people, id));
  return {
    from: "front matter",
    versionAt,
    dateAt: document.frontPlaces.value(["date"]) ?? document.opening,
    row: {
      version,
      date: document.front.date,
      author: names.map((n) => n.author).join(" / "),
      initials: names.map((n) => n.initials).join(" / "),
      name: "",
      change: statusFacts(document.front.status).draft ? "Working draft" : "This version",
      sections: [],
      status: document.front.status,
      origin: versionAt,
    },
  };
}

function checkSequence(rows: readonly Sourced[], diagnostics: Diagnostic[]): void {
  rows.forEach((r, i) => {
    const before = rows[i - 1];
    if (!before) return;
    const { version, date, name } = r.row;
    const order = compareVersions(before.row.version, version);
    // Comment rounds repeat the version under another name.
    if (order === 0 && name === before.row.name)
      diagnostics.push(report("control/version-repeated", r.versionAt, { version }));
    if (order < 0 && !follows(before.row.version, version))
      diagnostics.push(report("control/version-gap", r.versionAt, { version, before: before.row.version }));
    if (date < before.row.date)
      diagnostics.push(
        report("control/date-backwards", r.dateAt, {
          version,
          date,
          before: before.row.version,
          beforeDate: before.row.date,
        }),
      );
  });
}
