import type { Log } from "../model/ports.ts";

/** Tells oddities to the browser's console. */
export class ConsoleLog implements Log {
  warn(event: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
    // eslint-disable-next-line no-console -- this is the one place that writes there
    console.warn(event, facts);
  }
}
