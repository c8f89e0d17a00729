import { backoff } from "./backoff.ts";
import type { Activity, BusPort, Cancel, Clock, Random } from "./ports.ts";

/** After so long without a key or a pointer nobody uses the device, in milliseconds. */
export const IDLE_MS = 5 * 60_000;

/** Tells the server when nobody uses this device; a new connection counts as used until told. */
export class Idleness {
  #idle = false;
  /** What the server takes it to be. */
  #told = false;
  #connected = false;
  #telling = false;
  /** Grows when a connection ends, so that its answers count no more. */
  #era = 0;
  #attempt = 0;
  #timer: Cancel | undefined;
  #retry: Cancel | undefined;
  readonly #stop: Cancel;

  constructor(
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly random: Random,
    activity: Activity,
  ) {
    this.#stop = activity.follow(() => this.#used());
    this.#wait();
  }

  connected(): void {
    this.#connected = true;
    this.#told = false;
    this.#tell();
  }

  disconnected(): void {
    this.#connected = false;
    this.#telling = false;
    this.#attempt = 0;
    this.#era += 1;
    this.#retry?.();
    this.#retry = undefined;
  }

  dispose(): void {
    this.disconnected();
    this.#stop();
    this.#timer?.();
  }

  #used(): void {
    this.#idle = false;
    this.#wait();
    this.#tell();
  }

  #wait(): void {
    this.#timer?.();
    this.#timer = this.clock.schedule(IDLE_MS, () => {
      this.#idle = true;
      this.#tell();
    });
  }

  #tell(): void {
    const free = !this.#telling && this.#retry === undefined;
    if (free && this.#connected && this.#told !== this.#idle) {
      void this.#ask(this.#idle);
    }
  }

  async #ask(idle: boolean): Promise<void> {
    const era = this.#era;
    this.#telling = true;
    const taken = await this.bus.request("gateway.presence.idle", { idle }).then(
      () => true,
      () => false,
    );
    if (era !== this.#era) {
      return;
    }
    this.#telling = false;
    if (taken) {
      this.#told = idle;
      this.#attempt = 0;
      this.#tell();
    } else {
      this.#attempt += 1;
      this.#retry = this.clock.schedule(1_000 + backoff(this.#attempt, this.random), () => {
        this.#retry = undefined;
        this.#tell();
      });
    }
  }
}
