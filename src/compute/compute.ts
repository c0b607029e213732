// A case to a model: every number worked out once for each document that can name it.
import type { RiskMatrix } from "../../schemas/programme.ts";
import { arrange, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Places } from "../parse/draft.ts";
import type { Result } from "../result.ts";
import type { Case, CaseDocument } from "../validate/case.ts";
import { modelBetterCareFund, nameBetterCareFund } from "./better-care-fund/fund.ts";
import { economicTables, nameEconomics } from "./economics/economics.ts";
import { createEngine } from "./engine/engine.ts";
import { leftOutOf } from "./engine/left-out.ts";
import type { DocumentModel, Model, NumberStyle } from "./model.ts";
import { appraisalTables } from "./registers/appraisal-tables.ts";
import { modelAppraisal, nameAppraisals } from "./registers/appraisals.ts";
import { modelBenefits, nameBenefits } from "./registers/benefits.ts";
import { benefitsTables } from "./registers/benefits-tables.ts";
import { countEntries } from "./registers/count.ts";
import { checkFigures, nameFigures } from "./registers/figures.ts";
import { modelOutcomes, nameOutcomes } from "./registers/outcomes.ts";
import { outcomesTable } from "./registers/outcomes-table.ts";
import { nameProgression } from "./registers/progression.ts";
import { nameRiskValues } from "./registers/risk-values.ts";
import { checkBands, checkRisks } from "./registers/risks.ts";
import { nameOptionScores } from "./registers/scores.ts";
import { checkHidden, checkSharedIds } from "./registers/shared-ids.ts";
import { checkStated } from "./registers/stated.ts";
import { checkTable } from "./tables/checks.ts";
import { addGenerated } from "./tables/generated.ts";
import type { TablePlaces } from "./tables/rows.ts";
import { checkScales } from "./tables/scale.ts";
import { nameTable } from "./tables/table-names.ts";
import type { TableShape } from "./tables/table-shape.ts";
import { modelTable } from "./tables/tables.ts";

/** Works out every figure and table of a programme. */
export function compute(from: Case): Result<Model> {
  const diagnostics: Diagnostic[] = checkBands(from);
  const documents = new Map<string, DocumentModel>();
  for (const document of from.documents) {
    const result = computeDocument(from, document);
    documents.set(document.id, result.value);
    diagnostics.push(...result.diagnostics);
  }
  return { value: { case: from, documents }, diagnostics: arrange(diagnostics) };
}

/** How the programme holds and rounds numbers. */
function numberStyle(from: Case): NumberStyle {
  const conventions = from.programme.conventions;
  return { money: conventions?.money ?? "£", rounding: conventions?.rounding ?? "half-up" };
}

/** The programme's risk matrix, or the bands of the document's house on a scale of five. */
function riskMatrixOf(from: Case, document: CaseDocument): RiskMatrix | undefined {
  const own = from.programme.conventions?.["risk-matrix"];
  const house = document.house["risk-bands"];
  return own ?? (house ? { scale: 5, bands: house } : undefined);
}

function within(places: Places, path: readonly (string | number)[]): TablePlaces {
  return { value: (p) => places.value([...path, ...p]), key: (p) => places.key([...path, ...p]) };
}

function computeDocument(from: Case, document: CaseDocument): Result<DocumentModel> {
  const { data, places } = document.registers;
  const files = from.sources.files;
  const conventions = from.programme.conventions;
  const shapes = new Map<string, TableShape>();
  const unreadable = leftOutOf(document.registers);
  const leftOut = (name: string) =>
    unreadable(name) || shapes.get(name.replace(/^tables\./, "").split(".")[0] ?? "")?.unread === true;
  const engine = createEngine({
    style: numberStyle(from),
    files,
    count: (name) => shapes.get(name)?.rows.filter((r) => r.kind === "body").length ?? countEntries(document, name),
    leftOut,
  });
  nameFigures(engine, data.figures ?? {}, places);
  for (const [id, source] of Object.entries(data.tables ?? {}))
    shapes.set(id, nameTable(engine, id, source, within(places, ["tables", id]), files));
  nameBenefits(engine, data, places);
  const appraisals = nameAppraisals(engine, data.appraisals ?? {}, {
    conventions,
    programme: from.programmePlaces,
    places,
  });
  nameOutcomes(engine, data.outcomes ?? {}, places);
  const fund = data["better-care-fund"];
  const names = new Map(Object.entries(from.programme.organisations).map(([id, o]) => [id, o.name]));
  const careFund = fund ? nameBetterCareFund(engine, fund, places, names) : undefined;
  const economics = nameEconomics(engine, data, {
    places,
    conventions,
    programme: from.programmePlaces,
    organisations: names,
    leftOut,
  });
  const judged = [
    nameOptionScores(engine, data, places, leftOut),
    nameRiskValues(engine, data, places, document.id),
    nameProgression(engine, data, places),
  ];
  engine.carryRanges();

  const matrix = riskMatrixOf(from, document);
  const tables = new Map(
    [...shapes].map(([id, shape]) => {
      const table = modelTable(engine, shape, matrix);
      checkTable(engine, shape, table);
      return [id, table] as const;
    }),
  );
  const benefits = modelBenefits(engine, data, places, Object.keys(from.programme.organisations));
  const models = appraisals.map((shape) => [shape.id, modelAppraisal(engine, shape, places)] as const);
  const outcomes = modelOutcomes(engine, data.outcomes ?? {}, places);
  const generated = [
    ...benefitsTables(benefits, names, engine.style, places),
    ...appraisalTables(models.map(([, model]) => model)),
    ...outcomesTable(engine, outcomes, document.id, places),
    ...(careFund ? modelBetterCareFund(careFund) : []),
    ...judged.flatMap((make) => make()),
    ...economicTables(engine, economics),
  ];
  addGenerated(engine, tables, generated, places);
  const figures = engine.figures();
  checkFigures(engine, data.figures ?? {}, places);
  checkScales(engine, shapes.values(), tables, figures);
  const explained = checkStated(engine, data.stated ?? {}, places, leftOut);
  checkRisks(engine.problems, data.risks ?? {}, matrix, places);
  checkSharedIds(engine.problems, data, places);
  checkHidden(engine);
  return {
    value: {
      document,
      figures,
      tables,
      benefits,
      appraisals: new Map(models),
      outcomes,
      style: engine.style,
      explained,
      leftOut,
    },
    diagnostics: engine.problems,
  };
}
