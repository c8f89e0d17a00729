/** How many colours avatars have; the style sheet knows each. */
export const HUES = 12;

const words = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One or two letters for a name. */
export function initialsOf(name: string): string {
  const parts = name
    .trim()
    .split(/[\s._-]+/u)
    .filter((part) => part !== "");
  const chosen = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return chosen.map((part) => firstLetter(part ?? "?")).join("");
}

/** The same colour for the same id, for ever. */
export function hueOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) {
    hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  }
  return hash % HUES;
}

function firstLetter(word: string): string {
  const first = words.segment(word)[Symbol.iterator]().next();
  return first.done === true ? "?" : first.value.segment.toLocaleUpperCase();
}
