// Loaded into a measured process: says its peak memory (KiB) and processor time (ms) on file descriptor 3 when it ends.
import { writeSync } from "node:fs";

process.on("exit", () => {
  try {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, `${maxRSS} ${Math.round((userCPUTime + systemCPUTime) / 1000)}`);
  } catch {
    // Nobody is listening: the process was started by hand.
  }
});
