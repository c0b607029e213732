// House profile: an organisation's choices. Theme: how its documents look in every format.
import { z } from "zod";
import { Bands } from "./programme.ts";
import { purposes } from "./registers.ts";
import { RouteRules } from "./route.ts";
import { flag, identifier, text, whole } from "./scalars.ts";

const numberStyle = z.enum(["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]);

const Level = z.strictObject({
  pattern: z.string().meta({ description: "Counters as %1 … %6: %1.%2; empty for none." }),
  style: numberStyle.optional(),
});

export const controlColumns = [
  "version",
  "date",
  "author",
  "initials",
  "name",
  "change",
  "sections",
  "status",
] as const;

const HistoryColumns = z.array(z.strictObject({ column: z.enum(controlColumns), label: text }));

/** What a file's name may hold, in braces. */
export const fileNameParts = [
  "programme",
  "document",
  "kind",
  "title",
  "version",
  "status",
  "date",
  "classification",
  "reference",
  "edition",
] as const;
export type FileNamePart = (typeof fileNameParts)[number];

/** A part as a pattern names it. */
export const fileNamePart = /\{([^{}]*)\}/g;

const known: ReadonlySet<string> = new Set(fileNameParts);

const FileName = text
  .refine(
    (pattern) =>
      [...pattern.matchAll(fileNamePart)].every(([, part = ""]) => known.has(part)) &&
      !/[{}]/.test(pattern.replace(fileNamePart, "")),
    `must name in braces only ${fileNameParts.map((part) => `{${part}}`).join(", ")}`,
  )
  .meta({ description: "Names of files, such as {document}-v{version}-{status}; {document} unless given." });

export const House = z
  .strictObject({
    name: text,
    theme: identifier,
    logo: text.optional(),
    headings: z
      .strictObject({
        default: z.array(Level),
        appendix: Level.optional().meta({ description: "Pattern of appendix headings, such as Appendix %1." }),
      })
      .catchall(z.array(Level))
      .meta({ description: "Numbering by level; a kind's own under its name." }),
    "version-history": z.strictObject({ title: text, rule: text.optional(), columns: HistoryColumns }),
    approvals: z
      .strictObject({
        title: text,
        columns: z.array(
          z.strictObject({
            column: z.enum(["date", "organisation", "meeting", "purpose", "state", "outcome", "phase"]),
            label: text,
          }),
        ),
      })
      .meta({ description: "Review and approval table." }),
    baseline: z
      .strictObject({ approvals: z.array(z.enum(purposes)) })
      .optional()
      .meta({
        description:
          "A version such as 1.0 is released when every meeting of the route with one of these purposes has approved.",
      }),
    route: RouteRules.optional().meta({
      description: "Deadlines on the way to a decision: papers, publication, notice, call-in.",
    }),
    "title-block": z.strictObject({ columns: z.enum(["2", "4"]) }),
    "control-before-contents": flag.optional(),
    "risk-bands": Bands.optional(),
    dates: z.strictObject({
      full: z.enum(["28 January 2014", "28/01/2014", "28.01.14"]),
      table: z.enum(["28 January 2014", "28 Jan 2014", "28/01/2014", "28/01/14", "28.01.14"]),
    }),
    contents: z.strictObject({ depth: whole, look: z.enum(["list", "two-column"]).optional() }).optional(),
    "file-name": FileName.optional(),
    "omit-cases": flag.optional().meta({ description: "true lets a document leave a case out with a reason." }),
  })
  .meta({ id: "House", title: "fivecase house profile" });
export type House = z.output<typeof House>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #0b3c5d");
const points = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/, "must be a number of points")])
  .transform(Number)
  .meta({ description: "Points, 1/72 inch." });

/** Faces that come with the program, and what Word calls the face of the same widths. */
export const shippedFaces = { arimo: "Arial", carlito: "Calibri", tinos: "Times New Roman" } as const;
export type ShippedFace = keyof typeof shippedFaces;

const Face = z
  .strictObject({
    text: z.enum(["arimo", "carlito", "tinos"]).meta({ description: "Face embedded in PDF." }),
    word: text.optional().meta({ description: "Face named in DOCX; by default Word's of the same widths." }),
  })
  .transform((face) => ({ text: face.text, word: face.word ?? shippedFaces[face.text] }));

/** Sizes in points, colours as #rrggbb. */
export const Theme = z
  .strictObject({
    name: text,
    page: z.strictObject({
      width: points,
      height: points,
      margin: z.strictObject({ left: points, right: points, top: points, bottom: points }),
      header: points,
      footer: points,
    }),
    face: Face,
    body: z.strictObject({
      size: points,
      leading: points,
      after: points,
      measure: points.meta({ description: "Widest line of running text." }),
    }),
    small: z.strictObject({ size: points, leading: points }),
    headings: z.array(z.strictObject({ size: points, leading: points, before: points, after: points })),
    table: z.strictObject({
      size: points,
      leading: points,
      smallest: points,
      padX: points,
      padY: points,
      stripes: colour.optional().meta({
        description: "Ground of every second row, in the place of rules between rows; without it tables are ruled.",
      }),
    }),
    list: z.strictObject({ indent: points, after: points }),
    colours: z.strictObject({
      text: colour,
      quiet: colour,
      accent: colour,
      accentText: colour,
      rule: colour,
      tint: colour,
      groupTint: colour,
      link: colour,
      mark: colour,
      ratings: z.record(
        z.enum(["green", "amber-green", "amber", "amber-red", "red", "neutral"]),
        z.strictObject({ fill: colour, border: colour, text: colour }),
      ),
      series: z.array(colour),
    }),
  })
  .meta({ id: "Theme", title: "fivecase theme" });
export type Theme = z.output<typeof Theme>;
