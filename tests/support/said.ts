// What a command says when a test runs it in its own process.
import { vi } from "vitest";

/** Runs a command and answers with its exit code and all it said, on standard output and error alike. */
export async function said(work: () => Promise<number>): Promise<{ readonly code: number; readonly words: string }> {
  const words: string[] = [];
  const hear = (chunk: string | Uint8Array): boolean => {
    words.push(String(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(hear));
  try {
    return { code: await work(), words: words.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
