// A thread that builds one programme after another.
import { parentPort } from "node:worker_threads";
import { buildProgramme, type Task } from "./made.ts";

parentPort?.on("message", (task: Task) => {
  // A fault ends the thread, and with it the command that waits for it.
  void buildProgramme(task).then((built) => parentPort?.postMessage(built));
});
