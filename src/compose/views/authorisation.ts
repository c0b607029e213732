// Who authorises the document, for signature.
import { type Diagnostic, report } from "../../diagnostics/diagnostic.ts";
import type { Block } from "../../document/document.ts";
import type { View } from "../view.ts";
import { organisationName, personName, personPost } from "./people.ts";

export const authorisation: View = {
  attributes: [],
  render(request) {
    const { front, frontPlaces, opening } = request.document.document;
    const diagnostics: Diagnostic[] = [];
    const blocks = (front["sign-off"] ?? []).map((entry, i): Block => {
      const organisation = organisationName(request, entry.organisation);
      const by = entry.by ?? (entry.person === undefined ? undefined : personName(request, entry.person));
      const position = entry.position ?? (entry.person === undefined ? undefined : personPost(request, entry.person));
      const origin = frontPlaces.value(["sign-off", i, "organisation"]) ?? frontPlaces.value(["sign-off"]) ?? opening;
      if (entry.date === undefined && request.control.status.approved)
        diagnostics.push(report("control/unsigned", origin, { organisation }));
      return {
        type: "sign-off",
        ...(request.id && i === 0 ? { id: request.id } : {}),
        fields: [
          { label: "Signed on behalf of", value: organisation },
          { label: "By", ...(by === undefined ? {} : { value: by }) },
          ...(position === undefined || position === by ? [] : [{ label: "Position", value: position }]),
          ...(entry.date === undefined
            ? [{ label: "Signature" }, { label: "Date", isDate: true }]
            : [{ label: "Date", value: request.kit.date(entry.date, "full"), isDate: true }]),
        ],
        origin,
      };
    });
    return { value: blocks, diagnostics };
  },
};
