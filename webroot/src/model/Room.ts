import type { ConversationId, MessageItem } from "../contract/generated.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { BusPort } from "./ports.ts";
import { Timeline } from "./Timeline.ts";

/** How many messages one page of history has. */
export const PAGE = 50;

/** What of a conversation's history is being read. */
export type Reading = "nothing" | "newest" | "earlier";

/** A conversation whose messages are at hand: the timeline and how it is filled. */
export class Room {
  readonly changes = new Changes();
  readonly timeline = new Timeline();
  #reading: Reading = "nothing";
  #failure: Failure | undefined;

  constructor(
    readonly id: ConversationId,
    private readonly bus: BusPort,
  ) {}

  get reading(): Reading {
    return this.#reading;
  }

  /** Why the last page could not be read. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  put(message: MessageItem): void {
    this.timeline.put(message);
  }

  /** Reads the newest page unless it is there. */
  async loadNewest(): Promise<void> {
    if (!this.timeline.loaded) {
      await this.#load("newest", undefined);
    }
  }

  /** Reads the page before the first message at hand, if there is one. */
  async loadEarlier(): Promise<void> {
    if (this.timeline.loaded && this.timeline.more) {
      await this.#load("earlier", this.timeline.before);
    }
  }

  async #load(reading: Reading, before: number | undefined): Promise<void> {
    if (this.#reading !== "nothing") {
      return;
    }
    this.#become(reading, undefined);
    let failure: Failure | undefined;
    try {
      const page = await this.bus.request("chat.history.read", {
        conversation: this.id,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      });
      this.timeline.addPage(page.messages, page.more, before);
    } catch (cause) {
      failure = Failure.from(cause);
    }
    this.#become("nothing", failure);
    if (failure === undefined && !this.timeline.loaded) {
      await this.loadNewest();
    }
  }

  #become(reading: Reading, failure: Failure | undefined): void {
    this.#reading = reading;
    this.#failure = failure;
    this.changes.emit();
  }
}
