import { describe, expect, it } from "vitest";
import { piecesOf } from "./links.ts";

const links = (text: string): string[] =>
  piecesOf(text).flatMap((piece) => (piece.kind === "link" ? [piece.href] : []));

describe("piecesOf", () => {
  it("findsLinksAndLeavesPunctuationOut", () => {
    expect(links("See https://example.org/a?b=(1). Or http://example.org!")).toEqual([
      "https://example.org/a?b=(1)",
      "http://example.org",
    ]);
  });

  it("followsNothingButTheWeb", () => {
    const text =
      "javascript:alert(1) data:text/html,x ftp://example.org mailto:a@b.org //example.org a@b.org";
    expect(links(text)).toEqual([]);
  });

  it("losesNothing", () => {
    for (const text of ["", "plain", " https://example.org \n\nnext https://b.example "]) {
      const joined = piecesOf(text).map((piece) => piece.text);
      expect(joined.join("")).toBe(text);
    }
  });
});
