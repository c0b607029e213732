import { entry } from "./entry.ts";

/** Files and folders: what cannot be found, read or used. */
export const sourceCodes = {
  "source/no-programme": entry<{ programme: string }>({
    severity: "error",
    message: (d) => `There is no programme ${d.programme}: content/${d.programme}/programme.yaml was not found.`,
    help: () => "make the folder and write programme.yaml, or name a folder of content/ that has one",
    explain:
      "A programme is a folder of content/ with a programme.yaml. Its name is a plain folder name, without slashes or leading dots.",
  }),
  "source/no-documents": entry<{ programme: string }>({
    severity: "warning",
    message: (d) => `The programme ${d.programme} has no documents: none of its folders holds a document.md.`,
    help: (d) => `make content/${d.programme}/<document>/document.md`,
    explain:
      "Each document of a programme has a folder of its own with a document.md: content/<programme>/<document>/document.md. A programme without one has nothing to build.",
  }),
  "source/not-utf8": entry<{ byte: string; lines: number; looks: string | undefined }>({
    severity: "error",
    message: (d) =>
      `This file is not UTF-8 text: ${d.byte} is not a character${d.lines > 1 ? `, and ${d.lines - 1} more ${d.lines === 2 ? "line has" : "lines have"} such bytes` : ""}.`,
    help: (d) =>
      d.looks === undefined
        ? "save the file as UTF-8"
        : `the file looks like ${d.looks}; save it as UTF-8 (in Excel: CSV UTF-8)`,
    explain:
      "All text is read as UTF-8. A file saved in another encoding would print wrong letters and pound signs, so it is refused at its first wrong byte.",
  }),
  "source/too-large": entry<{ size: string; limit: string }>({
    severity: "error",
    message: (d) => `This file is too large: ${d.size}, and at most ${d.limit} are read.`,
    help: () => "split the file, or make the picture smaller",
    explain: "A size limit keeps a build quick and its outputs small enough to send to a committee.",
  }),
  "source/outside-workspace": entry<{ path: string }>({
    severity: "error",
    message: (d) => `${d.path} is a link that leads out of the workspace, so it is not read.`,
    help: () => "put the file itself into the workspace",
    explain:
      "A document is made from its workspace alone, so that the same commit makes the same document on every machine. Links out of it are refused.",
  }),
  "source/unreadable": entry<{ path: string; reason: string }>({
    severity: "error",
    message: (d) => `${d.path} cannot be read: ${d.reason}.`,
    explain:
      "The file system refused to read the file or folder. Look at its permissions, and at links that lead nowhere or in a circle; what cannot be read cannot be built.",
  }),
  "source/ignored-file": entry<{ path: string; reason: string }>({
    severity: "warning",
    message: (d) => `${d.path} is not used: ${d.reason}.`,
    explain:
      "Each folder of a programme has its purpose: data/ holds *.yaml and *.csv, shared/ and document folders hold *.md, images/ holds PNG and JPEG pictures. Files of other kinds are named so that nothing is lost unseen.",
  }),
  "source/character": entry<{ character: string; name: string; count: number }>({
    severity: "error",
    message: (d) =>
      `The text holds ${d.name} (${d.character})${d.count > 1 ? `, ${d.count} of them` : ""}, which cannot be printed.`,
    help: () => "delete it; such characters come in by copying from another program",
    explain:
      "Control characters and characters for private use have no printed form, and some word processors leave them in copied text. Tabs and line ends are fine.",
  }),
};
