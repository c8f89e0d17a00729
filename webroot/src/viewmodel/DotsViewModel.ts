import type { UserId } from "../contract/generated.ts";
import type { Cancel } from "../model/ports.ts";
import type { Presences, ShowingPlace } from "../model/Presences.ts";
import { observe } from "./observe.ts";
import type { Sight } from "./ports.ts";

/** What a dot shows of somebody; there is none while nothing is known. */
export const DOTS = ["online", "away", "busy", "offline"] as const;
export type Dot = (typeof DOTS)[number];

/** The dots of the people in a list. Those in sight are watched, who came into sight last first. */
export class DotsViewModel {
  readonly #inSight = new Set<UserId>();
  readonly #observe: () => void;

  constructor(
    private readonly presences: Presences,
    private readonly sight: Sight,
    private readonly place: ShowingPlace,
  ) {
    this.#observe = observe(presences.changes);
  }

  of(account: UserId): Dot | undefined {
    this.#observe();
    return dotOf(this.presences, account);
  }

  /** What to do with the row of an account when it comes onto the page; answers how to end it. */
  follow(account: UserId): (row: Element) => Cancel {
    return (row) => {
      const stop = this.sight.follow(row, (inSight) => this.#saw(account, inSight));
      return () => {
        stop();
        this.#saw(account, false);
      };
    };
  }

  #saw(account: UserId, inSight: boolean): void {
    this.#inSight.delete(account);
    if (inSight) {
      this.#inSight.add(account);
    }
    this.presences.show(this.place, [...this.#inSight].reverse());
  }
}

/** Also for states that this release does not know: they show nothing. */
export function dotOf(presences: Presences, account: UserId): Dot | undefined {
  const state = presences.stateOf(account);
  return DOTS.find((dot) => dot === state);
}
