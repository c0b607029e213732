// What people see: one block a document, findings, a verdict and the next step.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Format, formatDiagnostics } from "../diagnostics/formats/format.ts";
import type { Document } from "../document/document.ts";
import type { Source } from "../source.ts";

interface Look {
  readonly color: boolean;
  readonly format: Format;
}

interface File {
  readonly path: string;
  readonly size: number;
  /** "12 pages", "5 sheets". */
  readonly extent?: string;
  readonly milliseconds: number;
}

/** Colour only on a terminal, and never when NO_COLOR is set or --no-color given. */
function coloured(stream: NodeJS.WriteStream, look: Look): boolean {
  return look.color && stream.isTTY === true && !process.env["NO_COLOR"];
}

/** Findings go to standard error for people, and to standard output for machines. */
export function printFindings(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, Source>,
  look: Look,
): void {
  const stream = look.format === "pretty" ? process.stderr : process.stdout;
  const text = formatDiagnostics(look.format, diagnostics, (file) => files.get(file), coloured(stream, look));
  if (text !== "") stream.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Looks of text on a stream; none where colour is not wanted. */
export function paintFor(stream: NodeJS.WriteStream, look: Look) {
  const wanted = coloured(stream, look);
  const paint = (on: number, off: number) => (text: string) =>
    wanted && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: paint(1, 22), quiet: paint(2, 22) };
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
  document(tree: Document, files: readonly File[]): void {
    const { title, subject, version, status } = tree.properties;
    this.#line(`\n${this.#bold(title)} – ${subject}   v${version.replace(/^v/, "")} ${status.toLowerCase()}`);
    const width = Math.max(...files.map((f) => f.path.length), 0);
    for (const file of files) {
      const kind = file.path.slice(file.path.lastIndexOf(".") + 1);
      const extent = file.extent ?? "";
      const cells = [kind.padEnd(5), file.path.padEnd(width), extent.padStart(9), kilobytes(file.size).padStart(8)];
      this.#line(`  ${cells.join("  ")}  ${(file.milliseconds / 1000).toFixed(1).padStart(5)} s`);
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

  skipped(name: string): void {
    this.#line(
      `  ${this.#red("not built")}  ${name}: see the errors above; an earlier output, if any, was left as it was`,
    );
  }

  verdict(words: string, errors: number, warnings: number): void {
    const found = `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}`;
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

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
