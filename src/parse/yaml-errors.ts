// The YAML library's findings in an author's words.
import type { ErrorCode } from "yaml";

interface Words {
  readonly problem: string;
  readonly help?: string;
}

const words: Partial<Record<ErrorCode, Words>> = {
  BAD_ALIAS: { problem: "an alias or anchor has no name", help: "put text that begins with * or & in quotes" },
  BAD_COLLECTION_TYPE: { problem: "a tag does not fit its value", help: "take the tag out" },
  BAD_DQ_ESCAPE: {
    problem: "a backslash in double quotes begins an unknown escape",
    help: "write two backslashes, or use single quotes",
  },
  BAD_INDENT: {
    problem: "this does not line up with the entries around it, or a bracket before it was not closed",
    help: "indent the entries of one map or list by the same number of spaces, and close every { and [",
  },
  BAD_SCALAR_START: {
    problem: "a value cannot begin with this character",
    help: "put the whole value in quotes",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'a value that is not in quotes holds ": "',
    help: 'put the whole value in quotes: "Part 1: scope"; or move nested keys to lines of their own',
  },
  BLOCK_IN_FLOW: {
    problem: "block form cannot stand inside { } or [ ]",
    help: "write the outer map or list in block form too",
  },
  KEY_OVER_1024_CHARS: { problem: "a key is too long" },
  MISSING_CHAR: {
    problem: "something is missing here: a closing quote or bracket, or the colon after a key",
    help: "close every quote, { and [ that was opened, and write a colon and a space after each key",
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: "a key must stand on one line with its colon",
    help: "check the indentation, and that the line before ends as meant",
  },
  MULTIPLE_ANCHORS: { problem: "a value has more than one anchor" },
  MULTIPLE_DOCS: {
    problem: "the file holds a second YAML document",
    help: "take the line --- out; text that begins with --- needs quotes",
  },
  MULTIPLE_TAGS: { problem: "a value has more than one tag" },
  TAB_AS_INDENT: { problem: "a tab is used as indentation", help: "indent with spaces" },
  UNEXPECTED_TOKEN: {
    problem: "there is more here than the value",
    help: "put the whole value in quotes; a quotation mark inside single quotes is written twice",
  },
};

/** What is wrong and what to write, for an error of the library. */
export function explainYamlError(code: ErrorCode, message: string): { problem: string; help: string | undefined } {
  const known = words[code];
  if (known) return { problem: known.problem, help: known.help };
  const plain = message.replace(/\.$/, "");
  return { problem: plain.charAt(0).toLowerCase() + plain.slice(1), help: undefined };
}
