// Bundles the program into dist/bundle: some thirty files, each read when a command first needs it, instead of seven hundred.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A module in place of another, whoever imports it. */
const instead = (name, source) => ({
  name: `instead-of-${name}`,
  resolveId: (id, importer) => (id === name && !importer?.startsWith("\0") ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? source : undefined),
});

/** fontkit inflates tables for shaping as it loads. Nothing is shaped here, so each waits until somebody asks it. */
const trie = "unicode-trie";
const lazyTries = instead(
  trie,
  `import Trie from ${JSON.stringify(require.resolve(trie, { paths: [dirname(require.resolve("fontkit"))] }))};
  export default class {
    constructor(data) { this.data = data; }
    get(code) { return (this.trie ??= new Trie(this.data)).get(code); }
  }`,
);

/** Half a megabyte that WOFF2 fonts alone need; the faces that come with the program are TrueType. */
const withoutBrotli = instead(
  "brotli/decompress.js",
  `export default () => { throw new Error("WOFF2 fonts cannot be read"); };`,
);

/** pdfkit reads its colour profile beside its own file. */
const colourProfile = {
  name: "colour-profile",
  generateBundle() {
    const file = "sRGB_IEC61966_2_1.icc";
    const source = readFileSync(join(dirname(require.resolve("pdfkit")), "data", file));
    this.emitFile({ type: "asset", fileName: `chunks/data/${file}`, source });
  },
};

export default {
  input: { main: "src/cli/main.ts", "chunks/worker": "src/cli/worker.ts" },
  platform: "node",
  // A native module, which only pictures in SVG need.
  external: ["@resvg/resvg-js"],
  plugins: [lazyTries, withoutBrotli, colourProfile],
  logLevel: "warn",
  checks: { eval: false },
  output: {
    dir: "dist/bundle",
    cleanDir: true,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
  },
};
