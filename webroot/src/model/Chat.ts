import {
  type ConversationId,
  type ConversationSummary,
  type FeedId,
  type Profile,
  type UserId,
} from "../contract/generated.ts";
import type { Me } from "./account.ts";
import { Appearing } from "./Appearing.ts";
import { Befriending } from "./Befriending.ts";
import type { CacheStore } from "./CacheStore.ts";
import { Changes } from "./Changes.ts";
import { type Conversation, Conversations } from "./Conversations.ts";
import { Disposables } from "./Disposables.ts";
import { Entering } from "./Entering.ts";
import type { Failure } from "./Failure.ts";
import { conversationFeed, userFeed } from "./feedIds.ts";
import { Finding } from "./Finding.ts";
import { Items } from "./Items.ts";
import { Members } from "./Members.ts";
import { Outbox, type Refused } from "./Outbox.ts";
import type { ClaimTurn, OutboxStore } from "./OutboxStore.ts";
import { People } from "./People.ts";
import type { BusPort, Clock, Log, NewId, Random } from "./ports.ts";
import { Presences } from "./Presences.ts";
import { ReadMarks } from "./ReadMarks.ts";
import { Relations } from "./Relations.ts";
import { Remembered } from "./Remembered.ts";
import { Rewriting } from "./Rewriting.ts";
import type { Room } from "./Room.ts";
import { Rooms } from "./Rooms.ts";
import { Subscriptions, type SubscriptionPorts } from "./Subscriptions.ts";
import { Synchronising } from "./Synchronising.ts";

/** What the server answers to who asks for the feed of another account. */
const FOREIGN = ["FORBIDDEN", "NOT_A_MEMBER", "NOT_FOUND"] as const;

export type ChatPorts = {
  readonly bus: BusPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  readonly log: Log;
  /** Where this account's unsent messages are kept, and whose turn it is to send them. */
  readonly unsent: { readonly store: OutboxStore; readonly claimTurn: ClaimTurn };
  /** Where a copy of what the server told is kept. */
  readonly cache: CacheStore;
  /** The server takes the connection for somebody else's: another page signed in meanwhile. */
  readonly notMine: () => void;
};

/** Everything one account has in this page, kept up to date by its feeds. */
export class Chat {
  readonly changes = new Changes();
  readonly conversations = new Conversations();
  readonly people: People;
  readonly presences: Presences;
  readonly relations: Relations;
  readonly befriending: Befriending;
  readonly appearing: Appearing;
  readonly finding: Finding;
  readonly outbox: Outbox;
  readonly readMarks: ReadMarks;
  readonly members: Members;
  readonly rewriting: Rewriting;
  readonly entering: Entering;
  readonly #rooms: Rooms;
  readonly #subscriptions: Subscriptions;
  readonly #synchronising: Synchronising;
  readonly #items: Items;
  readonly #remembered: Remembered;
  readonly #own: FeedId;
  readonly #disposables = new Disposables();
  #connected = false;
  #wasConnected = false;

  constructor(
    readonly me: Me,
    private readonly ports: ChatPorts,
  ) {
    const { bus, clock, random, log } = ports;
    this.#own = userFeed(me.account);
    this.people = new People(bus, clock, random);
    this.people.put({ ...me, version: 0, deleted: false });
    this.presences = new Presences(bus, clock, random, log, (who) => this.people.watched(who));
    this.relations = new Relations(bus, clock, random, log);
    this.befriending = new Befriending(bus, this.relations);
    this.appearing = new Appearing(bus, this.relations);
    this.finding = new Finding(bus);
    this.#rooms = new Rooms(bus);
    this.members = new Members(bus, this.conversations, (id, ask) => this.entering.by(id, ask));
    this.rewriting = new Rewriting(bus, ports.newId, (id, message) =>
      this.#items.put(conversationFeed(id), [message]),
    );
    this.entering = new Entering({
      bus,
      welcome: (summary) => this.#welcome(summary),
      reload: () => this.#synchronising.reload(),
    });
    this.readMarks = new ReadMarks(this.conversations, bus, clock, random);
    this.outbox = new Outbox({
      ...ports,
      ...ports.unsent,
      nameOf: (conversation) =>
        this.people.nameOf(this.conversations.get(conversation), me.account),
      stored: (conversation, message) => {
        this.#items.put(conversationFeed(conversation), [message]);
        this.readMarks.wrote(conversation, message.ordinal);
      },
    });
    this.#subscriptions = new Subscriptions(bus, { clock, random, ...this.#feedEvents() }, log);
    this.#synchronising = new Synchronising({
      ...ports,
      own: this.#own,
      subscriptions: this.#subscriptions,
      put: (summary) => this.conversations.put(summary),
      replace: (summary) => this.#replace(summary),
      synchronised: () => {
        this.changes.emit();
        this.#remembered.changed();
      },
    });
    this.#items = new Items({
      me: me.account,
      rooms: this.#rooms,
      conversations: this.conversations,
      outbox: this.outbox,
      members: this.members,
      relations: this.relations,
      related: () => this.presences.askAgain(),
      left: (conversation, removed) => this.#gone(conversation, removed),
      silenced: (conversation) => this.#silenced(conversation),
      entered: (conversation) => this.#entered(conversation),
    });
    this.#remembered = new Remembered({
      ...ports,
      conversations: this.conversations,
      people: this.people,
      readMarks: this.readMarks,
      own: this.#own,
      rooms: this.#rooms,
      subscriptions: this.#subscriptions,
      synchronising: this.#synchronising,
      whole: () => this.#synchronising.settled && this.entering.idle,
      restored: () => this.changes.emit(),
    });
    this.#disposables.add(
      () => this.relations.dispose(),
      () => this.#remembered.dispose(),
      () => this.conversations.clear(),
      () => this.people.dispose(),
      () => this.presences.dispose(),
      () => this.readMarks.dispose(),
      () => this.outbox.dispose(),
      () => this.#rooms.clear(),
      () => this.#subscriptions.clear(),
      () => this.#synchronising.stop(),
    );
  }

  /** Whether my conversations are known. */
  get ready(): boolean {
    return this.#synchronising.loaded;
  }

  /** The connection is there: catch up, then send what waits once the server knows us. */
  connected(): void {
    this.#connected = true;
    this.#wasConnected = true;
    this.people.connected();
    this.presences.connected();
    void this.#catchUp();
  }

  disconnected(): void {
    this.#connected = false;
    this.#synchronising.stop();
    this.#subscriptions.suspend();
    const { outbox, readMarks, people, presences, relations } = this;
    [outbox, readMarks, people, presences, relations].forEach((part) => part.disconnected());
  }

  /**
   * Ends it for good: no timer is left, and nothing of what it knew. Outstanding requests end with
   * their connection, which is stopped before.
   */
  dispose(): void {
    this.#disposables.dispose();
  }

  /** Messages that were not sent to rooms that are not mine any more. */
  get stranded(): readonly Refused[] {
    return this.outbox.refused.filter(
      ({ conversation }) => this.ready && this.conversations.get(conversation) === undefined,
    );
  }

  /** Why one of my conversations is not live; undefined if it is, or will be in a moment. */
  refusalOf(id: ConversationId): Failure | undefined {
    return this.#subscriptions.get(conversationFeed(id))?.refusal;
  }

  /** Tries now what the server did not let us listen to; it is tried again by itself, too. */
  retryRefused(): void {
    this.#synchronising.retryRefused();
    this.changes.emit();
  }

  /** An event arrived under an address. */
  deliver(address: string, body: unknown): void {
    if (!this.presences.deliver(address, body) && !this.people.deliver(address, body)) {
      this.#subscriptions.deliver(address, body);
    }
  }

  /** Finds out whether the server still answers; fails if not. */
  probe(deadlineMs: number): Promise<void> {
    return this.#subscriptions.probe(this.#own, deadlineMs);
  }

  /** The messages of one of my conversations; reads the newest page when it is not at hand. */
  open(id: ConversationId): Room {
    const room = this.#rooms.open(id);
    void this.#fill(room);
    return room;
  }

  async leaveRoom(id: ConversationId): Promise<void> {
    await this.ports.bus.request("chat.room.leave", { conversation: id });
    this.#gone(id);
  }

  /**
   * The conversation with somebody; there is one whoever opens it first. One that is there is shown
   * also where nobody can write any more.
   */
  async openDirect(other: Profile): Promise<ConversationId> {
    const { account } = other;
    const known = this.conversations.list.find((each) => this.otherIn(each) === account);
    if (known !== undefined) {
      return known.id;
    }
    const { conversation } = await this.ports.bus.request("chat.direct.open", { account });
    this.people.put(other);
    this.#welcome(conversation);
    return conversation.conversation;
  }

  /** The other person of a direct conversation; undefined for a room. */
  otherIn({ between }: Conversation): UserId | undefined {
    return between?.find((account) => account !== this.me.account);
  }

  async #catchUp(): Promise<void> {
    await this.#remembered.recalled();
    if (this.#connected) {
      this.#synchronising.start();
      this.#rooms.retry();
    }
  }

  async #fill(room: Room): Promise<void> {
    if (!this.#connected && !room.timeline.loaded) {
      await this.#remembered.recall(room);
    }
    // Before the first connection there is nobody to ask, and that is no failure.
    if (this.#wasConnected) {
      await room.loadNewest();
      this.#remembered.changed();
    }
  }

  #welcome(summary: ConversationSummary): void {
    this.conversations.put(summary);
    this.#subscriptions.add(conversationFeed(summary.conversation), summary.head);
    this.#synchronising.wake();
  }

  #gone(id: ConversationId, removed = false): void {
    this.#subscriptions.remove(conversationFeed(id));
    this.#rooms.close(id);
    this.#remembered.drop(id);
    this.outbox.strand(id);
    this.conversations.remove(id, removed);
  }

  /** What came with the same range is dealt with first. */
  #silenced(id: ConversationId): void {
    this.ports.clock.schedule(0, () => {
      this.#subscriptions.get(conversationFeed(id))?.suspend();
      this.#synchronising.wake();
    });
  }

  #feedEvents(): Omit<SubscriptionPorts, "clock" | "random"> {
    return {
      put: (feed, items) => this.#items.put(feed, items),
      listening: (feed) => this.#listening(feed),
      gone: (id) => this.#gone(id),
      misplaced: (feed) => {
        this.relations.misplaced(feed === this.#own);
        this.#synchronising.readAnew(feed);
      },
      refused: (feed, failure) => this.#refused(feed, failure),
    };
  }

  /** Nothing is said in my name before the server has let me hear my own feed. */
  #listening(feed: FeedId): void {
    this.#remembered.listening(feed);
    if (feed === this.#own) {
      this.outbox.connected();
      this.readMarks.connected();
      this.relations.connected();
    }
  }

  #refused(feed: FeedId, failure: Failure): void {
    this.ports.log.warn("feed.refused", { code: failure.code });
    this.#synchronising.retryLater();
    this.changes.emit();
    if (feed === this.#own && FOREIGN.some((name) => failure.is(name))) {
      this.ports.notMine();
    }
  }

  #replace(summary: ConversationSummary): void {
    this.conversations.replace(summary);
    this.#remembered.drop(summary.conversation);
    this.members.readAnew(summary.conversation);
    const room = this.#rooms.find(summary.conversation);
    room?.timeline.reset();
    void room?.loadNewest();
  }

  /** Entered elsewhere, on another device or by somebody else's doing. */
  #entered(id: ConversationId): void {
    if (this.conversations.get(id) === undefined && !this.entering.has(id)) {
      this.#synchronising.reload();
    }
  }
}
