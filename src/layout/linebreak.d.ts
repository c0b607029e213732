// Line breaking after UAX 14; the package carries no types.
declare module "linebreak" {
  export interface Break {
    readonly position: number;
    readonly required: boolean;
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
