// Says what a finding means, or how a figure came about.
import { resolve } from "node:path";
import type { Figure } from "../compute/model.ts";
import { catalogue } from "../diagnostics/catalogue.ts";
import type { Format } from "../diagnostics/formats/format.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { derivationLines, derive } from "./derivation.ts";
import { findFigure } from "./figure-names.ts";
import { type Loaded, modelOf } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { plain } from "./plain.ts";
import { paintFor } from "./screen.ts";

interface Options {
  readonly directory: string;
  readonly what: string;
  readonly figure: string | undefined;
  readonly format: Format;
  readonly color: boolean;
  /** Folds no list of inputs. */
  readonly all: boolean;
}

/** Inputs of one figure that are shown unless all are asked for. */
const most = 12;

/** Prints the paragraph behind a code, or how a figure came about with the place of each input. */
export async function explain(options: Options): Promise<ExitCode> {
  if (options.figure === undefined && Object.hasOwn(catalogue, options.what)) return explainCode(options.what);
  const [programme, document] = options.what
    .replace(/^content\//, "")
    .replace(/\/+$/, "")
    .split("/");
  const loaded = programme ? await modelOf(resolve(options.directory), programme) : undefined;
  const found = document === undefined ? undefined : loaded?.model.documents.get(document);
  if (!loaded || !found) {
    if (options.figure === undefined) return explainCode(options.what);
    const near = nearest(document ?? "", loaded?.model.documents.keys() ?? []);
    const meant = near === undefined ? "" : ` Did you mean ${programme}/${near}?`;
    process.stderr.write(`There is no document "${options.what}".${meant}\n`);
    return 2;
  }
  if (options.figure === undefined) return list([...found.figures.values()], loaded, options);
  const meant = findFigure(found.figures, options.figure);
  if (meant.type === "several") return list(meant.figures, loaded, options);
  if (meant.type === "none") {
    const close = meant.close === undefined ? "" : ` Did you mean ${meant.close}?`;
    process.stderr.write(`${options.what} has no figure "${options.figure}".${close}\n`);
    return 2;
  }
  const derived = derive(meant.figure, {
    figures: found.figures,
    place: loaded.place,
    most: options.all ? Number.POSITIVE_INFINITY : most,
  });
  const text =
    options.format === "json"
      ? JSON.stringify(derived, undefined, 2)
      : derivationLines(derived, paintFor(process.stdout, options)).join("\n");
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Figures with their values, each once though it may have several names. */
function list(figures: readonly Figure[], { place }: Loaded, options: Options): ExitCode {
  const each = [...new Map(figures.map((figure) => [figure.name, figure])).values()];
  const facts = each.map((f) => ({ name: f.name, label: f.label, value: plain(f.value), place: place(f) }));
  const text =
    options.format === "json"
      ? JSON.stringify(facts, undefined, 2)
      : facts.map((f) => `${f.name} = ${f.value}   ${f.place}`.trimEnd()).join("\n");
  process.stdout.write(`${text}\n`);
  return 0;
}

function explainCode(code: string): ExitCode {
  const known: Readonly<Record<string, { readonly severity: string; readonly explain: string }>> = catalogue;
  const entry = Object.hasOwn(known, code) ? known[code] : undefined;
  if (!entry) {
    const close = nearest(code, Object.keys(known));
    process.stderr.write(
      `There is neither a finding nor a document called "${code}".${close ? ` Did you mean ${close}?` : ""}\n`,
    );
    return 2;
  }
  process.stdout.write(`${code} (${entry.severity})\n\n${entry.explain}\n`);
  return 0;
}
