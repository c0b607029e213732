// Every code and its words, one file per family; a code never changes its meaning.
import { approvalCodes } from "./codes/approval.ts";
import { checkCodes } from "./codes/check.ts";
import { controlCodes } from "./codes/control.ts";
import { documentCodes } from "./codes/document.ts";
import { economicsCodes } from "./codes/economics.ts";
import type { Entry } from "./codes/entry.ts";
import { figureCodes } from "./codes/figure.ts";
import { layoutCodes } from "./codes/layout.ts";
import { markdownCodes } from "./codes/markdown.ts";
import { registerCodes } from "./codes/register.ts";
import { routeCodes } from "./codes/route.ts";
import { sourceCodes } from "./codes/source.ts";
import { tableCodes } from "./codes/table.ts";
import { templateCodes } from "./codes/template.ts";
import { yamlCodes } from "./codes/yaml.ts";

export const catalogue = {
  ...sourceCodes,
  ...yamlCodes,
  ...markdownCodes,
  ...registerCodes,
  ...figureCodes,
  ...checkCodes,
  ...economicsCodes,
  ...tableCodes,
  ...controlCodes,
  ...approvalCodes,
  ...routeCodes,
  ...templateCodes,
  ...documentCodes,
  ...layoutCodes,
};

export type Code = keyof typeof catalogue;
export type DetailsOf<C extends Code> = (typeof catalogue)[C] extends Entry<infer D> ? D : never;
