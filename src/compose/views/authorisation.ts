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
      // Who signed, and when, is what the record says; what is typed stands where it says nothing.
      const { signatory, date, lapsed } = request.control.signatures[i] ?? {};
      const person = signatory ?? entry.person;
      const { by: typedName, position: typedPost } = signatory === undefined ? entry : {};
      const by = typedName ?? (person === undefined ? undefined : personName(request, person));
      const position = typedPost ?? (person === undefined ? undefined : personPost(request, person));
      const origin = frontPlaces.value(["sign-off", i, "organisation"]) ?? frontPlaces.value(["sign-off"]) ?? opening;
      // Of an approval that has lapsed its own finding tells, and a date would be no way out.
      if (date === undefined && !lapsed && request.control.status.approved)
        diagnostics.push(report("control/unsigned", origin, { organisation }));
      return {
        type: "sign-off",
        ...(request.id && i === 0 ? { id: request.id } : {}),
        fields: [
          { label: "Signed on behalf of", value: organisation },
          { label: "By", ...(by === undefined ? {} : { value: by }) },
          ...(position === undefined || position === by ? [] : [{ label: "Position", value: position }]),
          ...(date === undefined
            ? [{ label: "Signature" }, { label: "Date", isDate: true }]
            : [{ label: "Date", value: request.kit.date(date, "full"), isDate: true }]),
        ],
        origin,
      };
    });
    return { value: blocks, diagnostics };
  },
};
