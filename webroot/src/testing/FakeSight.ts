import type { Cancel } from "../model/ports.ts";
import type { Sight } from "../viewmodel/ports.ts";

/** A page of which a test decides what is in sight. */
export class FakeSight implements Sight {
  readonly followed = new Map<Element, (inSight: boolean) => void>();

  follow(element: Element, tell: (inSight: boolean) => void): Cancel {
    this.followed.set(element, tell);
    return () => {
      this.followed.delete(element);
    };
  }

  /** Scrolls an element into sight, or out of it. */
  see(element: Element, inSight: boolean): void {
    this.followed.get(element)?.(inSight);
  }
}

/** Something on the page. */
export function element(): Element {
  return {} as Element;
}
