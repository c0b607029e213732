// Logos on the cover: the house's, then those of the organisations.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Cover } from "../../document/document.ts";
import { judge } from "../../picture/judge.ts";
import type { Span } from "../../source.ts";
import { pictureFindings } from "../picture-findings.ts";
import type { ViewRequest } from "../view.ts";

interface Wanted {
  /** As its author named it. */
  readonly file: string;
  readonly alt: string;
  /** The file that names it, and the folder that its name is read from. */
  readonly by: string;
  readonly folder: string;
}

/** The logos that can be placed; what is wrong with the others is reported where they are named. */
export function logosOf(request: ViewRequest, diagnostics: Diagnostic[]): Cover["logos"] {
  const { binaries } = request.model.case.sources;
  return wantedLogos(request).flatMap(({ file, alt, by, folder }) => {
    const asset = `${folder}/${file}`;
    const bytes = binaries.get(asset);
    const origin = placeIn(request, by, file);
    if (!bytes) {
      diagnostics.push(report("document/no-logo", origin, { file, folder }));
      return [];
    }
    const judged = judge(bytes, asset);
    diagnostics.push(...pictureFindings(judged, asset, file, origin));
    return judged.fact ? [{ asset, alt }] : [];
  });
}

function wantedLogos(request: ViewRequest): readonly Wanted[] {
  const { front, house } = request.document.document;
  const { programme, sources } = request.model.case;
  const profile = sources.templates.houses.get(front.profile ?? programme.profile) ?? "";
  const folder = profile.slice(0, profile.lastIndexOf("/"));
  const own = `content/${sources.programme}`;
  return [
    ...(house.logo ? [{ file: house.logo, alt: house.name, by: profile, folder }] : []),
    ...Object.values(programme.organisations).flatMap((o) =>
      o.logo ? [{ file: o.logo, alt: o.name, by: `${own}/programme.yaml`, folder: own }] : [],
    ),
  ];
}

/** Where a file names a logo. */
function placeIn(request: ViewRequest, by: string, file: string): Span | undefined {
  const text = request.model.case.sources.files.get(by)?.text ?? "";
  const key = text.search(/\blogo\s*:/);
  const start = text.indexOf(file, Math.max(0, key));
  return start < 0 ? request.origin : { file: by, start, end: start + file.length };
}
