import { describe, expect, it } from "vitest";
import { outlineOf } from "../../testing/outline.ts";
import { blocksOf } from "./blocks.ts";
import { Effort } from "./Effort.ts";

const read = (source: string): string => outlineOf(blocksOf(source));

describe("blocksOf, on a line", () => {
  it.each([
    ["plain", "plain"],
    ["**a** *b* __c__ _d_ ~~e~~", "<b>a</b> <i>b</i> <b>c</b> <i>d</i> <s>e</s>"],
    ["***a** b*", "<i><b>a</b> b</i>"],
    ["*a **b** c*", "<i>a <b>b</b> c</i>"],
    ["*foo**bar*", "<i>foo**bar</i>"],
    ["**a *b** c*", "<i><i>a <i>b</i></i> c</i>"],
    ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
    ["a*b*c ~d~ ~~~~x~~~~ ****x****", "a<i>b</i>c ~d~ ~~~~x~~~~ ****x****"],
    ["**强调。**后面", "<b>强调。</b>后面"],
    ["**not ended", "**not ended"],
    ["\\*a\\* \\\\ C:\\new", "*a* \\ C:\\new"],
    ["`a*b*` ``x`y`` `` ` `` `open", "<c>a*b*</c> <c>x`y</c> <c>`</c> `open"],
    ["&lt;b&gt; &#106;", "&lt;b&gt; &#106;"],
    ["<b onclick=x>bold</b>", "<b onclick=x>bold</b>"],
    ["two  spaces", "two  spaces"],
  ])("reads %j", (source, expected) => {
    expect(read(source)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ["https://example.org/a_b_c.", "<a https://example.org/a_b_c>https://example.org/a_b_c</a>."],
    ["**https://example.org/**", "<b><a https://example.org/>https://example.org/</a></b>"],
    ["<https://example.org>", "<a https://example.org/>https://example.org</a>"],
    ["<mailto:a@example.org>", "<a mailto:a@example.org>mailto:a@example.org</a>"],
    ["[the *plan*](https://example.org)", "<a https://example.org/>the <i>plan</i></a>"],
    ["[a](<https://example.org/b>)", "<a https://example.org/b>a</a>"],
    ["[a](https://example.org/b_(c))", "<a https://example.org/b_(c)>a</a>"],
    ["[](https://example.org)", "<a https://example.org/>https://example.org/</a>"],
    ["[\u200b](https://example.org)", "<a https://example.org/>https://example.org/</a>"],
    ["![cat](https://example.org/cat.png)", "<a https://example.org/cat.png>cat</a>"],
    ["[bank.example](https://evil.example)", "<a https://evil.example/ told>bank.example</a>"],
    [
      "[https://bank.example](https://evil.example)",
      "<a https://evil.example/ told>https://bank.example</a>",
    ],
    [
      "[ba**nk.exam**ple](https://evil.example)",
      "<a https://evil.example/ told>ba<b>nk.exam</b>ple</a>",
    ],
    [
      "[a [b](https://b.example) c](https://c.example)",
      "[a <a https://b.example/>b</a> c](<a https://c.example/>https://c.example</a>)",
    ],
    ["[a](javascript:alert(1))", "[a](javascript:alert(1))"],
    ["[a](/local) [b] [c][d] [e](", "[a](/local) [b] [c][d] [e]("],
    ["*[a*](mailto:a@example.org)", "*<a mailto:a@example.org>a*</a>"],
    ["`[a](https://example.org)`", "<c>[a](https://example.org)</c>"],
    ["mailto:a@example.org //example.org", "mailto:a@example.org //example.org"],
  ])("links %j", (source, expected) => {
    expect(read(source)).toBe(`<p>${expected}</p>`);
  });
});

describe("blocksOf", () => {
  it.each([
    ["", ""],
    [" \n\n ", ""],
    ["a\nb\r\nc", "<p>a\nb\nc</p>"],
    ["a\n\n\nb", "<p>a</p><p>b</p>"],
    ["  as typed\n    and this", "<p>  as typed\n    and this</p>"],
    [
      "# A *b*\ntext\n###### c\n####### d",
      "<h1>A <i>b</i></h><p>text</p><h6>c</h><p>####### d</p>",
    ],
    ["#hashtag\n#", "<p>#hashtag\n#</p>"],
    ["a\n---\nb\n* * *\n___", "<p>a</p><hr><p>b</p><hr><hr>"],
    ["> a\n> b\nanswer", "<q><p>a\nb</p></q><p>answer</p>"],
    ["> > a\n>> b\n> c", "<q><q><p>a\nb</p></q><p>c</p></q>"],
    [">:( >_<", "<p>>:( >_<</p>"],
    ["> - a\n>   b", "<q><ul><li><p>a\nb</p></li></></q>"],
    ["- a\n- b\n\n- c\nd", "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></><p>d</p>"],
    [
      "- a\n  - b\n    c\n- d",
      "<ul><li><p>a</p><ul><li><p>b\nc</p></li></></li><li><p>d</p></li></>",
    ],
    ["- a\n* b", "<ul><li><p>a</p></li></><ul><li><p>b</p></li></>"],
    ["7. a\n  - b\n8. c", "<7><li><p>a</p><ul><li><p>b</p></li></></li><li><p>c</p></li></>"],
    ["- a\n\n  b\n\nc", "<ul><li><p>a</p><p>b</p></li></><p>c</p>"],
    ["-\n- \n+1\n-5 °C", "<p>-\n- \n+1\n-5 °C</p>"],
    ["It was\n1986. A year\n1. one", "<p>It was\n1986. A year</p><1><li><p>one</p></li></>"],
    ["```Js title\n  *x*\n\n<b>\n```\nafter", "<pre js>  *x*\n\n<b></pre><p>after</p>"],
    ["~~~\n```\n~~\n~~~~", "<pre ->```\n~~</pre>"],
    ["````\n```\n````", "<pre ->```</pre>"],
    ['```"onload=x\nnever ended', "<pre ->never ended</pre>"],
    ["``` one line ```", "<p><c>one line</c></p>"],
    ["- ```\n  a\n    b\n  ```", "<ul><li><pre ->a\n  b</pre></li></>"],
    [
      "[a]: https://example.org\n[a]",
      "<p>[a]: <a https://example.org/>https://example.org</a>\n[a]</p>",
    ],
    ["<script>\nalert(1)\n</script>", "<p><script>\nalert(1)\n</script></p>"],
  ])("reads %j", (source, expected) => {
    expect(read(source)).toBe(expected);
  });

  it("nestsEightDeepAndNoFurther", () => {
    expect(read("> ".repeat(4_000 / 2))).toMatch(/^(<q>){8}<p>(> )+> ?<\/p>(<\/q>){8}$/);
    expect(read("- ".repeat(20) + "a")).toMatch(/^(<ul><li>){8}<p>(- ){12}a<\/p>/);
    const open = 40;
    expect(read("*a _a ".repeat(open) + "a".repeat(10) + "_ a*".repeat(open))).toMatch(
      /^<p>([^<]*<i>){16}[^<]*(<\/i>[^<]*){16}<\/p>$/,
    );
  });

  it("readsTheWorstTextsInFewSteps", () => {
    const most = Object.entries(WORST).map(([name, source]) => {
      const effort = new Effort();
      blocksOf(source.slice(0, 4_000), effort);
      return { name, steps: effort.steps };
    });
    expect(most.filter(({ steps }) => steps > 50_000)).toEqual([]);
  });

  it("showsWhatWouldTakeTooLongAsItIs", () => {
    const source = "> *a*\n".repeat(40_000);
    expect(read(source)).toBe(`<p>${source}</p>`);
  });
});

const full = (part: string): string => part.repeat(Math.ceil(4_000 / part.length));
const growing = (part: (n: number) => string): string =>
  Array.from({ length: 100 }, (_, n) => part(n)).join("");

/** What is known to make readers of Markdown slow, each cut to 4,000 units. */
const WORST: Readonly<Record<string, string>> = {
  quotations: full("> "),
  quotationsWithoutSpace: full(">"),
  growingQuotations: growing((n) => ">".repeat(n) + " a\n"),
  bullets: full("- ") + "a",
  mixedContainers: full("1. - > "),
  growingLists: growing((n) => " ".repeat(n) + "- a\n"),
  looseLists: full("- a\n\n"),
  blankLines: "- a" + full("\n") + "b",
  almostRule: full("* ") + "x",
  brackets: full("["),
  images: full("!["),
  openLinks: full("[a]("),
  angledLinks: full("[a](<b"),
  links: full("[a](http://b)"),
  nestedLinks: "[".repeat(1_500) + "a" + "](http://b)".repeat(300),
  parentheses: "[a](" + full("("),
  emphasis: full("*a _b "),
  closers: "*a _b ".repeat(8) + full("c** "),
  balanced: "*a ".repeat(660) + "b* ".repeat(660),
  longRuns: "*".repeat(2_000) + "a" + "*".repeat(1_999),
  everyRunOfBackticks: growing((n) => "`".repeat(n + 1) + " "),
  backticks: full("` "),
  pairedBackticks: full("`a``b"),
  escapes: full("\\"),
  angles: full("<http://"),
  addresses: full("http://a"),
  addressesWithParentheses: full("http://a.b/("),
  pathOfBrackets: "http://a.b/" + full("["),
  oneLongLine: full("x"),
  spaces: "#" + full(" ") + "x",
  everythingDeep: "> ".repeat(8) + full("*a "),
};
