export { gitFacts } from "./git.ts";
export { findProgrammes, readProgramme } from "./read.ts";
export type { DocumentSources, GitFacts, Sources, TagFact, TemplateSources } from "./sources.ts";
