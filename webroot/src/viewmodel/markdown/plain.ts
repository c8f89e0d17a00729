import type { Block, Inline } from "./nodes.ts";

/** What is read aloud: the words without the signs that shape them. */
export function plainOf(nodes: readonly Inline[]): string {
  return nodes.map((node) => ("text" in node ? node.text : plainOf(node.children))).join("");
}

/** The same of whole blocks, each on a line of its own. */
export function plainOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(plainOfBlock)
    .filter((plain) => plain !== "")
    .join("\n");
}

function plainOfBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return plainOf(block.children);
    case "quote":
      return plainOfBlocks(block.children);
    case "list":
      return block.items.map(plainOfBlocks).join("\n");
    case "fenced":
      return block.text;
    case "rule":
      return "";
  }
}
