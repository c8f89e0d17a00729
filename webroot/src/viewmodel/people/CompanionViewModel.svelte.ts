import type { ConversationId, Profile, UserId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { nameOf } from "../names.ts";
import { observe } from "../observe.ts";

/** The other one of two: whether we can write to each other, and what I can do about it. */
export class CompanionViewModel {
  /** Why blocking or the end of it did not work. */
  problem = $state<string | undefined>();
  readonly #observe: () => void;
  readonly #stops: readonly (() => void)[];
  #asking = false;
  #refusals: number;

  constructor(
    readonly account: UserId,
    private readonly conversation: ConversationId,
    private readonly chat: Chat,
  ) {
    const { relations, befriending, people, outbox } = chat;
    this.#observe = observe(relations.changes, befriending.changes, people.changes);
    this.#refusals = this.#refused;
    this.#stops = [
      relations.changes.subscribe(() => void befriending.ask(account)),
      chat.changes.subscribe(() => this.#askIfUnknown()),
      outbox.changes.subscribe(() => this.#sent()),
    ];
    void this.#ask();
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop());
  }

  /** Undefined until it is known. */
  get person(): Profile | undefined {
    this.#observe();
    return this.chat.people.find(this.account);
  }

  get blocked(): boolean {
    this.#observe();
    return this.chat.relations.of(this.account)?.blocked ?? false;
  }

  /** Why nobody can write here, as far as it may be told; undefined while one can. */
  get closed(): string | undefined {
    this.#observe();
    if (this.blocked) {
      return text.people.youBlocked(nameOf(this.person));
    }
    return this.chat.befriending.writesTo(this.account) === false
      ? text.people.nobodyWrites
      : undefined;
  }

  /** What stands in place of a friendship; undefined for who has been blocked. */
  get request(): "none" | "outgoing" | "incoming" | undefined {
    this.#observe();
    const state = this.chat.relations.of(this.account)?.state ?? "none";
    return this.blocked || state === "friends" ? undefined : state;
  }

  accept(): Promise<boolean> {
    return this.#act(() => this.chat.befriending.accept(this.account));
  }

  block(): Promise<boolean> {
    return this.#act(() => this.chat.befriending.block(this.account));
  }

  unblock(): Promise<boolean> {
    return this.#act(() => this.chat.befriending.unblock(this.account));
  }

  get #refused(): number {
    return this.chat.outbox
      .of(this.conversation)
      .filter(({ refused }) => refused?.is("NOT_REACHABLE") === true).length;
  }

  /** A message that was refused says more than what was known before. */
  #sent(): void {
    const refusals = this.#refused;
    if (refusals > this.#refusals) {
      this.chat.befriending.refused(this.account);
    }
    this.#refusals = refusals;
  }

  #askIfUnknown(): void {
    if (this.chat.befriending.writesTo(this.account) === undefined) {
      void this.#ask();
    }
  }

  async #ask(): Promise<void> {
    if (!this.#asking) {
      this.#asking = true;
      await this.chat.befriending.ask(this.account);
      this.#asking = false;
    }
  }

  /** True if it is done now. */
  async #act(act: () => Promise<void>): Promise<boolean> {
    this.problem = undefined;
    try {
      await act();
      return true;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
      return false;
    }
  }
}
