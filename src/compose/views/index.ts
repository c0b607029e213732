// Every view by the name that directives and templates use.
import type { View } from "../view.ts";
import { audit } from "./audit.ts";
import { authorisation } from "./authorisation.ts";
import { benefits } from "./benefits.ts";
import { benefitsMap } from "./benefits-map.ts";
import { boardMeetings, boards, chartOfBoards, members } from "./boards.ts";
import { chart } from "./chart.ts";
import { communications } from "./communications.ts";
import { diagram } from "./diagram.ts";
import { glossary, references, relatedDocuments } from "./documents.ts";
import { cover, planDetails, titleBlock } from "./front.ts";
import { gantt } from "./gantt.ts";
import { generatedViews } from "./generated.ts";
import { assumptions, dependencies, objectives, plainList, recommendations } from "./lists.ts";
import { matrix, raci } from "./matrix.ts";
import { milestones } from "./milestones.ts";
import { options } from "./options.ts";
import { outcomes } from "./outcomes.ts";
import { approvalPhases, distribution, fileLocation, meetings, versionHistory } from "./record.ts";
import { results } from "./results.ts";
import { riskMatrixView, riskSummary, risks } from "./risks.ts";
import { forwardPlan, route } from "./route.ts";
import { services } from "./services.ts";
import { statements } from "./statements.ts";
import { table } from "./table.ts";
import { workPackage, workstreams } from "./workstreams.ts";

export const views: Readonly<Record<string, View>> = {
  ...generatedViews,
  "approval-phases": approvalPhases,
  assumptions,
  audit,
  authorisation,
  benefits,
  "benefits-map": benefitsMap,
  "board-meetings": boardMeetings,
  boards,
  chart,
  "chart-of-boards": chartOfBoards,
  communications,
  cover,
  dependencies,
  diagram,
  distribution,
  "file-location": fileLocation,
  "forward-plan": forwardPlan,
  gantt,
  glossary,
  list: plainList,
  matrix,
  meetings,
  members,
  milestones,
  objectives,
  options,
  outcomes,
  "plan-details": planDetails,
  raci,
  recommendations,
  references,
  "related-documents": relatedDocuments,
  results,
  "review-and-approval": meetings,
  "risk-matrix": riskMatrixView,
  "risk-summary": riskSummary,
  risks,
  route,
  services,
  statements,
  table,
  "title-block": titleBlock,
  "version-history": versionHistory,
  "work-package": workPackage,
  workstreams,
};
