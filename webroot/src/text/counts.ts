const LOCALE = "en";

const plurals = new Intl.PluralRules(LOCALE);

/** Numbers as English writes them. */
export const numbers = new Intl.NumberFormat(LOCALE);

/** A number with its noun. */
export function count(n: number, one: string, other: string): string {
  return `${numbers.format(n)} ${plurals.select(n) === "one" ? one : other}`;
}
