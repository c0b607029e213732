// The one style sheet: the looks of the documents on a screen. It fetches nothing, so faces are those of the reader's machine.

/** Text of the style sheet. Words have at least 4.5 to 1 on their ground, frames and marks 3 to 1. */
export const style = `:root {
  color-scheme: light;
  --ink: #1d1d1f;
  --quiet: #55585c;
  --accent: #0b3c5d;
  --tint: #eef3f6;
  --rule: #b1b4b6;
  --stop: #8a1c1c;
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: #fff;
  color: var(--ink);
  font: 1.0625rem/1.5 Arial, "Liberation Sans", Arimo, Helvetica, sans-serif;
  overflow-wrap: break-word;
}

main,
.top p,
.trail,
.foot {
  max-width: 60rem;
  margin: 0 auto;
  padding: 0 1.25rem;
}

a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}

a:hover {
  text-decoration-thickness: 0.15em;
}

:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}

main:focus {
  outline: none;
}

.skip {
  position: absolute;
  left: -100rem;
  padding: 0.75rem 1.25rem;
  background: #fff;
}

.skip:focus {
  left: 0;
  top: 0;
  outline-offset: -3px;
}

.top {
  background: var(--accent);
  color: #fff;
}

.top p {
  padding-top: 0.75rem;
  padding-bottom: 0.75rem;
  font-weight: bold;
}

.top a {
  color: inherit;
  text-decoration: none;
}

.top a:hover {
  text-decoration: underline;
}

.top a:focus-visible {
  outline-color: #fff;
}

.trail {
  padding-top: 1rem;
  font-size: 0.9375rem;
}

.trail ol {
  margin: 0;
  padding: 0;
  list-style: none;
}

.trail li {
  display: inline;
}

.trail li + li::before {
  content: "/";
  padding: 0 0.5em;
  color: var(--quiet);
}

.foot {
  margin-top: 3rem;
  padding-bottom: 2rem;
  color: var(--quiet);
  font-size: 0.9375rem;
}

.foot::before {
  display: block;
  margin-bottom: 1rem;
  border-top: 1px solid var(--rule);
  content: "";
}

h1,
h2,
h3 {
  color: var(--accent);
  line-height: 1.25;
}

h1 {
  margin: 1.5rem 0 0.5rem;
  font-size: 2rem;
}

h2 {
  margin: 2.5rem 0 0.75rem;
  font-size: 1.375rem;
}

h3 {
  margin: 0;
  font-size: 1.0625rem;
}

p,
ul,
dl {
  max-width: 42rem;
  margin: 0.5rem 0;
}

.lead {
  font-size: 1.1875rem;
}

.quiet {
  color: var(--quiet);
}

.status {
  padding: 0.75rem 1rem;
  border-left: 4px solid var(--accent);
  background: var(--tint);
}

.stop {
  border-color: var(--stop);
  background: #fbeeee;
}

.tag {
  display: inline-block;
  margin-right: 0.25em;
  padding: 0 0.5em;
  border: 1px solid var(--quiet);
  background: #fff;
  font-size: 0.9375rem;
}

.ready {
  border-color: var(--accent);
  color: var(--accent);
}

.settled {
  border-color: #1c5e36;
  background: #e9f4ed;
  color: #1c5e36;
}

.closed {
  border-color: var(--stop);
  background: #fbeeee;
  color: var(--stop);
}

.papers {
  max-width: none;
  padding: 0;
  list-style: none;
}

.papers > li {
  padding: 0.75rem 0;
  border-top: 1px solid var(--rule);
}

.files {
  padding: 0;
  list-style: none;
}

.files li {
  margin: 0.75rem 0;
}

.files a {
  font-weight: bold;
}

.meeting {
  margin: 1.25rem 0;
}

.copy {
  padding: 0.25rem 1rem;
  border-left: 4px solid var(--accent);
  background: var(--tint);
  list-style: none;
}

dl {
  max-width: none;
}

dl > div {
  display: grid;
  grid-template-columns: minmax(0, 14rem) minmax(0, 1fr);
  gap: 0 1rem;
  padding: 0.5rem 0;
  border-top: 1px solid var(--rule);
}

dt {
  font-weight: bold;
}

dd {
  margin: 0;
}

code {
  font: 0.9375rem/1.5 Consolas, "Liberation Mono", Menlo, monospace;
  overflow-wrap: anywhere;
}

.wide {
  overflow-x: auto;
  margin: 1rem 0;
}

table {
  min-width: 46rem;
  width: 100%;
  border-collapse: collapse;
  font-size: 0.9375rem;
}

caption {
  padding-bottom: 0.5rem;
  font-weight: bold;
  text-align: left;
}

th,
td {
  padding: 0.5rem 0.75rem 0.5rem 0;
  border-bottom: 1px solid var(--rule);
  text-align: left;
  vertical-align: top;
}

td time {
  white-space: nowrap;
}

td p {
  margin: 0 0 0.25rem;
}

td ul {
  margin: 0;
  padding: 0;
  list-style: none;
}

thead th {
  border-bottom: 2px solid var(--accent);
  color: var(--accent);
}

@media (max-width: 40rem) {
  h1 {
    font-size: 1.625rem;
  }

  table {
    min-width: 34rem;
  }

  dl > div {
    grid-template-columns: minmax(0, 1fr);
  }
}

@media print {
  body {
    font-size: 11pt;
  }

  .skip,
  .trail,
  .foot {
    display: none;
  }

  main,
  .top p {
    max-width: none;
    padding: 0;
  }

  .top {
    border-bottom: 1pt solid var(--accent);
    background: none;
    color: var(--accent);
  }

  .wide {
    overflow: visible;
  }

  table {
    min-width: 0;
    font-size: 9.5pt;
  }

  h2,
  h3,
  caption {
    break-after: avoid;
  }

  tr,
  li,
  dl > div {
    break-inside: avoid;
  }
}
`;
