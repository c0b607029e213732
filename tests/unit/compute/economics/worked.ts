// An appraisal of three options over five years whose results were worked out elsewhere.

/** Year 0 and four more; a line all options share, one only some have, and amounts by option. */
export const worked = `
options:
  short:
    title: Short list
    options:
      stay: { title: Stay, status: business as usual }
      mend: { title: Mend, status: do minimum }
      build: { title: "**Build** anew", status: preferred }
lines:
  running:
    label: Running cost
    kind: cost
    class: revenue
    annual: { value: 200, years: 2026/27 to 2030/31 }
    by-option:
      mend: { annual: { value: 180, years: 2026/27 to 2030/31 } }
      build: { annual: { value: 60, years: 2026/27 to 2030/31 } }
    range: { lower: -5%, upper: 10% }
  works:
    label: Works
    kind: cost
    class: capital
    options: [mend, build]
    values: { 2026/27: 100, 2027/28: 0, 2028/29: 0, 2029/30: 0, 2030/31: 0 }
    by-option:
      build: { values: { 2026/27: 300, 2027/28: 100, 2028/29: nil, 2029/30: nil, 2030/31: nil } }
    range: { lower: -10%, upper: 25% }
  savings:
    label: Savings
    kind: benefit
    class: cash-releasing
    options: [build]
    annual: { value: 120, years: 2027/28 to 2030/31 }
    range: { lower: -20%, upper: 10% }
  wellbeing:
    label: Wellbeing
    kind: benefit
    class: societal
    options: [mend, build]
    annual: { value: 10, years: 2027/28 to 2030/31 }
    by-option:
      build: { annual: { value: 90, years: 2027/28 to 2030/31 } }
  rent:
    label: Rent
    kind: income
    class: revenue
    annual: { value: 20, years: 2026/27 to 2030/31 }
option-appraisals:
  depot:
    title: Depot
    options: short
    years: 2026/27 to 2030/31
    unit: £k
    baseline: stay
    preferred: build
    discounting: { schedule: green-book-2026 }
    sensitivity:
      works-up: { label: Works 20% up, lines: works, by: 20% }
      benefits-down: { label: Benefits 30% down, kind: benefit, by: -30% }
      dear: { label: Rate of 5%, rate: 5% }
    scenarios:
      low: { label: Low, range: lower }
      middle: { label: Central, range: central }
      high: { label: High, range: upper, changes: { wellbeing: -50% } }
`;

export const inThousands = "conventions:\n  money: £k\n";
