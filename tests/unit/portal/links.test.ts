import * as fc from "fast-check";
import { expect, test } from "vitest";
import { folderName, href, mailTo } from "../../../src/portal/links.ts";

test("a link is relative to its page, and its parts are encoded", () => {
  expect(href("index.html", "style.css")).toBe("style.css");
  expect(href("a/b/index.html", "style.css")).toBe("../../style.css");
  expect(href("a/b/index.html", "a/c/index.html")).toBe("../c/index.html");
  expect(href("a/b/index.html", "a/b/files/v1.0/Q&A 50%.pdf")).toBe("files/v1.0/Q%26A%2050%25.pdf");
  expect(href("index.html", "ha\ud800lf.pdf")).toBe("ha%EF%BF%BDlf.pdf");
});

test("a plain name is the name of its folder; any other gets one in ASCII, told apart on any disk", () => {
  expect(["outline-business-case", "2014-plan"].map(folderName)).toEqual(["outline-business-case", "2014-plan"]);
  const names = ["Straße & Ufer", "con", "Über.html", "東京", "a".repeat(200)].map(folderName);
  expect(names.map((name) => name.replace(/-[0-9a-f]{8}$/, "-"))).toEqual([
    "stra-e-ufer-",
    "paper-",
    "uber-html-",
    "paper-",
    `${"a".repeat(51)}-`,
  ]);
  expect(folderName("Paper")).not.toBe(folderName("paper"));
});

test("any names become folders that differ, need no encoding and are never a file of the site", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "binary", minLength: 1 })), (given) => {
      const made = given.map(folderName);
      expect(new Set(made).size).toBe(given.length);
      for (const name of made) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
    }),
  );
});

test("an address for mail is one or is not linked", () => {
  expect(mailTo("a.b@example.org", "HR-1, version 2.0")).toBe("mailto:a.b@example.org?subject=HR-1%2C%20version%202.0");
  expect(mailTo("a@b?bcc=c@d", "x")).toBeUndefined();
  expect(mailTo("a?cc=x&y@b", "x")).toBe("mailto:a%3Fcc%3Dx%26y@b?subject=x");
  expect(mailTo("javascript:alert(1)", "x")).toBeUndefined();
});
