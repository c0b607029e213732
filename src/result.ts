import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** The best value a stage could make, and everything it found on the way. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function ok<T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> {
  return { value, diagnostics };
}

/** Runs the next stage on what this one made and joins the diagnostics of both. */
export function andThen<A, B>(result: Result<A>, next: (value: A) => Result<B>): Result<B> {
  const after = next(result.value);
  return { value: after.value, diagnostics: [...result.diagnostics, ...after.diagnostics] };
}
