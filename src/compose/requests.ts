// What the helpers of a template ask for. Running the template writes the requests down in order; the finished tree answers them.
import type { Span } from "../source.ts";

interface At {
  /** The expression in the template. */
  readonly place: Span;
}

export type Request =
  | (At & {
      readonly type: "section";
      readonly id: string;
      readonly required: boolean;
      readonly numbered?: string;
      readonly divider: boolean;
      readonly missing?: string;
    })
  | (At & { readonly type: "sections"; readonly required: readonly string[] })
  | (At & {
      readonly type: "needs";
      readonly ids: readonly string[];
      readonly inside?: string;
      readonly recommended: boolean;
      /** True where the ids are kinds of tables, which may stand anywhere. */
      readonly tables: boolean;
    })
  | (At & {
      readonly type: "prompt";
      readonly id: string;
      readonly title?: string;
      readonly level: number;
      readonly required: boolean;
    })
  | (At & { readonly type: "prompt-end" | "body" | "appendices" | "landscape" | "landscape-end" | "page-break" })
  | (At & {
      readonly type: "contents";
      readonly of: "headings" | "tables" | "exhibits";
      readonly depth?: number;
      readonly title?: string;
      readonly look?: "list" | "two-column";
    })
  | (At & {
      readonly type: "view";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly caption?: string;
      readonly required: boolean;
    });

/** The arguments that each helper takes besides its name. */
export const helperArguments: Readonly<Record<string, readonly string[]>> = {
  section: ["required", "numbered", "divider", "missing"],
  sections: ["required"],
  needs: ["in", "recommended", "tables"],
  prompt: ["title", "level", "required"],
  body: [],
  appendices: [],
  landscape: [],
  "page-break": [],
  contents: ["of", "depth", "title", "look"],
};

/** Helpers that wrap text: `{{#landscape}} … {{/landscape}}`. */
export const blockHelpers = ["prompt", "landscape"];

/** Helpers whose first argument is an id or name. */
export const namedHelpers = ["section", "needs", "prompt", "view"];
