// One cold run of the peer: node typst-run.mjs <package> <fonts> <in.typ> <out.pdf>. Reads Typst markup, writes a tagged PDF.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, fonts, source, target] = process.argv.slice(2);
const { NodeCompiler } = createRequire(import.meta.url)(folder);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
const content = readFileSync(source, "utf8");
const compiled = compiler.compile({ mainFileContent: content });
if (compiled.hasError()) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(target, compiler.pdf(compiled.result, { pdfTags: true }));
