import * as fc from "fast-check";
import { expect, test } from "vitest";
import { h, htmlPage, xmlDocument } from "../../../src/portal/markup.ts";

test("words and values are escaped where they are printed", () => {
  const page = htmlPage(h("p", { class: `a"b'c<d>&` }, `<script>alert("1 & '2'")</script>`));
  expect(page).toBe(
    "<!DOCTYPE html>\n" +
      `<p class="a&quot;b&#39;c&lt;d&gt;&amp;">&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;</p>\n`,
  );
});

test("no blank comes between words and what stands beside them", () => {
  expect(htmlPage(h("p", {}, "one ", h("strong", {}, "two"), "."))).toContain("<p>one <strong>two</strong>.</p>");
  expect(htmlPage(h("div", {}, h("a", {}, "one"), h("span", {}, "two")))).toContain("<a>one</a><span>two</span>");
});

test("control characters and halves of letters do not reach a page", () => {
  expect(htmlPage(h("p", {}, "a\u0000b\u0008c\nd\ud800e"))).toContain("<p>abc de</p>");
});

test("XML closes every element", () => {
  expect(xmlDocument(h("feed", {}, h("link", { href: "x" })))).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed>\n  <link href="x"/>\n</feed>\n',
  );
});

test("whatever the words, a page has the tags that it was given and no others", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (words, value) => {
      const page = htmlPage(h("p", { class: value }, words));
      expect(page.match(/[<>]/g)?.join("")).toBe("<><><>");
      expect(page.match(/"/g)).toHaveLength(2);
    }),
  );
});
