import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/conformance/**", "tests/visual/**"],
    testTimeout: 60_000,
    // Stages keep no state, so files can share their modules: half the time goes into loading them otherwise.
    isolate: false,
    maxWorkers: "100%",
    globalSetup: ["tests/support/choose-seed.ts"],
    setupFiles: ["tests/support/law-seed.ts"],
  },
});
