import { resolve } from "node:path";
import type { Figure } from "../compute/model.ts";
import { catalogue } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { modelOf } from "./load.ts";
import type { ExitCode } from "./main.ts";
import { plain } from "./plain.ts";

interface Options {
  readonly directory: string;
  readonly what: string;
  readonly figure: string | undefined;
}

/** Prints the paragraph behind a code, or how a figure came about with the place of each input. */
export async function explain(options: Options): Promise<ExitCode> {
  if (options.figure === undefined) return explainCode(options.what);
  const [programme, document] = options.what.split("/");
  const loaded = programme ? await modelOf(resolve(options.directory), programme) : undefined;
  const found = document === undefined ? undefined : loaded?.model.documents.get(document);
  if (!loaded || !found) {
    process.stderr.write(`There is no document "${options.what}".\n`);
    return 2;
  }
  const figure = found.figures.get(options.figure);
  if (!figure) {
    const close = nearest(options.figure, [...found.figures.keys()]);
    process.stderr.write(
      `${options.what} has no figure "${options.figure}".${close ? ` Did you mean ${close}?` : ""}\n`,
    );
    return 2;
  }
  const lines: string[] = [];
  tree(figure, found.figures, loaded.place, "", lines, new Set());
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

function tree(
  figure: Figure,
  figures: ReadonlyMap<string, Figure>,
  place: (figure: Figure) => string,
  indent: string,
  lines: string[],
  above: ReadonlySet<string>,
): void {
  const how = figure.derivation.type === "computed" ? figure.derivation.sentence : "as typed";
  lines.push(`${indent}${figure.name} = ${plain(figure.value)}   ${how}   ${place(figure)}`);
  if (figure.derivation.type !== "computed" || above.has(figure.name)) return;
  const below = new Set([...above, figure.name]);
  for (const name of figure.derivation.inputs) {
    const input = figures.get(name);
    if (input) tree(input, figures, place, `${indent}  `, lines, below);
  }
}

function explainCode(code: string): ExitCode {
  const known: Readonly<Record<string, { readonly severity: string; readonly explain: string }>> = catalogue;
  const entry = known[code];
  if (!entry) {
    const close = nearest(code, Object.keys(known));
    process.stderr.write(`There is no finding with the code "${code}".${close ? ` Did you mean ${close}?` : ""}\n`);
    return 2;
  }
  process.stdout.write(`${code} (${entry.severity})\n\n${entry.explain}\n`);
  return 0;
}
