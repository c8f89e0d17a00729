import { LinkifyIt } from "linkify-it";

/** A stretch of a text that is an address by itself. */
export type Address = {
  readonly from: number;
  readonly to: number;
  readonly href: string;
};

const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null);

/** Nothing that is invisible, turns the direction of writing, or is read as another character. */
const PLAIN_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{C}\\<>"`]+$/iu;

/**
 * The address that a link may lead to, as browsers write it; undefined if it leads anywhere but to
 * the web or a mailbox, or says before an @ where it seems to lead.
 */
export function targetOf(address: string): string | undefined {
  if (!PLAIN_ADDRESS.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const url = new URL(address);
  const known = /^(?:https?|mailto):$/.test(url.protocol);
  return known && url.username === "" && url.password === "" ? url.href : undefined;
}

/** The addresses of the web in a text, in their order. */
export function addressesIn(text: string): readonly Address[] {
  const found: Address[] = [];
  for (const { index, raw } of finder.match(text) ?? []) {
    // What stands for emphasis behind an address is not part of it.
    const address = raw.replace(/[*_~]{1,3}$/, "");
    const href = targetOf(address);
    if (href !== undefined) {
      found.push({ from: index, to: index + address.length, href });
    }
  }
  return found;
}

/** Whether somebody who reads the label could expect the link to lead elsewhere. */
export function misleads(label: string, href: string): boolean {
  const read = label.trim();
  if (sameAddress(read, href)) {
    return false;
  }
  const bare = read.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return LIKE_ADDRESS.test(bare) || /\p{Bidi_Control}/u.test(read);
}

/** A sign between letters that is none of those which join words, or how only addresses begin. */
const LIKE_ADDRESS =
  /[\p{L}\p{N}][^\p{L}\p{N}\p{M}\s'’&/+,()-]{1,3}\p{L}{2}|:\/\/|^[./:@?#]|\bwww\b|\d\.\d+\.\d/iu;

function sameAddress(label: string, href: string): boolean {
  return ["", "https://", "http://", "mailto:"].some((scheme) => {
    const whole = scheme + label;
    return whole === href || `${whole}/` === href;
  });
}
