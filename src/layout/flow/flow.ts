// Measured blocks at a width, as atoms from top to bottom.
import type { Fragment } from "../fragment.ts";
import { extent, filledLines, lines } from "../lines.ts";
import type {
  EntryBlock,
  FrameBlock,
  GridBlock,
  ListBlock,
  LogosBlock,
  PairsBlock,
  Prepared,
} from "../prepare/prepared.ts";
import { type Atom, type Frame, indented, noAtom, stacked } from "./atoms.ts";
import { columnsAtom, type Piece } from "./columns.ts";
import { figureAtoms, pictureParts } from "./figure.ts";
import type { FlowKit } from "./kit.ts";
import { tableAtoms } from "./table.ts";
import { lineParts, measureOf, textAtoms, typeOf } from "./text.ts";
import { wordCell, wordFramed, wordPairs } from "./word-boxes.ts";

/** Blocks at a width. */
export function flow(blocks: readonly Prepared[], width: number, kit: FlowKit): readonly Atom[] {
  const atoms: Atom[] = [];
  let forced = false;
  for (const block of blocks) {
    if (block.kind === "break") {
      forced = true;
      continue;
    }
    const made = flowBlock(block, width, kit);
    const first = made[0];
    if (forced && first) {
      atoms.push({ ...first, forced: true }, ...made.slice(1));
      forced = false;
    } else for (const atom of made) atoms.push(atom);
  }
  return atoms;
}

function flowBlock(block: Exclude<Prepared, { kind: "break" }>, width: number, kit: FlowKit): readonly Atom[] {
  switch (block.kind) {
    case "text":
      return textAtoms(block, width, kit);
    case "list":
      return listAtoms(block, width, kit);
    case "frame":
      return frameAtoms(block, width, kit);
    case "indent":
      return insetAtoms(block.body, Math.min(block.by, width / 4), width, kit);
    case "grid":
      return gridAtoms(block, width, kit);
    case "pairs":
      return pairsAtoms(block, width, kit);
    case "entry":
      return entryAtoms(block, width, kit);
    case "table":
      return tableAtoms(block, width, kit);
    case "figure":
      return figureAtoms(block, width, kit);
    case "space":
      return [{ ...noAtom, height: block.height * kit.room, keep: true, stretch: block.stretch }];
    case "rule": {
      const rule = { kind: "rectangle", x: 0, y: 0, width: block.width, height: block.weight } as const;
      const parts = [{ ...rule, fill: kit.theme.colours.accent }];
      return [{ ...noAtom, height: block.weight, after: block.after, keep: true, parts }];
    }
    case "logos":
      return [logosAtom(block, width, kit)];
  }
}

function insetAtoms(body: readonly Prepared[], by: number, width: number, kit: FlowKit): readonly Atom[] {
  return flow(body, width - by, kit).map((atom) => indented(atom, by));
}

/** A marker stands above its item where there is less room beside it, in type sizes. */
const leastBeside = 3;

function listAtoms(block: ListBlock, given: number, kit: FlowKit): readonly Atom[] {
  // Items end where the paragraphs round them do.
  const width = Math.min(given, measureOf(kit));
  const { size, leading } = typeOf(block, kit);
  const isNarrow = width - block.indent * kit.scale < leastBeside * size;
  const indent = isNarrow ? 0 : block.indent * kit.scale;
  return block.items.flatMap((item, index): readonly Atom[] => {
    const body = flow(item.body, width - indent, kit);
    const place = { x: 0, y: 0, size, leading };
    const above = isNarrow ? lines(item.marker, width / size) : [];
    const own = [
      ...above.map((line) => {
        const parts = lineParts(item.marker, line, place, kit.faces, kit.theme);
        return { ...noAtom, height: leading, keep: true, parts };
      }),
      ...(body.length > 0 ? body : [{ ...noAtom, height: leading }]),
    ];
    const [line] = isNarrow ? [] : lines(item.marker, Number.POSITIVE_INFINITY);
    const marks: Fragment[] = [
      ...(item.anchor === undefined ? [] : [{ kind: "anchor", id: item.anchor, x: 0, y: 0 } as const]),
      ...(line ? lineParts(item.marker, line, place, kit.faces, kit.theme) : []),
    ];
    const last = index === block.items.length - 1;
    // Neither the first nor the last of several short items stands alone on a page.
    const isEdge = !kit.word && block.items.length > 2 && (index === 0 || index === block.items.length - 2);
    return own.map((atom, at): Atom => {
      const moved = indented(atom, indent);
      const first = at === 0;
      const end = at === own.length - 1;
      return {
        ...moved,
        keep: atom.keep || (end && isEdge && own.length <= 2),
        ...(first ? withParts(moved, marks) : {}),
        ...(first && index === 0 ? { before: Math.max(atom.before, 0) } : {}),
        ...(end ? { after: last ? Math.max(block.after * kit.scale, 0) : block.between * kit.scale } : {}),
      };
    });
  });
}

/** Adds pieces in front of an atom's own, in its first part when it is split. */
function withParts(atom: Atom, parts: readonly Fragment[]): Partial<Atom> {
  const { split } = atom;
  return {
    parts: [...parts, ...atom.parts],
    ...(split
      ? {
          split: (room: number) => {
            const cut = split(room);
            return cut && ([{ ...cut[0], parts: [...parts, ...cut[0].parts] }, cut[1]] as const);
          },
        }
      : {}),
  };
}

const framePad = { x: 14, y: 8 };
/** A frame up to this share of a page is not divided. */
const wholeFrame = 0.2;

function frameOf(look: FrameBlock["look"], width: number, kit: FlowKit): Frame {
  const { tint, groupTint, accent } = kit.theme.colours;
  return look === "prompt" ? { x: 0, width, fill: groupTint } : { x: 0, width, fill: tint, rule: accent };
}

/** Blocks on a tinted ground. */
function frameAtoms(block: FrameBlock, width: number, kit: FlowKit): readonly Atom[] {
  const frame = frameOf(block.look, Math.min(width, measureOf(kit)), kit);
  const atoms = kit.word ? wordFramed(block.body, frame, kit, block.look) : framed(block.body, frame, kit);
  if (block.look !== "prompt") return atoms;
  // A question stays with the first lines of its answer.
  return atoms.map((atom, index) => (index === atoms.length - 1 ? { ...atom, keep: true } : atom));
}

function framed(body: readonly Prepared[], frame: Frame, kit: FlowKit): readonly Atom[] {
  const padX = Math.min(framePad.x, frame.width / 6);
  const inner = flow(body, frame.width - 2 * padX, kit);
  const space = kit.theme.body.after * kit.scale + 2;
  const pad = { ...noAtom, height: framePad.y, frames: [frame] };
  const isSmall = stacked(inner).height < kit.room * wholeFrame;
  const middle = inner.map((atom, index) => ({
    ...indented(atom, padX),
    frames: [frame, ...indented(atom, padX).frames],
    keep: isSmall || atom.keep || index === inner.length - 1,
  }));
  return [
    { ...pad, before: space, keep: true, touches: "below" },
    ...middle,
    { ...pad, after: space, touches: "above" },
  ];
}

/** Cards would rather stand under each other than be narrower. */
const leastCard = 60;

function gridAtoms(block: GridBlock, width: number, kit: FlowKit): readonly Atom[] {
  const space = 12;
  const most = Math.max(1, Math.floor((width + space) / (leastCard + space)));
  const columns = Math.min(block.columns, Math.max(1, block.cells.length), most);
  const column = (width - space * (columns - 1)) / columns;
  const atoms: Atom[] = [];
  for (let at = 0; at < block.cells.length; at += columns) {
    const cells = block.cells.slice(at, at + columns).map((body, index) => {
      const x = index * (column + space);
      const frame: Frame = frameOf("quote", column, kit);
      return { x, width: column, atoms: (kit.word ? wordCell : framed)(body, frame, kit), ground: frame };
    });
    const row = columnsAtom(cells, { padTop: 0, padBottom: 0 });
    atoms.push({
      ...row,
      before: at === 0 || kit.word ? kit.theme.body.after : space,
      after: kit.word ? kit.theme.body.after * 1.6 : space,
      ...(kit.word ? { yields: true } : {}),
    });
  }
  return atoms;
}

/** Width that blocks take without any line break, at most `limit`. */
function natural(blocks: readonly Prepared[], limit: number, kit: FlowKit): number {
  return blocks.reduce((widest, block) => {
    if (block.kind !== "text") return limit;
    return Math.min(limit, Math.max(widest, extent(block.text).max * typeOf(block, kit).size));
  }, 0);
}

function pairsAtoms(block: PairsBlock, width: number, kit: FlowKit): readonly Atom[] {
  if (kit.word && block.ruled) return wordPairs(block, width, kit);
  const room = Math.min(width, kit.theme.body.measure);
  const pad = block.ruled ? 7 : 4;
  const space = Math.min(16, room / 8);
  const least = Math.min(40, room * block.share);
  const label = block.rows.reduce((w, row) => Math.max(w, natural(row.label, room * block.share, kit)), least);
  return block.rows.map((row, index): Atom => {
    const valueX = label + space;
    const value = flow(row.value ?? row.line ?? [], room - valueX, kit);
    const pieces: Piece[] = [
      { x: 0, width: label, atoms: flow(row.label, label, kit) },
      { x: valueX, width: room - valueX, atoms: value },
    ];
    const last = index === block.rows.length - 1;
    const atom = columnsAtom(pieces, {
      padTop: row.value ? pad : pad + 12,
      padBottom: pad,
      ground: (height) => {
        const colours = kit.theme.colours;
        const line = { kind: "line", y: height, toX: room, toY: height, strokeWidth: 0.5 } as const;
        if (row.value) return block.ruled ? [{ ...line, x: 0, stroke: colours.rule }] : [];
        return [{ ...line, x: valueX, stroke: colours.quiet }];
      },
    });
    const anchor = index === 0 && block.anchor !== undefined ? block.anchor : undefined;
    return {
      ...atom,
      ...(anchor === undefined ? {} : { parts: [{ kind: "anchor", id: anchor, x: 0, y: 0 }, ...atom.parts] }),
      keep: !last && block.rows.length <= 8,
      before: index === 0 ? kit.theme.body.after : 0,
      after: last ? kit.theme.body.after * 1.5 : 0,
    };
  });
}

const numberRoom = 34;

function entryAtoms(block: EntryBlock, width: number, kit: FlowKit): readonly Atom[] {
  const room = Math.min(width, kit.theme.body.measure);
  const { size, leading } = block;
  const cut = kit.word
    ? filledLines(block.text, (width - block.indent - 6) / size, block.hang)
    : lines(block.text, (room - block.indent - numberRoom) / size, block.hang);
  return cut.map((line, index): Atom => {
    const first = index === 0;
    const last = index === cut.length - 1;
    const x = block.indent + (first ? 0 : block.hang * size);
    const parts = [...lineParts(block.text, line, { x, y: 0, size, leading }, kit.faces, kit.theme)];
    const words = parts.find((part) => part.kind === "text");
    if (last && words?.kind === "text") {
      parts.push({
        kind: "page-number",
        content: block.content,
        x: room,
        y: words.y,
        from: x + line.width * size,
        of: block.target,
        size,
        face: block.bold ? "bold" : "regular",
        colour: kit.theme.colours.text,
        leaders: !block.bold,
        ...(block.link ? { link: block.link } : {}),
        top: 0,
        height: leading,
      });
    }
    const keep = kit.word ? block.keepNext : !last || block.keepNext;
    return { ...noAtom, height: leading, before: first ? block.before : 0, keep, parts };
  });
}

const logoHeight = 56;
const logoWidth = 170;
const logoGap = 28;

/** Logos beside each other, as many as fit; the others below them. */
function logosAtom(block: LogosBlock, width: number, kit: FlowKit): Atom {
  let x = 0;
  let y = 0;
  const parts: Fragment[] = [];
  for (const { asset, element, content } of block.logos) {
    const room = { width: Math.min(logoWidth, width), height: logoHeight };
    const made = pictureParts(asset, { element, content }, room, kit);
    if (!made) continue;
    if (x > 0 && x + made.width > width) {
      x = 0;
      y += logoHeight + logoGap / 2;
    }
    for (const part of made.parts) if (part.kind !== "line") parts.push({ ...part, x: part.x + x, y: part.y + y });
    x += made.width + logoGap;
  }
  return { ...noAtom, height: y + logoHeight, after: 24, keep: true, parts };
}
