// Reads the XML of a drawing, strictly and no more than drawings need: no entities of its own, no depth or number without limit.

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Attribute extends Place {
  readonly value: string;
}

export interface Element extends Place {
  readonly type: "element";
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly Node[];
}

export interface Words {
  readonly type: "words";
  readonly value: string;
}

export type Node = Element | Words;

/** What is wrong with the file, and where in its text. */
export interface Fault extends Place {
  readonly reason: string;
  /** The file is well made, but holds what no document may carry. */
  readonly isUnsafe: boolean;
}

export const mostElements = 5000;
const mostDepth = 64;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: Node[];
  readonly start: number;
  readonly end: number;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const nameForm = /[A-Za-z_][\w.:-]*/y;
const space = /\s*/y;

class Broken extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.reason);
    this.fault = fault;
  }
}

function fail(reason: string, start: number, end = start + 1, isUnsafe = false): never {
  throw new Broken({ reason, start, end, isUnsafe });
}

/** The root element, or the first fault. `most` is how many elements there may be. */
export function readXml(text: string, most: number = mostElements): Element | Fault {
  try {
    return read(text, most);
  } catch (error) {
    if (error instanceof Broken) return error.fault;
    throw error;
  }
}

function read(text: string, most: number): Element {
  const stack: Open[] = [];
  let root: Element | undefined;
  let count = 0;
  let at = 0;
  const put = (node: Node): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(node);
    else if (node.type === "element") {
      if (root) fail("it has a second root element", node.start, node.end);
      root = node;
    } else if (node.value.trim() !== "") fail("it has words outside its root element", at);
  };
  const close = (open: Open): void => {
    put({ type: "element", ...open });
  };
  while (at < text.length) {
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const until = end < 0 ? text.length : end;
      put({ type: "words", value: decoded(text, at, until) });
      at = until;
    } else if (text.startsWith("<!--", at)) at = after(text, "-->", at, "a comment");
    else if (text.startsWith("<![CDATA[", at)) {
      const end = after(text, "]]>", at, "a CDATA section");
      put({ type: "words", value: text.slice(at + 9, end - 3) });
      at = end;
    } else if (text.startsWith("<!DOCTYPE", at)) {
      const end = after(text, ">", at, "its DOCTYPE");
      if (text.slice(at, end).includes("[")) fail("it declares entities of its own", at, at + 9, true);
      at = end;
    } else if (text.startsWith("<?", at)) {
      if (/^<\?xml-stylesheet/.test(text.slice(at, at + 16))) fail("it fetches a style sheet", at, at + 16, true);
      at = after(text, "?>", at, "a processing instruction");
    } else if (text.startsWith("</", at)) {
      const end = after(text, ">", at, "an end tag");
      const name = text.slice(at + 2, end - 1).trim();
      const open = stack.pop();
      if (!open || open.name !== name) fail(`</${name}> closes nothing that is open`, at, end);
      close(open);
      at = end;
    } else {
      if (++count > most) fail(`it has more than ${most} elements`, at);
      if (stack.length >= mostDepth) fail(`its elements are nested more than ${mostDepth} deep`, at);
      const { open, end, isEmpty } = tag(text, at);
      at = end;
      if (isEmpty) close(open);
      else stack.push(open);
    }
  }
  const open = stack.at(-1);
  if (open) fail(`<${open.name}> is not closed`, open.start, open.end);
  return root ?? fail("it holds no element", 0);
}

function after(text: string, mark: string, from: number, what: string): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? fail(`${what} is not closed`, from) : end + mark.length;
}

function match(form: RegExp, text: string, at: number): string {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? "";
}

function tag(text: string, start: number): { readonly open: Open; readonly end: number; readonly isEmpty: boolean } {
  let at = start + 1;
  const name = match(nameForm, text, at);
  if (name === "") fail('a "<" begins no element', start);
  at += name.length;
  const attributes = new Map<string, Attribute>();
  for (;;) {
    const gap = match(space, text, at).length;
    at += gap;
    const isEmpty = text.startsWith("/>", at);
    if (isEmpty || text[at] === ">") {
      const end = at + (isEmpty ? 2 : 1);
      return { open: { name, attributes, children: [], start, end }, end, isEmpty };
    }
    const key = match(nameForm, text, at);
    if (key === "" || gap === 0) fail(`<${name}> cannot be read`, start, Math.max(at, start + 1));
    const from = at;
    at += key.length;
    at += match(space, text, at).length;
    if (text[at] !== "=") fail(`the attribute ${key} has no value`, from, from + key.length);
    at += 1 + match(space, text, at + 1).length;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") fail(`the value of ${key} has no quotes`, from, from + key.length);
    const end = text.indexOf(quote, at + 1);
    if (end < 0) fail(`the value of ${key} is not closed`, from, from + key.length);
    if (attributes.has(key)) fail(`the attribute ${key} is given twice`, from, from + key.length);
    attributes.set(key, { value: decoded(text, at + 1, end), start: from, end: end + 1 });
    at = end + 1;
  }
}

/** Text with its character references resolved; only the five that XML itself has may be used by name. */
function decoded(text: string, from: number, to: number): string {
  const raw = text.slice(from, to);
  if (!raw.includes("&")) return raw;
  return raw.replace(/&([^;\s&]{0,32});?/g, (whole, name: string, offset: number) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? "0", number[1] ? 16 : 10) : Number.NaN;
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (!whole.endsWith(";")) fail('an "&" is not written &amp;', from + offset);
    if (known !== undefined) return known;
    if (code > 0x1f && code <= 0x10ffff) return String.fromCodePoint(code);
    if (code === 9 || code === 10 || code === 13) return " ";
    return fail(`it uses the entity ${whole}`, from + offset, from + offset + whole.length, true);
  });
}
