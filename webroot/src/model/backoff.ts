import type { Random } from "./ports.ts";

/** The longest pause between two attempts, in milliseconds. */
export const MAX_BACKOFF_MS = 30_000;

/**
 * Exponential back-off with full jitter: anything up to 0.5 s, 1 s, 2 s … 30 s, so that many
 * browsers do not come back in one moment.
 */
export function backoff(attempt: number, random: Random): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, 500 * 2 ** Math.min(attempt, 16));
  return Math.round(random() * ceiling);
}
