import type { Block, Inline } from "../viewmodel/markdown/nodes.ts";

const SIGNS = { strong: "b", emphasis: "i", strike: "s" } as const;

/** Markdown that was read, as one line of elements that a test can compare. */
export function outlineOf(blocks: readonly Block[]): string {
  return blocks.map(outlineOfBlock).join("");
}

function outlineOfBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inline(block.children)}</p>`;
    case "heading":
      return `<h${block.level}>${inline(block.children)}</h>`;
    case "fenced":
      return `<pre ${block.language ?? "-"}>${block.text}</pre>`;
    case "quote":
      return `<q>${outlineOf(block.children)}</q>`;
    case "list":
      return `<${block.start ?? "ul"}>${block.items.map((item) => `<li>${outlineOf(item)}</li>`).join("")}</>`;
    case "rule":
      return "<hr>";
  }
}

function inline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
          return node.text;
        case "code":
          return `<c>${node.text}</c>`;
        case "link":
          return `<a ${node.href}${node.told ? " told" : ""}>${inline(node.children)}</a>`;
        case "strong":
        case "emphasis":
        case "strike":
          return `<${SIGNS[node.kind]}>${inline(node.children)}</${SIGNS[node.kind]}>`;
      }
    })
    .join("");
}
