import type { Content } from "../contract/generated.ts";

/** What a message says; undefined if it was deleted. */
export function textOf({ content }: { readonly content: Content }): string | undefined {
  return content.type === "text" ? content.text : undefined;
}
