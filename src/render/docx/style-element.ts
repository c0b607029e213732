// Styles as Word writes its own: those it does not know are marked as the file's.
import {
  type ICharacterStyleOptions,
  type IContext,
  type IParagraphStyleOptions,
  type IXmlableObject,
  StyleForCharacter,
  StyleForParagraph,
  type XmlComponent,
} from "docx";

/** Names that Word knows; a style of another name is the file's own. */
const builtIn =
  /^(Normal|Body Text|Title|Subtitle|heading [1-9]|List (Bullet|Number|Continue)( [2-5])?|Quote|caption|TOC Heading|toc [1-9]|table of figures|header|footer|footnote text|Strong|Emphasis|Hyperlink|footnote reference)$/;

class NamedParagraphStyle extends StyleForParagraph {
  readonly #name: string | undefined;

  constructor(options: IParagraphStyleOptions) {
    super(options);
    this.#name = options.name;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return marked(super.prepForXml(context), this.#name);
  }
}

class NamedCharacterStyle extends StyleForCharacter {
  readonly #name: string | undefined;

  constructor(options: ICharacterStyleOptions) {
    super(options);
    this.#name = options.name;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return marked(super.prepForXml(context), this.#name);
  }
}

/** A paragraph style. */
export function paragraphStyle(options: IParagraphStyleOptions): XmlComponent {
  return new NamedParagraphStyle(options);
}

/** A character style. */
export function characterStyle(options: ICharacterStyleOptions): XmlComponent {
  return new NamedCharacterStyle(options);
}

/** The character style that Word applies when a part of a paragraph is given the paragraph's style. */
export function linkedStyle({ id, name, run }: IParagraphStyleOptions): XmlComponent {
  return characterStyle({
    id: linkedId(id),
    name: `${name} Char`,
    basedOn: "DefaultParagraphFont",
    link: id,
    uiPriority: 99,
    run,
  });
}

/** Id of the character style of a paragraph style. */
export function linkedId(id: string): string {
  return `${id}Char`;
}

function marked(xml: IXmlableObject | undefined, name: string | undefined): IXmlableObject | undefined {
  const children: unknown = xml?.["w:style"];
  if (name === undefined || builtIn.test(name) || !Array.isArray(children)) return xml;
  const made = children.map((child: unknown) =>
    isAttributes(child) ? { _attr: { ...child._attr, "w:customStyle": "1" } } : child,
  );
  return { "w:style": made };
}

function isAttributes(child: unknown): child is { readonly _attr: object } {
  return typeof child === "object" && child !== null && "_attr" in child;
}
