import {
  type ConversationId,
  LIMITS,
  type Profile,
  type RelationItem,
} from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { type Conversation, unreadOf } from "../model/Conversations.ts";
import { Failure } from "../model/Failure.ts";
import type { Cancel, Clock } from "../model/ports.ts";
import { text } from "../text/en.ts";
import { failureText } from "../text/failureText.ts";
import { DotsViewModel } from "./DotsViewModel.ts";
import { matchOf } from "./matching.ts";
import { nameOf, type ShownStatus, statusOf } from "./names.ts";
import { observe } from "./observe.ts";
import type { Sight } from "./ports.ts";
import { faceOf, statusIn, titleOf } from "./titles.ts";

/** The most conversations that are offered at a time. */
const MAX_OFFERED = 30;
/** How long typing pauses before the server is asked for people, in milliseconds. */
const TYPING_PAUSE_MS = 200;

/** One of my conversations, or somebody to begin one with. */
export type Offer = {
  readonly id: string;
  readonly name: string;
  readonly face: ReturnType<typeof faceOf>;
  /** What the person says about the moment. */
  readonly status: ShownStatus | undefined;
  readonly unread: number;
  /** Whom it begins one with; undefined for a conversation that is there. */
  readonly person: Profile | undefined;
  /** How I stand to this person; undefined where there is nothing. */
  readonly relation: keyof typeof text.people.states | undefined;
};

/** Where a choice leads. */
export interface SwitcherExits {
  opened(id: ConversationId): void;
  /** Somebody who cannot be written to, but perhaps asked. */
  stranger(person: Profile): void;
  /** Somebody whose request waits for an answer. */
  asking(): void;
}

/**
 * Jumps to a conversation by a few letters: best match first, then unread, then recent; behind them
 * the people of the server whose names begin so.
 */
export class SwitcherViewModel {
  readonly dots: DotsViewModel;
  #query = $state("");
  #chosen = $state(0);
  #people = $state.raw<readonly Profile[]>([]);
  /** Why people could not be searched or reached. */
  problem = $state<string | undefined>();
  readonly #observe: () => void;
  #cancel: Cancel | undefined;
  /** Grows with each search, so that a late answer to an older one is dropped. */
  #search = 0;
  #opening = false;

  constructor(
    private readonly chat: Chat,
    private readonly clock: Clock,
    sight: Sight,
    private readonly exits: SwitcherExits,
  ) {
    this.dots = new DotsViewModel(chat.presences, sight, "switcher");
    this.#observe = observe(
      chat.conversations.changes,
      chat.people.changes,
      chat.relations.changes,
    );
  }

  dispose(): void {
    this.#cancel?.();
    this.#search += 1;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#chosen = 0;
    this.problem = undefined;
    this.dispose();
    const wanted = query.trim();
    const { MIN_QUERY, MAX_QUERY } = LIMITS.SearchPeople;
    if (wanted.length < MIN_QUERY || wanted.length > MAX_QUERY) {
      this.#people = [];
      return;
    }
    const search = this.#search;
    this.#cancel = this.clock.schedule(TYPING_PAUSE_MS, () => void this.#find(wanted, search));
  }

  get offers(): readonly Offer[] {
    this.#observe();
    const mine = this.#mine();
    const there = mine.map(({ face }) => face.id);
    const people = this.#people.filter(({ account }) => !there.includes(account));
    return [...mine, ...people.map((person) => this.#offerOf(person))];
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

  choose(id: string | undefined = this.offers[this.chosen]?.id): void {
    const offer = this.offers.find((each) => each.id === id);
    if (offer?.person !== undefined) {
      void this.#open(offer.person);
    } else if (offer !== undefined) {
      this.exits.opened(offer.id);
    }
  }

  #mine(): readonly Offer[] {
    return this.chat.conversations.list
      .map((conversation) => ({ conversation, rank: this.#rankOf(conversation) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MAX_OFFERED)
      .map(({ conversation }) => ({
        id: conversation.id,
        name: titleOf(this.chat, conversation),
        face: faceOf(this.chat, conversation),
        status: statusIn(this.chat, conversation),
        unread: unreadOf(conversation),
        person: undefined,
        relation: undefined,
      }));
  }

  #offerOf(person: Profile): Offer {
    const relation = this.chat.relations.of(person.account);
    return {
      id: person.account,
      name: nameOf(person),
      face: { id: person.account, kind: "person", picture: person.avatar },
      status: statusOf(person, this.chat.people.now),
      unread: 0,
      person,
      relation: relation === undefined ? undefined : relationOf(relation),
    };
  }

  /** The order of the list, latest activity first, decides among equals. */
  #rankOf(conversation: Conversation): number {
    const match = matchOf(titleOf(this.chat, conversation), this.#query);
    return match === 0 ? 0 : match * 2 + (unreadOf(conversation) > 0 ? 1 : 0);
  }

  async #find(query: string, search: number): Promise<void> {
    try {
      const people = await this.chat.finding.people(query);
      if (search === this.#search) {
        this.#people = people;
      }
    } catch (cause) {
      if (search === this.#search) {
        this.#people = [];
        this.problem = failureText(Failure.from(cause).message);
      }
    }
  }

  async #open(person: Profile): Promise<void> {
    if (this.#opening) {
      return;
    }
    this.#opening = true;
    this.problem = undefined;
    try {
      this.exits.opened(await this.chat.openDirect(person));
    } catch (cause) {
      this.#notOpened(person, Failure.from(cause));
    } finally {
      this.#opening = false;
    }
  }

  /** Whom one does not reach one can ask, unless that was done already. */
  #notOpened(person: Profile, failure: Failure): void {
    const relation = this.chat.relations.of(person.account);
    const between = relation === undefined ? undefined : relationOf(relation);
    if (!failure.is("NOT_REACHABLE") || between === "outgoing" || between === "blocked") {
      this.problem = this.#reason(between, person, failure);
    } else if (between === "incoming") {
      this.exits.asking();
    } else {
      this.exits.stranger(person);
    }
  }

  #reason(between: Offer["relation"], person: Profile, failure: Failure): string {
    if (between === "blocked") {
      return text.people.youBlocked(nameOf(person));
    }
    return between === "outgoing" ? text.people.requestOpen : failureText(failure.message);
  }
}

function relationOf({ state, blocked }: RelationItem): Offer["relation"] {
  if (blocked) {
    return "blocked";
  }
  return state === "none" ? undefined : state;
}
