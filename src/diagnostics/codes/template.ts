import { entry } from "./entry.ts";

/** Templates, and what they ask of a document. */
export const templateCodes = {
  "template/none": entry<{ kind: string; house: string }>({
    severity: "error",
    message: (d) => `There is no template for the kind ${d.kind} in the house ${d.house}.`,
    help: (d) => `add templates/kinds/${d.kind}/template.hbs`,
    explain: "Every kind of document has a template that decides its order and its standing words.",
  }),
  "template/syntax": entry<{ reason: string }>({
    severity: "error",
    message: (d) => `This template cannot be read: ${d.reason}.`,
    explain: "Templates are Handlebars. The place given is where its parser stopped.",
  }),
  "template/unknown-name": entry<{ name: string }>({
    severity: "error",
    message: (d) => `A template cannot name "${d.name}".`,
    explain:
      "All names of a template are checked when it is read, in branches that are not taken too. docs/templates.md lists what there is.",
  }),
  "template/unknown-helper": entry<{ name: string }>({
    severity: "error",
    message: (d) => `There is no helper or view named "${d.name}".`,
    explain: "A template uses the helpers of docs/templates.md and the views that directives place, nothing else.",
  }),
  "template/unknown-argument": entry<{ helper: string; name: string }>({
    severity: "error",
    message: (d) => `${d.helper} does not take "${d.name}".`,
    explain: "A helper's arguments are checked, so that a misspelt one is not silently without effect.",
  }),
  "template/bad-argument": entry<{ helper: string; name: string; wanted: string }>({
    severity: "error",
    message: (d) => `${d.helper} needs ${d.name} to be ${d.wanted}.`,
    explain: "The argument of a template helper has a value that it cannot use.",
  }),
  "template/not-allowed": entry<{ what: string }>({
    severity: "error",
    message: (d) => `A template cannot hold ${d.what}.`,
    explain: "Templates decide structure. What could compute, change or hide things is left out of their language.",
  }),
  "template/unknown-partial": entry<{ name: string }>({
    severity: "error",
    message: (d) => `There is no partial named "${d.name}".`,
    explain: "Partials are the files of templates/partials/, named without .hbs.",
  }),
  "template/partial-cycle": entry<{ name: string }>({
    severity: "error",
    message: (d) => `The partial ${d.name} places itself.`,
    explain: "A partial that places itself, directly or through others, would never end.",
  }),
  "template/missing-section": entry<{
    id: string;
    kind: string;
    mark: "#" | "##";
    inside: string | undefined;
    reasonAllowed: boolean;
  }>({
    severity: "error",
    message: (d) => `${d.kind} needs a section "${d.id}"${d.inside ? ` inside "${d.inside}"` : ""} and has none.`,
    help: (d) =>
      `write a heading for it, such as: ${d.mark} Its title {#${d.id}}${d.reasonAllowed ? `; or say under \`omits:\` in the front matter why it is left out` : ""}`,
    explain:
      "A kind's template names the sections that a document of the kind must have. They are recognised by their ids, whatever their titles are; docs/templates.md lists them.",
  }),
  "template/recommended-section": entry<{ id: string; kind: string }>({
    severity: "warning",
    message: (d) => `${d.kind} has no section "${d.id}", which such a document usually has.`,
    help: (d) => `write a heading for it, such as: ## Its title {#${d.id}}`,
    explain: "The section is not required, but readers of this kind of document look for it.",
  }),
  "template/missing-table": entry<{ table: string; kind: string }>({
    severity: "error",
    message: (d) => `${d.kind} prints no table of ${d.table.replaceAll("-", " ")}.`,
    help: (d) => `place it with ::${d.table} on a line of its own`,
    explain:
      "The template of this kind asks for a table that is worked out from the data. Place it with its directive, or with `::table` and its id, in any chapter.",
  }),
  "template/recommended-table": entry<{ table: string; kind: string }>({
    severity: "warning",
    message: (d) => `${d.kind} prints no table of ${d.table.replaceAll("-", " ")}, though its data make one.`,
    help: (d) => `place it with ::${d.table} on a line of its own`,
    explain:
      "The data of this programme are enough for a table that readers of this kind of document look for, and nothing in the text places it.",
  }),
  "template/missing-register": entry<{ register: string; kind: string }>({
    severity: "error",
    message: (d) => `${d.kind} prints its ${d.register.replaceAll("-", " ")} and has none.`,
    help: (d) => `add entries under \`${d.register}:\` in a data file`,
    explain:
      "The template of this kind places a register that may not be empty, such as the recommendations of a report. Add entries in a data file, or take documents: away from those that leave this document out.",
  }),
  "template/unplaced-section": entry<{ title: string }>({
    severity: "error",
    message: (d) => `No place is found for "${d.title}": the template of this kind does not print it.`,
    explain:
      "The template names each chapter that it prints and has no place for others. Nothing that is written may be lost, so a chapter without a place is an error.",
  }),
  "template/unknown-omission": entry<{ id: string }>({
    severity: "error",
    message: (d) => `"${d.id}" is not a section that this kind asks for, so it need not be left out.`,
    explain: "`omits:` gives reasons for sections that the kind's template requires, by their ids.",
  }),
  "template/omission-not-allowed": entry<{ id: string; house: string }>({
    severity: "error",
    message: (d) => `The house ${d.house} does not let a document leave out "${d.id}".`,
    help: () => "write the section, or set `omit-cases: true` in the house profile",
    explain: "A house profile decides whether a document may leave out a required section and give a reason instead.",
  }),
  "template/omitted-but-present": entry<{ id: string }>({
    severity: "error",
    message: (d) => `"${d.id}" is left out according to the front matter, but the document has it.`,
    help: () => "take one of the two away",
    explain: "A reason for leaving out a section that is there would contradict the document.",
  }),
  "template/contrast": entry<{ words: string; ground: string; ratio: number; least: number }>({
    severity: "error",
    message: (d) =>
      `Words in "${d.words}" on ${d.ground === "paper" ? "paper" : `"${d.ground}"`} have a contrast of ${d.ratio} to 1; they need ${d.least} to 1.`,
    help: (d) => (d.ground === "paper" ? "take a darker colour" : `take a darker colour, or a lighter "${d.ground}"`),
    explain:
      "Text that is too pale for its ground cannot be read by many people. WCAG 2.2 (1.4.3) asks for 4.5 to 1; every pair of colours in which a theme prints words is worked out when the theme is read.",
  }),
  "template/prompt-title": entry<{ written: string; form: string }>({
    severity: "warning",
    message: (d) => `The form's own title "${d.form}" is printed here, not "${d.written}".`,
    explain:
      "The words of a national form come from its template. Use the same title, so that the source reads like the document.",
  }),
  "template/base-refused": entry<{ reason: string; help: string }>({
    severity: "warning",
    message: (d) => `This Word file is not used: ${d.reason}.`,
    help: (d) => d.help,
    explain:
      "A house may give its own theme.docx, and documents take styles, colours, faces and the page from it. A file that is damaged, too large, holds macros, fetches something from elsewhere or has no styles is left closed; documents look as the house's theme says, as if the file were not there.",
  }),
  "template/base-styles": entry<{ missing: readonly string[]; of: number }>({
    severity: "warning",
    message: (d) => `This Word file lacks ${d.missing.length} of ${d.of} styles: ${d.missing.join(", ")}.`,
    help: () => "use each style once in the file, in Word, and save it; until then fivecase's own stand in for them",
    explain:
      "Documents use Word's own styles by name. Word writes a style into a file once it has been used or changed there; for those that the file lacks, documents keep fivecase's own, in the house's colours and faces.",
  }),
  "template/base-face": entry<{ face: string; nearest: string }>({
    severity: "warning",
    message: (d) => `The face ${d.face} is not shipped, so the PDF is set in ${d.nearest} and page numbers may differ.`,
    help: () =>
      "take Arial, Calibri or Times New Roman in the file's theme for documents that are alike in both formats",
    explain:
      "The PDF embeds its faces, and only three are shipped: Arimo, Carlito and Tinos, with the widths of Arial, Calibri and Times New Roman. For another face the shipped one with the most similar widths is taken. Word shows the house's face, whose lines may break elsewhere, so page numbers in the contents are less sure.",
  }),
  "template/base-colours": entry<{ colours: readonly string[] }>({
    severity: "warning",
    message: (d) => `Some colours of this Word file are too pale, and are not used: ${d.colours.join(", ")}.`,
    help: () => "choose darker ones for them in Word (Design, Colors, Customize Colors)",
    explain:
      "Words need a contrast of 4.5 to 1 on their ground, and marks of charts one of 3 to 1 on paper (WCAG 2.2, 1.4.3 and 1.4.11). In the place of a colour that has less, documents keep that of the house's theme. The house's own styles keep the colours they are written with.",
  }),
  "template/base-part": entry<{ part: string; reason: string }>({
    severity: "warning",
    message: (d) => `The ${d.part} of this Word file cannot be taken: ${d.reason}.`,
    help: (d) => `change it in Word and save the file; until then the ${d.part} of the house's theme is used`,
    explain:
      "Both formats take page, size of text and colours from a house's Word file. What no document could be set with is left, and the house's theme stands in for it.",
  }),
};
