// The smallest document that builds, for tests that run the program on files.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const programmeYaml = readFileSync(join(import.meta.dirname, "default-programme/programme.yaml"), "utf8");

export const summaryFrontMatter = `---
kind: savings-summary
title: Harbour renewal
version: 0.1
status: draft
date: 2026-11-02
authors: [lead]
owners: [owner]
classification: public
reference: HR-1
---
`;
