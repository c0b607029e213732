import { expect, test } from "vitest";
import { versionLine } from "../../../src/compose/version-line.ts";
import type { Control, Working } from "../../../src/control/control.ts";
import { statusFacts } from "../../../src/control/status.ts";

const commit = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";

test.each<[Working | undefined, string]>([
  [undefined, "Version 1.2 · For approval"],
  [{ uncommitted: true }, "Version 1.2 · For approval · uncommitted changes"],
  [{ uncommitted: true, commit }, "Version 1.2 · For approval · uncommitted changes to a1b2c3d"],
  [{ uncommitted: false, commit }, "Version 1.2 · For approval · commit a1b2c3d"],
  [{ uncommitted: false }, "Version 1.2 · For approval"],
])("a working build says what it was made from: %j", (working, line) => {
  const control: Control = {
    history: [],
    approvals: [],
    signatures: [],
    route: [],
    location: { path: "", tag: "" },
    status: statusFacts("for approval"),
    marks: {},
    ...(working ? { working } : {}),
  };
  expect(versionLine("v1.2", control)).toBe(line);
});
