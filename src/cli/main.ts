#!/usr/bin/env node
// Command line: reads arguments, runs a command, sets the exit code. Nothing else reads process.
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Format, formats } from "../diagnostics/formats/names.ts";
import type { ApproveOptions } from "./approve.ts";
import { type Output, outputs, usualFolder } from "./outputs.ts";
import { packageVersion } from "./package.ts";
import type { ReleaseOptions } from "./release.ts";

/** 0 fine, 1 the content has errors, 2 wrong command line, 3 a fault in fivecase. */
export type ExitCode = 0 | 1 | 2 | 3;

const diffForms = ["text", "md", "json"] as const;
export type DiffForm = (typeof diffForms)[number];

function readOutputs(written: string): readonly Output[] {
  const wanted = written.split(",").map((w) => w.trim());
  const known = outputs.filter((o) => wanted.includes(o));
  if (known.length !== wanted.length) throw new InvalidArgumentError(`Known outputs: ${outputs.join(", ")}.`);
  return known;
}

function readAddress(written: string): string {
  if (!URL.canParse(written) || !/^https?:/i.test(written))
    throw new InvalidArgumentError("It must begin with https:// or http://.");
  return written;
}

interface SiteOwnOptions {
  readonly to: readonly Output[];
  readonly out: string;
  readonly fresh: boolean;
  readonly earlier: boolean;
  readonly baseUrl?: string;
  readonly includeExempt: boolean;
}

interface GlobalOptions {
  readonly directory: string;
  readonly format: Format;
  readonly color: boolean;
  readonly strict: boolean;
}

function program(run: (work: () => Promise<ExitCode>) => Promise<void>): Command {
  const cli = new Command("fivecase")
    .description("Business cases as code: Markdown and data in git, DOCX, PDF and XLSX for committees.")
    .option("-C, --directory <dir>", "workspace that holds content/", ".")
    .addOption(new Option("--format <format>", "how findings are printed").choices(formats).default("pretty"))
    .option("--no-color", "print without colour")
    .option("--strict", "treat warnings as errors", false)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", "\nfivecase --version prints the version of the program.")
    .exitOverride();

  cli
    .command("build")
    .description("Build documents into out/.")
    .argument(
      "[documents...]",
      "programmes or documents, such as wirral or wirral/full-business-case; all unless given",
    )
    .option("--to <outputs>", "outputs, separated by commas: pdf, docx, xlsx", readOutputs, outputs)
    .option("-o, --out <dir>", "folder for the outputs", usualFolder)
    .option("--fresh", "build also what has not changed since it was built last", false)
    .option("-w, --watch", "build again whenever a source changes", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase build\n  fivecase build wirral\n  fivecase build plymouth/outline-business-case --to pdf\n  fivecase build --watch",
    )
    .action(
      (
        documents: readonly string[],
        own: { to: readonly Output[]; out: string; fresh: boolean; watch: boolean },
        command: Command,
      ) =>
        run(async () => {
          const options = { ...command.optsWithGlobals<GlobalOptions>(), ...own, documents };
          if (own.watch) return (await import("./watch.ts")).watch(options);
          return (await import("./build.ts")).build(options);
        }),
    );

  cli
    .command("check")
    .description("Report what is missing, wrong or does not add up; build nothing.")
    .argument("[documents...]", "programmes or documents; all unless given")
    .option("--explain", "say how the figures of each text came about", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase check\n  fivecase check wirral --format github\n  fivecase check --strict\n  fivecase check wirral --explain",
    )
    .action((documents: readonly string[], own: { explain: boolean }, command: Command) =>
      run(async () =>
        (await import("./check.ts")).check({ ...command.optsWithGlobals<GlobalOptions>(), ...own, documents }),
      ),
    );

  cli
    .command("release")
    .description("Release a version: front matter, history, commit and tag.")
    .argument("<document>", "such as wirral/full-business-case")
    .option("--minor", "the next draft or revision: 0.9 becomes 0.10", false)
    .option("--major", "the next baseline: 0.9 becomes 1.0", false)
    .option("--version <version>", "this version")
    .requiredOption("--change <words>", "what changed, in words a committee understands")
    .option("--date <date>", "day of the version; today unless given")
    .option("--author <who>", "id, initials or name; the git user unless given")
    .option("--status <status>", "draft, for review, for approval, approved, superseded or withdrawn")
    .option(
      "--sections <list>",
      "sections affected, separated by semicolons; compared with the version before unless given",
    )
    .option("--no-commit", "write the files, and make no commit and no tag")
    .option("--dirty", "release although other files have changes that are not committed", false)
    .option("--sign", "sign commit and tag with the key that git is set up with", false)
    .addHelpText(
      "after",
      '\nExamples:\n  fivecase release wirral/full-business-case --minor --change "Comments from Finance"\n  fivecase release wenbridge/outline-business-case --major --change "Approved by Cabinet on 7 July 2026"',
    )
    .action((document: string, own: Omit<ReleaseOptions, "document">, command: Command) =>
      run(async () =>
        (await import("./release.ts")).release({ ...command.optsWithGlobals<GlobalOptions>(), ...own, document }),
      ),
    );

  cli
    .command("versions")
    .description("List the versions of a document with their tags, approvals and signatures.")
    .argument("<document>", "such as wirral/full-business-case")
    .option("--complete", "write rows of the history for versions that only a tag records", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase versions wirral/full-business-case\n  fivecase versions wirral/full-business-case --format json\n  fivecase versions wirral/full-business-case --complete",
    )
    .action((document: string, own: { complete: boolean }, command: Command) =>
      run(async () =>
        (await import("./versions.ts")).versions({ ...command.optsWithGlobals<GlobalOptions>(), ...own, document }),
      ),
    );

  cli
    .command("approve")
    .description("Record what a body decided about a version.")
    .argument("<document>", "such as wirral/full-business-case")
    .requiredOption(
      "--body <name>",
      "the body: id or name of a board, id or words of a meeting of the route, or a name",
    )
    .requiredOption("--outcome <outcome>", "approved, approved-with-conditions, supported, deferred, rejected or noted")
    .option("--date <date>", "day of the decision; today unless given")
    .option("--ref <reference>", "minute or decision reference")
    .option("--conditions <words>", "what the approval depends on")
    .option("--signatory <who>", "who signed for the body: id, initials, name or post")
    .option("--version <version>", "version that was before the body; that of the front matter unless given")
    .option("--recorded-by <who>", "who records it; the git user unless given")
    .option("--no-commit", "write the record and make no commit")
    .option("--sign", "sign the commit with the key that git is set up with", false)
    .addHelpText(
      "after",
      '\nExamples:\n  fivecase approve wirral/full-business-case --body Cabinet --outcome approved --date 2017-11-27 --ref "minute 97"\n  fivecase approve wirral/full-business-case --body Cabinet --outcome approved-with-conditions --conditions "A review after a year"',
    )
    .action((document: string, own: Omit<ApproveOptions, "document">, command: Command) =>
      run(async () =>
        (await import("./approve.ts")).approve({ ...command.optsWithGlobals<GlobalOptions>(), ...own, document }),
      ),
    );

  cli
    .command("verify")
    .description("Say whether a PDF, DOCX or XLSX file is what a commit builds.")
    .argument("<file>", "the file")
    .option("--document <document>", "which document it is, for a file that does not say")
    .option("--at <commit>", "commit, tag or branch; the release's tag and the commit checked out unless given")
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase verify out/wirral/full-business-case.pdf\n  fivecase verify ~/Downloads/full-business-case.pdf --at wirral/full-business-case/v10",
    )
    .action((file: string, own: { document?: string; at?: string }, command: Command) =>
      run(async () =>
        (await import("./verify.ts")).verify({ ...command.optsWithGlobals<GlobalOptions>(), ...own, file }),
      ),
    );

  cli
    .command("diff")
    .description(
      "Say what a reviewer would ask about: decisions, money, options, risks, dates, and the text that differs.",
    )
    .argument("[base]", "commit, branch or tag to compare with; where this branch left the main one, unless given")
    .argument("[head]", "commit, branch or tag to compare; the files as they are now, unless given")
    .option(
      "--document <document>",
      "programme or document, such as wirral/full-business-case; may be repeated; all unless given",
      (document: string, others: readonly string[]) => [...others, document],
      [] as readonly string[],
    )
    .addOption(new Option("--to <form>", "form of the answer").choices(diffForms).default("text"))
    .option("--exit-code", "end with 1 where there are differences", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase diff\n  fivecase diff main --document wirral/full-business-case\n  fivecase diff wirral/full-business-case/v10 HEAD\n  fivecase diff origin/main --to md > comment.md",
    )
    .action(
      (
        base: string | undefined,
        head: string | undefined,
        own: { document: readonly string[]; to: DiffForm; exitCode: boolean },
        command: Command,
      ) =>
        run(async () =>
          (await import("./diff.ts")).diff({ ...command.optsWithGlobals<GlobalOptions>(), ...own, base, head }),
        ),
    );

  cli
    .command("site")
    .description("Build documents and write pages from which they can be taken, into out/site/.")
    .argument("[documents...]", "programmes or documents that the site holds; all unless given")
    .option("--to <outputs>", "outputs, separated by commas: pdf, docx, xlsx", readOutputs, outputs)
    .option("-o, --out <dir>", "folder for the outputs; the site is written into site/ below it", usualFolder)
    .option("--fresh", "build also what has not changed since it was built last", false)
    .option("--earlier", "build earlier versions from their release tags too, and link them", false)
    .option("--base-url <address>", "address that the site will have, for a feed of its versions", readAddress)
    .option("--include-exempt", "list exempt documents too; for a site that the public cannot reach", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase site\n  fivecase site wirral --to pdf,docx\n  fivecase site --earlier\n  fivecase site --base-url https://papers.example.gov.uk/",
    )
    .action((documents: readonly string[], own: SiteOwnOptions, command: Command) =>
      run(async () =>
        (await import("./site.ts")).site({ ...command.optsWithGlobals<GlobalOptions>(), ...own, documents }),
      ),
    );

  cli
    .command("explain")
    .description("Say what a finding means and what to do, or how a figure came about.")
    .argument(
      "<what>",
      "code of a finding, such as yaml/duplicate-key, or a document, such as wirral/full-business-case",
    )
    .argument("[figure]", "name or label of a figure of that document, such as pots.total; all are listed without one")
    .option("--all", "show every input of a figure", false)
    .addHelpText(
      "after",
      "\nExamples:\n  fivecase explain yaml/duplicate-key\n  fivecase explain wirral/full-business-case pooled-total\n  fivecase explain plymouth/outline-business-case benefits.net --format json",
    )
    .action((what: string, figure: string | undefined, own: { all: boolean }, command: Command) =>
      run(async () =>
        (await import("./explain.ts")).explain({ ...command.optsWithGlobals<GlobalOptions>(), ...own, what, figure }),
      ),
    );

  cli
    .command("schema")
    .description("Print the JSON Schema of a source file, or write all of them.")
    .argument("[name]", "programme, data, document, history, house, theme or papers")
    .option("--write <dir>", "folder to write all schemas into")
    .action((name: string | undefined, own: { write?: string }) =>
      run(async () => (await import("./schema.ts")).schema({ name, write: own.write })),
    );

  return cli;
}

/**
 * A command is over before most optimised code has paid for its making, which took a third of the processor time of a build:
 * a function must be some seven times busier than usual before V8 optimises it. The flag is known to exist up to V8 13.
 */
function optimiseLater(): void {
  if (Number.parseInt(process.versions.v8, 10) < 14) setFlagsFromString("--interrupt-budget=1000000");
}

/** A reader such as `head` may close the pipe early: there is nobody left to tell, but the work goes on. */
function unheard(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", unheard);
  process.stderr.on("error", unheard);
  const run = async (work: () => Promise<ExitCode>): Promise<void> => {
    optimiseLater();
    process.exitCode = await work();
  };
  // Not an option of commander's: it would take the --version of a command for its own.
  if (argv.length === 3 && (argv[2] === "-V" || argv[2] === "--version")) {
    process.stdout.write(`${packageVersion()}\n`);
    return;
  }
  try {
    await program(run).parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(
      `fivecase failed; this is a fault in fivecase, not in your case. Please report it with this text:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 3;
  }
}

// Not awaited: chunks of the bundle import from this file, and would wait for it while it waits for them.
void main(process.argv);
