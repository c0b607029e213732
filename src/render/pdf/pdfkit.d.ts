// The part of pdfkit that the painter uses; the package carries no types. Names with an underscore are pdfkit's own inner parts.
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  export type PdfValue =
    | string
    | number
    | boolean
    | null
    | undefined
    | InstanceType<StringConstructor>
    | Date
    | Uint8Array
    | PDFReference
    | readonly PdfValue[]
    | { readonly [key: string]: PdfValue };

  export interface PDFReference {
    readonly id: number;
    readonly data: Record<string, PdfValue>;
    compress: boolean;
    buffer: Uint8Array[];
    end(chunk?: string | Uint8Array): void;
    finalize(): void;
  }

  export interface EmbeddedFont {
    readonly id: string;
    readonly font: { getGlyph(id: number): { readonly advanceWidth: number } };
    readonly scale: number;
    readonly subset: { includeGlyph(glyph: number): number };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    ref(): PDFReference;
  }

  export interface PDFPage {
    readonly dictionary: PDFReference;
    readonly fonts: Record<string, PDFReference>;
    readonly xobjects: Record<string, PDFReference>;
    readonly annotations: PDFReference[];
    readonly structParentTreeKey: number;
    write(chunk: Uint8Array): void;
  }

  export interface PDFImage {
    readonly label: string;
    obj: PDFReference | null;
    embed(document: PDFDocument): void;
  }

  interface Tree {
    add(key: string | number, value: PdfValue): void;
    get(key: number): PdfValue[];
  }

  interface Outline {
    readonly outlineData: Record<string, PdfValue>;
    readonly children: readonly Outline[];
    addItem(title: string, options: { pageNumber: number; fit: boolean; top: number; left: number }): Outline;
  }

  export interface Options {
    readonly autoFirstPage: false;
    readonly font: null;
    readonly tagged: true;
    readonly lang: string;
    readonly displayTitle: true;
    readonly pdfVersion: "1.7";
    readonly subset: "PDF/A-2a";
    readonly compress: boolean;
    readonly info: Readonly<Record<string, InstanceType<StringConstructor> | Date>>;
  }

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default class PDFDocument extends Readable {
    constructor(options: Options);
    readonly page: PDFPage;
    readonly outline: Outline;
    readonly _font: EmbeddedFont;
    /** Bytes written so far. */
    _offset: number;
    /** Writes a line, or bytes as they are. */
    _write(data: string | Uint8Array): void;
    readonly _root: PDFReference;
    addPage(options: { size: readonly [number, number]; margin: number }): this;
    registerFont(name: string, source: unknown): this;
    font(name: string): this;
    openImage(bytes: Uint8Array): PDFImage;
    ref(data?: Record<string, PdfValue>): PDFReference;
    addNamedDestination(name: string, kind: "XYZ", x: number, y: number, zoom: null): void;
    getStructTreeRoot(): PDFReference;
    getStructParentTree(): Tree;
    createStructParentTreeNextKey(): number;
    appendXML(xml: string): void;
    end(): void;
  }
}
