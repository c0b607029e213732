// A case to a model: every number worked out once for each document that can name it.
import type { RiskMatrix } from "../../schemas/programme.ts";
import { arrange, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Places } from "../parse/draft.ts";
import type { Result } from "../result.ts";
import type { Case, CaseDocument } from "../validate/case.ts";
import { modelAppraisal, nameAppraisals } from "./appraisals.ts";
import { modelBenefits, nameBenefits } from "./benefits.ts";
import { checkIdentities, checkLabels, checkSize } from "./checks.ts";
import { countEntries } from "./count.ts";
import { createEngine } from "./engine.ts";
import { nameFigures } from "./figures.ts";
import { leftOutOf } from "./left-out.ts";
import type { DocumentModel, Figure, Model, NumberStyle } from "./model.ts";
import { modelOutcomes, nameOutcomes } from "./outcomes.ts";
import { checkBands, checkRisks } from "./risks.ts";
import type { TablePlaces } from "./rows.ts";
import { checkStated } from "./stated.ts";
import { nameTable, type TableShape } from "./table-names.ts";
import { modelTable } from "./tables.ts";

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
  const leftOut = leftOutOf(document.registers);
  const shapes = new Map<string, TableShape>();
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

  const matrix = riskMatrixOf(from, document);
  const tables = new Map(
    [...shapes].map(([id, shape]) => {
      const table = modelTable(engine, shape, matrix);
      checkLabels(engine, shape, table);
      checkSize(engine, table);
      checkIdentities(engine, shape);
      return [id, table] as const;
    }),
  );
  const benefits = modelBenefits(engine, data, places, Object.keys(from.programme.organisations));
  const models = appraisals.map((shape) => [shape.id, modelAppraisal(engine, shape, places)] as const);
  const outcomes = modelOutcomes(engine, data.outcomes ?? {}, places);
  const figures = new Map<string, Figure>();
  for (const name of engine.names()) {
    const figure = engine.figure(name);
    if (figure) figures.set(name, figure);
  }
  const explained = checkStated(engine, data.stated ?? {}, places, leftOut);
  checkRisks(engine.problems, data.risks ?? {}, matrix, places);
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
