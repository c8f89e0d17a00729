import type {
  ConversationId,
  ConversationItem,
  ConversationKind,
  ConversationSummary,
  MessageItem,
  Policy,
  Preferences,
  PreferencesItem,
  Role,
  UserId,
} from "../contract/generated.ts";
import { Changes } from "./Changes.ts";

/** One of my conversations. */
export type Conversation = {
  readonly id: ConversationId;
  readonly kind: ConversationKind;
  /** Of a room or group; empty for a conversation of two, which is called as the other person is. */
  readonly name: string;
  /** The two people of a direct conversation. */
  readonly between: readonly UserId[] | undefined;
  readonly topic: string | undefined;
  /** The hash of its picture; a conversation of two has none. */
  readonly avatar: string | undefined;
  readonly memberCount: number;
  readonly role: Role;
  /** What members may do. */
  readonly policy: Policy;
  /** How I want to have it. */
  readonly preferences: Preferences;
  /** Number in my own feed as of which that is known; 0 if no change was heard of. */
  readonly preferredAt: number;
  /** How many messages it has. */
  readonly ordinal: number;
  /** How many of them I have read. */
  readonly readOrdinal: number;
  readonly lastMessage: MessageItem | undefined;
  /** Number in the feed as of which name, topic, picture, policy and member count are known. */
  readonly describedAt: number;
};

/** A conversation that was mine while this page was open. */
export type Former = Pick<Conversation, "id" | "kind" | "name"> & {
  /** Whether I was removed, so that I come back only if somebody adds me. */
  readonly removed: boolean;
};

/** How many former conversations are remembered. */
export const MAX_FORMER = 50;

export function unreadOf(conversation: Conversation): number {
  return Math.max(0, conversation.ordinal - conversation.readOrdinal);
}

/** Whether I want to be told of nothing there at that time, in milliseconds since 1970. */
export function isMuted({ preferences }: Conversation, now: number): boolean {
  return preferences.alerts === "nothing" || (preferences.mutedUntil ?? 0) > now;
}

/** When something last happened there, in milliseconds since 1970. */
export function activityOf(conversation: Conversation): number {
  return conversation.lastMessage?.storedAt ?? createdAt(conversation.id);
}

/** My conversations, the latest activity first. */
export class Conversations {
  readonly changes = new Changes();
  readonly #byId = new Map<ConversationId, Conversation>();
  readonly #former = new Map<ConversationId, Former>();
  #sorted: readonly Conversation[] | undefined;

  /** A new array after each change. */
  get list(): readonly Conversation[] {
    this.#sorted ??= [...this.#byId.values()].sort(
      (a, b) => activityOf(b) - activityOf(a) || a.name.localeCompare(b.name),
    );
    return this.#sorted;
  }

  get(id: ConversationId): Conversation | undefined {
    return this.#byId.get(id);
  }

  /** What is known of a conversation that is not mine any more. */
  former(id: ConversationId): Former | undefined {
    return this.#former.get(id);
  }

  /** Unread messages that call for me at that time: not where I muted it or put it aside. */
  callingAt(now: number): number {
    return this.list
      .filter((conversation) => !conversation.preferences.archived && !isMuted(conversation, now))
      .reduce((sum, conversation) => sum + unreadOf(conversation), 0);
  }

  /** When the next muting runs out, in milliseconds since 1970; undefined if none does. */
  nextHeardAfter(now: number): number | undefined {
    const ends = this.list
      .map(({ preferences }) => preferences.mutedUntil ?? 0)
      .filter((until) => until > now);
    return ends.length === 0 ? undefined : Math.min(...ends);
  }

  /** What was read anew; a part that is known newer from the feed stays. */
  put(summary: ConversationSummary): void {
    const known = this.#byId.get(summary.conversation);
    const described =
      known !== undefined && known.describedAt > summary.head
        ? known
        : {
            ...summary,
            topic: summary.topic,
            avatar: summary.avatar,
            describedAt: summary.head,
          };
    this.#set({
      id: summary.conversation,
      kind: summary.kind,
      name: described.name ?? "",
      between: summary.between,
      topic: described.topic,
      avatar: described.avatar,
      memberCount: described.memberCount,
      describedAt: described.describedAt,
      role: summary.role,
      policy: described.policy,
      ...preferencesOf(summary, known),
      ordinal: Math.max(summary.ordinal, known?.ordinal ?? 0),
      readOrdinal: Math.max(summary.readOrdinal, known?.readOrdinal ?? 0),
      lastMessage: later(known?.lastMessage, summary.lastMessage),
    });
  }

  /** What was read anew in place of what was known, which may be of a future that never came. */
  replace(summary: ConversationSummary): void {
    this.#byId.delete(summary.conversation);
    this.put(summary);
  }

  putMessage(id: ConversationId, message: MessageItem): void {
    this.#update(id, (known) => ({
      ...known,
      ordinal: Math.max(known.ordinal, message.ordinal),
      lastMessage: later(known.lastMessage, message),
    }));
  }

  putAttributes(id: ConversationId, item: ConversationItem): void {
    this.#update(id, (known) =>
      item.changed <= known.describedAt
        ? known
        : {
            ...known,
            name: item.name ?? "",
            topic: item.topic,
            avatar: item.avatar,
            memberCount: item.memberCount,
            policy: item.policy,
            describedAt: item.changed,
          },
    );
  }

  putRole(id: ConversationId, role: Role): void {
    this.#update(id, (known) => ({ ...known, role }));
  }

  /** A list may be older than what my own feed has told. */
  putPreferences({ conversation, preferences, changed }: PreferencesItem): void {
    this.#update(conversation, (known) =>
      changed <= known.preferredAt ? known : { ...known, preferences, preferredAt: changed },
    );
  }

  /** The read mark never moves back. */
  putReadMark(id: ConversationId, readOrdinal: number): void {
    this.#update(id, (known) => ({
      ...known,
      readOrdinal: Math.max(known.readOrdinal, readOrdinal),
    }));
  }

  /** As they were known before; what is known by now stays. */
  restore(conversations: readonly Conversation[]): void {
    for (const conversation of conversations.filter(({ id }) => !this.#byId.has(id))) {
      this.#byId.set(conversation.id, conversation);
    }
    this.#publish();
  }

  /** It is not mine any more. That I was `removed` may be told once it is gone already. */
  remove(id: ConversationId, removed = false): void {
    const known = this.#byId.get(id) ?? (removed ? this.#former.get(id) : undefined);
    if (known !== undefined) {
      const { kind, name } = known;
      this.#byId.delete(id);
      this.#remember({ id, kind, name, removed });
    }
  }

  clear(): void {
    this.#byId.clear();
    this.#former.clear();
    this.#publish();
  }

  #update(id: ConversationId, change: (known: Conversation) => Conversation): void {
    const known = this.#byId.get(id);
    if (known !== undefined) {
      this.#set(change(known));
    }
  }

  #remember(former: Former): void {
    this.#former.delete(former.id);
    this.#former.set(former.id, former);
    const oldest = this.#former.keys().next();
    if (this.#former.size > MAX_FORMER && oldest.done !== true) {
      this.#former.delete(oldest.value);
    }
    this.#publish();
  }

  #set(conversation: Conversation): void {
    this.#former.delete(conversation.id);
    this.#byId.set(conversation.id, conversation);
    this.#publish();
  }

  #publish(): void {
    this.#sorted = undefined;
    this.changes.emit();
  }
}

function preferencesOf(
  summary: ConversationSummary,
  known: Conversation | undefined,
): Pick<Conversation, "preferences" | "preferredAt"> {
  return known !== undefined && known.preferredAt > 0
    ? { preferences: known.preferences, preferredAt: known.preferredAt }
    : { preferences: summary.preferences, preferredAt: 0 };
}

function later(a: MessageItem | undefined, b: MessageItem | undefined): MessageItem | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return b.posted > a.posted || (b.posted === a.posted && b.changed > a.changed) ? b : a;
}

/** A UUIDv7 begins with its time; one of another version says nothing. */
function createdAt(id: ConversationId): number {
  return id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0;
}
