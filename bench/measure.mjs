// Runs whole processes and says what they took.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const memory = new URL("./memory.mjs", import.meta.url).href;

export const root = fileURLToPath(new URL("..", import.meta.url));
const cli = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));

/** A command that runs Node and says its peak memory when it ends. */
export const node = (...args) => [process.execPath, ["--import", memory, ...args]];

/** A command that runs fivecase on a workspace. */
export const fivecase = (workspace, ...args) => node(cli, "-C", workspace, ...args);

/** Wall time and, where the process tells, processor time and peak memory. */
export function once([program, args]) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    let told = "";
    child.stdio[3].on("data", (chunk) => {
      told += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      const [kibibytes, processor] = told.split(" ").map(Number);
      resolve({
        code,
        milliseconds,
        processor: told === "" ? undefined : processor,
        megabytes: told === "" ? undefined : kibibytes / 1024,
      });
    });
  });
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Runs rows in turn, round after round, so that a busy machine slows all of them alike; the first round only warms the disk cache. */
export async function roundRobin(rows, rounds) {
  const results = new Map(rows.map((r) => [r.name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const row of rows) {
      const result = await once(row.command);
      if (result.code !== 0) throw new Error(`${row.name} ended with code ${result.code}`);
      if (round > 0) results.get(row.name).push(result);
    }
  }
  return results;
}

/** Rounds of the tables: BENCH_ROUNDS, else 9 with --full, else 3. */
export const rounds = Number(process.env.BENCH_ROUNDS ?? (process.argv.includes("--full") ? 9 : 3));
