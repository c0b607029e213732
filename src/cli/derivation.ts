// How a figure came about, as a tree of figures with the place of each.
import type { Figure } from "../compute/model.ts";
import { plain } from "./plain.ts";

/** A figure and what it was made of; a figure that stands further up is not taken apart again. */
export interface Derived {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Undefined where the value was typed. */
  readonly how: string | undefined;
  /** `file:line:column`, or "". */
  readonly place: string;
  readonly again: boolean;
  readonly inputs: readonly Derived[];
  /** Inputs that were folded away. */
  readonly folded: number;
}

export interface DerivationOptions {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly place: (figure: Figure) => string;
  /** Inputs shown of each figure; the rest is counted. */
  readonly most: number;
}

/** Words of a list of inputs that are cut are cut here too. */
const longestSentence = 240;
const deepest = 200;

/** The tree of a figure. */
export function derive(figure: Figure, options: DerivationOptions): Derived {
  const shown = new Set<string>();
  const visit = (one: Figure, depth: number): Derived => {
    const { derivation } = one;
    const computed = derivation.type === "computed";
    const again = shown.has(one.name);
    shown.add(one.name);
    const names = computed && !again && depth < deepest ? derivation.inputs : [];
    const inputs = names.flatMap((name) => options.figures.get(name) ?? []);
    // What is folded away is not visited, so that another place may still show it.
    const kept = inputs.length > options.most ? inputs.slice(0, options.most) : inputs;
    return {
      name: one.name,
      label: one.label,
      value: plain(one.value),
      how: computed ? derivation.sentence : undefined,
      place: options.place(one),
      again,
      inputs: kept.map((input) => visit(input, depth + 1)),
      folded: inputs.length - kept.length,
    };
  };
  return visit(figure, 0);
}

export interface Paint {
  readonly bold: (text: string) => string;
  readonly quiet: (text: string) => string;
}

/** A derivation as lines with branches. */
export function derivationLines(root: Derived, paint: Paint): readonly string[] {
  const lines: string[] = [];
  const write = (node: Derived, first: string, rest: string): void => {
    const head = `${paint.quiet(first)}${paint.bold(node.name)} = ${node.value}`;
    const typed = node.how === undefined;
    if (node.again) {
      lines.push(`${head}   ${paint.quiet("as above")}`);
      return;
    }
    const tail = [typed ? "typed" : "", node.place].filter((part) => part !== "").join(", ");
    lines.push(`${head}${tail === "" ? "" : `   ${paint.quiet(tail)}`}`);
    const branches = node.inputs.length + (node.folded > 0 ? 1 : 0);
    const stem = branches > 0 ? "│ " : "  ";
    if (node.how !== undefined) lines.push(`${paint.quiet(rest + stem)}${sentence(node)}`);
    node.inputs.forEach((input, i) => {
      const last = i === branches - 1;
      write(input, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`);
    });
    if (node.folded > 0) lines.push(paint.quiet(`${rest}└─ … and ${node.folded} more (--all shows them)`));
  };
  write(root, "", "");
  return lines;
}

function sentence({ how = "" }: Derived): string {
  return how.length <= longestSentence ? how : `${how.slice(0, how.lastIndexOf(", ", longestSentence))} …`;
}
