import type { ConversationId } from "../contract/generated.ts";
import { type Conversation, type Conversations, unreadOf } from "../model/Conversations.ts";
import { matchOf } from "./matching.ts";
import { observe } from "./observe.ts";

/** The most rooms that are offered at a time. */
const MAX_OFFERED = 30;

export type Offer = { readonly id: ConversationId; readonly name: string; readonly unread: number };

/** Jumps to one of my rooms by a few letters: best match first, then unread, then recent. */
export class SwitcherViewModel {
  #query = $state("");
  #chosen = $state(0);
  readonly #observe: () => void;

  constructor(
    private readonly conversations: Conversations,
    private readonly opened: (id: ConversationId) => void,
  ) {
    this.#observe = observe(conversations.changes);
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#chosen = 0;
  }

  get offers(): readonly Offer[] {
    this.#observe();
    return this.conversations.list
      .map((conversation) => ({ conversation, rank: rankOf(conversation, this.#query) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MAX_OFFERED)
      .map(({ conversation }) => ({
        id: conversation.id,
        name: conversation.name,
        unread: unreadOf(conversation),
      }));
  }

  /** Which offer Enter would take. */
  get chosen(): number {
    return Math.min(this.#chosen, Math.max(0, this.offers.length - 1));
  }

  /** Goes up or down in the offers, around the ends. */
  move(by: 1 | -1): void {
    const { length } = this.offers;
    this.#chosen = length === 0 ? 0 : (this.chosen + by + length) % length;
  }

  choose(id: ConversationId | undefined = this.offers[this.chosen]?.id): void {
    if (id !== undefined) {
      this.opened(id);
    }
  }
}

/** The order of the list, latest activity first, decides among equals. */
function rankOf(conversation: Conversation, query: string): number {
  const match = matchOf(conversation.name, query);
  return match === 0 ? 0 : match * 2 + (unreadOf(conversation) > 0 ? 1 : 0);
}
