// Names of people, organisations, boards and the rest, as they are printed.
import type { Person } from "../../schemas/registers.ts";
import { type Context, registersOf } from "./context.ts";

export type Found =
  | { readonly type: "name"; readonly text: string }
  | { readonly type: "form"; readonly wanted: string }
  | { readonly type: "unknown" };

/** A person's name, or post where no name is given. */
function personName(person: Person): string {
  return person.name ?? person.post;
}

/** A person by id; an id that nobody has is printed as it stands, and was reported. */
export function person(context: Context, id: string): string {
  const people = registersOf(context).people ?? {};
  const known = Object.hasOwn(people, id) ? people[id] : undefined;
  return known ? personName(known) : id;
}

/** An organisation's name by its id, or the words given where there is none. */
export function organisation(context: Context, id: string): string {
  const { organisations } = context.model.case.programme;
  return Object.hasOwn(organisations, id) ? (organisations[id]?.name ?? id) : id;
}

type Forms = Readonly<Record<string, string | undefined>>;

/** The name at a path such as `organisations.pcc`, in its usual form or the one asked for. */
export function nameOf(context: Context, path: string, form: string | undefined): Found {
  const forms = table(context).get(path);
  if (!forms) return { type: "unknown" };
  const text = form === undefined ? forms.name : Object.hasOwn(forms, form) ? forms[form] : undefined;
  if (text !== undefined) return { type: "name", text };
  const known = Object.keys(forms).filter((key) => forms[key] !== undefined);
  return { type: "form", wanted: known.length > 1 ? `one of ${known.join(", ")}` : "left out" };
}

/** Paths that have a name. */
export function nameable(context: Context): readonly string[] {
  return [...table(context).keys()];
}

function table(context: Context): ReadonlyMap<string, Forms> {
  const { programme } = context.model.case;
  const { front } = context.document.document;
  const data = registersOf(context);
  const all = new Map<string, Forms>([
    ["programme", { name: programme.programme, short: programme.short }],
    ["document", { name: front.title }],
  ]);
  if (programme.strapline !== undefined) all.set("strapline", { name: programme.strapline });
  const add = <T>(register: string, entries: Readonly<Record<string, T>> | undefined, forms: (entry: T) => Forms) => {
    for (const [id, entry] of Object.entries(entries ?? {})) all.set(`${register}.${id}`, forms(entry));
  };
  add("organisations", programme.organisations, (o) => ({ name: o.name, short: o.short, brand: o.brand }));
  add("slogans", programme.slogans, (slogan) => ({ name: slogan }));
  add("people", data.people, (p) => ({
    name: personName(p),
    post: p.post,
    initials: p.initials,
    email: p.email,
    phone: p.phone,
  }));
  add("boards", data.boards, (b) => ({ name: b.name }));
  add("projects", data.projects, (p) => ({ name: p.name }));
  add("workstreams", data.workstreams, (w) => ({ name: w.name, letter: w.letter }));
  return all;
}
