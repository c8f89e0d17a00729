import type { Appearing } from "../../model/Appearing.ts";
import { Failure } from "../../model/Failure.ts";
import type { Relations } from "../../model/Relations.ts";
import { failureText } from "../../text/failureText.ts";
import { observe } from "../observe.ts";

/** Whether others see when I was last here: the same choice on all my devices. */
export class LastSeenViewModel {
  problem = $state<string | undefined>();
  /** Whether what was chosen here last is kept. */
  stored = $state(false);
  /** What is chosen here and not kept yet. */
  #wanted = $state<boolean | undefined>();
  readonly #observe: () => void;

  constructor(
    private readonly relations: Relations,
    private readonly appearing: Appearing,
  ) {
    this.#observe = observe(relations.changes);
  }

  /** Undefined until it is known. */
  get shared(): boolean | undefined {
    this.#observe();
    return this.#wanted ?? this.relations.sharesLastSeen;
  }

  /** Whether ending it now would tell others that I am there. */
  get telling(): boolean {
    return this.shared === true && this.relations.mode === "invisible";
  }

  async share(shares: boolean): Promise<void> {
    this.#wanted = shares;
    this.stored = false;
    this.problem = undefined;
    try {
      await this.appearing.shareLastSeen(shares);
      this.stored = this.#wanted === shares;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    } finally {
      if (this.#wanted === shares) {
        this.#wanted = undefined;
      }
    }
  }
}
