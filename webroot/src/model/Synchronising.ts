import { LIMITS, type ConversationSummary, type FeedId } from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Failure } from "./Failure.ts";
import { conversationFeed } from "./feedIds.ts";
import type { BusPort, Cancel, Clock, Log, Random } from "./ports.ts";
import type { Subscriptions } from "./Subscriptions.ts";

/** The most pages of my conversations: one may hold a single long last message, see the server's bound. */
const MAX_PAGES = 1000;
/** How long a feed that was refused is left alone at least, and again as much at most, in ms. */
export const REFUSED_PAUSE_MS = 30_000;

export interface SynchronisingPorts {
  readonly bus: BusPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly own: FeedId;
  readonly subscriptions: Subscriptions;
  put(summary: ConversationSummary): void;
  /** What is known of it is too old, or of a past that the server has lost. */
  replace(summary: ConversationSummary): void;
  /** A round is complete: everything is listened to that the server lets us. */
  synchronised(): void;
}

/**
 * Gets this page to listen to all feeds of the account, up to date: lists the conversations when
 * they are unknown or to be read anew, resumes every feed that is silent, and repeats with back-off
 * until nothing is missing or the connection ends.
 *
 * Lists only add: a conversation that was entered while they were read may be on no page. What one
 * left is told by the own feed, which is heard from the first page on.
 */
export class Synchronising {
  #connected = false;
  #running = false;
  #loaded = false;
  #stale = true;
  /** Grows whenever the connection ends, so that a round of an older one stops. */
  #era = 0;
  readonly #anew = new Set<FeedId>();
  #pause: { readonly cancel: Cancel; readonly end: () => void } | undefined;
  #retry: Cancel | undefined;

  constructor(private readonly ports: SynchronisingPorts) {}

  /** Whether the conversations were listed once. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Whether nothing is missing in what is known, as of the positions in the feeds. */
  get settled(): boolean {
    return this.#loaded && !this.#stale && !this.#running;
  }

  /** The conversations and their feeds are there from an earlier time. */
  restored(): void {
    this.#loaded = true;
    this.#stale = false;
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
    this.#endRetry();
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

  /** Reads what a feed tells about from the beginning; nothing that is known of it counts. */
  readAnew(feed: FeedId): void {
    if (feed === this.ports.own) {
      this.ports.subscriptions.get(feed)?.moveTo(0);
    } else {
      this.#anew.add(feed);
      this.#stale = true;
    }
    this.wake();
  }

  /** Tries what was refused again, after a while. */
  retryLater(): void {
    this.#retry ??= this.ports.clock.schedule(REFUSED_PAUSE_MS * (1 + this.ports.random()), () =>
      this.retryRefused(),
    );
  }

  /** Tries what was refused again now. */
  retryRefused(): void {
    this.#endRetry();
    this.ports.subscriptions.forgive();
    this.wake();
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
    const listing = this.#stale;
    if (listing) {
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
      farBehind.forEach((feed) => this.#anew.add(feed));
      this.#stale = true;
      if (listing) {
        // They were on no page: listing again without a pause could go on for ever.
        throw Failure.unavailable("server");
      }
    }
  }

  async #list(): Promise<void> {
    let through: number | undefined;
    let after: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const reply = await this.ports.bus.request("chat.conversation.list", {
        limit: LIMITS.ListConversations.MAX_LIMIT,
        ...(after === undefined ? {} : { after }),
      });
      // The first page is the oldest: what changed since then arrives by the own feed.
      through ??= reply.through;
      reply.conversations.forEach((summary) => this.#take(summary));
      after = reply.next;
      if (after === undefined) {
        break;
      }
    }
    if (after !== undefined) {
      this.ports.log.warn("chat.conversations.cut", { pages: MAX_PAGES });
    }
    this.ports.subscriptions.add(this.ports.own, through);
    this.#loaded = true;
    this.ports.synchronised();
  }

  #take(summary: ConversationSummary): void {
    const feed = conversationFeed(summary.conversation);
    this.ports.subscriptions.add(feed, summary.head);
    if (this.#anew.delete(feed)) {
      this.ports.subscriptions.get(feed)?.moveTo(summary.head);
      this.ports.replace(summary);
    } else {
      this.ports.put(summary);
    }
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

  #endRetry(): void {
    this.#retry?.();
    this.#retry = undefined;
  }
}
