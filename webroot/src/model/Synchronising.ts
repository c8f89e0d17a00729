import {
  LIMITS,
  type ConversationId,
  type ConversationSummary,
  type FeedId,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Failure } from "./Failure.ts";
import { conversationFeed, conversationOf } from "./feedIds.ts";
import type { BusPort, Cancel, Clock, Log, Random } from "./ports.ts";
import type { Subscriptions } from "./Subscriptions.ts";

/** The most pages of my conversations; the server bounds the conversations of one account lower. */
const MAX_PAGES = 20;

export interface SynchronisingPorts {
  readonly bus: BusPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly own: FeedId;
  readonly subscriptions: Subscriptions;
  /** The conversations that are known here. */
  known(): readonly ConversationId[];
  put(summary: ConversationSummary): void;
  /** It is not mine any more. */
  gone(id: ConversationId): void;
  /** Its messages here are too old to be brought forward. */
  reset(id: ConversationId): void;
  /** A round is complete: everything is listened to. */
  synchronised(): void;
}

/**
 * Gets this page to listen to all feeds of the account, up to date: lists the conversations when
 * they are unknown or too far behind, resumes every feed that is silent, and repeats with back-off
 * until nothing is missing or the connection ends.
 */
export class Synchronising {
  #connected = false;
  #running = false;
  #loaded = false;
  #stale = true;
  /** Grows whenever the connection ends, so that a round of an older one stops. */
  #era = 0;
  #farBehind: readonly FeedId[] = [];
  #pause: { readonly cancel: Cancel; readonly end: () => void } | undefined;

  constructor(private readonly ports: SynchronisingPorts) {}

  /** Whether the conversations were listed once. */
  get loaded(): boolean {
    return this.#loaded;
  }

  start(): void {
    this.#connected = true;
    this.wake();
  }

  stop(): void {
    this.#connected = false;
    this.#era += 1;
    this.#running = false;
    this.#endPause();
  }

  /** Lists the conversations again. */
  reload(): void {
    this.#stale = true;
    this.wake();
  }

  /** Some feed may be silent. */
  wake(): void {
    if (this.#connected && !this.#running) {
      this.#running = true;
      void this.#run(this.#era);
    }
  }

  async #run(era: number): Promise<void> {
    let attempt = 0;
    while (era === this.#era && (this.#stale || this.ports.subscriptions.incomplete)) {
      try {
        await this.#round();
        attempt = 0;
      } catch (cause) {
        const failure = Failure.from(cause);
        this.ports.log.warn("chat.synchronise.failed", { code: failure.code, attempt });
        if (era === this.#era) {
          await this.#wait(250 + backoff(attempt, this.ports.random));
        }
        attempt += 1;
      }
    }
    if (era === this.#era) {
      this.#running = false;
      this.ports.synchronised();
    }
  }

  async #round(): Promise<void> {
    if (this.#stale) {
      this.#stale = false;
      try {
        await this.#list();
      } catch (cause) {
        this.#stale = true;
        throw cause;
      }
    }
    const farBehind = await this.ports.subscriptions.resume();
    if (farBehind.length > 0) {
      this.#farBehind = farBehind;
      this.#stale = true;
    }
  }

  async #list(): Promise<void> {
    const before = this.ports.known();
    const listed = new Map<ConversationId, ConversationSummary>();
    let through: number | undefined;
    let after: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const reply = await this.ports.bus.request("chat.conversation.list", {
        limit: LIMITS.ListConversations.MAX_LIMIT,
        ...(after === undefined ? {} : { after }),
      });
      // The first page is the oldest: what changed since then arrives by the own feed.
      through ??= reply.through;
      for (const summary of reply.conversations) {
        listed.set(summary.conversation, summary);
      }
      after = reply.next;
      if (after === undefined) {
        break;
      }
    }
    this.#take(before, listed, through ?? 0, after === undefined);
  }

  #take(
    before: readonly ConversationId[],
    listed: ReadonlyMap<ConversationId, ConversationSummary>,
    through: number,
    complete: boolean,
  ): void {
    const { subscriptions, own } = this.ports;
    const moved = new Set(this.#farBehind);
    this.#farBehind = [];
    for (const [id, summary] of listed) {
      const feed = conversationFeed(id);
      this.ports.put(summary);
      subscriptions.add(feed, summary.head);
      if (moved.has(feed)) {
        subscriptions.get(feed)?.moveTo(summary.head);
        this.ports.reset(id);
      }
    }
    before
      .filter((id) => !listed.has(id) && (complete || moved.has(conversationFeed(id))))
      .forEach((id) => this.ports.gone(id));
    subscriptions.add(own, through);
    if ([...moved].some((feed) => conversationOf(feed) === undefined)) {
      subscriptions.get(own)?.moveTo(through);
    }
    this.#loaded = true;
    this.ports.synchronised();
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.#pause = undefined;
        resolve();
      };
      this.#pause = { cancel: this.ports.clock.schedule(ms, end), end };
    });
  }

  #endPause(): void {
    const pause = this.#pause;
    pause?.cancel();
    pause?.end();
  }
}
