import { entry } from "./entry.ts";

/** From Markdown to the document tree: what an author can place, name and refer to. */
export const documentCodes = {
  "document/unknown-directive": entry<{ name: string; form: string }>({
    severity: "error",
    message: (d) => `There is no ${d.form} directive named "${d.name}".`,
    explain:
      "Directives place what data makes (`::risks`), wrap text (`:::callout`) or name an entry (`:risk[R1]`). docs/authoring.md lists them.",
  }),
  "document/wrong-form": entry<{ name: string; wanted: string }>({
    severity: "error",
    message: (d) => `"${d.name}" is not written this way.`,
    help: (d) => `write ${d.wanted}`,
    explain:
      "A directive has one form: `:name[label]` in a line, `::name` on a line of its own, `:::name` round other text.",
  }),
  "document/unknown-attribute": entry<{ directive: string; name: string }>({
    severity: "error",
    message: (d) => `"${d.directive}" does not take "${d.name}".`,
    explain: "An attribute that a directive does not know would be without effect, so it is refused.",
  }),
  "document/missing-attribute": entry<{ directive: string; name: string }>({
    severity: "error",
    message: (d) => `"${d.directive}" needs ${d.name}.`,
    explain:
      "The directive cannot place anything without this attribute or label: `::table` needs the table it is made of, `::image` its file. docs/authoring.md shows each directive with what it takes.",
  }),
  "document/bad-attribute": entry<{ directive: string; name: string; wanted: string }>({
    severity: "error",
    message: (d) => `${d.name} of "${d.directive}" must be ${d.wanted}.`,
    explain:
      "The attribute has a value that the directive cannot use. It takes one of a few words, or a number; any other value would be without effect, so it is refused.",
  }),
  "document/not-here": entry<{ what: string; where: string }>({
    severity: "error",
    message: (d) => `${d.what} cannot stand ${d.where}.`,
    explain:
      "Some blocks change the page or the structure of the document and can only stand where nothing surrounds them.",
  }),
  "document/unknown-expression": entry<{ name: string }>({
    severity: "error",
    message: (d) => `There is no format named "${d.name}".`,
    explain: "A figure is a format and a name: {{money benefits.net}}. The formats are listed in docs/authoring.md.",
  }),
  "document/expression-syntax": entry<{ reason: string }>({
    severity: "error",
    message: (d) => `This figure cannot be read: ${d.reason}.`,
    help: () =>
      'write a format, a name and named arguments, such as {{money benefits.net as="£m" places=1}}; a year is year="2014/15"',
    explain: "Between {{ and }} stand a format, one name and named arguments. Nothing is computed there.",
  }),
  "document/unknown-figure": entry<{ name: string }>({
    severity: "error",
    message: (d) => `There is no figure named "${d.name}".`,
    explain:
      "A figure is named by its path: a figure of data/, a table's cell, column or total, a benefit, a result. `fivecase explain` lists a programme's figures.",
  }),
  "document/unknown-entry": entry<{ register: string; id: string }>({
    severity: "error",
    message: (d) => `There is no entry "${d.id}" in ${d.register}.`,
    explain: "The register has no entry with this id, or the entry is limited to other documents.",
  }),
  "document/unknown-reference": entry<{ id: string }>({
    severity: "error",
    message: (d) => `There is nothing with the id "${d.id}" to refer to.`,
    explain: "A reference names a heading, table, figure or appendix of this document by its id.",
  }),
  "document/reference-without-words": entry<{ id: string }>({
    severity: "error",
    message: (d) => `What has the id "${d.id}" has neither number nor title, so the reference would print nothing.`,
    help: () => "write words between the brackets: [as shown above](#id)",
    explain: "A reference prints Section 3.1, Table 4 or Figure 2. A table without a caption has no number.",
  }),
  "document/duplicate-id": entry<{ id: string }>({
    severity: "error",
    message: (d) => `The id "${d.id}" is given twice.`,
    explain: "Ids are unique over all parts of a document, since references find their target by them.",
  }),
  "document/heading-skips": entry<{ level: number; expected: number }>({
    severity: "warning",
    message: (d) => `This heading has level ${d.level}, but the one above it calls for level ${d.expected} at most.`,
    help: (d) => `write ${"#".repeat(d.expected)}`,
    explain:
      "Readers who move by headings lose their way where a level is left out. The heading is set at the level that fits.",
  }),
  "document/empty-section": entry<Record<string, never>>({
    severity: "warning",
    message: () => "Nothing stands under this heading.",
    help: () => "write what belongs here, or take the heading out",
    explain:
      "A heading announces text, a table or a figure. Readers who move by headings go there and find nothing, and the contents list a section that says nothing.",
  }),
  "document/heading-inside": entry<{ where: string }>({
    severity: "error",
    message: (d) => `A heading cannot stand in ${d.where}.`,
    explain: "Headings carry the structure of the document and stand outside lists, quotes, cells and cards.",
  }),
  "document/text-before-sections": entry<Record<string, never>>({
    severity: "error",
    message: () => "This text stands before the first heading, where no section holds it.",
    help: () => "put a heading with one # above it",
    explain: "The template places sections. Text above the first heading belongs to none and would be lost.",
  }),
  "document/unknown-part": entry<{ part: string }>({
    severity: "error",
    message: (d) => `There is no shared block "${d.part}".`,
    explain:
      "`::include{part=shared/aims}` places shared/aims.md of the programme. A shared block stands directly in that folder; no path leads out of it.",
  }),
  "document/include-cycle": entry<{ part: string }>({
    severity: "error",
    message: (d) => `The shared block "${d.part}" places itself.`,
    explain: "A block that includes itself, directly or through others, would never end.",
  }),
  "document/exempt-block": entry<{ classification: string }>({
    severity: "error",
    message: (d) => `The document is classified ${d.classification}, so it cannot hold an exempt block.`,
    help: () => "classify the whole document as exempt, or take the block out",
    explain:
      "Until public and exempt editions are built apart, exempt text may only stand in a document that is exempt as a whole and marked so on each page.",
  }),
  "document/exempt-paragraph": entry<Record<string, never>>({
    severity: "error",
    message: () => "An exempt block names its ground: a paragraph from 1 to 7, and a reason.",
    help: () => ':::exempt{paragraph=3 reason="Financial affairs of a bidder"}',
    explain:
      "Schedule 12A of the Local Government Act 1972 lists the grounds on which a council may treat information as exempt.",
  }),
  "document/no-picture": entry<{ file: string }>({
    severity: "error",
    message: (d) => `The picture ${d.file} was not found.`,
    help: () => "give its path below the programme's folder, such as images/pathway.png",
    explain:
      "Pictures are PNG, JPEG or SVG files in images/ of the programme or of the document. No path and no link leads out of the workspace, so that a document can be built from a clone alone.",
  }),
  "document/no-logo": entry<{ file: string; folder: string }>({
    severity: "error",
    message: (d) => `The logo ${d.file} was not found in ${d.folder}.`,
    help: () => "a house's logo stands beside its profile.yaml, an organisation's below the programme's folder",
    explain:
      "The cover shows the logo of the house, then those of the organisations. One that is named but not there would be left out without a word.",
  }),
  "document/bad-picture": entry<{ file: string; reason: string }>({
    severity: "error",
    message: (d) => `${d.file} cannot be used as a picture: ${d.reason}.`,
    explain:
      "Pictures are PNG, JPEG or SVG files that every output can hold. A file of another kind under such a name, one that was cut off, one in colours for printing presses, or one larger than any page cannot be placed.",
  }),
  "document/unsafe-picture": entry<{ file: string; reason: string }>({
    severity: "error",
    message: (d) => `The drawing ${d.file} cannot be placed: ${d.reason}.`,
    help: () => "take it out in the program that made the drawing, or save the drawing as PNG",
    explain:
      "An SVG file can hold scripts, links, other files and pages. A document that is kept and passed on carries none of them, so that a drawing with such a part is refused and not quietly changed. Shapes, text, styles and references within the drawing are all it needs.",
  }),
  "document/picture-in-pixels": entry<{ file: string; what: string }>({
    severity: "warning",
    message: (d) => `The drawing ${d.file} is placed as pixels, since it has ${d.what}.`,
    help: () => "nothing is lost on paper; without it the drawing stays sharp at any size and its words can be found",
    explain:
      "Drawings of shapes in plain colours and of words are painted as shapes. One with gradients, transparency, masks, filters or patterns is painted as a picture of 300 pixels an inch; the word-processor file keeps the drawing itself beside it.",
  }),
  "document/no-alt": entry<{ file: string }>({
    severity: "error",
    message: (d) => `The picture ${d.file} has no text alternative.`,
    help: () => 'add alt="…" that says what the picture shows',
    explain:
      "A reader who cannot see the picture is told its text alternative. Say what the picture shows and why it is there, in a sentence; the caption names it and is read as well.",
  }),
  "document/bad-link": entry<{ url: string }>({
    severity: "error",
    message: (d) => `The link ${d.url} cannot be printed.`,
    help: () => "links begin with https://, http:// or mailto:; [](#id) refers to a part of this document",
    explain: "A paper is read away from the repository, so that a link to a file in it leads nowhere.",
  }),
  "document/not-supported": entry<{ what: string }>({
    severity: "error",
    message: (d) => `${d.what} cannot be printed.`,
    explain: "The text holds something that documents do not have. Nothing is dropped silently, so it is refused.",
  }),
  "document/answer-before-prompt": entry<Record<string, never>>({
    severity: "error",
    message: () => "This prompt has no title, and none stands before it.",
    explain:
      "A prompt without a title goes on under the title of the one before it. The first prompt of a form therefore needs one, or its answer would belong to nothing.",
  }),
};
