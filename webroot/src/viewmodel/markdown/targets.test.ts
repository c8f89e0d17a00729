import { describe, expect, it } from "vitest";
import { addressesIn, misleads, targetOf } from "./targets.ts";

const links = (text: string): string[] => addressesIn(text).map(({ href }) => href);

describe("addressesIn", () => {
  it("findsLinksAndLeavesPunctuationOut", () => {
    expect(links("See https://example.org/a?b=(1). Or http://example.org!")).toEqual([
      "https://example.org/a?b=(1)",
      "http://example.org/",
    ]);
  });

  it("followsNothingButTheWeb", () => {
    const text =
      "javascript:alert(1) data:text/html,x ftp://example.org mailto:a@b.org //example.org a@b.org";
    expect(links(text)).toEqual([]);
  });

  it("leavesSignsOfEmphasisOut", () => {
    expect(addressesIn("**https://example.org/a**")).toEqual([
      { from: 2, to: 23, href: "https://example.org/a" },
    ]);
  });
});

describe("targetOf", () => {
  it("writesAnAddressAsBrowsersDo", () => {
    expect(targetOf("HTTPS://Example.org")).toBe("https://example.org/");
    expect(targetOf("https://bücher.example/ä")).toBe("https://xn--bcher-kva.example/%C3%A4");
    expect(targetOf("mailto:ada@example.org?subject=Hi")).toBe("mailto:ada@example.org?subject=Hi");
  });

  it.each([
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "/local",
    "#/rooms",
    "https:example.org",
    "https:\\\\example.org",
    "https://example.org\\@evil.example",
    "https://user@example.org",
    "https://bank.example:443@evil.example",
    "https://exa\u202emple.org",
    "https://exa\u200bmple.org",
    "https://example.org/\u0000",
    "https://",
    "mailto:",
    " https://example.org",
  ])("leadsNowhereWith %j", (address) => {
    expect(targetOf(address)).toBeUndefined();
  });
});

describe("misleads", () => {
  const HREF = "https://evil.example/a";

  it.each([
    "https://bank.example",
    "bank.example",
    "www.bank.example/login",
    "bank．example",
    "bank。example",
    "ba\u200bnk.ex\u00adample",
    "ada@bank.example",
    "10.0.0.1",
    ".example/login",
    "/login",
    "https://evil.example/b",
    "http://evil.example/a",
    "\u202egro.knab",
  ])("tellsTheTargetBeside %j", (label) => {
    expect(misleads(label, HREF)).toBe(true);
  });

  it.each([
    "the report",
    "Don’t panic",
    "a well-known and/or good one, really",
    "हिन्दी में",
    "مرحبا بك",
    "设计稿",
    "👩🏽‍💻 work",
    "https://evil.example/a",
    "evil.example/a",
  ])("trusts %j", (label) => {
    expect(misleads(label, HREF)).toBe(false);
  });
});
