import { describe, expect, it } from "vitest";
import { isFewEmoji } from "./emoji.ts";
import { plainTextOf, snippetOf } from "./snippet.ts";

describe("plainTextOf", () => {
  it.each([
    ["**Done** by [noon](https://example.org), `ok`?", "Done by noon, ok?"],
    ["# Plan\n- one\n- *two*\n\n> said\n\n```js\nx = 1\n```\n---", "Plan one two said x = 1"],
    ["a\nb", "a b"],
    ["---", "---"],
    ["<b>x</b> &amp;", "<b>x</b> &amp;"],
  ])("leavesTheSignsOutOf %j", (source, expected) => {
    expect(plainTextOf(source)).toBe(expected);
  });
});

describe("snippetOf", () => {
  it("readsOnlyTheBeginning", () => {
    expect(snippetOf("*a* " + "b".repeat(4_000))).toBe("a " + "b".repeat(296));
  });
});

describe("isFewEmoji", () => {
  it.each(["👍", "🎉🎉🎉", "👩🏽‍💻 🇩🇪", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", " ☝🏽\n", "👨‍👩‍👧‍👦"])("sees %j", (source) => {
    expect(isFewEmoji(source)).toBe(true);
  });

  it.each(["", " ", "👍👍👍👍", "ok 👍", "12", "#", "™", "a", "👍".repeat(2_000)])(
    "leaves %j",
    (source) => {
      expect(isFewEmoji(source)).toBe(false);
    },
  );
});
