import { blocksOf } from "./blocks.ts";
import { plainOfBlocks } from "./plain.ts";

/** More than one line of a list shows, in UTF-16 units. */
const SNIPPET = 300;

/** The words of a message on one line, without the signs that shape them; its source if it has none. */
export function plainTextOf(source: string): string {
  const plain = plainOfBlocks(blocksOf(source));
  return (plain.trim() === "" ? source : plain).replace(/\s+/gu, " ").trim();
}

/** How a message begins, for lists. */
export function snippetOf(source: string): string {
  return plainTextOf(source.slice(0, SNIPPET));
}
