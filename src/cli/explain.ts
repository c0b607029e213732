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
  if (options.figure === undefined && Object.hasOwn(catalogue, options.what)) return explainCode(options.what);
  const [programme, document] = options.what.split("/");
  const loaded = programme ? await modelOf(resolve(options.directory), programme) : undefined;
  const found = document === undefined ? undefined : loaded?.model.documents.get(document);
  if (!loaded || !found) {
    if (options.figure === undefined) return explainCode(options.what);
    process.stderr.write(`There is no document "${options.what}".\n`);
    return 2;
  }
  if (options.figure === undefined) {
    process.stdout.write(`${listed([...found.figures.values()], loaded.place).join("\n")}\n`);
    return 0;
  }
  const figure = found.figures.get(options.figure);
  if (!figure) {
    const within = [...found.figures.values()].filter((f) => f.name.startsWith(`${options.figure}.`));
    if (within.length > 0) {
      process.stdout.write(`${listed(within, loaded.place).join("\n")}\n`);
      return 0;
    }
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

/** Figures with their values, each once though it may have several names. */
function listed(figures: readonly Figure[], place: (figure: Figure) => string): readonly string[] {
  return [...new Set(figures.map((f) => `${f.name} = ${plain(f.value)}   ${place(f)}`))];
}

function tree(
  figure: Figure,
  figures: ReadonlyMap<string, Figure>,
  place: (figure: Figure) => string,
  indent: string,
  lines: string[],
  shown: Set<string>,
): void {
  const computed = figure.derivation.type === "computed";
  const how = figure.derivation.type === "computed" ? figure.derivation.sentence : "as typed";
  const again = computed && shown.has(figure.name);
  lines.push(`${indent}${figure.name} = ${plain(figure.value)}   ${again ? "as above" : `${how}   ${place(figure)}`}`);
  if (figure.derivation.type !== "computed" || again) return;
  shown.add(figure.name);
  for (const name of figure.derivation.inputs) {
    const input = figures.get(name);
    if (input) tree(input, figures, place, `${indent}  `, lines, shown);
  }
}

function explainCode(code: string): ExitCode {
  const known: Readonly<Record<string, { readonly severity: string; readonly explain: string }>> = catalogue;
  const entry = known[code];
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
