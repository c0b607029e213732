import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/conformance/**", "tests/visual/**"],
    testTimeout: 60_000,
    globalSetup: ["tests/support/choose-seed.ts"],
    setupFiles: ["tests/support/law-seed.ts"],
  },
});
