import type { PresenceMode } from "../contract/generated.ts";
import type { Appearing } from "../model/Appearing.ts";
import { Failure } from "../model/Failure.ts";
import type { Relations } from "../model/Relations.ts";
import { failureText } from "../text/failureText.ts";
import type { Dot } from "./DotsViewModel.ts";
import { observe } from "./observe.ts";

/** How I may appear to others, in the order in which it is offered. */
export const MODES = ["auto", "busy", "invisible"] as const satisfies readonly PresenceMode[];
export type Mode = (typeof MODES)[number];

/** What others see of me while I use this device. */
const SEEN: Readonly<Record<PresenceMode, Dot>> = {
  auto: "online",
  busy: "busy",
  invisible: "offline",
};

/** How I appear to others, and choosing it. */
export class AppearanceViewModel {
  /** Why the last choice was not taken. */
  problem = $state<string | undefined>();
  /** What was chosen and is not confirmed yet. */
  #wanted = $state.raw<PresenceMode | undefined>();
  readonly #observe: () => void;

  constructor(
    private readonly relations: Relations,
    private readonly appearing: Appearing,
  ) {
    this.#observe = observe(relations.changes);
  }

  /** Undefined until the server told it. */
  get mode(): PresenceMode | undefined {
    this.#observe();
    return this.#wanted ?? this.relations.mode;
  }

  /** What others see of me for it. */
  get dot(): Dot | undefined {
    return this.mode === undefined ? undefined : SEEN[this.mode];
  }

  /** Shown at once; as it was again if the server does not take it. */
  async choose(mode: PresenceMode): Promise<void> {
    this.#wanted = mode;
    this.problem = undefined;
    try {
      await this.appearing.appear(mode);
    } catch (cause) {
      if (this.#wanted === mode) {
        this.problem = failureText(Failure.from(cause).message);
      }
    } finally {
      if (this.#wanted === mode) {
        this.#wanted = undefined;
      }
    }
  }
}
