// Several programmes side by side, in threads.
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Task } from "./made.ts";
import { programIdentity } from "./package.ts";
import type { Built } from "./record.ts";

/** Each thread costs some 150 MB. */
const most = 4;

/** Builds programmes and hands each over when it is done, in whatever order; `index` is its place among the tasks. */
export async function buildAll(
  tasks: readonly Task[],
  done: (index: number, built: Built) => Promise<void>,
): Promise<void> {
  // The worker's file stands in the bundle only.
  const threads = programIdentity() === undefined ? 1 : Math.min(tasks.length, availableParallelism(), most);
  let next = 0;
  const take = async (build: (task: Task) => Promise<Built>): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task) await done(index, await build(task));
    }
  };
  if (threads < 2) {
    if (tasks.length > 0) await take((await import("./made.ts")).buildProgramme);
    return;
  }
  const thread = async (): Promise<void> => {
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    try {
      await take(async (task) => {
        worker.postMessage(task);
        const [built]: Built[] = await once(worker, "message");
        if (!built) throw new Error("a thread answered without a word");
        return built;
      });
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, thread));
}
