import type { Activity, Cancel } from "../model/ports.ts";

/** While somebody moves a pointer or types it is told this often, in milliseconds. */
const PERIOD_MS = 1_000;

/** A key, a pointer, or that the page comes into view. */
export class BrowserActivity implements Activity {
  follow(tell: () => void): Cancel {
    let toldAt = -PERIOD_MS;
    const used = (event: Event): void => {
      const seen = document.visibilityState === "visible";
      if (seen && event.timeStamp - toldAt >= PERIOD_MS) {
        toldAt = event.timeStamp;
        tell();
      }
    };
    const ending = new AbortController();
    const { signal } = ending;
    for (const name of ["pointerdown", "pointermove", "keydown", "wheel", "focus"]) {
      window.addEventListener(name, used, { signal, capture: true, passive: true });
    }
    document.addEventListener("visibilitychange", used, { signal });
    return () => ending.abort();
  }
}
