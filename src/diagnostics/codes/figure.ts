import { entry } from "./entry.ts";

const nearestHelp = (d: { readonly nearest?: string | undefined }) =>
  d.nearest === undefined ? undefined : `did you mean \`${d.nearest}\`?`;

/** What a message quotes of a name that somebody pasted by mistake. */
const longestName = 80;

export const figureCodes = {
  "figure/syntax": entry<{ wanted: string; found: string }>({
    severity: "error",
    message: (d) => `The formula needs ${d.wanted} here; found ${d.found}.`,
    help: () =>
      "a formula is names, numbers, + - * / with spaces round them, brackets and functions: = sum(a, b) * 3/12",
    explain:
      "A formula begins with = and is made of names, numbers, percentages, the signs + - * / with spaces round them, brackets, and the functions sum, average, min, max, round, abs, count, lookup, if, npv and irr. The place marked is where reading it came to a stop.",
  }),
  "figure/stray-character": entry<{ text: string; instead: string | undefined }>({
    severity: "error",
    message: (d) => `\`${d.text}\` has no meaning in a formula.`,
    help: (d) => (d.instead === undefined ? undefined : `write ${d.instead}`),
    explain:
      "Only names, numbers, %, + - * / ( ) and commas occur in a formula. Amounts stand without a currency sign: the unit belongs to the figure or column.",
  }),
  "figure/spaces": entry<{ operator: string }>({
    severity: "error",
    message: (d) => `\`${d.operator}\` beside a name needs a space on both sides.`,
    help: (d) => `write: a ${d.operator} b`,
    explain:
      "A hyphen belongs to a name (public-health is one name), so the signs between names have spaces round them; then nobody has to guess which is meant.",
  }),
  "figure/thousands": entry<{ written: string }>({
    severity: "error",
    message: (d) => `\`${d.written}\` in a formula would be two values with a comma between.`,
    help: (d) => `write ${d.written.replace(/,/g, "")}, or put a space after the comma if two values are meant`,
    explain:
      "Inside a formula a comma parts the values of a function, so numbers are written without separators. Outside formulas 44,000 is fine.",
  }),
  "figure/year-span": entry<{ written: string }>({
    severity: "error",
    message: (d) => `\`${d.written}\` is not a span of years.`,
    help: (d) =>
      d.written.includes(" to ")
        ? "write two financial years, the earlier one first: 2014/15 to 2016/17"
        : "a span ends with two financial years, the earlier one first: flows.net.2014/15..2016/17",
    explain: "A span names the first and the last financial year, and every year between them counts.",
  }),
  "figure/unknown-function": entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `There is no function \`${d.name}\`.`,
    help: (d) => nearestHelp(d) ?? "the functions are sum average min max round abs count lookup if npv irr",
    explain:
      "The functions are sum, average, min, max, round, abs, count, lookup, if, npv and irr, as in a spreadsheet.",
  }),
  "figure/arguments": entry<{ name: string; wanted: string }>({
    severity: "error",
    message: (d) => `\`${d.name}\` needs ${d.wanted}.`,
    explain:
      "Functions take what they take in a spreadsheet: round(value, decimals), if(condition, then, else), lookup(value, column of keys, column of results), npv(rate, flows from year 0 on).",
  }),
  "figure/comparison": entry<Record<never, never>>({
    severity: "error",
    message: () => "A comparison gives no number; it stands in the first place of `if`.",
    help: () => "write: = if(a > b, a, b)",
    explain: "The signs > < >= <= = <> compare two values inside if(condition, then, else) and nowhere else.",
  }),
  "figure/too-deep": entry<Record<never, never>>({
    severity: "error",
    message: () => "The formula is nested too deeply or is too long to follow.",
    help: () => "give parts of it names of their own, as figures",
    explain:
      "A formula of more than three hundred parts, or nested more than sixty levels deep, cannot be checked by a reader; break it into named figures.",
  }),
  "figure/unknown-name": entry<{ name: string; nearest?: string | undefined; hyphen?: string | undefined }>({
    severity: "error",
    message: (d) =>
      `Nothing is called \`${d.name.length > longestName ? `${d.name.slice(0, longestName)}…` : d.name}\`.`,
    help: (d) =>
      d.hyphen === undefined ? nearestHelp(d) : `a hyphen belongs to the name; to subtract write: ${d.hyphen}`,
    explain:
      "Names reach figures, table cells (table.row.column), totals (table.column.total), benefits, appraisals and outcomes. The list is in the authoring guide under Numbers.",
  }),
  "figure/which-column": entry<{ name: string; columns: readonly string[] }>({
    severity: "error",
    message: (d) => `\`${d.name}\` does not say which column; there are ${d.columns.join(", ")}.`,
    help: (d) => `write ${d.name}.${d.columns[0] ?? "column"}`,
    explain: "A row or table named alone stands for its `total` column, or for its only number column.",
  }),
  "figure/not-additive": entry<{ name: string; column: string; reason: "additive" | "cumulative" }>({
    severity: "error",
    message: (d) =>
      d.reason === "cumulative"
        ? `\`${d.name}\` would add up the column ${d.column}, which holds running totals.`
        : `\`${d.name}\` would add up the column ${d.column}, whose rows are not to be added.`,
    help: () => "name a row of the column, or say `additive: true` at the column",
    explain:
      "Rates, percentages and running totals do not add up over rows. A column says `additive: false` or `cumulative: true`, and percentages are never added unless it says `additive: true`.",
  }),
  "figure/list": entry<{ name: string }>({
    severity: "error",
    message: (d) => `\`${d.name}\` is a list of values where one is needed.`,
    help: (d) => `write sum(${d.name}), or name one of its rows`,
    explain: "A column and a span of years stand for several values. They go inside a function such as sum or average.",
  }),
  "figure/not-a-number": entry<{ found: string }>({
    severity: "error",
    message: (d) => `This is not a number to calculate with: ${d.found}.`,
    explain: "An answer in words, such as a payback year or `No rate exists`, cannot be added or multiplied.",
  }),
  "figure/units": entry<{ what: string; left: string; right: string }>({
    severity: "error",
    message: (d) => `${d.left} and ${d.right} cannot be ${d.what}.`,
    help: () => "give the figure or column its right unit, or multiply by what converts one into the other",
    explain:
      "Units must agree: £, £k and £m convert into each other, an amount times a number or a percentage is an amount, an amount divided by an amount is a plain ratio. Adding £ to % is a mistake however it is printed.",
  }),
  "figure/wrong-unit": entry<{ found: string; wanted: string }>({
    severity: "error",
    message: (d) => `The value is in ${d.found} but is declared in ${d.wanted}.`,
    help: () => "correct the unit, or the value",
    explain:
      "A figure, cell or column declares its unit; what is typed or computed for it must be in that unit or convert to it.",
  }),
  "figure/division-by-zero": entry<{ divisor: string; where?: string | undefined }>({
    severity: "error",
    message: (d) =>
      `The formula divides by zero${d.where === undefined ? "" : ` in ${d.where}`}: ${d.divisor || "the divisor"} is 0.`,
    help: () => "guard it with if(divisor = 0, 0, amount / divisor), or correct the value",
    explain:
      "Division by zero has no value. `if` leaves the part that is not chosen aside, so it can guard a division.",
  }),
  "figure/cycle": entry<{ loop: readonly string[] }>({
    severity: "error",
    message: (d) => `The figure depends on itself: ${d.loop.join(" → ")}.`,
    help: () => "type one of these values, or compute it from something else",
    explain:
      "Each figure of the loop needs the next one first, so none has a value. The message names them in order, a long loop by its ends; the notes show the other formulas it passes through.",
  }),
  "figure/rest": entry<Record<never, never>>({
    severity: "error",
    message: () => "`rest` stands in the shares of a benefit or line only.",
    explain: "`rest` is what the other shares leave of a benefit or line; nothing else has a rest.",
  }),
  "figure/two-rests": entry<{ label: string }>({
    severity: "error",
    message: (d) => `Two shares of ${d.label} are \`rest\`.`,
    help: () => "give one of them its value",
    explain: "One share may be `rest`: what the others leave.",
  }),
  "figure/shares": entry<{ label: string; shares: string; whole: string }>({
    severity: "error",
    message: (d) => `The shares of ${d.label} add up to ${d.shares}, not to ${d.whole}.`,
    help: () => "correct a share, or write `rest` for one of them",
    explain:
      "The organisations' shares of a benefit add up to its central value, rounding apart; those of a line, which are percentages, to 100%.",
  }),
  "figure/unknown-organisation": entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    message: (d) => `No organisation has the id \`${d.name}\`.`,
    help: (d) => nearestHelp(d) ?? "organisations are declared in programme.yaml",
    explain: "Shares are given by the ids under `organisations:` in programme.yaml.",
  }),
  "figure/range": entry<{ label: string; lower: string; upper: string }>({
    severity: "error",
    message: (d) => `The lower value of ${d.label} (${d.lower}) is above its upper value (${d.upper}).`,
    explain: "A range runs from the lower to the upper value, and the central value lies between them.",
  }),
  "figure/adjustment": entry<{ name: string; found: string }>({
    severity: "error",
    message: (d) => `The adjustment \`${d.name}\` must be a percentage; found ${d.found}.`,
    help: () => "write -10% to take a tenth off",
    explain: "Adjustments are percentages: -10% takes a tenth off what the adjustment before left.",
  }),
  "figure/phase-year": entry<{ year: string }>({
    severity: "error",
    message: (d) => `\`${d.year}\` is not a financial year.`,
    help: () => "write a year such as 2014/15",
    explain:
      "Amounts, shares and indices by year are given by financial year, whose second part is the first plus one.",
  }),
  "figure/appraisal-years": entry<{ year: string; missing: string }>({
    severity: "error",
    message: (d) => `The year ${d.year} has no ${d.missing}.`,
    help: (d) => `write ${d.year}: 0 if there is none`,
    explain:
      "Every year of an appraisal, year 0 included, has a benefit and a cost, so that an empty place is never read as nothing.",
  }),
  "figure/no-years": entry<{ title: string }>({
    severity: "error",
    message: (d) => `${d.title} has no years.`,
    help: () => "give benefits and costs by year, 0 where there is none: benefits: { 2014/15: 0, 2015/16: 400 }",
    explain: "An appraisal is worked out from the benefit and the cost of each of its years.",
  }),
  "figure/appraisal-gap": entry<{ before: string; after: string }>({
    severity: "error",
    message: (d) => `The years of the appraisal jump from ${d.before} to ${d.after}.`,
    help: () => "give every year between, 0 where nothing happens",
    explain: "Discounting counts years, so the years of an appraisal follow each other without a gap and in order.",
  }),
  "figure/appraisal-base": entry<{ year: string; base: string }>({
    severity: "error",
    message: (d) => `The year ${d.year} lies before the base year ${d.base} of the discounting.`,
    explain:
      "The base year is year 0 and is not discounted; earlier years are sunk and do not belong to the appraisal.",
  }),
  "figure/no-discounting": entry<{ title: string }>({
    severity: "error",
    message: (d) => `Nothing says at which rate ${d.title} is discounted.`,
    help: () => "set conventions.discounting in programme.yaml, or rate: { rate: 4.5%, reason: … } here",
    explain: "A present value needs a discount schedule, or a house rate and its reason.",
  }),
  "figure/weights": entry<{ found: string; whole: string }>({
    severity: "error",
    message: (d) => `The weights of the criteria come to ${d.found} instead of ${d.whole}.`,
    help: (d) => `change the weights until they add up to ${d.whole}`,
    explain:
      "Weights share out one whole among the criteria: as percentages they add up to 100%, as plain numbers to 1 or to 100. Otherwise two sets of scores cannot be compared.",
  }),
  "figure/weight-range": entry<{ found: string }>({
    severity: "error",
    message: (d) => `A weight lies between 0% and 100%; found ${d.found}.`,
    explain: "A weight is a criterion's part of the whole, so it is neither negative nor more than the whole.",
  }),
  "figure/score-range": entry<{ found: string; from: number; to: number }>({
    severity: "error",
    message: (d) => `Scores run from ${d.from} to ${d.to}; found ${d.found}.`,
    help: () => "correct the score, or say `scale: { from: …, to: … }`",
    explain: "Every score lies on the scale of its set, which is 0 to 10 unless `scale:` says otherwise.",
  }),
  "figure/score-missing": entry<{ option: string; criteria: readonly string[] }>({
    severity: "error",
    message: (d) => `${d.option} is not scored on ${d.criteria.join(", ")}.`,
    help: () => "every option has a score on every criterion; `TBC by … on …` where it is not known yet",
    explain: "Weighted scores compare options only when each is scored on every criterion.",
  }),
  "figure/change-without-reason": entry<{ label: string; stage: string; change: string }>({
    severity: "warning",
    message: (d) => `${d.label} changed by ${d.change} at ${d.stage}, and nothing says why.`,
    help: () => "add `reason:` to the measure",
    explain:
      "A later stage of a business case says what changed since the one before and why, costs and assumptions above all. Reviewers ask for it first.",
  }),
  "figure/discount-rate": entry<{ found: string }>({
    severity: "error",
    message: (d) => `A discount rate lies between −100% and 100%; found ${d.found}.`,
    help: () => "3.5% is written 3.5%, not 350%",
    explain:
      "A rate of 100% and more halves a value every year or worse, and one of −100% leaves nothing to divide by. Real rates of public bodies are a few per cent.",
  }),
  "figure/sensitivity-test": entry<{ label: string; found: "both" | "neither" }>({
    severity: "error",
    message: (d) =>
      `The test "${d.label}" has ${d.found === "both" ? "both" : "neither"} \`by\` ${d.found === "both" ? "and" : "nor"} \`rate\`.`,
    help: () => "write `by: 20%` to change lines, or `rate: 5%` for another discount rate",
    explain:
      "A sensitivity test changes one thing: some lines by a percentage, or the discount rate. Two things at once belong in a scenario or in two tests.",
  }),
  "figure/sensitivity-empty": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The test "${d.label}" changes no line that the economic case counts.`,
    help: () => "name other lines, or another kind or class; transfers, sunk costs and financing do not count there",
    explain:
      "A test names its lines, their kind or their class. One that touches no line would show that nothing matters, whatever the case.",
  }),
  "figure/stated-differs": entry<{ name: string; stated: string; computed: string }>({
    severity: "error",
    message: (d) => `\`${d.name}\` is stated as ${d.stated} but comes to ${d.computed}.`,
    help: () => "correct the data, or give the entry a `reason:`",
    explain:
      "`stated:` records what another document printed. A difference that rounding cannot explain (half a unit of the last digit for each part) is an error until a reason stands beside it; then it is listed.",
  }),
  "figure/fund-check": entry<{ question: string; left: string; right: string }>({
    severity: "error",
    message: (d) => `"${d.question}" does not hold: ${d.left} against ${d.right}.`,
    help: () => "correct the amount on one side; both places are shown",
    explain:
      "The two parts of a Better Care Fund plan, and the sheets of Part 2, state some amounts twice. Every agreement that the template promises is checked: contributions against minimums, schemes against contributions, metrics against numerator and denominator, Part 1 against Part 2.",
  }),
  "figure/fund-pool": entry<Record<string, never>>({
    severity: "error",
    message: () => "No organisation holds the pooled budget.",
    help: () => "write `holds-pool: true` for the body, or bodies, that host it",
    explain:
      "A pooled budget under section 75 has a host. Several may each host a pool of their own, but there is always one.",
  }),
  "figure/stated-empty": entry<{ name: string; computed: string }>({
    severity: "error",
    message: (d) => `\`${d.name}\` has a stated number but no computed one; it is ${d.computed}.`,
    help: () => "give the entry a `reason:`, or correct the data",
    explain:
      "A published number can be compared only with a number. Where the data say not yet agreed or TBC, the published version knew more or guessed; a reason says which.",
  }),
  "figure/rounding-word": entry<{ word: string; shown: string; exact: string }>({
    severity: "error",
    message: (d) => `"${d.word} ${d.shown}" is not true: the value is ${d.exact}.`,
    help: () => "use `about`, another word, or other places",
    explain:
      "`over` needs a value above what is printed, `under` and `nearly` one below; `about`, `circa` and `approximately` are always true of a rounded number.",
  }),
  "figure/format-unit": entry<{ found: string; wanted: string }>({
    severity: "error",
    message: (d) => `The figure is in ${d.found === "number" ? "plain numbers" : d.found}, not ${d.wanted}.`,
    help: () => "use {{money …}} for amounts, {{percent …}} for rates and {{number …}} for the rest",
    explain: "A format fits the unit of its figure, so that no count is ever printed as pounds.",
  }),
  "figure/label-scale": entry<{ label: string; says: string; prints: string }>({
    severity: "error",
    message: (d) => `The label "${d.label}" says ${d.says}, but the amounts are printed in ${d.prints}.`,
    help: (d) => `take ${d.says} out of the label, or print the amounts in it with \`as:\``,
    explain:
      "A wrong scale in a label misleads by a factor of a thousand. The unit is printed from the column; labels need not repeat it.",
  }),
  "figure/sign": entry<{ label: string; shown: string; sign: "saving" | "cost" | "income" }>({
    severity: "error",
    message: (d) =>
      `${d.label} is ${d.shown}, but ${d.sign === "income" ? "income" : `a ${d.sign}`} is a positive number here.`,
    help: () => "write it without the minus, or say `sign: either`",
    explain:
      "A figure or column that says `sign: cost` (or saving, or income) holds costs as positive numbers, so a minus would turn the cost into its opposite wherever it is subtracted.",
  }),
  "figure/percent-plain": entry<{ label: string; written: string; percent: string }>({
    severity: "warning",
    message: (d) => `${d.label} is ${d.written}% as it is written; was ${d.percent} meant?`,
    help: (d) => `write ${d.percent}, or ${d.written}% if so little is meant`,
    explain:
      "A figure in % takes a plain number as a percentage: 46 is 46%, and 0.1 is a tenth of a per cent. A number between -1 and 1 was more often meant as a part of one, so the % is asked for.",
  }),
  "figure/central": entry<{ label: string; lower: string; central: string; upper: string }>({
    severity: "error",
    message: (d) => `The central value of ${d.label} (${d.central}) does not lie between ${d.lower} and ${d.upper}.`,
    help: () => "correct it, or leave it out to take the mid-point",
    explain: "A range runs from the lower to the upper value, and the central value lies between them.",
  }),
  "figure/rate-form": entry<{ what: string; written: string; fraction: string | undefined }>({
    severity: "error",
    message: (d) => `${d.what} is written as the plain number ${d.written}; a rate needs its %.`,
    help: (d) =>
      d.fraction === undefined
        ? `write ${d.written}%`
        : `write ${d.fraction} if a part of one is meant, ${d.written}% if a percentage is`,
    explain:
      "A tenth gets written as 10 and as 0.1, which differ by a factor of a hundred. So rates, shares, weights and growth are written with their %: 10%. A formula may come to a ratio of its own.",
  }),
  "figure/implausible": entry<{ label: string; amount: string }>({
    severity: "warning",
    message: (d) => `${d.label} comes to ${d.amount}; is the unit right?`,
    help: () => "a number typed in pounds under £k or £m is a thousand or a million times too large",
    explain: "Amounts above a hundred billion pounds are almost always pounds under a £k or £m label.",
  }),
};
