import { cellText } from "../../../src/compute/format.ts";
import { it } from "vitest";
import { compute } from "../../../src/compute/compute.ts";
import { parse } from "../../../src/parse/parse.ts";
import { position } from "../../../src/source.ts";
import { validate } from "../../../src/validate/validate.ts";
import { findProgrammes, readProgramme } from "../../../src/workspace/index.ts";

it("x", async () => {
  for (const id of await findProgrammes(process.cwd())) {
    const s = await readProgramme(process.cwd(), id, `${process.cwd()}/templates`);
    const d = parse(s.value);
    const c = validate(d.value);
    if (!c.value) {
      console.log(id, "no case", c.diagnostics.slice(0, 5));
      continue;
    }
    const t = performance.now();
    const m = compute(c.value);
    console.log(id, m.value.documents.size, performance.now() - t);
    for (const x of [...d.diagnostics.slice(0, 5), ...c.diagnostics.slice(0, 15), ...m.diagnostics]) {
      const f = x.span && s.value.files.get(x.span.file);
      const p = f && x.span ? position(f, x.span.start) : undefined;
      console.log(
        `${x.span?.file}:${p?.line}:${p?.column} ${x.code} ${x.message} | ${f?.text.slice(x.span?.start, x.span?.end)} | ${x.help}`,
      );
    }
    for (const [k, doc] of m.value.documents)
      console.log(
        k,
        [...doc.tables.keys()].join(" "),
        doc.figures.size,
        doc.explained.map((e) => e.figure),
      );
  }
});
