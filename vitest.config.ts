import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: [
      "tests/conformance/**",
      "tests/visual/**",
      // Stories in real repositories start git some thousand times: they run where a commit is judged, and when asked for.
      ...(process.env["CI"] ? [] : ["tests/repositories/**"]),
    ],
    // Laws that are tried many times may take as many times as long.
    testTimeout: 60_000 * Math.max(1, Number(process.env["LAW_RUNS"] ?? "1")),
    // Stages keep no state, so files can share their modules: half the time goes into loading them otherwise.
    isolate: false,
    maxWorkers: "100%",
    // As the program itself does: tests end before most optimised code has paid for its making.
    execArgv: Number.parseInt(process.versions.v8, 10) < 14 ? ["--interrupt-budget=1000000"] : [],
    globalSetup: ["tests/support/choose-seed.ts"],
    setupFiles: ["tests/support/law-seed.ts"],
  },
});
