// Made-up papers for tests of the pages.
import type { Meeting, Paper, PaperProgramme } from "../../../schemas/papers.ts";

/** A paper with a bit of everything; `changes` replaces what a test is about. */
export function paper(changes: Partial<Paper> = {}): Paper {
  return {
    id: "harbour/case",
    folder: "harbour/case",
    title: "Harbour renewal",
    subtitle: "The quay and the lock",
    kind: "Outline business case",
    reference: "HR-1",
    language: "en-GB",
    version: "2.0",
    status: "for approval",
    date: "2026-11-02",
    classification: "public",
    owners: ["Director of Place"],
    contact: { name: "Harbour Office", email: "harbour@example.org", phone: "01234 567890" },
    files: [
      {
        path: "harbour/case/files/v2.0/case.pdf",
        format: "pdf",
        bytes: 634 * 1024,
        pages: 70,
        sha256: "ab".repeat(32),
      },
      {
        path: "harbour/case/files/v2.0/case.xlsx",
        format: "xlsx",
        bytes: 2_000_000,
        sheets: 1,
        sha256: "cd".repeat(32),
      },
    ],
    meetings: [
      meeting("Harbour Board", "2026-10-20", "held", "supported at version 1.0; changed since in 3 Economic case", {
        conditions: "A review after a year",
      }),
      meeting("Cabinet", "2026-12-08", "planned", "", { item: "7", notes: ["Key decision, HR/4."], steps }),
    ],
    recommendations: [{ marker: "1.", lines: ["Approve capital of £5.6m.", "a) in two parts"] }],
    versions: [
      version("2.0", "2026-11-02", "Costs brought up to date", "for approval"),
      version("1.0", "2026-03-01", "First baseline", "approved"),
    ],
    source: { commit: "0123456789abcdef0123456789abcdef01234567", changed: false, tool: "fivecase 0.1.0" },
    ...changes,
  };
}

function meeting(
  name: string,
  date: string,
  state: Meeting["state"],
  outcome: string,
  more: Partial<Meeting> = {},
): Meeting {
  return {
    id: name,
    meeting: name,
    organisation: "Council",
    date,
    purpose: "approval",
    state,
    outcome,
    notes: [],
    steps: [],
    ...more,
  };
}

const steps: Meeting["steps"] = [
  {
    kind: "publication",
    what: "Agenda and reports published",
    from: "2026-11-30",
    to: "2026-11-30",
    time: "17:00",
    count: "5 clear working days before the meeting: Tue 1, Wed 2, Thu 3, Fri 4 and Mon 7 Dec.",
  },
  { kind: "meeting", what: "Cabinet", from: "2026-12-08", to: "2026-12-08" },
  {
    kind: "call-in",
    what: "Decision can be called in",
    from: "2026-12-11",
    to: "2026-12-17",
    count: "5 working days after publication of the decision",
  },
];

function version(number: string, date: string, change: string, status: string) {
  return { version: number, name: "", date, change, sections: ["3 Economic case"], status, files: [] };
}

/** A programme of papers. */
export function programme(papers: readonly Paper[], changes: Partial<PaperProgramme> = {}): PaperProgramme {
  return {
    id: "harbour",
    folder: "harbour",
    title: "Harbour",
    organisations: ["Anytown Council"],
    papers: [...papers],
    ...changes,
  };
}
