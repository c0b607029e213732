// Builds again whenever a source or what git knows changes: one build at a time, and the last good output stays.
import { resolve } from "node:path";
import chokidar from "chokidar";
import { gitPlaces } from "../workspace/git.ts";
import { build } from "./build.ts";
import type { ExitCode } from "./main.ts";
import type { BuildOptions } from "./options.ts";

const pauseMilliseconds = 100;

/** Runs until interrupted; answers with the exit code of the last build. */
export async function watch(options: BuildOptions): Promise<ExitCode> {
  const root = resolve(options.directory);
  const watcher = chokidar.watch([resolve(root, "content"), resolve(root, "templates")], {
    ignoreInitial: true,
    atomic: true,
    ignored: (path) => /(^|[\\/])(\.|~\$)|\.(part|tmp)$/.test(path.slice(root.length)),
  });
  // A commit or a tag changes what is printed without changing a source.
  const repository = chokidar.watch([...(await gitPlaces(root))], {
    ignoreInitial: true,
    ignored: (path) => path.endsWith(".lock"),
  });
  let last: ExitCode = await build(options);
  let waiting: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    last = await build(options).catch((error: unknown): ExitCode => {
      process.stderr.write(
        `The build failed; fivecase goes on watching.\n${error instanceof Error ? (error.stack ?? "") : String(error)}\n`,
      );
      return 3;
    });
    running = false;
    if (again) {
      again = false;
      await run();
    }
  };

  const soon = (what: string): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      process.stdout.write(`\nChanged: ${what}\n`);
      void run();
    }, pauseMilliseconds);
  };
  watcher.on("all", (_event, path) => soon(path.slice(root.length + 1)));
  repository.on("all", () => soon("commits, branches or tags"));
  process.stdout.write("Watching content/ and templates/; press Ctrl+C to stop.\n");
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  clearTimeout(waiting);
  await Promise.all([watcher.close(), repository.close()]);
  return last;
}
