// Why a house's Word file is not used.

/** Why a file is not opened, and what its owner can do. */
export interface Refusal {
  readonly reason: string;
  readonly help: string;
}

/** Largest file that is opened, in bytes. */
export const largestFile = 20 * 1024 * 1024;

export const saveAgain = "open it in Word, save it as a Word document (.docx), and put that file here";

/** Carries a refusal out of nested reading. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(reason: string, help: string = saveAgain) {
    super(reason);
    this.refusal = { reason, help };
  }
}

/** For a file over the limit. */
export function tooLarge(size: number): Refused {
  const megabytes = (n: number): string => (n / 1024 / 1024).toFixed(1);
  return new Refused(
    `it is ${megabytes(size)} MB, and at most ${megabytes(largestFile)} MB are read`,
    "take the text and the pictures out of it: only its styles and its page are used",
  );
}

/** For a file that is cut short or changed. */
export function damaged(): Refused {
  return new Refused("it is damaged");
}
