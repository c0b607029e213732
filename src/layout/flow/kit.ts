// What setting blocks at a width needs.
import type { Theme } from "../../../schemas/house.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AssetFact, Assets, Table } from "../../document/document.ts";
import type { ExhibitContent } from "../../document/exhibit.ts";
import type { Scene } from "../../exhibit/scene.ts";
import type { Faces } from "../metrics.ts";
import type { WordRules } from "../word.ts";
import type { Align } from "./text.ts";

export interface FlowKit {
  readonly faces: Faces;
  readonly theme: Theme;
  readonly draw: (content: ExhibitContent, width: number) => Scene;
  readonly assets: Assets;
  readonly facts: Readonly<Record<string, AssetFact>>;
  /** Pictures that are painted as shapes, by asset. */
  readonly scenes: ReadonlyMap<string, Scene>;
  readonly found: (diagnostic: Diagnostic) => void;
  /** Told of a table that its page is too narrow for. */
  readonly tooWide: (table: Table) => void;
  /** Height of an empty page's text area. */
  readonly room: number;
  /** Factor on sizes. */
  readonly scale: number;
  /** Space left and right of what is in a table's cell. */
  readonly padX: number;
  readonly align?: Align;
  /** Set for pages as a word processor makes them. */
  readonly word?: WordRules;
}
