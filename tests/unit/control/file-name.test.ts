import { expect, test } from "vitest";
import { fileStem, stemOf } from "../../../src/control/file-name.ts";
import { modelOf } from "../compose-views/story.ts";

const values = {
  programme: "harbour",
  document: "full-business-case",
  kind: "fbc",
  title: "Quay & Harbour: the Council’s £1.5m renewal",
  version: "1.10",
  status: "for-approval",
  date: "2026-11-02",
  classification: "part-exempt",
  reference: "",
  edition: "exempt",
};

test.each([
  ["{document}", "full-business-case"],
  ["{document}-v{version}-{status}", "full-business-case-v1.10-for-approval"],
  ["{title}", "quay-and-harbour-the-councils-1.5m-renewal"],
  ["{date} {reference} {programme}_{kind} ({edition})", "2026-11-02-harbour_fbc-exempt"],
  ["{reference}", "document"],
  ["..{kind}. ", "fbc"],
  ["WCC {classification}", "wcc-part-exempt"],
])("%s is %s", (pattern, stem) => {
  expect(stemOf(pattern, values)).toBe(stem);
});

test.each([
  ["Großer Straßenbau", "grosser-strassenbau"],
  ["Llŷn: ysgol newydd", "llyn-ysgol-newydd"],
  ["Œuvre, Ærø, Łódź", "oeuvre-aero-lodz"],
  ["ﬁnal №2", "final-no2"],
  ["../../etc/passwd", "etc-passwd"],
  ["CON", "con-document"],
  ["nul.1", "nul-1"],
  ["日本", "document"],
])("the title %s is written %s", (title, stem) => {
  expect(stemOf("{title}", { ...values, title })).toBe(stem);
});

test("a long title is cut at a word; version and status stay whole", () => {
  const title = "A business case for integrated health and wellbeing commissioning across the whole of the city";
  const stem = stemOf("{title}-v{version}-{status}", { ...values, title });
  expect(stem).toBe("a-business-case-for-integrated-health-and-wellbeing-v1.10-for-approval");
  expect(`${stem}.docx`.length).toBeLessThanOrEqual(80);
  expect(stemOf("{title}-{document}", { ...values, title: "x".repeat(200) })).toBe(
    `${"x".repeat(75 - "-full-business-case".length)}-full-business-case`,
  );
});

test("the default is the document's folder", () => {
  const { model } = modelOf({});
  const document = model.documents.get("paper")?.document;
  if (!document) throw new Error("the story has no paper");
  expect(fileStem(model, document)).toBe("paper");
  const house = { ...document.house, "file-name": "{programme}-{title}-{version}-{status}-{edition}" };
  expect(fileStem(model, { ...document, house })).toBe("test-a-test-1.1-for-approval-public");
});
