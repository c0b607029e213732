import { entry } from "./entry.ts";

/** 2026/27, 2027/28 and 2028/29; long lists are cut. */
function list(years: readonly string[]): string {
  const shown = years.length > 4 ? [...years.slice(0, 3), `${years.length - 3} more`] : years;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** Findings about lines, prices, optimism bias, appraisals of options and funding. */
export const economicsCodes = {
  "figure/taken-name": entry<{ what: string; name: string; figure: string }>({
    severity: "error",
    message: (d) => `No ${d.what} can be called \`${d.name}\`: \`${d.figure}\` is a result's name.`,
    help: (d) => `give the ${d.what} a longer name, such as \`${d.name}-main\``,
    explain:
      "Figures of an appraisal are named by appraisal, option and line, and its results stand beside them (costs, benefits, capital, revenue, cash …). A line or option of such a name would be taken for the result.",
  }),
  "figure/shared-id": entry<{ id: string; register: string; other: string }>({
    severity: "error",
    message: (d) => `\`${d.id}\` heads figures of \`${d.other}\` and of \`${d.register}\`.`,
    help: (d) => `give the entry of \`${d.register}\` another id`,
    explain:
      "Entries of tables, appraisals, option appraisals, funding, option scores and progression name their figures by their own id, such as `package.gap.total`, and some registers by theirs, such as `benefits.total`. Under a shared id one figure would hide the other.",
  }),
  "figure/hidden": entry<{ name: string }>({
    severity: "error",
    message: (d) => `Two figures are called \`${d.name}\`, and only the first can be reached.`,
    help: () => "give one of them another id",
    explain:
      "Figures, cells, totals and results share one set of names. A figure `works.total` beside a table `works` with a total, or a row `cost` beside a column `cost` where there is a column `total` too, would answer to the same name.",
  }),
  "figure/price-base-differs": entry<{ title: string; base: string; prices: string }>({
    severity: "warning",
    message: (d) => `${d.title} counts in prices of ${d.base}, but the programme's price base is ${d.prices}.`,
    help: (d) => `write \`base: ${d.prices}\` here, or \`price-base: ${d.base}\` in programme.yaml`,
    explain:
      "Lines in real prices are read as prices of the appraisal's base year, which is year 0. Where `conventions.price-base` names another year, amounts would be taken for prices of a year that they are not in.",
  }),
  "figure/no-amounts": entry<{ label: string }>({
    severity: "error",
    message: (d) => `${d.label} has no amounts.`,
    help: () => "write `values:` by year, `annual:` with a span of years, or `total:` with `phase:`",
    explain:
      "A line or source of funding has amounts by year, the same amount over a span of years, or a total with its phasing; and 0 where there is none, so that an empty place is never read as nothing.",
  }),
  "figure/no-phase": entry<{ label: string }>({
    severity: "error",
    message: (d) => `${d.label} has a total, but nothing says when it falls.`,
    help: () => "write `phase: { 2026/27: 40%, 2027/28: 60% }`",
    explain: "Every amount falls in a year: discounting, prices and funding depend on it. A total needs its phasing.",
  }),
  "figure/no-total": entry<{ label: string }>({
    severity: "error",
    message: (d) => `${d.label} has a phasing, but no total.`,
    help: () => "write `total:` beside `phase:`",
    explain: "A phasing shares a total out over years; without the total it shares nothing.",
  }),
  "figure/total-and-years": entry<{ label: string }>({
    severity: "error",
    message: (d) => `${d.label} is given twice: as a total with phasing, and year by year.`,
    help: () => "keep one of them",
    explain: "Amounts are entered once. Beside a total and its phasing, amounts by year would be counted again.",
  }),
  "figure/overlap": entry<{ label: string; year: string }>({
    severity: "error",
    message: (d) => `${d.label} has two amounts for ${d.year}.`,
    help: () => "end one span where the next begins, or take the year out of one of them",
    explain:
      "Spans and single years of a line may follow each other but not overlap, since nobody could tell whether both amounts fall in a year or one replaces the other. The same holds for an index that has a value and a growth for one year.",
  }),
  "figure/missing-years": entry<{ label: string; years: readonly string[] }>({
    severity: "error",
    message: (d) => `${d.label} has no amount for ${list(d.years)}.`,
    help: (d) => `write ${d.years[0]}: 0 if there is none`,
    explain:
      "Amounts given year by year cover every year of the appraisal, so that an empty place is never read as nothing. With `annual:` or `total:` the other years have none.",
  }),
  "figure/outside-years": entry<{ label: string; years: readonly string[]; first: string; last: string }>({
    severity: "error",
    message: (d) =>
      `${d.label} has an amount for ${list(d.years)}, but the appraisal runs from ${d.first} to ${d.last}.`,
    help: () => "correct the year, or the years of the appraisal",
    explain: "An amount outside the years of the appraisal would be left out of every result without a word.",
  }),
  "figure/phase-sum": entry<{ label: string; sum: string }>({
    severity: "error",
    message: (d) => `The phasing of ${d.label} adds up to ${d.sum}, not to 100%.`,
    help: () => "correct a share; a last share may be a formula: = 1 - 2/3",
    explain: "The shares of a total over the years make the whole, or part of the money is lost or invented.",
  }),
  "figure/negative-amount": entry<{ label: string; amount: string }>({
    severity: "error",
    message: (d) => `${d.label} is ${d.amount}; amounts are positive and the kind gives the sign.`,
    help: () => "take the minus away, or enter it as the other kind: a saving is a benefit, not a negative cost",
    explain:
      "Costs, benefits and income are entered as positive amounts. A negative cost beside positive ones is how a saving gets added to a cost; enter it as a benefit or income.",
  }),
  "figure/part": entry<{ what: string; found: string }>({
    severity: "error",
    message: (d) => `${d.what} is ${d.found}; it lies between 0% and 100%.`,
    explain: "A share, a recovered part or a mitigated part cannot be less than nothing or more than all.",
  }),
  "figure/line-class": entry<{ kind: string; found: string; classes: readonly string[] }>({
    severity: "error",
    message: (d) => `A ${d.kind} cannot be ${d.found}.`,
    help: (d) => `write one of ${d.classes.join(", ")}`,
    explain:
      "Costs and income are capital or revenue. Benefits are cash-releasing, non-cash-releasing or societal: only the first kind is money in the financial case.",
  }),
  "figure/vat-on-income": entry<{ label: string }>({
    severity: "warning",
    message: (d) => `VAT on the income ${d.label} is passed on, and is left out.`,
    help: () => "take `vat:` away, and enter the income without VAT",
    explain: "VAT that a body charges belongs to the tax authority. It is neither a cost nor an income of the case.",
  }),
  "figure/no-index-values": entry<{ label: string }>({
    severity: "error",
    message: (d) => `The price index ${d.label} has no values.`,
    help: () => "write `values:` or `growth:` by financial year",
    explain: "A price index is data: its level by year, or its change on the year before.",
  }),
  "figure/index-years": entry<{ label: string; years: readonly string[]; by: string | undefined }>({
    severity: "error",
    message: (d) =>
      `The price index ${d.label} has no value for ${list(d.years)}${d.by === undefined ? "" : `, which ${d.by} needs`}.`,
    help: () => "add the years, from a published forecast or as an assumption of your own, with its source",
    explain:
      "Prices are moved from year to year by the index, so it covers the base year and every year of the appraisal without a gap.",
  }),
  "figure/index-value": entry<{ label: string; found: string }>({
    severity: "error",
    message: (d) => `The price index ${d.label} is ${d.found}; an index is above zero.`,
    explain: "Factors between years divide by the index, and prices do not fall to nothing.",
  }),
  "figure/price-base": entry<{
    label: string;
    from: string;
    base: string;
    index: string | undefined;
    year: string;
  }>({
    severity: "error",
    message: (d) =>
      `${d.label} is in ${d.from} and the appraisal in prices of ${d.base}, but ${
        d.index === undefined ? "no price index joins them" : `${d.index} has no value for ${d.year}`
      }.`,
    help: (d) =>
      d.index === undefined
        ? "name an index with `index:` in the line or the appraisal, or restate the line in prices of the base year"
        : "add the year to the index, or restate the line in prices of the base year",
    explain:
      "Amounts in prices of different years cannot be added. A line in other prices than the appraisal's is moved to its base year by an index that has values for both years.",
  }),
  "figure/no-bias-bounds": entry<{ label: string; type: string | undefined; on: string }>({
    severity: "error",
    message: (d) =>
      d.type === undefined
        ? `${d.label} has no bounds: nothing says what type of project it is.`
        : `For ${d.type.toLowerCase()} no bounds on ${d.on} are published.`,
    help: () => "write `type:` or `mix:` for published bounds, or `bounds:` with their source",
    explain:
      "Bounds were published on capital and duration for buildings, civil engineering and equipment, and on operating cost for outsourcing. Other bounds are given with their source.",
  }),
  "figure/bias-mix": entry<{ label: string; sum: string }>({
    severity: "error",
    message: (d) => `The types of ${d.label} add up to ${d.sum}, not to 100%.`,
    explain: "A mixed scheme is made of its types entirely; the bounds are averages weighted by their shares.",
  }),
  "figure/bias-shares": entry<{ label: string; sum: string }>({
    severity: "error",
    message: (d) => `The risk areas of ${d.label} cause ${d.sum} of its upper bound.`,
    help: () => "correct a share; together they cause at most the whole",
    explain:
      "Each risk area causes a part of the upper bound. Published parts are rounded and need not make 100% exactly, but more than the whole would take off more than there is.",
  }),
  "figure/bias-below-lower": entry<{ label: string; managed: string; lower: string }>({
    severity: "warning",
    message: (d) => `${d.label} is mitigated to ${d.managed}, below the lower bound of ${d.lower}.`,
    help: () => "the evidence must show more than good practice; otherwise stop at the lower bound",
    explain:
      "The lower bound is what remained in projects with effective risk management. A case that claims less needs evidence that is stronger than theirs.",
  }),
  "figure/bias-contingency": entry<{ label: string }>({
    severity: "warning",
    message: (d) => `${d.label} is added to lines that already hold contingency.`,
    help: () => "take the contingency out of the lines, or show that it covers other risks",
    explain:
      "Optimism bias and contingency pay for the same overruns. Added to a cost that holds contingency, the bias counts them twice.",
  }),
  "figure/bias-without-effect": entry<{ label: string; nature: string }>({
    severity: "warning",
    message: (d) => `Optimism bias has no effect on ${d.label}, whose nature is ${d.nature}.`,
    help: () => "take `optimism-bias` out, or correct the line's `nature`",
    explain:
      "Optimism bias is added in the economic case, which counts resources only. Transfers, sunk costs and financing are not in it, so a bias on them changes nothing.",
  }),
  "figure/bias-fit": entry<{ label: string; bias: string }>({
    severity: "error",
    message: (d) => `\`${d.bias}\` is a bias of duration and cannot be added to the amounts of ${d.label}.`,
    help: () => "name an entry whose `on:` is capital or operating",
    explain: "Bounds on duration lengthen a plan; bounds on capital or operating cost are added to money.",
  }),
  "figure/funding-gap": entry<{ title: string; total: string; years: readonly string[] }>({
    severity: "warning",
    message: (d) => `${d.title} leaves a gap in ${list(d.years)}; over all years it comes to ${d.total}.`,
    help: () => "say how it is closed with `gap-closed-by:`, or add sources",
    explain:
      "The financial case shows that the preferred option is affordable: what it needs in each year, capital and revenue apart, is funded, or the case says how the gap is to be closed.",
  }),
};
