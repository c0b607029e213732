// `{{…}}` as a construct of the Markdown syntax: nothing inside it is Markdown, `\{{` escapes it, its place is exact.

import type {} from "remark";
import type { Data } from "unified";
import "./nodes.ts";

type MicromarkExtension = NonNullable<Data["micromarkExtensions"]>[number];
type TextConstructs = NonNullable<MicromarkExtension["text"]>;
type Construct = Exclude<TextConstructs[number], undefined | readonly unknown[]>;
type Tokenizer = Construct["tokenize"];
type FromMarkdown = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

const open = 123;
const close = 125;

// Line endings have negative codes: carriage return -5, line feed -4, both -3.
const isLineEnding = (code: number | null): boolean => code !== null && code < -2;

// Texts in which no }} follows any more; without this a text full of {{ would be read to its end from each of them.
const withoutEnd = new WeakSet<object>();

const tokenize: Tokenizer = function (effects, ok, nok) {
  const context = this;
  return (code) => {
    if (withoutEnd.has(context)) return nok(code);
    effects.enter("expression");
    effects.enter("expressionMarker");
    effects.consume(code);
    return (second) => {
      if (second !== open) return nok(second);
      effects.consume(second);
      effects.exit("expressionMarker");
      return between;
    };
  };

  function between(code: number | null): ReturnType<typeof ok> {
    if (code === null) {
      withoutEnd.add(context);
      return nok(code);
    }
    if (isLineEnding(code)) {
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return between;
    }
    if (code === close) return effects.attempt(ending, ok, inside)(code);
    return inside(code);
  }

  function inside(code: number | null): ReturnType<typeof ok> {
    effects.enter("expressionData");
    effects.consume(code);
    return more;
  }

  function more(code: number | null): ReturnType<typeof ok> {
    if (code === null || isLineEnding(code) || code === close) {
      effects.exit("expressionData");
      return between(code);
    }
    effects.consume(code);
    return more;
  }
};

const ending: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter("expressionMarker");
      effects.consume(code);
      return (second) => {
        if (second !== close) return nok(second);
        effects.consume(second);
        effects.exit("expressionMarker");
        effects.exit("expression");
        return ok;
      };
    };
  },
};

/** The syntax. */
export const expressionSyntax: MicromarkExtension = { text: { [open]: { name: "expression", tokenize } } };

/** From tokens to nodes. */
export const expressionFromMarkdown: FromMarkdown = {
  enter: {
    expression(token) {
      this.enter({ type: "expression", value: "" }, token);
    },
  },
  exit: {
    expression(token) {
      const node = this.stack.at(-1);
      const written = this.sliceSerialize(token).slice(2, -2);
      if (node?.type === "expression") node.value = written.trim().replace(/\s+/g, " ");
      this.exit(token);
    },
  },
};
