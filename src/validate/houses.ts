// House profiles, themes and calendars by name.
import { House, Theme } from "../../schemas/house.ts";
import { Calendar, usualCalendar } from "../../schemas/route.ts";
import { type Diagnostic, report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { HouseBase } from "../house-base/base.ts";
import { refuseCharacters } from "../parse/characters.ts";
import type { Data, Draft } from "../parse/draft.ts";
import { parseYaml } from "../parse/yaml.ts";
import type { Span } from "../source.ts";
import { type Based, basedTheme } from "./based-theme.ts";
import { checkContrast } from "./contrast.ts";
import type { Subject } from "./locate.ts";
import { leaveOut, salvage } from "./salvage.ts";

interface Looks {
  readonly house: House;
  readonly theme: Theme;
  /** What the house's own Word file gives, where it has one. */
  readonly base?: HouseBase;
}

export interface Houses {
  /** The profile of that name with its theme. For an unknown name another stands in, so that the rest is still checked. */
  readonly find: (profile: string, span: Span | undefined) => Looks | undefined;
  /** The bank holidays that a house counts by. */
  readonly calendar: (house: House) => Calendar | undefined;
  /** What was found in the profiles, themes and calendars that were asked for. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Name of a house's Word file, beside its profile. */
const baseFile = "theme.docx";

/** Reads profiles, themes and calendars when they are first asked for, each once. */
export function housesOf(draft: Draft): Houses {
  const problems: Diagnostic[] = [];
  const houses = new Map<string, { house: House; file: Data } | undefined>();
  const themes = new Map<string, Theme | undefined>();
  const bases = new Map<string, Based>();

  const house = (name: string) => {
    const known = houses.get(name);
    const data = draft.houses.get(name);
    if (known || !data || houses.has(name)) return known;
    const read = salvage(House, subjectOf(data), leaveOut);
    problems.push(...read.diagnostics);
    const made = read.value ? { house: read.value, file: data } : undefined;
    houses.set(name, made);
    return made;
  };
  const theme = (name: string): Theme | undefined => {
    const data = draft.themes.get(name);
    if (!data || themes.has(name)) return themes.get(name);
    const read = salvage(Theme, subjectOf(data), leaveOut);
    problems.push(...read.diagnostics);
    if (read.value) problems.push(...checkContrast(read.value, subjectOf(data)));
    themes.set(name, read.value);
    return read.value;
  };
  const calendars = new Map<string, Calendar | undefined>();
  const calendar = (name: string): Calendar | undefined => {
    const source = draft.sources.files.get(draft.sources.templates.calendars.get(name) ?? "");
    if (!source || calendars.has(name)) return calendars.get(name);
    const words = refuseCharacters(source);
    const data = parseYaml({ file: source.file, text: words.value, at: 0 });
    const read = salvage(Calendar, subjectOf(data.value), leaveOut);
    problems.push(...words.diagnostics, ...data.diagnostics, ...read.diagnostics);
    calendars.set(name, read.value);
    return read.value;
  };
  const based = (file: string, look: Theme): Based => {
    const bytes = draft.sources.binaries.get(file);
    if (!bytes) return { theme: look };
    const read = bases.get(file);
    if (read) return read;
    const made = basedTheme(look, file, bytes);
    problems.push(...made.diagnostics);
    bases.set(file, made.value);
    return made.value;
  };

  return {
    find(profile, span) {
      const known = [...draft.houses.keys()];
      if (!draft.houses.has(profile)) {
        problems.push(report("register/unknown-profile", span, { profile, nearest: nearest(profile, known), known }));
      }
      const found = house(draft.houses.has(profile) ? profile : (known[0] ?? profile));
      if (!found) return undefined;
      const wanted = found.house.theme;
      const looks = [...draft.themes.keys()];
      if (!draft.themes.has(wanted)) {
        const details = { theme: wanted, nearest: nearest(wanted, looks), known: looks };
        problems.push(report("register/unknown-theme", found.file.places.value(["theme"]), details));
      }
      const look = theme(draft.themes.has(wanted) ? wanted : (looks[0] ?? wanted));
      if (!look) return undefined;
      const days = found.house.route?.calendar;
      const kept = [...draft.sources.templates.calendars.keys()];
      if (days !== undefined && !kept.includes(days)) {
        const details = { calendar: days, nearest: nearest(days, kept), known: kept };
        problems.push(report("register/unknown-calendar", found.file.places.value(["route", "calendar"]), details));
      }
      return { house: found.house, ...based(found.file.file.replace(/[^/]*$/, baseFile), look) };
    },
    calendar: (of) => calendar(of.route?.calendar ?? usualCalendar),
    diagnostics: () => problems,
  };
}

function subjectOf(data: Data): Subject {
  return { data, name: data.file.slice(data.file.lastIndexOf("/") + 1) };
}
