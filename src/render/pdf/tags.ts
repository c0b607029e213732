// The tree of meaning as structure elements. Written by hand: pdfkit's own elements cannot hold attributes, and lose the page of links.
import type PDFDocument from "pdfkit";
import type { PDFReference, PdfValue } from "pdfkit";
import type { Element, StructureNode } from "../../layout/fragment.ts";

export interface Tags {
  /** Where a marked run of a content belongs: the number of its mark on a page. */
  readonly mark: (content: number, page: PDFReference, pageKey: number) => number;
  readonly annotation: (element: number, page: PDFReference, annotation: PDFReference) => void;
  readonly bounds: (element: number, box: readonly [number, number, number, number]) => void;
  /** The role of the element that holds a content. */
  readonly roleOf: (content: number) => string;
  /** Writes all elements. */
  readonly finish: () => void;
}

interface Piece {
  readonly page: PDFReference;
  readonly value: PdfValue;
  readonly mark: boolean;
}

interface Known {
  readonly element: Element;
  readonly reference: PDFReference;
}

function attributes(element: Element, box: readonly number[] | undefined): PdfValue[] {
  const list: PdfValue[] = [];
  if (element.scope || element.colSpan || element.rowSpan || element.summary) {
    list.push({
      O: "Table",
      ...(element.scope ? { Scope: element.scope } : {}),
      ...(element.colSpan ? { ColSpan: element.colSpan } : {}),
      ...(element.rowSpan ? { RowSpan: element.rowSpan } : {}),
      ...(element.summary ? { Summary: new String(element.summary) } : {}),
    });
  }
  if (element.numbering) list.push({ O: "List", ListNumbering: element.numbering });
  if (element.role === "Figure") list.push({ O: "Layout", Placement: "Block", ...(box ? { BBox: [...box] } : {}) });
  return list;
}

/** Makes the references of all elements, in reading order. */
export function openTags(paper: PDFDocument, root: Element): Tags {
  const owner = new Map<number, Known>();
  const known = new Map<number, Known>();
  const pieces = new Map<number, Piece[]>();
  const boxes = new Map<number, readonly number[]>();

  function enter(element: Element, parent: PDFReference): void {
    const reference = paper.ref({ S: element.role, P: parent });
    const own = { element, reference };
    known.set(element.index, own);
    for (const child of element.children) {
      if (child.kind === "content") owner.set(child.index, own);
      else enter(child, reference);
    }
  }
  const treeRoot = paper.getStructTreeRoot();
  enter(root, treeRoot);

  function add(index: number, piece: Piece): void {
    const list = pieces.get(index);
    if (list) list.push(piece);
    else pieces.set(index, [piece]);
  }

  function kids(element: Element): readonly PdfValue[] {
    const own = pieces.get(element.index) ?? [];
    const inner = element.children.flatMap((child: StructureNode): PdfValue[] => {
      if (child.kind === "element") {
        const made = known.get(child.index);
        return made ? [made.reference] : [];
      }
      return (pieces.get(child.index) ?? []).map((p) => ({ Type: "MCR", Pg: p.page, MCID: p.value }));
    });
    return [...inner, ...own.map((p) => ({ Type: "OBJR", Pg: p.page, Obj: p.value }))];
  }

  let notes = 0;
  function write({ element, reference }: Known): void {
    const { data } = reference;
    const inner = kids(element);
    if (inner.length > 0) data.K = compact(inner, data);
    if (element.language) data.Lang = new String(element.language);
    if (element.alt) data.Alt = new String(element.alt);
    if (element.actual) data.ActualText = new String(element.actual);
    const list = attributes(element, boxes.get(element.index));
    if (list.length > 0) data.A = list.length === 1 ? list[0] : list;
    if (element.role === "Note") {
      const id = `n${String(++notes).padStart(6, "0")}`;
      data.ID = new String(id);
      ids.push(new String(id), reference);
    }
    reference.end();
  }

  const ids: PdfValue[] = [];
  return {
    mark(content, page, pageKey) {
      const marks = paper.getStructParentTree().get(pageKey);
      const id = marks.length;
      marks.push(owner.get(content)?.reference ?? null);
      add(content, { page, value: id, mark: true });
      return id;
    },
    annotation(element, page, annotation) {
      const found = known.get(element);
      if (!found) return;
      const key = paper.createStructParentTreeNextKey();
      annotation.data.StructParent = key;
      paper.getStructParentTree().add(key, found.reference);
      add(element, { page, value: annotation, mark: false });
    },
    bounds(element, box) {
      boxes.set(element, box);
    },
    roleOf(content) {
      return owner.get(content)?.element.role ?? "P";
    },
    finish() {
      for (const one of known.values()) write(one);
      const top = known.get(root.index);
      treeRoot.data.K = top ? [top.reference] : [];
      if (ids.length > 0) treeRoot.data.IDTree = { Names: ids };
    },
  };
}

/** Marks of one page are plain numbers when the element says which page. */
function compact(kids: readonly PdfValue[], data: Record<string, PdfValue>): PdfValue {
  const isMark = (kid: PdfValue): kid is { readonly Pg: PDFReference; readonly MCID: number } =>
    typeof kid === "object" && kid !== null && "MCID" in kid;
  const first = kids.find(isMark);
  if (first) data.Pg = first.Pg;
  const short = kids.map((kid) => (isMark(kid) && kid.Pg === first?.Pg ? kid.MCID : kid));
  return short.length === 1 ? short[0] : short;
}
