import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/conformance/**", "tests/visual/**"], testTimeout: 30_000 },
});
