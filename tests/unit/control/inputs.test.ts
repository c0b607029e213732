import { expect, test } from "vitest";
import { inputRule, inputsOf } from "../../../src/control/inputs.ts";
import { modelOf } from "../compose-views/story.ts";

function paper() {
  const { model } = modelOf({
    history: "history:\n  - { version: 1.0, date: 2014-10-01, author: SR, change: First }\n",
  });
  const document = model.documents.get("paper")?.document;
  if (!document) throw new Error("the story has no paper");
  return { model, document };
}

test("the inputs of a document are what was read for it, by path, with the record told apart", () => {
  const { model, document } = paper();
  const inputs = inputsOf(model, document);
  expect(inputs.map(({ path, role }) => [path, role])).toEqual([
    ["content/test/data/all.yaml", "source"],
    ["content/test/paper/document.md", "source"],
    ["content/test/paper/history.yaml", "record"],
    ["content/test/programme.yaml", "source"],
    ["templates/houses/house/profile.yaml", "source"],
    ["templates/themes/plain.yaml", "source"],
  ]);
  expect(inputs[0]?.content).toBe("{}");
});

test.each([
  ["content/test/data/costs.csv", "source"],
  ["content/test/data/approvals.yaml", "record"],
  ["content/test/shared/aims.md", "source"],
  ["content/test/images/council.PNG", "source"],
  ["content/test/paper/2-strategic-case.md", "source"],
  ["content/test/paper/data/more.yaml", "source"],
  ["content/test/paper/images/map.svg", "source"],
  ["templates/houses/house/theme.docx", "source"],
  ["content/test/README.md", undefined],
  ["content/test/other/document.md", undefined],
  ["content/test/other/history.yaml", undefined],
  ["content/test/other/data/more.yaml", undefined],
  ["content/test/paper/notes.txt", undefined],
  ["content/elsewhere/programme.yaml", undefined],
  ["templates/themes/another.yaml", undefined],
])("whether or not it is there now, %s is %s", (path, role) => {
  const { model, document } = paper();
  expect(inputRule(model, document)(path)).toBe(role);
});
