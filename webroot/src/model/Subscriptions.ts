import {
  LIMITS,
  type ConversationId,
  type FeedId,
  type Range,
  type ResumedFeed,
} from "../contract/generated.ts";
import { codeOf, Failure } from "./Failure.ts";
import { Feed, type FeedPorts } from "./Feed.ts";
import { conversationOf, eventsOf } from "./feedIds.ts";
import type { BusPort, Log } from "./ports.ts";
import { Turns } from "./Turns.ts";

/** Further behind than this a feed is not brought forward change by change but read anew. */
export const FAR_BEHIND = 1_000;
/** How many feeds are read at a time, so that coming back is no flood. */
const READS_AT_ONCE = 4;

export type SubscriptionPorts = Omit<FeedPorts, "read" | "lost"> & {
  /** A feed is listened to and will be up to date. */
  readonly listening: (feed: FeedId) => void;
  /** A conversation that is not mine any more, or is no more. */
  readonly gone: (id: ConversationId) => void;
  /** The server knows nothing of our position, as after it was restored from a backup. */
  readonly misplaced: (feed: FeedId) => void;
  /** A feed is not listened to until it is tried again. */
  readonly refused: (feed: FeedId, failure: Failure) => void;
};

/** The feeds that this page listens to, and their places on the bus. */
export class Subscriptions {
  readonly #feeds = new Map<FeedId, Feed>();
  readonly #byAddress = new Map<string, Feed>();
  readonly #turns = new Turns(READS_AT_ONCE);
  /** Feeds whose position was wrong on this connection: twice is once too often. */
  readonly #misplaced = new Set<FeedId>();

  constructor(
    private readonly bus: BusPort,
    private readonly ports: SubscriptionPorts,
    private readonly log: Log,
  ) {}

  get(id: FeedId): Feed | undefined {
    return this.#feeds.get(id);
  }

  positionOf(id: FeedId): number | undefined {
    return this.#feeds.get(id)?.position;
  }

  /** Adds a feed that is known as of `position`; one that is there already stays as it is. */
  add(id: FeedId, position: number | undefined): void {
    if (this.#feeds.has(id)) {
      return;
    }
    const read = (feed: FeedId, after: number): Promise<Range> =>
      this.#turns.take(() =>
        this.bus.request("chat.feed.read", { feed, after, limit: LIMITS.Range.MAX_ITEMS }),
      );
    const lost = (_: FeedId, failure: Failure): void => this.#unreadable(feed, failure);
    const feed: Feed = new Feed(id, position, { ...this.ports, read, lost });
    this.#feeds.set(id, feed);
    this.#byAddress.set(eventsOf(id), feed);
  }

  remove(id: FeedId): void {
    this.#feeds.get(id)?.suspend();
    this.#feeds.delete(id);
    this.#byAddress.delete(eventsOf(id));
  }

  /** An event arrived. */
  deliver(address: string, body: unknown): void {
    const feed = this.#byAddress.get(address);
    if (feed === undefined) {
      return;
    }
    if (!isRange(body) || body.feed !== feed.id) {
      this.log.warn("feed.event.malformed", { address });
      return;
    }
    feed.take(body);
  }

  /** The connection is gone: nothing arrives until feeds are resumed. */
  suspend(): void {
    this.#misplaced.clear();
    for (const feed of this.#feeds.values()) {
      feed.suspend();
    }
  }

  /** Whether some feed is to be resumed. */
  get incomplete(): boolean {
    return [...this.#feeds.values()].some(isSilent);
  }

  /** What was refused may be tried again. */
  forgive(): void {
    this.#misplaced.clear();
    for (const feed of this.#feeds.values()) {
      if (feed.refusal !== undefined) {
        feed.suspend();
      }
    }
  }

  /** Forgets all feeds. */
  clear(): void {
    this.suspend();
    this.#feeds.clear();
    this.#byAddress.clear();
  }

  /**
   * Listens to all feeds that are silent and brings them up to date. Answers the conversations that
   * are too far behind for it. Fails if something is to be tried again.
   */
  async resume(): Promise<readonly FeedId[]> {
    const silent = [...this.#feeds.values()].filter(isSilent);
    const farBehind: FeedId[] = [];
    let again: Failure | undefined;
    for (let at = 0; at < silent.length; at += LIMITS.Resume.MAX_FEEDS) {
      const chunk = silent.slice(at, at + LIMITS.Resume.MAX_FEEDS);
      const { feeds } = await this.bus.request("gateway.session.resume", {
        feeds: chunk.map(positionOf),
      });
      for (const answer of feeds) {
        again = this.#resumed(answer, farBehind) ?? again;
      }
    }
    if (again !== undefined) {
      throw again;
    }
    return farBehind;
  }

  /** Asks for one feed, to see whether the server is alive; what it brings is applied. */
  async probe(id: FeedId, deadlineMs: number): Promise<void> {
    const feed = this.#feeds.get(id);
    const asked = feed === undefined ? { feed: id } : positionOf(feed);
    const reply = await this.bus.request("gateway.session.resume", { feeds: [asked] }, deadlineMs);
    for (const answer of reply.feeds) {
      if (feed?.listening === true && answer.head !== undefined) {
        feed.resumed(answer.head, answer.range);
      }
    }
  }

  #resumed(answer: ResumedFeed, farBehind: FeedId[]): Failure | undefined {
    const feed = this.#feeds.get(answer.feed);
    if (feed === undefined) {
      return undefined;
    }
    if (answer.failure !== undefined || answer.head === undefined) {
      const failure = new Failure(codeOf(answer.failure ?? "INTERNAL"));
      if (failure.duty === "show") {
        this.#refuse(feed, failure);
        return undefined;
      }
      return failure;
    }
    if (isFarBehind(feed, answer.head)) {
      farBehind.push(feed.id);
      return undefined;
    }
    feed.resumed(answer.head, answer.range);
    this.ports.listening(feed.id);
    return undefined;
  }

  #unreadable(feed: Feed, failure: Failure): void {
    if (failure.is("MALFORMED") && !this.#misplaced.has(feed.id)) {
      this.#misplaced.add(feed.id);
      this.ports.misplaced(feed.id);
    } else {
      this.#refuse(feed, failure);
    }
  }

  #refuse(feed: Feed, failure: Failure): void {
    const conversation = conversationOf(feed.id);
    const over = failure.is("NOT_A_MEMBER") || failure.is("NOT_FOUND");
    if (over && conversation !== undefined) {
      this.ports.gone(conversation);
    } else {
      feed.refuse(failure);
      this.ports.refused(feed.id, failure);
    }
  }
}

function isSilent(feed: Feed): boolean {
  return !feed.listening && feed.refusal === undefined;
}

/** The feed of an account is small and tells alone what one left: it is always read through. */
function isFarBehind(feed: Feed, head: number): boolean {
  return (
    conversationOf(feed.id) !== undefined &&
    feed.position !== undefined &&
    head - feed.position > FAR_BEHIND
  );
}

function positionOf(feed: Feed): { feed: FeedId; position?: number } {
  return feed.position === undefined
    ? { feed: feed.id }
    : { feed: feed.id, position: feed.position };
}

function isRange(body: unknown): body is Range {
  const range = body as Partial<Range> | null | undefined;
  return (
    typeof range?.feed === "string" &&
    typeof range.after === "number" &&
    typeof range.through === "number" &&
    Array.isArray(range.items)
  );
}
