import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    lawSeed: number;
  }
}

export function setup(project: TestProject): void {
  const seed = Number(process.env["LAW_SEED"] ?? Date.now() % 0x7fffffff);
  project.provide("lawSeed", seed);
  process.stdout.write(`Laws are tried with LAW_SEED=${seed}\n`);
}
