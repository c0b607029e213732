// What a template can name, as a schema that its paths are checked against and as the values themselves.
import { registerNames } from "../../schemas/data.ts";
import { formatDate } from "../compute/numbers/date.ts";
import type { Inline } from "../document/document.ts";
import { type Context, registersOf } from "./context.ts";
import { meetingDate } from "./figures.ts";
import { kindWords } from "./views/words.ts";

/** A name's kind: printable text, something only `if` can ask, a group of names, or a list to go through. */
export type Shape =
  | { readonly type: "text" }
  | { readonly type: "flag" }
  | { readonly type: "group"; readonly names: Readonly<Record<string, Shape>> }
  | { readonly type: "list"; readonly names: Readonly<Record<string, Shape>> };

const text: Shape = { type: "text" };
const flag: Shape = { type: "flag" };
const group = (names: readonly string[], shape: Shape): Shape => ({
  type: "group",
  names: Object.fromEntries(names.map((name) => [name, shape])),
});

const documentNames = [
  "id",
  "title",
  "subtitle",
  "kind",
  "version",
  "status",
  "date",
  "classification",
  "reference",
  "committee",
  "meeting",
  "purpose",
  "period",
  "year",
];
const registers = [
  ...registerNames,
  "benefits",
  "appraisals",
  "tables",
  "figures",
  "lines",
  "price-indices",
  "optimism-bias",
  "option-appraisals",
  "funding",
  "option-scores",
  "progression",
  "better-care-fund",
] as const;
const states = ["decision", "draft", "approved", "public", "prompts-shown"];

/** Every name that a template can use. */
export const shapes: Readonly<Record<string, Shape>> = {
  document: group(documentNames, text),
  programme: group(["name", "short", "strapline"], text),
  house: { type: "group", names: { name: text, "control-before-contents": flag } },
  projects: { type: "list", names: { id: text, name: text } },
  has: group(registers, flag),
  is: group(states, flag),
};

type Names = Readonly<Record<string, unknown>>;

// Without a prototype, a template cannot reach what every object has.
const bare = (entries: Iterable<readonly [string, unknown]>): Names => {
  const names: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) names[key] = value;
  return names;
};

/** The values; texts are given as slots that the finished tree puts words into. */
export function values(context: Context, slot: (inlines: readonly Inline[]) => string): Names {
  const { document } = context.document;
  const { front, house } = document;
  const { programme } = context.model.case;
  const data = registersOf(context);
  const word = (value: string | undefined) =>
    value === undefined || value === "" ? "" : slot([{ type: "value", text: value }]);
  const day = (written: string) => formatDate(written, "full", house.dates);
  const scrutiny = front.kind === "scrutiny-report" ? front : undefined;
  const meeting = meetingDate(context);
  const facts: Readonly<Record<string, string | undefined>> = {
    id: document.id,
    title: front.title,
    subtitle: front.subtitle,
    kind: kindWords[front.kind],
    version: front.version,
    status: front.status,
    date: day(front.date),
    classification: front.classification,
    reference: front.reference,
    committee: scrutiny?.committee,
    meeting: meeting === undefined ? undefined : day(meeting),
    purpose: scrutiny?.purpose,
    period: front.kind === "savings-summary" ? front.period : undefined,
    year: front.kind === "bcf-plan" ? front.year : undefined,
  };
  const own = (entry: unknown) =>
    typeof entry !== "object" ||
    entry === null ||
    !("documents" in entry) ||
    !Array.isArray(entry.documents) ||
    entry.documents.includes(document.id);
  const projects = front.projects ?? Object.keys(data.projects ?? {});
  return bare([
    ["document", bare(documentNames.map((name) => [name, word(facts[name])]))],
    [
      "programme",
      bare([
        ["name", word(programme.programme)],
        ["short", word(programme.short)],
        ["strapline", word(programme.strapline)],
      ]),
    ],
    [
      "house",
      bare([
        ["name", word(house.name)],
        ["control-before-contents", house["control-before-contents"] === true],
      ]),
    ],
    [
      "projects",
      projects.map((id) =>
        bare([
          ["id", word(id)],
          ["name", word(data.projects?.[id]?.name ?? id)],
        ]),
      ),
    ],
    ["has", bare(registers.map((name) => [name, Object.values(data[name] ?? {}).some(own)]))],
    [
      "is",
      bare([
        ["decision", scrutiny?.purpose === "decision"],
        ["draft", context.control.status.draft],
        ["approved", context.control.status.approved],
        ["public", front.classification === "public"],
        ["prompts-shown", front.kind === "bcf-plan" && front.prompts !== "hidden"],
      ]),
    ],
  ]);
}
