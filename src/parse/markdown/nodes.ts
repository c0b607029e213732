// The nodes that fivecase's Markdown has besides those of CommonMark, tables, footnotes and directives.
import type { BlockContent, Data, DefinitionContent, Literal, Parent, PhrasingContent } from "mdast";

/** `{{money benefits.net as="£m"}}`: `value` is what stands between the braces, trimmed, on one line. */
interface Expression extends Literal {
  type: "expression";
  data?: Data | undefined;
}

/** What braces at the end of a heading say: `## Title {#id .unnumbered}`. */
export interface HeadingAttributes {
  readonly id?: string;
  readonly unnumbered?: boolean;
  readonly runIn?: boolean;
}

interface DefinitionList extends Parent {
  type: "defList";
  children: (DefinitionTerm | DefinitionDescription)[];
}

interface DefinitionTerm extends Parent {
  type: "defListTerm";
  children: PhrasingContent[];
}

interface DefinitionDescription extends Parent {
  type: "defListDescription";
  spread: boolean;
  children: (BlockContent | DefinitionContent)[];
}

declare module "mdast" {
  interface PhrasingContentMap {
    expression: Expression;
  }
  interface BlockContentMap {
    defList: DefinitionList;
  }
  interface RootContentMap {
    expression: Expression;
    defList: DefinitionList;
    defListTerm: DefinitionTerm;
    defListDescription: DefinitionDescription;
  }
  interface HeadingData {
    /** Taken off the heading's text. */
    attributes?: HeadingAttributes;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    expression: "expression";
    expressionMarker: "expressionMarker";
    expressionData: "expressionData";
    directiveTextLabel: "directiveTextLabel";
  }
}
