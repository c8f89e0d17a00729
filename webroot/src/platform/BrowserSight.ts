import type { Cancel } from "../model/ports.ts";
import type { Sight } from "../viewmodel/ports.ts";

/** What of this page is in sight, as the browser sees it: one observer for all elements. */
export class BrowserSight implements Sight {
  readonly #followed = new Map<Element, (inSight: boolean) => void>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      this.#followed.get(target)?.(isIntersecting);
    }
  });

  follow(element: Element, tell: (inSight: boolean) => void): Cancel {
    this.#followed.set(element, tell);
    this.#observer.observe(element);
    return () => {
      this.#followed.delete(element);
      this.#observer.unobserve(element);
    };
  }
}
