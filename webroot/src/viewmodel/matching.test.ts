import { describe, expect, it } from "vitest";
import { matchOf } from "./matching.ts";

describe("matchOf", () => {
  it("prefersTheBeginningThenAWordThenLettersInOrder", () => {
    expect(matchOf("Design", "des")).toBe(3);
    expect(matchOf("Web design", "des")).toBe(2);
    expect(matchOf("Dogs in sun", "dis")).toBe(1);
    expect(matchOf("Books", "x")).toBe(0);
    expect(matchOf("Books", "")).toBe(3);
  });

  it("heedsNeitherCaseNorAccents", () => {
    expect(matchOf("Café Ölberg", "cafe")).toBe(3);
    expect(matchOf("Café Ölberg", "OLB")).toBe(2);
  });
});
