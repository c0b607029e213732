// A small appraisal whose every figure can be worked out by hand.

/** Three years, two options, one line of each sort. */
export const depot = `
options:
  sites:
    title: Sites
    options:
      keep: { title: Keep the depot, status: business as usual }
      rebuild: { title: Rebuild, status: preferred }
price-indices:
  gdp:
    label: GDP deflator
    source: Office for Budget Responsibility, March 2026
    growth: { 2026/27: 4%, 2027/28: 2%, 2028/29: 3% }
optimism-bias:
  works:
    label: Works
    on: capital
    type: non-standard-buildings
    mitigation:
      design: { label: Design, share: 100%, mitigated: 92%, reason: Design frozen }
lines:
  construction:
    label: Construction
    kind: cost
    class: capital
    total: 1000
    phase: { 2026/27: 60%, 2027/28: 40% }
    options: rebuild
    vat: { rate: 20%, recoverable: 50% }
    optimism-bias: works
    shares: { pcc: 75%, ccg: rest }
  running:
    label: Running costs
    kind: cost
    class: revenue
    annual: { value: 100, years: 2026/27 to 2028/29 }
    by-option:
      rebuild: { values: { 2026/27: 80, 2027/28: 80, 2028/29: 80 } }
    shares: { pcc: 100% }
  security:
    label: Security
    kind: cost
    class: revenue
    annual: { value: 10, years: 2026/27 to 2028/29 }
    options: rebuild
    prices: { base: 2025/26 }
  grant:
    label: Grant
    kind: income
    class: capital
    values: { 2026/27: 0, 2027/28: 200, 2028/29: 0 }
    options: rebuild
    prices: cash
    nature: transfer
    shares: { pcc: 50%, ccg: 50% }
  time:
    label: Time saved
    kind: benefit
    class: non-cash-releasing
    annual: { value: 50, years: 2027/28 to 2028/29 }
    options: rebuild
  rent:
    label: Rent saved
    kind: benefit
    class: cash-releasing
    annual: { value: 30, years: 2027/28 to 2028/29 }
    options: rebuild
    prices: cash
option-appraisals:
  depot:
    title: Depot
    options: sites
    years: 2026/27 to 2028/29
    baseline: keep
    preferred: rebuild
    index: gdp
    discounting: { schedule: green-book-2026 }
funding:
  package:
    title: Funding of the depot
    appraisal: depot
    sources:
      loan: { label: Loan, class: capital, organisation: pcc, status: agreed, values: { 2026/27: 660, 2027/28: 248.8, 2028/29: 0 } }
      budget: { label: Budget, class: revenue, annual: { value: 90, years: 2026/27 to 2028/29 } }
    gap-closed-by: Savings elsewhere.
`;
