import {
  type Content,
  type ConversationId,
  type ConversationPage,
  type ConversationSummary,
  type FailureName,
  type FeedId,
  type Item,
  type MemberState,
  type MessageItem,
  presenceChanges,
  type Presence,
  type PresenceState,
  type Range,
  type RelationItem,
  type RelationState,
  type ResumedFeed,
  type UserId,
} from "../contract/generated.ts";
import { conversationFeed, eventsOf, userFeed } from "../model/feedIds.ts";
import { Failure } from "../model/Failure.ts";
import { FakeBus } from "./FakeBus.ts";
import { ME, message, OPEN, refusal, rewritten, USUAL } from "./samples.ts";
import { textOf } from "../model/messages.ts";

type FeedState = { head: number; readonly items: Map<string, Item> };
type RoomState = { readonly name: string; messages: MessageItem[]; readOrdinal: number };

/** A small server behind a `FakeBus`: feeds, rooms of one account, history. */
export class FakeServer {
  readonly bus = new FakeBus();
  readonly rooms = new Map<ConversationId, RoomState>();
  /** Where events go; they are lost while it is undefined. */
  deliver: ((address: string, body: unknown) => void) | undefined;
  /** While true, requests fail as they do without a connection. */
  away = false;
  /** How many rooms a page of my rooms has. */
  pageSize = 200;
  /** Happens before a page of my rooms is read that is not the first. */
  betweenPages: () => void = () => undefined;
  /** Feeds that may not be listened to, and why. */
  readonly refused = new Map<FeedId, FailureName>();
  /** Whom the page says that it shows, beside me. */
  watched: readonly UserId[] = [];
  /** How I stand to people. */
  readonly relations = new Map<UserId, RelationItem>();
  /** With whom nobody can write. */
  readonly unreachable = new Set<UserId>();
  readonly #presences = new Map<UserId, Presence>();
  readonly #feeds = new Map<FeedId, FeedState>();
  /** Feeds of which the page is told nothing until it asks anew. */
  readonly #silent = new Set<FeedId>();

  constructor() {
    this.listAgain();
    this.#serve("gateway.session.resume", ({ feeds }) => ({
      feeds: feeds.map(({ feed, position }) => this.#resumed(feed, position)),
    }));
    this.#serve("chat.feed.read", ({ feed, after, limit }) => {
      if (after > this.headOf(feed)) {
        throw refusal("MALFORMED", "after");
      }
      return this.#range(feed, after, limit);
    });
    this.#serve("chat.history.read", ({ conversation, before, limit }) => {
      const all = this.#room(conversation).messages.filter(
        ({ posted }) => before === undefined || posted < before,
      );
      const through = this.headOf(conversationFeed(conversation));
      return { messages: all.slice(-limit), more: all.length > limit, through };
    });
    this.#serve("chat.message.send", ({ conversation, clientId, content }) => ({
      message:
        this.#room(conversation).messages.find((each) => each.clientId === clientId) ??
        this.post(conversation, ME.account, clientId, textOf({ content }) ?? ""),
    }));
    this.#serve("chat.message.edit", ({ conversation, posted, content }) => ({
      message: this.rewrite(conversation, posted, content),
    }));
    this.#serve("chat.message.delete", ({ conversation, posted }) => ({
      message: this.rewrite(conversation, posted, { type: "deleted", by: ME.account }),
    }));
    this.#serve("chat.conversation.mark", ({ conversation, readOrdinal }) => {
      this.#room(conversation).readOrdinal = readOrdinal;
      return { readOrdinal };
    });
    this.#serve("chat.profile.read", () => ({ profiles: [] }));
    this.#serve("chat.profile.refresh", () => ({ profiles: [] }));
    this.#serve("gateway.presence.watch", ({ accounts }) => {
      const before = this.watched;
      this.watched = accounts.filter((account) => account !== ME.account);
      accounts.filter((account) => !before.includes(account)).forEach((one) => this.#tellOf(one));
      return { accounts };
    });
    this.#serve("chat.relation.list", () => ({
      relations: [...this.relations.values()],
      through: this.headOf(userFeed(ME.account)),
    }));
    this.#serve("chat.settings.read", () => ({
      settings: {
        type: "settings",
        changed: 0,
        openTo: "friends",
        mode: "auto",
        sharesLastSeen: false,
      },
      through: this.headOf(userFeed(ME.account)),
    }));
    this.#serve("chat.person.reach", ({ account }) => ({
      account,
      writes: !this.unreachable.has(account),
    }));
    this.#serve("chat.room.join", ({ conversation }) => {
      this.enter(conversation);
      return { room: this.summaryOf(conversation) };
    });
  }

  /** Lists my rooms, also after a test had it answer otherwise. */
  listAgain(): void {
    this.#serve("chat.conversation.list", ({ after }) => this.#page(after ?? ""));
  }

  headOf(feed: FeedId): number {
    return this.#feed(feed).head;
  }

  summaryOf(id: ConversationId): ConversationSummary {
    const { name, messages, readOrdinal } = this.#room(id);
    const lastMessage = messages.at(-1);
    return {
      conversation: id,
      kind: "room",
      name,
      memberCount: 1,
      role: "member",
      head: this.headOf(conversationFeed(id)),
      ordinal: messages.length,
      readOrdinal,
      policy: OPEN,
      preferences: USUAL,
      visibleFrom: 0,
      ...(lastMessage === undefined ? {} : { lastMessage }),
    };
  }

  /** Somebody comes or goes, perhaps telling when. */
  setPresence(account: UserId, state: PresenceState, lastSeenAt?: number): void {
    const seen = lastSeenAt === undefined ? {} : { lastSeenAt };
    this.#presences.set(account, { account, state, ...seen });
    if (this.watched.includes(account)) {
      this.#tellOf(account);
    }
  }

  /** I stand so to somebody from now on. */
  relate(account: UserId, state: RelationState, blocked = false): void {
    const item = this.#change(userFeed(ME.account), `relation ${account}`, (changed) => ({
      type: "relation" as const,
      changed,
      account,
      state,
      blocked,
    }));
    this.relations.set(account, item);
  }

  /** The account becomes a member of a room. */
  enter(id: ConversationId, name = "Room"): void {
    this.rooms.set(id, this.rooms.get(id) ?? { name, messages: [], readOrdinal: 0 });
    this.#change(userFeed(ME.account), id, (changed) => ({
      type: "membership",
      changed,
      conversation: id,
      state: "joined",
      role: "member",
      visibleFrom: 0,
    }));
  }

  /** Somebody puts the account out of a room. */
  remove(id: ConversationId): void {
    this.#end(id, "removed");
  }

  /** The account leaves a room on another device. */
  leave(id: ConversationId): void {
    this.#end(id, "left");
  }

  #end(id: ConversationId, state: MemberState): void {
    this.rooms.delete(id);
    this.#change(userFeed(ME.account), id, (changed) => ({
      type: "membership",
      changed,
      conversation: id,
      state,
      role: "member",
      visibleFrom: 0,
    }));
  }

  /** The account is put out of a room and let in again, of which its own feed tells nothing. */
  turnOver(id: ConversationId): void {
    const feed = conversationFeed(id);
    this.#change(feed, ME.account, (changed) => ({
      type: "member",
      changed,
      account: ME.account,
      state: "removed",
      role: "member",
    }));
    this.#silent.add(feed);
    this.#change(feed, ME.account, (changed) => ({
      type: "member",
      changed,
      account: ME.account,
      state: "joined",
      role: "member",
    }));
  }

  post(id: ConversationId, sender: string, clientId: string, text: string): MessageItem {
    const room = this.#room(id);
    const item = this.#change(conversationFeed(id), clientId, (changed) =>
      message(changed, {
        ordinal: room.messages.length + 1,
        sender,
        clientId,
        content: { type: "text", text },
      }),
    );
    room.messages.push(item);
    return item;
  }

  /** A message gets another text, or none, in its place. */
  changeMessage(id: ConversationId, at: number, text: string): void {
    this.rewrite(id, this.#room(id).messages[at]?.posted ?? 0, { type: "text", text });
  }

  /** The message posted under a number says something else, or was deleted. */
  rewrite(id: ConversationId, posted: number, content: Content): MessageItem {
    const { messages } = this.#room(id);
    const at = messages.findIndex((each) => each.posted === posted);
    const known = messages[at];
    if (known === undefined) {
      throw refusal("NOT_FOUND");
    }
    return (messages[at] = this.#change(conversationFeed(id), known.clientId, (changed) =>
      rewritten(known, changed, content),
    ));
  }

  /** The last messages of a room never happened: it was restored from a backup. */
  loseLast(id: ConversationId, count: number): void {
    const feed = this.#feed(conversationFeed(id));
    for (const { clientId } of this.#room(id).messages.splice(-count)) {
      feed.items.delete(clientId);
    }
    feed.head -= count;
  }

  /** Something changes in a feed; the same key is the same thing. */
  change(feed: FeedId, key: string, make: (changed: number) => Item): void {
    this.#change(feed, key, make);
  }

  #tellOf(account: UserId): void {
    const presence = this.#presences.get(account) ?? { account, state: "offline" };
    this.deliver?.(presenceChanges(account), presence);
  }

  #change<I extends Item>(id: FeedId, key: string, make: (changed: number) => I): I {
    const feed = this.#feed(id);
    const after = feed.head;
    feed.head += 1;
    const item = make(feed.head);
    feed.items.set(key, item);
    if (!this.#silent.has(id)) {
      this.deliver?.(eventsOf(id), { feed: id, after, through: feed.head, items: [item] });
    }
    return item;
  }

  #page(after: ConversationId): ConversationPage {
    if (after !== "") {
      this.betweenPages();
    }
    const rest = [...this.rooms.keys()].sort().filter((id) => id > after);
    const page = rest.slice(0, this.pageSize);
    const next = page.at(-1);
    return {
      conversations: page.map((id) => this.summaryOf(id)),
      through: this.headOf(userFeed(ME.account)),
      ...(rest.length > page.length && next !== undefined ? { next } : {}),
    };
  }

  #resumed(feed: FeedId, position: number | undefined): ResumedFeed {
    const failure = this.refused.get(feed);
    if (failure !== undefined) {
      return { feed, failure };
    }
    this.#silent.delete(feed);
    const head = this.headOf(feed);
    return position === undefined || position >= head
      ? { feed, head }
      : { feed, head, range: this.#range(feed, position, 200) };
  }

  #range(feed: FeedId, after: number, limit: number): Range {
    const { head, items } = this.#feed(feed);
    const all = [...items.values()]
      .filter((item) => item.changed > after)
      .sort((a, b) => a.changed - b.changed);
    const page = all.slice(0, limit);
    const through = all.length > limit ? (page.at(-1)?.changed ?? head) : head;
    return { feed, after, through, items: page };
  }

  #serve<A extends Parameters<FakeBus["answer"]>[0]>(
    address: A,
    answer: Parameters<typeof FakeBus.prototype.answer<A>>[1],
  ): void {
    this.bus.answer(address, (body) => {
      if (this.away) {
        throw Failure.unavailable("connection");
      }
      return answer(body);
    });
  }

  #feed(id: FeedId): FeedState {
    const feed = this.#feeds.get(id) ?? { head: 0, items: new Map<string, Item>() };
    this.#feeds.set(id, feed);
    return feed;
  }

  #room(id: ConversationId): RoomState {
    const room = this.rooms.get(id);
    if (room === undefined) {
      throw refusal("NOT_A_MEMBER");
    }
    return room;
  }
}
