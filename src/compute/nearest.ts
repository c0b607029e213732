export { nearest } from "../diagnostics/nearest.ts";
