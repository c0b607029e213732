// `:words[Croeso]{lang=cy}`: words in another language say which, so that they are read out and spelled as such.
import { isLanguageTag } from "../../schemas/scalars.ts";
import type { Inline } from "../document/document.ts";
import { problem } from "./context.ts";
import type { Markdown, Scope } from "./scope.ts";
import { suggest } from "./suggest.ts";

/** Name of the directive. */
export const foreignName = "words";
const known = ["lang"];

/** The words under their language; without a usable one they stand as they are, and that is told. */
export function foreign(node: Markdown, children: readonly Inline[], scope: Scope): readonly Inline[] {
  const { context } = scope;
  const origin = scope.place(node);
  const given = node.attributes ?? {};
  for (const key of Object.keys(given))
    if (!known.includes(key))
      problem(
        context,
        "document/unknown-attribute",
        origin,
        { directive: foreignName, name: key },
        suggest(key, known),
      );
  const language = given["lang"] ?? "";
  if (isLanguageTag(language)) return [{ type: "foreign", language, children }];
  if (language === "")
    problem(context, "document/missing-attribute", origin, { directive: foreignName, name: "lang=…, such as lang=cy" });
  else {
    const wanted = "a language tag such as cy, fr or pt-BR";
    problem(context, "document/bad-attribute", origin, { directive: foreignName, name: "lang", wanted });
  }
  return children;
}
