// The PDF file: its properties, archive and accessibility marks, and streams that are deflated the same way on every machine.
import { zlibSync } from "fflate";
import PDFDocument, { type PDFReference, type PdfValue } from "pdfkit";
import type { Document } from "../../document/document.ts";

function xmlEscaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** pdfkit writes one value into the file's properties and, unescaped, into its XMP; this one prints escaped there. */
class Property extends String {
  override toString(): string {
    return xmlEscaped(this.valueOf());
  }
  override charCodeAt(index: number): number {
    return this.valueOf().charCodeAt(index);
  }
}

/** Chunks one after another. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Deflates a stream before pdfkit would; one function serves the ten thousands of objects of a file. */
function finalize(this: PDFReference): void {
  if (this.compress && this.buffer.length > 0) {
    this.buffer = [zlibSync(joined(this.buffer), { level: 6 })];
    this.compress = false;
  }
  Object.getPrototypeOf(this).finalize.call(this);
}

/** A file whose bytes are there when it ends. */
export class Paper extends PDFDocument {
  // Without initial values: pdfkit writes the first lines before a derived class may set any.
  declare private chunks: Uint8Array[] | undefined;
  declare private waiting: string | undefined;

  /** Node's deflate differs between its versions; fflate gives the same bytes everywhere. */
  override ref(data?: Record<string, PdfValue>): PDFReference {
    const reference = super.ref(data);
    reference.finalize = finalize;
    return reference;
  }

  /** Words are gathered and turned into bytes together: a stream would take each of them for itself. */
  override _write(data: string | Uint8Array): void {
    if (typeof data === "string") {
      this.waiting = `${this.waiting ?? ""}${data}\n`;
      this._offset += data.length + 1;
      return;
    }
    this.settled().push(data);
    this._offset += data.length;
  }

  /** Ends the file and gives its bytes. */
  finished(): Uint8Array {
    this.end();
    return joined(this.settled());
  }

  private settled(): Uint8Array[] {
    this.chunks ??= [];
    if (this.waiting) this.chunks.push(Buffer.from(this.waiting, "latin1"));
    this.waiting = "";
    return this.chunks;
  }
}

// pdfkit knows one standard at a time; PDF/UA is added to PDF/A with the schema that PDF/A asks for.
const universalAccess = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** What the document is called in its repository, its version and its status, so that a file found alone can say it. */
function identification({ id, properties }: Document): string {
  const [identifier, version, status] = [id, properties.version.replace(/^v/i, ""), properties.status].map(xmlEscaped);
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>${identifier}</dc:identifier></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><xmpMM:VersionID>${version}</xmpMM:VersionID></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:Label>${status}</xmp:Label></rdf:Description>`;
}

/** An empty file with the document's properties; its date is the document's, so that bytes repeat. */
export function openPaper(document: Document): Paper {
  const { properties } = document;
  const date = new Date(`${properties.date.slice(0, 10)}T12:00:00Z`);
  const text = (value: string): Property => new Property(value);
  const authors = properties.authors.length > 0 ? properties.authors : properties.organisations;
  const paper = new Paper({
    autoFirstPage: false,
    font: null,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    compress: true,
    info: {
      Title: text(properties.title),
      ...(authors.length > 0 ? { Author: text(authors.join(", ")) } : {}),
      Subject: text(properties.subject),
      Keywords: text([...properties.keywords, properties.status].join(", ")),
      Creator: text("fivecase"),
      Producer: text("fivecase with PDFKit"),
      CreationDate: Number.isNaN(date.getTime()) ? new Date(0) : date,
    },
  });
  paper.appendXML(universalAccess);
  paper.appendXML(identification(document));
  // Viewers name pages as they are printed, also where a pack gives the first one another number.
  paper._root.data.PageLabels = { Nums: [0, { S: "D", St: document.running.firstPage }] };
  return paper;
}
