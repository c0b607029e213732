// Text directives need their label: `:risk[R1]` is one, `10:30`, `3:1` and `note:this` are words.

import type {} from "remark";
import type { Data } from "unified";

type MicromarkExtension = NonNullable<Data["micromarkExtensions"]>[number];
type TextConstructs = NonNullable<MicromarkExtension["text"]>;
type Construct = Exclude<TextConstructs[number], undefined | readonly unknown[]>;

const colon = 58;

/** The extension with its text directives limited to those with a label, and without block directives when `inline`. */
export function labelled(extension: MicromarkExtension, inline: boolean): MicromarkExtension {
  const text = extension.text?.[colon];
  if (text === undefined) return extension;
  const constructs = (Array.isArray(text) ? text : [text]).map(withLabel);
  return { ...(inline ? {} : extension), text: { ...extension.text, [colon]: constructs } };
}

function withLabel(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = this.events.length;
      return construct.tokenize.call(
        this,
        effects,
        (code) => {
          const has = this.events.slice(begin).some(([, token]) => token.type === "directiveTextLabel");
          return has ? ok(code) : nok(code);
        },
        nok,
      );
    },
  };
}
