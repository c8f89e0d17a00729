import { describe, expect, it } from "vitest";
import { LIMITS } from "../../contract/generated.ts";
import { PAYLOADS } from "../../testing/payloads.ts";
import { blocksOf } from "./blocks.ts";
import { Effort } from "./Effort.ts";
import type { Block, Inline } from "./nodes.ts";

const MORE = ["[a](https://example.org/\u0000)", "\ud800", "https://example.org/\udfff", "\u0000"];

function linksIn(nodes: readonly (Block | Inline)[]): string[] {
  return nodes.flatMap((node) => {
    const inside =
      "children" in node
        ? linksIn(node.children)
        : "items" in node
          ? node.items.flatMap(linksIn)
          : [];
    return node.kind === "link" ? [node.href, ...inside] : inside;
  });
}

describe("blocksOf, of harmful texts", () => {
  it("leadsToTheWebAndToMailboxesOnly", () => {
    const links = [...PAYLOADS, ...MORE].flatMap((payload) => linksIn(blocksOf(payload)));
    expect(links.filter((href) => !/^(?:https?:\/\/[^@\\]+|mailto:[^"<>]+)$/.test(href))).toEqual(
      [],
    );
    expect(links.filter((href) => href.includes("evil.example")).length).toBeGreaterThan(5);
  });

  it("takesFewSteps", () => {
    for (const payload of PAYLOADS) {
      const effort = new Effort();
      blocksOf(payload, effort);
      expect(effort.steps).toBeLessThan(50_000);
    }
  });

  it("isTriedWithManyThatFitIntoAMessage", () => {
    expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
    expect(PAYLOADS.length).toBeGreaterThan(200);
    expect(PAYLOADS.filter(({ length }) => length > LIMITS.TextContent.MAX_TEXT).length).toBe(0);
  });
});
