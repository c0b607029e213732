// Pictures: their size is read from their bytes, so that no output has to guess.
import { slug } from "../compute/numbers/slug.ts";
import type { Picture } from "../document/document.ts";
import { judge } from "../picture/judge.ts";
import { type Context, claim, problem } from "./context.ts";
import { inlines } from "./inlines.ts";
import { pictureFindings } from "./picture-findings.ts";
import type { Markdown, Scope } from "./scope.ts";
import { suggest } from "./suggest.ts";

const known = ["id", "src", "alt", "width"];

/** `::image[Caption]{src=… alt=… width=60%}` */
export function picture(node: Markdown, scope: Scope): readonly Picture[] {
  const { context } = scope;
  const origin = scope.place(node);
  const given = node.attributes ?? {};
  for (const key of Object.keys(given))
    if (!known.includes(key))
      problem(context, "document/unknown-attribute", origin, { directive: "image", name: key }, suggest(key, known));
  const caption = inlines(node.children ?? [], scope);
  if (caption.length === 0)
    problem(context, "document/missing-attribute", origin, { directive: "image", name: "a caption in brackets" });
  const src = given.src ?? "";
  if (src === "") {
    problem(context, "document/missing-attribute", origin, { directive: "image", name: "src=…" });
    return [];
  }
  const alt = (given.alt ?? "").trim();
  if (alt === "") problem(context, "document/no-alt", origin, { file: src });
  const width = share(given.width ?? "100%");
  if (width === undefined)
    problem(context, "document/bad-attribute", origin, {
      directive: "image",
      name: "width",
      wanted: "a share of the text width, such as 60%",
    });
  const asset = findAsset(context, src);
  if (asset === undefined) {
    const pictures = [...context.model.case.sources.binaries.keys()].map((path) =>
      path.replace(`${programmeFolder(context)}/`, ""),
    );
    problem(context, "document/no-picture", origin, { file: src }, suggest(src, pictures));
    return [];
  }
  const judged = judge(context.model.case.sources.binaries.get(asset) ?? new Uint8Array(), asset);
  context.problems.push(...pictureFindings(judged, asset, src, origin));
  if (!judged.fact) return [];
  if (given.id) claim(context, given.id, origin);
  return [
    {
      type: "picture",
      id: given.id ?? `picture-${slug(src.replace(/\.\w+$/, ""))}`,
      caption: { label: "Figure", number: 0, children: caption },
      asset,
      alt,
      width: width ?? 1,
      notes: [],
      ...(origin ? { origin } : {}),
    },
  ];
}

function share(written: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)%$/.exec(written);
  const value = found ? Number(found[1]) / 100 : Number.NaN;
  return value > 0 && value <= 1 ? value : undefined;
}

/** Folder of the programme in the workspace. */
export function programmeFolder(context: Context): string {
  return context.document.document.file.split("/").slice(0, -2).join("/");
}

/** Path of a picture named from the programme's or the document's folder. */
function findAsset(context: Context, src: string): string | undefined {
  const plain = src.replace(/^\.\//, "");
  const folder = context.document.document.file.split("/").slice(0, -1).join("/");
  const candidates = [`${programmeFolder(context)}/${plain}`, `${folder}/${plain}`];
  return candidates.find((path) => context.model.case.sources.binaries.has(path));
}
