// Pictures: their size is read from their bytes, so that no output has to guess.

import { slug } from "../compute/numbers/slug.ts";
import type { AssetFact, Picture } from "../document/document.ts";
import { type Context, claim, problem } from "./context.ts";
import { inlines } from "./inlines.ts";
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
  const fact = assetFact(context.model.case.sources.binaries.get(asset) ?? new Uint8Array());
  if ("reason" in fact) {
    problem(context, "document/bad-picture", origin, { file: src, reason: fact.reason });
    return [];
  }
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

/** Kind and size in points of a PNG or JPEG; pixels count as 1/96 inch unless the file says otherwise. */
export function assetFact(bytes: Uint8Array): AssetFact | { readonly reason: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length >= 33 && png.every((b, i) => bytes[i] === b))
    return sized("png", view.getUint32(16), view.getUint32(20));
  if (bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(view);
  return { reason: "it is neither PNG nor JPEG" };
}

function sized(type: "png" | "jpeg", width: number, height: number): AssetFact | { readonly reason: string } {
  if (width === 0 || height === 0) return { reason: "it has no size" };
  return { type, width: width * 0.75, height: height * 0.75 };
}

// The frame header (SOF0–SOF15 without DHT, JPG and DAC) holds the size: ITU-T T.81, B.2.2.
function jpeg(view: DataView): AssetFact | { readonly reason: string } {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return sized("jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
    at += marker >= 0xd0 && marker <= 0xd8 ? 2 : 2 + view.getUint16(at + 2);
  }
  return { reason: "its size cannot be read" };
}
