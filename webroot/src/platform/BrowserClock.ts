import type { Cancel, Clock } from "../model/ports.ts";

/** The browser's clock and timers. */
export class BrowserClock implements Clock {
  now(): number {
    return Date.now();
  }

  schedule(ms: number, task: () => void): Cancel {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  }
}
