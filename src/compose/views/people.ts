// Names of people and organisations as they are printed.
import type { ViewRequest } from "../view.ts";
import { registers } from "./registers.ts";

/** A person's name, or the post where no name is kept; a text that is no id stands for itself. */
export function personName(request: ViewRequest, id: string): string {
  const person = registers(request).people?.[id] ?? byInitials(request, id);
  return person ? (person.name ?? person.post) : id;
}

/** A person's post, when the id is known. */
export function personPost(request: ViewRequest, id: string): string | undefined {
  return registers(request).people?.[id]?.post;
}

function byInitials(request: ViewRequest, written: string) {
  return Object.values(registers(request).people ?? {}).find((p) => p.initials === written);
}

/** An organisation's name; a text that is no id stands for itself. */
export function organisationName(request: ViewRequest, id: string, form: "full" | "short" = "full"): string {
  const found = request.model.case.programme.organisations[id];
  return found ? (form === "short" ? (found.short ?? found.name) : found.name) : id;
}

/** A project's name; a text that is no id stands for itself. */
export function projectName(request: ViewRequest, id: string): string {
  return registers(request).projects?.[id]?.name ?? id;
}
