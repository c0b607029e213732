// What people see: one block a document, findings, a verdict and the next step.
import { relative } from "node:path";
import { arrange, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Format } from "../diagnostics/formats/names.ts";
import type { Source } from "../source.ts";
import type { BuiltDocument, BuiltFile } from "./record.ts";

interface Look {
  readonly color: boolean;
  readonly format: Format;
}

/** Findings of a programme, and the texts they point into. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, Source>;
}

/** Colour only on a terminal, and never when NO_COLOR is set or --no-color given. */
function coloured(stream: NodeJS.WriteStream, look: Look): boolean {
  return look.color && stream.isTTY === true && !process.env["NO_COLOR"];
}

/**
 * Prints findings of all programmes together and counts them; with `strict`, warnings count as errors. They go to standard
 * error for people, and to standard output for machines.
 */
export async function printFindings(
  found: readonly Found[],
  options: Look & { readonly strict: boolean },
): Promise<{ readonly errors: number; readonly warnings: number }> {
  const all = arrange(found.flatMap((f) => f.diagnostics)).map((d) =>
    options.strict && d.severity === "warning" ? { ...d, severity: "error" as const } : d,
  );
  const pretty = options.format === "pretty";
  if (all.length > 0 || !pretty) {
    const { formatDiagnostics } = await import("../diagnostics/formats/format.ts");
    const files = new Map<string, Source>(found.flatMap((f) => [...f.files]));
    const stream = pretty ? process.stderr : process.stdout;
    const text = formatDiagnostics(options.format, all, (file) => files.get(file), coloured(stream, options));
    if (text !== "") stream.write(text.endsWith("\n") ? text : `${text}\n`);
  }
  const errors = all.filter((d) => d.severity === "error").length;
  return { errors, warnings: all.length - errors };
}

/** Looks of text on a stream; none where colour is not wanted. */
export function paintFor(stream: NodeJS.WriteStream, look: Look) {
  const wanted = coloured(stream, look);
  const paint = (on: number, off: number) => (text: string) =>
    wanted && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: paint(1, 22), quiet: paint(2, 22), red: paint(31, 39), green: paint(32, 39) };
}

export class Screen {
  readonly #stream: NodeJS.WriteStream;
  readonly #colour: boolean;

  constructor(stream: NodeJS.WriteStream, look: Look) {
    this.#stream = stream;
    this.#colour = coloured(stream, look);
  }

  title(words: string): void {
    this.#line(this.#bold(words));
  }

  /** One document and the files made of it. */
  document(
    { title, subject, version, status }: Pick<BuiltDocument, "title" | "subject" | "version" | "status">,
    files: readonly (BuiltFile & { readonly unchanged: boolean })[],
  ): void {
    this.#line(`\n${this.#bold(title)} – ${subject}   v${version} ${status}`);
    const width = Math.max(...files.map((f) => f.path.length), 0);
    for (const { format, path, size, milliseconds, unchanged, ...file } of files) {
      const cells = [format.padEnd(5), path.padEnd(width), extent(file).padStart(9), kilobytes(size).padStart(8)];
      const took = unchanged ? "unchanged" : `${(milliseconds / 1000).toFixed(1).padStart(5)} s`;
      this.#line(`  ${cells.join("  ")}  ${took}`);
    }
  }

  /** A line that opens a part of what is said. */
  heading(words: string): void {
    this.#line(`\n${this.#bold(words)}`);
  }

  /** One fact of such a part, with its place. */
  fact(words: string, place: string): void {
    this.#line(`  ${words}${place === "" ? "" : `   ${place}`}`);
  }

  /** Something that happened besides what was asked for. */
  note(words: string): void {
    this.#line(`  ${words}`);
  }

  skipped(name: string): void {
    this.#line(
      `  ${this.#red("not built")}  ${name}: see the errors above; an earlier output, if any, was left as it was`,
    );
  }

  verdict(words: string, errors: number, warnings: number): void {
    const found = `${count(errors, "error")}, ${count(warnings, "warning")}`;
    this.#line(`\n${words}. ${errors > 0 ? this.#red(found) : found}.`);
  }

  next(words: string): void {
    this.#line(`Next: ${words}.`);
  }

  #line(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  #bold(text: string): string {
    return this.#colour ? `\u001b[1m${text}\u001b[22m` : text;
  }

  #red(text: string): string {
    return this.#colour ? `\u001b[31m${text}\u001b[39m` : text;
  }
}

/** "1 page", "2 pages". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** A path as people type it, from where they are. */
export function shortPath(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/");
}

/** "12 pages", "5 sheets"; "" where it is not known. */
function extent({ pages, sheets }: Pick<BuiltFile, "pages" | "sheets">): string {
  if (pages !== undefined) return count(pages, "page");
  return sheets === undefined ? "" : count(sheets, "sheet");
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
