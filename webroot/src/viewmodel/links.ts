import { LinkifyIt } from "linkify-it";

/** A stretch of a message: plain text, or a link that is safe to follow. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null);

/** Cuts a text into links and what lies between; joined again the pieces are the text. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of finder.match(text) ?? []) {
    if (!isSafe(match.url)) {
      continue;
    }
    if (match.index > at) {
      pieces.push({ kind: "text", text: text.slice(at, match.index) });
    }
    pieces.push({ kind: "link", text: match.raw, href: match.url });
    at = match.lastIndex;
  }
  if (at < text.length || pieces.length === 0) {
    pieces.push({ kind: "text", text: text.slice(at) });
  }
  return pieces;
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
