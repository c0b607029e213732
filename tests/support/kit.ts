import { fonts } from "../../src/cli/fonts.ts";
import type { Kit } from "../../src/pipeline.ts";
import type { Built } from "./workspace.ts";

/** What the renderers need for one document of a built programme. */
export async function kitFor(built: Built, documentId: string): Promise<Kit> {
  const { theme, base } = built.model?.documents.get(documentId)?.document ?? {};
  if (!theme) throw new Error(`no theme for ${documentId}`);
  return {
    theme,
    ...(base ? { base } : {}),
    fonts: await fonts(theme.face.text),
    assets: built.sources.binaries,
  };
}
