/**
 * How well a name answers what was typed: 3 it begins so, 2 one of its words does, 1 it has the
 * letters in this order, 0 not at all.
 */
export function matchOf(name: string, typed: string): number {
  const wanted = plain(typed);
  const whole = plain(name);
  if (whole.startsWith(wanted)) {
    return 3;
  }
  if (whole.split(/[\s\p{P}]+/u).some((word) => word.startsWith(wanted))) {
    return 2;
  }
  let at = 0;
  for (const letter of whole) {
    if (letter === wanted[at]) {
      at += 1;
    }
  }
  return at === wanted.length ? 1 : 0;
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();
}
