import type { Outbox } from "../model/Outbox.ts";
import { observe } from "./observe.ts";
import type { ConnectionPort, Page } from "./ports.ts";

export type ConnectionStatus =
  | "connected"
  | "connecting"
  | "reconnecting"
  | "offline"
  /** The account is open in too many pages. */
  | "crowded";

/** What people are told about the connection. */
export class ConnectionViewModel {
  readonly #observe: () => void;
  #wasConnected = false;

  constructor(
    private readonly connection: ConnectionPort,
    private readonly outbox: Outbox,
    private readonly page: Page,
  ) {
    this.#observe = observe(connection.changes, outbox.changes, page.changes);
    connection.changes.subscribe(() => {
      this.#wasConnected ||= connection.state === "open";
    });
  }

  get status(): ConnectionStatus {
    this.#observe();
    if (this.connection.crowded) {
      return "crowded";
    }
    if (this.connection.state === "open") {
      return "connected";
    }
    if (!this.page.online) {
      return "offline";
    }
    return this.#wasConnected ? "reconnecting" : "connecting";
  }

  /** Whether there is a pause before the next attempt, which people may cut short. */
  get pausing(): boolean {
    this.#observe();
    return this.connection.state === "waiting" && this.#wasConnected;
  }

  retryNow(): void {
    this.connection.retryNow();
  }

  /** How many messages wait to be sent. */
  get waiting(): number {
    this.#observe();
    return this.outbox.waiting;
  }

  /** How many messages are not sent, those that were refused among them. */
  get unsent(): number {
    this.#observe();
    return this.outbox.unsent;
  }

  /** How many of them would be lost with this page, even if for a moment only. */
  get unkept(): number {
    this.#observe();
    return this.outbox.unkept;
  }

  /** How many of them the storage of the browser did not take. */
  get inPageOnly(): number {
    this.#observe();
    return this.outbox.inPageOnly;
  }
}
