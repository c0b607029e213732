// A command that will not do what it is asked: why, and the way out.
import { unprintable } from "../source.ts";
import type { ExitCode } from "./main.ts";

export interface Refusal {
  readonly code: ExitCode;
  readonly why: string;
  readonly help: string;
}

/** `code` is 1 where the content or the repository stands against it, 2 where the command line does. */
export function refusal(code: 1 | 2, why: string, help: string): Refusal {
  return { code, why, help };
}

/** Words of the command line that are to be printed must be there, and be of characters that can be printed. */
export function unsaid(words: Readonly<Record<string, string | undefined>>): Refusal | undefined {
  for (const [option, said] of Object.entries(words)) {
    if (said === undefined) continue;
    if (said.trim() === "") return refusal(2, `--${option} says nothing.`, `write words after --${option}`);
    if (said.search(unprintable) >= 0)
      return refusal(
        2,
        `--${option} holds a character that cannot be printed.`,
        "type the words anew, without what was pasted",
      );
  }
  return undefined;
}

export function isRefusal(value: object): value is Refusal {
  return "why" in value && "help" in value;
}

/** Says it, and answers with the exit code; `what` is what was not done. */
export function refuse(what: string, { code, why, help }: Refusal): ExitCode {
  process.stderr.write(`Not ${what}: ${why}\n  help: ${help}\n`);
  return code;
}
