import type { Cancel, Clock } from "../model/ports.ts";

/** How long the server may be silent before it is asked for a sign of life. */
export const SILENCE_MS = 10_000;
/** How long it then has to answer. */
export const ANSWER_WITHIN_MS = 5_000;
/** The same when the browser believes that the network is gone. */
export const ANSWER_IN_DOUBT_MS = 1_500;

/**
 * Notices a server that is frozen or a cable that is pulled: the bridge answers no pings, so a cheap
 * request is asked whenever nothing was heard for a while.
 */
export class Liveness {
  #cancel: Cancel | undefined;
  #probing = false;

  constructor(
    private readonly clock: Clock,
    private readonly probe: (deadlineMs: number) => Promise<void>,
  ) {}

  start(): void {
    this.stop();
    this.#plan();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#probing = false;
  }

  /** A frame arrived. */
  heard(): void {
    if (this.#cancel !== undefined) {
      this.#plan();
    }
  }

  /** Something may have happened to the network: do not wait for the next turn. */
  checkNow(deadlineMs: number): void {
    if (this.#cancel !== undefined) {
      this.#probing = false;
      this.#turn(deadlineMs);
    }
  }

  #plan(): void {
    this.#cancel?.();
    this.#cancel = this.clock.schedule(SILENCE_MS, () => this.#turn(ANSWER_WITHIN_MS));
  }

  #turn(deadlineMs: number): void {
    if (!this.#probing) {
      this.#probing = true;
      void this.probe(deadlineMs).finally(() => {
        this.#probing = false;
      });
    }
    this.#plan();
  }
}
