import type { ConversationId, FeedId } from "../contract/generated.ts";
import type { CachedList, CacheStore } from "./CacheStore.ts";
import { Caching } from "./Caching.ts";
import type { Conversations } from "./Conversations.ts";
import { conversationFeed, conversationOf } from "./feedIds.ts";
import type { People } from "./People.ts";
import type { Clock, Log } from "./ports.ts";
import type { ReadMarks } from "./ReadMarks.ts";
import type { Room } from "./Room.ts";
import type { Rooms } from "./Rooms.ts";
import type { Subscriptions } from "./Subscriptions.ts";
import type { Synchronising } from "./Synchronising.ts";

/** How many names are kept. */
const MAX_PEOPLE = 500;

export type RememberedPorts = {
  readonly own: FeedId;
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly conversations: Conversations;
  readonly people: People;
  readonly readMarks: ReadMarks;
  readonly rooms: Rooms;
  readonly subscriptions: Subscriptions;
  readonly synchronising: Synchronising;
  /** Whether the list is whole, but for what the feeds tell after their positions. */
  readonly whole: () => boolean;
  /** The conversations are known again. */
  readonly restored: () => void;
};

/**
 * What an earlier page, or another one, knew of the account. It comes with positions in the feeds:
 * once the server is there everything is brought forward from them, so nothing that was changed or
 * deleted meanwhile is shown after the server has answered.
 */
export class Remembered {
  readonly #caching: Caching;
  readonly #stop: () => void;
  /** Conversations that show kept messages since before the server answered. */
  readonly #unproven = new Set<ConversationId>();
  #ended = false;
  /** Ends when everything that was asked for so far is here. */
  #asked: Promise<unknown>;

  constructor(private readonly ports: RememberedPorts) {
    this.#caching = new Caching({
      ...ports,
      store: ports.cache,
      list: () => this.#list(),
      timelines: () =>
        ports.rooms.all.flatMap(({ id, timeline }) => {
          const position = ports.subscriptions.positionOf(conversationFeed(id));
          return position === undefined ? [] : [[id, position, timeline] as const];
        }),
    });
    this.#stop = ports.conversations.changes.subscribe(() => this.changed());
    this.#asked = this.#restore();
  }

  /** What is known changed; it is written soon. */
  changed(): void {
    this.#caching.touch();
  }

  /** The messages of a conversation are of no use any more. */
  drop(id: ConversationId): void {
    this.#caching.drop(id);
  }

  dispose(): void {
    this.#ended = true;
    this.#stop();
    this.#caching.dispose();
  }

  /** Everything that was asked for is here; only then positions may be told to the server. */
  async recalled(): Promise<void> {
    for (let waited: unknown; waited !== this.#asked;) {
      waited = this.#asked;
      await this.#asked;
    }
  }

  /** A feed is listened to. What it could not bring forward in one go is read anew. */
  listening(feed: FeedId): void {
    const id = conversationOf(feed);
    if (id !== undefined && this.#unproven.delete(id) && this.#isBehind(feed)) {
      const room = this.ports.rooms.find(id);
      room?.timeline.reset();
      void room?.loadNewest();
    }
  }

  #isBehind(feed: FeedId): boolean {
    return this.ports.subscriptions.get(feed)?.behind === true;
  }

  /** Shows the messages that were kept of a conversation; right only without a connection. */
  async recall(room: Room): Promise<void> {
    const recalling = this.#recall(room);
    this.#asked = Promise.all([this.#asked, recalling]);
    await recalling;
  }

  async #restore(): Promise<void> {
    const { conversations, people, readMarks, subscriptions, synchronising } = this.ports;
    const list = await this.#caching.readList();
    if (list === undefined || this.#ended) {
      return;
    }
    list.people.forEach((profile) => people.put(profile));
    subscriptions.add(this.ports.own, list.position);
    for (const { conversation, position } of list.conversations) {
      subscriptions.add(conversationFeed(conversation.id), position);
    }
    conversations.restore(list.conversations.map(({ conversation }) => conversation));
    synchronising.restored();
    readMarks.restore(list.untold);
    this.ports.restored();
  }

  /** The feed goes on from where the messages are right: its next range brings them forward. */
  async #recall({ id, timeline }: Room): Promise<void> {
    const segment = await this.#caching.readSegment(id);
    const feed = this.ports.subscriptions.get(conversationFeed(id));
    // A segment ahead of the list is of a past that the server has lost, or of another page.
    const fits = segment !== undefined && segment.position <= (feed?.position ?? -1);
    if (fits && !this.#ended && feed?.listening === false && !timeline.loaded) {
      this.#unproven.add(id);
      feed.moveTo(segment.position);
      timeline.addPage(segment.messages, segment.more, undefined);
    }
  }

  #list(): CachedList | undefined {
    const { conversations, people, readMarks, subscriptions } = this.ports;
    const position = subscriptions.positionOf(this.ports.own);
    if (position === undefined || !this.ports.whole()) {
      return undefined;
    }
    return {
      position,
      conversations: conversations.list.flatMap((conversation) => {
        const at = subscriptions.positionOf(conversationFeed(conversation.id));
        return at === undefined ? [] : [{ conversation, position: at }];
      }),
      untold: readMarks.untold,
      people: people.latest(MAX_PEOPLE),
    };
  }
}
