// One seed for all laws of a run, printed so that a failure can be repeated: LAW_SEED=… npm test
import { configureGlobal } from "fast-check";
import { inject } from "vitest";

configureGlobal({ seed: inject("lawSeed") });
