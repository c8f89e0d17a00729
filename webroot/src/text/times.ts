const DAY_MS = 86_400_000;

/** The sentences are English, so dates are too; the reader's kind of English, if there is one. */
const READER = Intl.DateTimeFormat().resolvedOptions().locale;
const LOCALE = READER.startsWith("en") ? READER : "en-GB";

const time = new Intl.DateTimeFormat(LOCALE, { hour: "numeric", minute: "2-digit" });
const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "short" });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: "long" });
const shortWeekday = new Intl.DateTimeFormat(LOCALE, { weekday: "short" });
const thisYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long" });
const shortDate = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });
const anyYear = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long" });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });

/** The time of day. */
export function timeOf(at: number): string {
  return time.format(at);
}

/** Date and time in full. */
export function momentOf(at: number): string {
  return full.format(at);
}

/** For machines. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** Tells days apart, in this machine's time zone. */
export function dayKeyOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** The name of a day as seen from now: today, yesterday, a weekday, a date. */
export function dayOf(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0 || days === 1) {
    const words = relative.format(-days, "day");
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  if (days > 1 && days < 7) {
    return weekday.format(at);
  }
  return sameYear(at, now) ? thisYear.format(at) : anyYear.format(at);
}

/** As short as a list needs it: a time today, a weekday this week, a date before. */
export function shortTimeOf(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) {
    return timeOf(at);
  }
  return days < 7 ? shortWeekday.format(at) : shortDate.format(at);
}

/** Since when, in a sentence: a time today, with its day this week, a date before. */
export function sinceOf(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) {
    return timeOf(at);
  }
  const day = days === 1 ? relative.format(-1, "day") : dayOf(at, now);
  return days < 7 ? `${day}, ${timeOf(at)}` : day;
}

function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}

/** When the day ends, where the browser is. */
export function midnightAfter(at: number): number {
  return new Date(at).setHours(24, 0, 0, 0);
}
