// Fills, lines and words of a chart, in the colours and the face of the document's theme.
import type { XmlComponent } from "docx";
import type { Theme } from "../../../schemas/house.ts";
import { element } from "./element.ts";
import { hex } from "./units.ts";

/** An element of which only `val` is said. */
export function valued(name: string, value: string | number | boolean): XmlComponent {
  return element(name, { val: typeof value === "boolean" ? (value ? "1" : "0") : String(value) });
}

/** A colour as a drawing refers to it: by its place in the theme where it has one, so that it changes with the theme. */
function colour(theme: Theme, value: string): XmlComponent {
  const { text, quiet, tint, accent, series } = theme.colours;
  const slots: readonly (readonly [string, string | undefined])[] = [
    ["accent1", accent],
    ["accent2", series[1]],
    ["accent3", series[2]],
    ["accent4", series[3]],
    ["accent5", series[4]],
    ["accent6", series[5]],
    ["tx1", text],
    ["tx2", quiet],
    ["bg2", tint],
    ["bg1", "#ffffff"],
  ];
  const [slot] = slots.find(([, own]) => own?.toLowerCase() === value.toLowerCase()) ?? [];
  return slot === undefined ? valued("a:srgbClr", hex(value)) : valued("a:schemeClr", slot);
}

/** A plain ground. */
export function solid(theme: Theme, value: string): XmlComponent {
  return element("a:solidFill", {}, [colour(theme, value)]);
}

/** A ground with stripes, which tells a series apart once the colours are used up. */
export function striped(theme: Theme, value: string): XmlComponent {
  return element("a:pattFill", { prst: "ltVert" }, [
    element("a:fgClr", {}, [colour(theme, "#ffffff")]),
    element("a:bgClr", {}, [colour(theme, value)]),
  ]);
}

/** A line; `dash` is in points. */
export function line(theme: Theme, value: string, width: number, dash?: readonly [number, number]): XmlComponent {
  return element("a:ln", { w: String(Math.round(width * 12700)), cap: "flat" }, [
    solid(theme, value),
    ...(dash
      ? [element("a:custDash", {}, [element("a:ds", { d: percent(dash[0] / width), sp: percent(dash[1] / width) })])]
      : []),
    element("a:round"),
  ]);
}

export const noLine = (): XmlComponent => element("a:ln", {}, [element("a:noFill")]);

export function shape(...parts: readonly XmlComponent[]): XmlComponent {
  return element("c:spPr", {}, parts);
}

const percent = (share: number): string => String(Math.round(share * 100_000));

export interface Lettered {
  readonly theme: Theme;
  /** Points. */
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  /** On one line, however long. */
  readonly unbroken?: boolean;
}

/** How words are set that Word makes itself. */
export function setting(look: Lettered): XmlComponent {
  return element("c:txPr", {}, [
    ...lying(look),
    element("a:p", {}, [element("a:pPr", {}, [characters("a:defRPr", look)]), element("a:endParaRPr")]),
  ]);
}

/** Words of our own. */
export function rich(text: string, look: Lettered): XmlComponent {
  return element("c:tx", {}, [
    element("c:rich", {}, [
      ...lying(look),
      element("a:p", {}, [
        element("a:pPr", {}, [characters("a:defRPr", look)]),
        element("a:r", {}, [characters("a:rPr", look), element("a:t", {}, [text])]),
      ]),
    ]),
  ]);
}

/** Words of charts never stand on their side. */
function lying({ unbroken }: Lettered): readonly XmlComponent[] {
  const wrap = unbroken ? "none" : "square";
  return [element("a:bodyPr", { rot: "0", vert: "horz", wrap, anchor: "ctr" }), element("a:lstStyle")];
}

function characters(name: "a:defRPr" | "a:rPr", { theme, size, colour: value, bold }: Lettered): XmlComponent {
  return element(name, { sz: String(Math.round(size * 100)), b: bold ? "1" : "0" }, [
    solid(theme, value),
    element("a:latin", { typeface: "+mn-lt" }),
    element("a:cs", { typeface: "+mn-lt" }),
  ]);
}
