// Builds again whenever a source changes: one build at a time, and the last good output stays.
import { resolve } from "node:path";
import chokidar from "chokidar";
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

  watcher.on("all", (_event, path) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      process.stdout.write(`\nChanged: ${path.slice(root.length + 1)}\n`);
      void run();
    }, pauseMilliseconds);
  });
  process.stdout.write("Watching content/ and templates/; press Ctrl+C to stop.\n");
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  clearTimeout(waiting);
  await watcher.close();
  return last;
}
