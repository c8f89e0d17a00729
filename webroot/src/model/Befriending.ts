import { LIMITS, type OpenTo, type RelationItem, type UserId } from "../contract/generated.ts";
import { Changes } from "./Changes.ts";
import type { BusPort } from "./ports.ts";
import type { Relations } from "./Relations.ts";

/** The most people of whom it is kept whether one can write to them. */
const MAX_KNOWN = 500;

type Step =
  | "chat.friend.accept"
  | "chat.friend.cancel"
  | "chat.friend.end"
  | "chat.person.block"
  | "chat.person.unblock";

/** What I do about people; each answer says how I stand to them then. */
export class Befriending {
  /** Whether one can write to somebody was learned. */
  readonly changes = new Changes();
  readonly #writes = new Map<UserId, boolean>();
  /** Grows with each question, so that an answer to an older one is dropped. */
  #question = 0;

  constructor(
    private readonly bus: BusPort,
    private readonly relations: Relations,
  ) {}

  async request(account: UserId, note: string): Promise<void> {
    const body = { account, ...(note === "" ? {} : { note }) };
    this.#put((await this.bus.request("chat.friend.request", body)).relations);
  }

  accept(account: UserId): Promise<void> {
    return this.#step("chat.friend.accept", account);
  }

  cancel(account: UserId): Promise<void> {
    return this.#step("chat.friend.cancel", account);
  }

  end(account: UserId): Promise<void> {
    return this.#step("chat.friend.end", account);
  }

  block(account: UserId): Promise<void> {
    return this.#step("chat.person.block", account);
  }

  unblock(account: UserId): Promise<void> {
    return this.#step("chat.person.unblock", account);
  }

  /** Declines as many as there are, some at a time. */
  async decline(all: readonly UserId[]): Promise<void> {
    const { MAX } = LIMITS.DeclineRequests;
    for (let from = 0; from < all.length; from += MAX) {
      const accounts = all.slice(from, from + MAX);
      this.#put((await this.bus.request("chat.friend.decline", { accounts })).relations);
    }
  }

  /** Chooses who may write to me. */
  async open(to: OpenTo): Promise<void> {
    this.relations.putSettings((await this.bus.request("chat.account.open", { to })).settings);
  }

  /** Whether we can write to each other, as far as it is known. */
  writesTo(account: UserId): boolean | undefined {
    return this.relations.of(account)?.state === "friends" ? true : this.#writes.get(account);
  }

  /** Asks whether we can write to each other; without an answer what was known stays. */
  async ask(account: UserId): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    const answer = await this.bus.request("chat.person.reach", { account }).catch(() => undefined);
    if (answer !== undefined && question === this.#question) {
      this.#learn(account, answer.writes);
    }
  }

  /** The server has said that somebody cannot be reached. */
  refused(account: UserId): void {
    this.#question += 1;
    this.#learn(account, false);
  }

  #learn(account: UserId, writes: boolean): void {
    if (this.#writes.get(account) === writes) {
      return;
    }
    this.#writes.delete(account);
    this.#writes.set(account, writes);
    const oldest = this.#writes.keys().next();
    if (this.#writes.size > MAX_KNOWN && oldest.done !== true) {
      this.#writes.delete(oldest.value);
    }
    this.changes.emit();
  }

  async #step(address: Step, account: UserId): Promise<void> {
    this.#put((await this.bus.request(address, { account })).relations);
  }

  /** Who answers that there never was anything tells nothing new. */
  #put(relations: readonly RelationItem[]): void {
    relations.filter(({ changed }) => changed > 0).forEach((item) => this.relations.put(item));
  }
}
