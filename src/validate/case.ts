// A programme whose shape is known to be right.
import type { FrontMatter, History } from "../../schemas/case.ts";
import type { DataFile } from "../../schemas/data.ts";
import type { House, Theme } from "../../schemas/house.ts";
import type { Programme } from "../../schemas/programme.ts";
import type { Calendar } from "../../schemas/route.ts";
import type { HouseBase } from "../house-base/base.ts";
import type { Body, Places } from "../parse/draft.ts";
import type { Span } from "../source.ts";
import type { Sources } from "../workspace/sources.ts";

/** One programme. What could not be read is left out, and was reported. */
export interface Case {
  readonly id: string;
  readonly sources: Sources;
  readonly programme: Programme;
  readonly programmePlaces: Places;
  /** Shared registers and tables, merged over their files, programme.yaml's people, boards, projects and workstreams included. */
  readonly shared: Registers;
  /** Shared blocks of text by name: `shared/aims`. */
  readonly parts?: ReadonlyMap<string, Body>;
  readonly documents: readonly CaseDocument[];
}

export interface Registers {
  readonly data: DataFile;
  /** Paths as in `data`: ["risks", "R1", "title"]. */
  readonly places: Places;
  /** What was left out because of its mistakes, `risks.R1`; `*` when a whole file was. Later stages are silent about it. */
  readonly broken?: ReadonlySet<string>;
}

export interface CaseDocument {
  readonly id: string;
  readonly file: string;
  readonly front: FrontMatter;
  readonly frontPlaces: Places;
  /** The opening `---`, for what the document lacks. */
  readonly opening: Span;
  readonly bodies: readonly Body[];
  /** Shared registers with the document's own laid over them. */
  readonly registers: Registers;
  /** Top-level names that the document's own data files add or replace. */
  readonly own: DataFile;
  readonly history: History["history"];
  readonly historyPlaces: Places;
  /** Keys of the front matter that something stands in for, `history` where rows were left out, `*` for all of it. */
  readonly broken: ReadonlySet<string>;
  readonly house: House;
  /** The house's look, with what its Word file gives. */
  readonly theme: Theme;
  readonly base?: HouseBase;
  /** Bank holidays that working days are counted by; absent where the document has no meetings. */
  readonly calendar?: Calendar;
}
