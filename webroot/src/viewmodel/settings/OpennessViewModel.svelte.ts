import type { OpenTo } from "../../contract/generated.ts";
import type { Befriending } from "../../model/Befriending.ts";
import { Failure } from "../../model/Failure.ts";
import type { Relations } from "../../model/Relations.ts";
import { failureText } from "../../text/failureText.ts";
import { observe } from "../observe.ts";

/** Who may write to me: the same choice on all my devices. */
export class OpennessViewModel {
  readonly choices: readonly OpenTo[] = ["friends", "rooms", "everybody"];
  problem = $state<string | undefined>();
  /** Whether what was chosen here last is kept. */
  stored = $state(false);
  /** What is chosen here and not kept yet. */
  #wanted = $state<OpenTo | undefined>();
  readonly #observe: () => void;

  constructor(
    private readonly relations: Relations,
    private readonly befriending: Befriending,
  ) {
    this.#observe = observe(relations.changes);
  }

  /** Undefined until it is known. */
  get chosen(): OpenTo | undefined {
    this.#observe();
    return this.#wanted ?? this.relations.openTo;
  }

  async choose(to: OpenTo): Promise<void> {
    this.#wanted = to;
    this.stored = false;
    this.problem = undefined;
    try {
      await this.befriending.open(to);
      this.stored = this.#wanted === to;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    } finally {
      if (this.#wanted === to) {
        this.#wanted = undefined;
      }
    }
  }
}
