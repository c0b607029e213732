// One seed for all laws of a run, printed so that a failure can be repeated: LAW_SEED=… npm test
import { configureGlobal } from "fast-check";
import { inject } from "vitest";
import { runs } from "./runs.ts";

// A counterexample is shrunk for a while and then shown as it is.
configureGlobal({ seed: inject("lawSeed"), interruptAfterTimeLimit: runs(20_000) });
