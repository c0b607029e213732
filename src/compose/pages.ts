// Collects blocks into page sections as the walk through a template meets them.
import type { Block, PageSection } from "../document/document.ts";
import type { Flow } from "./draft-nodes.ts";

export interface Pages {
  readonly sections: readonly PageSection[];
  readonly role: PageSection["role"];
  readonly put: (flow: readonly Flow[]) => void;
  /** What follows stands in another part of the document. */
  readonly turn: (role: PageSection["role"]) => void;
  /** What follows stands on landscape pages until told otherwise. */
  readonly orient: (orientation: PageSection["orientation"]) => void;
}

interface Open {
  readonly role: PageSection["role"];
  readonly orientation: PageSection["orientation"];
  readonly size?: "a3";
  readonly blocks: Block[];
}

/** An empty document, open at its front. */
export function openPages(): Pages {
  const sections: Open[] = [];
  let role: PageSection["role"] = "front";
  let orientation: PageSection["orientation"] = "portrait";
  let fresh = true;
  const add = (block: Block, as: Omit<Open, "blocks">) => {
    const last = sections.at(-1);
    const goesOn = last?.role === as.role && last.orientation === as.orientation && last.size === as.size;
    if (!fresh && last && goesOn) last.blocks.push(block);
    else sections.push({ ...as, blocks: [block] });
    fresh = false;
  };
  return {
    get sections() {
      return sections;
    },
    get role() {
      return role;
    },
    put(flow) {
      for (const part of flow) {
        if (part.type === "landscape") {
          const size = part.size ? { size: part.size } : {};
          for (const block of part.blocks) add(block, { role, orientation: "landscape", ...size });
        } else add(part, { role: part.type === "cover" ? "cover" : role, orientation });
      }
    },
    turn(next) {
      role = next;
      fresh = true;
    },
    orient(next) {
      orientation = next;
    },
  };
}
