// Names of the ways findings are printed; alone, so that the command line's help loads no catalogue.
export const formats = ["pretty", "line", "json", "sarif", "github"] as const;
export type Format = (typeof formats)[number];
