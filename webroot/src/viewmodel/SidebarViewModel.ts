import type { ConversationId, ConversationKind, MessageItem } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { activityOf, type Conversation, isMuted, unreadOf } from "../model/Conversations.ts";
import { textOf } from "../model/messages.ts";
import { text } from "../text/en.ts";
import { DotsViewModel } from "./DotsViewModel.ts";
import { snippetOf } from "./markdown/snippet.ts";
import { nameOf, type ShownStatus } from "./names.ts";
import { observe } from "./observe.ts";
import type { Sight } from "./ports.ts";
import { faceOf, statusIn, titleOf } from "./titles.ts";

/** One conversation in the list. */
export type SidebarRow = {
  readonly id: ConversationId;
  readonly name: string;
  readonly face: ReturnType<typeof faceOf>;
  /** What the other one says about the moment. */
  readonly status: ShownStatus | undefined;
  readonly unread: number;
  /** The last message in one line, with its author. */
  readonly snippet: string;
  /** When something happened last, in milliseconds since 1970. */
  readonly at: number;
  /** Whether I muted it, and that has not run out. */
  readonly muted: boolean;
  /** False if the server does not let us hear it for now. */
  readonly live: boolean;
};

/** A room that I am not in any more, with messages that were not sent there. */
export type StrandedRow = {
  readonly id: ConversationId;
  readonly name: string;
  readonly count: number;
};

/** The lists of my rooms, of my groups and of my conversations with one, the latest activity first. */
export class SidebarViewModel {
  readonly dots: DotsViewModel;
  /** How messages begin: the list is made anew with every change, and Markdown takes its time. */
  readonly #snippets = new WeakMap<MessageItem, string>();
  readonly #observe: () => void;

  constructor(
    private readonly chat: Chat,
    sight: Sight,
    private readonly now: () => number,
  ) {
    this.dots = new DotsViewModel(chat.presences, sight, "sidebar");
    this.#observe = observe(
      chat.changes,
      chat.conversations.changes,
      chat.people.changes,
      chat.outbox.changes,
      chat.relations.changes,
    );
  }

  /** Whether the rooms are known. */
  get ready(): boolean {
    this.#observe();
    return this.chat.ready;
  }

  /** What I want to have on top, of any kind. */
  get favourites(): readonly SidebarRow[] {
    this.#observe();
    return this.#listed.filter(isFavourite).map((conversation) => this.#row(conversation));
  }

  /** What I have put aside, of any kind. */
  get archived(): readonly SidebarRow[] {
    this.#observe();
    return this.#listed.filter(isArchived).map((conversation) => this.#row(conversation));
  }

  /** My rooms. */
  get rows(): readonly SidebarRow[] {
    return this.#rowsOf("room");
  }

  /** My groups. */
  get groups(): readonly SidebarRow[] {
    return this.#rowsOf("group");
  }

  /** My conversations with one other. */
  get directs(): readonly SidebarRow[] {
    return this.#rowsOf("direct");
  }

  #listOf(kind: ConversationKind): readonly Conversation[] {
    return this.#listed.filter(
      (conversation) =>
        conversation.kind === kind && !isFavourite(conversation) && !isArchived(conversation),
    );
  }

  /** A hidden one is there only while something in it is unread. */
  get #listed(): readonly Conversation[] {
    return this.chat.conversations.list.filter(
      (conversation) => !conversation.preferences.hidden || unreadOf(conversation) > 0,
    );
  }

  #rowsOf(kind: ConversationKind): readonly SidebarRow[] {
    this.#observe();
    return this.#listOf(kind).map((conversation) => this.#row(conversation));
  }

  #row(conversation: Conversation): SidebarRow {
    return {
      id: conversation.id,
      name: titleOf(this.chat, conversation),
      face: faceOf(this.chat, conversation),
      status: statusIn(this.chat, conversation),
      unread: unreadOf(conversation),
      snippet: this.#snippet(conversation),
      at: activityOf(conversation),
      muted: isMuted(conversation, this.now()),
      live: this.chat.refusalOf(conversation.id) === undefined,
    };
  }

  get stranded(): readonly StrandedRow[] {
    this.#observe();
    return this.chat.stranded.map(({ conversation, name, messages }) => ({
      id: conversation,
      name,
      count: messages.length,
    }));
  }

  /** Requests that I have not answered. */
  get requests(): number {
    this.#observe();
    return this.chat.relations.list.filter(({ state }) => state === "incoming").length;
  }

  /** The conversation after or before another one, as the lists show them. */
  next(id: ConversationId | undefined, by: 1 | -1): ConversationId | undefined {
    const ids = [
      ...this.#listed.filter(isFavourite),
      ...(["room", "group", "direct"] as const).flatMap((kind) => this.#listOf(kind)),
    ].map((conversation) => conversation.id);
    const at = id === undefined ? -1 : ids.indexOf(id);
    return at < 0 ? ids[0] : ids[(at + by + ids.length) % ids.length];
  }

  #snippet({ lastMessage }: Conversation): string {
    if (lastMessage === undefined) {
      return text.sidebar.noMessages;
    }
    const own = lastMessage.sender === this.chat.me.account;
    const who = own ? text.sidebar.you : nameOf(this.chat.people.find(lastMessage.sender));
    return text.sidebar.snippet(who, this.#begins(lastMessage));
  }

  #begins(message: MessageItem): string {
    const said = textOf(message);
    if (said === undefined) {
      return text.messages.deleted;
    }
    const known = this.#snippets.get(message) ?? snippetOf(said);
    this.#snippets.set(message, known);
    return known;
  }
}

function isFavourite({ preferences }: Conversation): boolean {
  return preferences.favourite && !preferences.archived;
}

function isArchived({ preferences }: Conversation): boolean {
  return preferences.archived;
}
